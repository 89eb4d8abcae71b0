import { type Block, type Line, textOf } from "../blocks/blocks.ts";
import { readAuthors } from "../entry/authors.ts";
import { choosePlace, type EntrySketch, isBadge, readEntry } from "../entry/read-entry.ts";
import type { TitlePlace } from "../entry/title-places.ts";
import { namesKnownVenue, readVenueDate } from "../entry/venue-date.ts";
import { headingText, oneLine } from "../one-line.ts";
import type { DomainPath, ListedPaper, SurveyProblem } from "../survey.ts";
import { type Group, type Step, stepsOf } from "./candidates.ts";
import { type Convention, conventionsOf } from "./convention.ts";
import { type Heading, readHeading, saysNothing } from "./headings.ts";

/** A paper of a Markdown list with the remarks that stand around it. */
export interface ListedEntry extends ListedPaper {
  /** What the list says behind the heading; only with the first paper under it. */
  readonly headingNotes: readonly string[];
  /** What the list says under the section's heading. */
  readonly sectionNote: string | null;
}

/** What a list in Markdown or HTML holds. */
export interface ReadList {
  /** The first heading of the first level: the title of the list; null without one. */
  readonly title: string | null;
  readonly entries: readonly ListedEntry[];
  readonly problems: readonly SurveyProblem[];
}

type Draft = Omit<ListedEntry, "note" | "figure"> & { notes: string[]; figure: string | null };

interface Level {
  readonly heading: Heading;
  readonly depth: number;
  /** Whether papers are listed right under it, not only under headings inside it. */
  papers: boolean;
}

const SUMMARY_DEPTH = 7;
const ITEM_DEPTH = 10;

/**
 * The papers of a list in the order of the file. A remark in italics belongs to the entry below it (to
 * the one above where none follows), a figure and plain text to the entry above, text behind a bold
 * heading to its domain and to the first entry there.
 */
export function readList(blocks: readonly Block[]): ReadList {
  const steps = stepsOf(blocks);
  const conventions = conventionsOf(groupsIn(steps));
  const problems: SurveyProblem[] = [];
  const drafts: Draft[] = [];
  let title: string | null = null;
  let levels: Level[] = [];
  let bold: Heading | null = null;
  let sectionNotes: string[] = [];
  let headingNotes: string[] = [];
  /** Remarks that wait for the entry below them. */
  let waiting: string[] = [];
  /** The entry above, as long as no heading has come between. */
  let above: Draft | null = null;
  let quoted = 0;

  const domain = (): DomainPath => {
    const themes = [...levels.map(({ heading }) => heading), ...(bold ? [bold] : [])].filter(
      ({ when, text }) => when === null && text !== "",
    );
    const label = themes.at(-1)?.text ?? title ?? "Papers";
    return { label, section: themes.at(-2)?.text ?? themes.at(-1)?.text ?? null };
  };
  const leaveDomain = () => {
    above?.notes.push(...waiting);
    waiting = [];
    headingNotes = [];
    above = null;
    bold = null;
  };
  const open = (heading: Heading, depth: number) => {
    leaveDomain();
    sectionNotes = [];
    // "### Agents", "### 2024", "### 2023": years of one level with the theme above them are inside it.
    const around = levels.filter(
      (level) => level.depth < depth || (heading.when !== null && level.depth === depth && !level.papers),
    );
    levels = [...around, { heading, depth: heading.when === null ? depth : depth + 0.5, papers: false }];
  };
  const openBold = (heading: Heading, remark: string) => {
    leaveDomain();
    bold = heading;
    headingNotes = remark === "" ? [] : [remark];
    waiting = [...headingNotes];
  };
  const plainText = (text: string) => {
    if (above) above.notes.push(text);
    else if (bold !== null) {
      headingNotes.push(text);
      waiting.push(text);
    } else if (levels.length > 0) sectionNotes.push(text);
  };
  /** The innermost heading that says what is below it, and whether one around it sets all of it apart. */
  const setting = (): Setting => {
    const themes = [...levels.map(({ heading }) => heading), ...(bold ? [bold] : [])].filter(
      ({ when }) => when === null,
    );
    const inner = themes.at(-1);
    const apart =
      inner?.apart === true ||
      themes.some((heading) => heading.apart && !/contents?|toc|目录/i.test(heading.text));
    return {
      apart,
      mixed: inner?.mixed === true,
      quoted: quoted > 0,
      outside: levels.length === 0 && bold === null && title !== null,
    };
  };

  const addEntry = (sketch: EntrySketch, place: TitlePlace) => {
    const { paper, remarks, problems: found } = readEntry(sketch, place);
    const { line } = paper;
    problems.push(...found.map((message) => ({ line, message })));
    const { note: _, ...rest } = paper;
    const when = [bold, ...levels.map(({ heading }) => heading).reverse()].flatMap(
      (heading) => heading?.when ?? [],
    );
    if (title !== null) when.push(whenOfTitle(title));
    above = {
      ...rest,
      ...withDefaults(rest, when),
      paths: [domain()],
      headingNotes,
      sectionNote: sectionNotes.join("\n") || null,
      notes: [...waiting, ...remarks],
    };
    headingNotes = [];
    waiting = [];
    const inside = bold === null ? levels.at(-1) : undefined;
    if (inside) inside.papers = true;
    drafts.push(above);
  };

  const takeParagraph = (lines: readonly Line[]) => {
    let prose: string[] = [];
    const endProse = () => {
      const text = oneLine(prose.join("\n"));
      if (text !== "") plainText(text);
      prose = [];
    };
    for (const line of lines) {
      const heading = subHeading(line);
      const italic = italicText(line);
      const image = line.runs.find((run) => run.image !== null && run.url === null);
      if (heading && quoted === 0 && (lines.length === 1 || heading.colon || heading.remark !== "")) {
        endProse();
        openBold(readHeading([{ line: line.line, runs: heading.runs }]), heading.remark);
      } else if (italic !== null) {
        endProse();
        const names = above && above.authors.length === 0 ? readAuthors(italic, true) : null;
        if (names && above) Object.assign(above, { authors: names });
        else waiting.push(italic);
      } else if (image?.image) {
        endProse();
        addFigure(image.image, line.line);
      } else prose.push(line.runs.map((run) => run.text).join(""));
    }
    endProse();
  };

  const addFigure = (url: string, line: number) => {
    if (!above || above.figure !== null || isBadge(url)) return;
    if (/^https?:\/\/\S+$/i.test(url)) above.figure = url;
    else
      problems.push({
        line,
        message: `the figure is not an http(s) link: ${JSON.stringify(url.slice(0, 80))}`,
      });
  };

  const take = (step: Step, next: Step | undefined) => {
    switch (step.kind) {
      case "heading": {
        const heading = readHeading(step.lines);
        if (step.depth === 1 && title === null && levels.length === 0) {
          leaveDomain();
          sectionNotes = [];
          title = heading.text || null;
        } else open(heading, step.depth);
        break;
      }
      case "summary": {
        const heading = readHeading(step.lines);
        if (!saysNothing(heading.text)) open(heading, SUMMARY_DEPTH);
        break;
      }
      case "end of details":
        if (levels.some(({ depth }) => depth === SUMMARY_DEPTH)) {
          leaveDomain();
          levels = levels.filter(({ depth }) => depth < SUMMARY_DEPTH);
        }
        break;
      case "item heading":
        open(readHeading(step.lines), ITEM_DEPTH + step.level);
        break;
      case "end of item":
        leaveDomain();
        levels = levels.filter(({ depth }) => depth < ITEM_DEPTH + step.level);
        break;
      case "candidate": {
        const convention = conventions.get(step.group) ?? null;
        const place = acceptedPlace(step, convention, setting());
        if (place) addEntry(step.sketch, place);
        else {
          if (step.from === "paragraph") {
            takeParagraph(step.sketch.source.own);
            for (const lines of step.sketch.source.details) takeParagraph(lines);
          } else if (step.from === "item") {
            // A bold item above others is their heading in some lists.
            const [line] = step.sketch.source.own;
            const heading = line && step.sketch.source.own.length === 1 ? subHeading(line) : null;
            if (!heading) doubt(step.sketch, convention);
          }
        }
        break;
      }
      case "paragraph":
        takeParagraph(step.lines);
        break;
      case "quote": {
        const text = oneLine(step.lines.map((line) => line.runs.map((run) => run.text).join("")).join("\n"));
        const entries = step.steps.some(
          (inner) =>
            inner.kind === "candidate" &&
            acceptedPlace(inner, conventions.get(inner.group) ?? null, { ...setting(), quoted: true }) !==
              null,
        );
        if (entries) {
          quoted++;
          takeAll(step.steps);
          quoted--;
        } else if (above && step.lines.length === 1 && isTitle(text) && next?.kind === "candidate") {
          openBold({ text: headingText(text), when: null, apart: false, mixed: false }, "");
        } else if (text !== "") plainText(text);
        break;
      }
      case "unread":
        step.text.split("\n").forEach((text, i) => {
          if (
            !/\[\[(?:paper|pdf)\]\]\(https?:/i.test(text) &&
            !/^\s*[-*]\s*\[[^\]]*(?:19|20)\d{2}\].*\]\(https?:/.test(text)
          )
            return;
          const message =
            "looks like an entry, but is in a code block, which is not read; set it apart by blank lines";
          problems.push({ line: step.line + i, message });
        });
        break;
      case "unclosed comment":
        problems.push({
          line: step.line,
          message: "the comment opened here has no -->; what follows is not read",
        });
    }
  };
  const doubt = (sketch: EntrySketch, convention: Convention | null) => {
    const text = sketch.flat.text;
    if (setting().apart || quoted > 0) return;
    if (text.includes("**") && sketch.evidence >= 1) {
      problems.push({ line: sketch.source.line, message: "looks like an entry, but its ** does not close" });
    } else if (sketch.evidence >= 1.2) {
      problems.push({
        line: sketch.source.line,
        message: "looks like an entry, but no title was found in it",
      });
    } else if (convention && convention.papers >= 0.5 && sketch.places.length > 0) {
      problems.push({
        line: sketch.source.line,
        message: "no [VENUE YEAR], title or link to a paper in this item",
      });
    }
  };
  const takeAll = (all: readonly Step[]) => {
    for (let i = 0; i < all.length; i++)
      take(
        all[i] as Step,
        all.slice(i + 1, i + 4).find((step) => step.kind === "candidate"),
      );
  };

  takeAll(steps);
  leaveDomain();
  const entries = drafts.map(({ notes, ...entry }) => ({ ...entry, note: notes.join("\n") || null }));
  return { title, entries, problems };
}

/** What the headings around an item say of it. */
interface Setting {
  readonly apart: boolean;
  readonly mixed: boolean;
  readonly quoted: boolean;
  /** Whether it comes before the first heading of a section. */
  readonly outside: boolean;
}

function groupsIn(steps: readonly Step[]): Group[] {
  const groups = new Set<Group>();
  for (const step of steps) {
    if (step.kind === "candidate") groups.add(step.group);
    if (step.kind === "quote") for (const group of groupsIn(step.steps)) groups.add(group);
  }
  return [...groups];
}

/** The place of the candidate's title if it is an entry; null if it is none. */
function acceptedPlace(
  { sketch, group, from }: Extract<Step, { kind: "candidate" }>,
  convention: Convention | null,
  { apart, mixed, quoted, outside }: Setting,
): TitlePlace | null {
  const { evidence, front, flat } = sketch;
  if (apart || flat.struck || (mixed && evidence < 1.3)) return null;
  const place = choosePlace(sketch, convention?.title ?? null);
  if (!place || (mixed && place.likelihood < 0.6)) return null;
  if (from === "table") {
    const least = group.named ? 0.15 : 0.4;
    const enough =
      evidence >= 1.5 ||
      (evidence >= 0.9 && place.likelihood >= 0.4) ||
      (group.named && place.likelihood >= 0.7);
    return place.likelihood >= least && enough ? place : null;
  }
  const strong = evidence >= 1.5;
  if (from === "paragraph") {
    const before = flat.text.slice(front.end, place.start);
    const early =
      ["reference", "quoted", "detail"].includes(place.kind) ||
      before.length <= 3 ||
      readAuthors(before.replace(/["“]\s*$/, ""), true) !== null;
    const label =
      /^\s*[^\s,]+(?:\s[^\s,]+){0,2}\s*[,:–-]\s*$/u.test(before) && sketch.flat.spans[0]?.strong === true;
    const usual = convention !== null && (convention.shares.get(place.kind) ?? 0) >= 0.6;
    const after = flat.text.slice(place.end);
    const prose =
      /^[^\n\S]*[\p{Ll}]{2,}\s+\p{Ll}/u.test(after) || /^\s*[,，]?\s*(?:is|are|was|which|that)\s/.test(after);
    // In front of all sections a list speaks of itself.
    if (outside && !(usual && group.members.length >= 10)) return null;
    const aside = /^\s*[(（]\s*\p{Ll}/u.test(flat.text);
    if (!(early || label) || prose || aside || quoted) return null;
    const named = strong && usual && place.kind === "strong";
    if (place.likelihood < (named ? 0.15 : 0.4)) return null;
    if (place.kind === "text" && front.heads.length === 0 && !(usual && strong)) return null;
    return evidence >= 1 || (usual && place.likelihood >= 0.7 && flat.links.length > 0) ? place : null;
  }
  if (place.likelihood >= 0.4 && evidence >= 1) return place;
  if (strong && place.likelihood >= 0.15) return place;
  const common = convention !== null && convention.papers >= 0.6 && group.members.length >= 3;
  return common && place.likelihood >= 0.7 && (evidence > 0 || convention.papers >= 0.8) ? place : null;
}

/** Venue, year and date with what the headings above say where the entry itself says nothing. */
function withDefaults(
  { venue, year, date }: Pick<ListedPaper, "venue" | "year" | "date">,
  when: readonly string[],
): Pick<ListedPaper, "venue" | "year" | "date"> {
  const told = when.map(readVenueDate);
  const dated = told.find((each) => each.year !== null);
  return {
    venue: venue ?? told.find((each) => each.venue !== null)?.venue ?? null,
    year: year ?? dated?.year ?? null,
    date: date ?? dated?.date ?? null,
  };
}

/** "CVPR 2024 Papers with Code" says where all its papers appeared; "" for any other title. */
function whenOfTitle(title: string): string {
  const start = /^\W*(?:awesome[\s-]+)?([A-Z][A-Za-z]+[\s-]*(?:18|19|20)\d{2})(?!\d)/u.exec(title)?.[1] ?? "";
  return namesKnownVenue(start) ? start : "";
}

function visible(line: Line) {
  return line.runs.filter((run) => run.text.trim() !== "" || run.url !== null || run.image !== null);
}

/** A bold text alone on its line, or one that a colon ends and a remark may follow. */
function subHeading(line: Line): { runs: Line["runs"]; remark: string; colon: boolean } | null {
  const runs = visible(line);
  const [first] = runs;
  if (!first?.strong || first.url !== null) return null;
  const end = runs.findIndex((run) => !run.strong);
  const bold = end < 0 ? runs : runs.slice(0, end);
  const rest = end < 0 ? [] : runs.slice(end);
  const after = oneLine(textOf(rest));
  if (after === "" && !rest.some((run) => run.image !== null))
    return { runs: bold, remark: "", colon: /[:：]\s*$/.test(textOf(bold)) };
  const colon = /[:：]\s*$/.test(textOf(bold)) || /^[:：]/.test(after);
  return colon ? { runs: bold, remark: after.replace(/^[:：]\s*/, ""), colon } : null;
}

/** The text of a line that is all in italics; null for any other. */
function italicText(line: Line): string | null {
  const runs = visible(line);
  const italic = runs.every((run) => (run.emphasis && !run.strong) || !/[\p{L}\p{N}]/u.test(run.text));
  if (!italic || !runs.some((run) => run.emphasis && !run.strong)) return null;
  return oneLine(textOf(runs)) || null;
}

/** Whether a blockquote reads as a heading ("附：中文CLIP"): one short line, no sentence, no aside in brackets. */
function isTitle(text: string): boolean {
  return [...text].length <= 40 && !/^[(（]|[。.!?！？]$/u.test(text);
}
