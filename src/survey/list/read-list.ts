import type { Block, Line } from "../blocks/blocks.ts";
import { readAuthors } from "../entry/authors.ts";
import { isBadge } from "../entry/entry-links.ts";
import { readEntry } from "../entry/read-entry.ts";
import type { EntrySketch } from "../entry/sketch-entry.ts";
import type { TitlePlace } from "../entry/title-places.ts";
import { readVenueDate } from "../entry/venue-date.ts";
import { headingText, oneLine } from "../one-line.ts";
import type { ListedPaper, SurveyProblem } from "../survey.ts";
import { conventionsOf } from "./convention.ts";
import { createHeadingPath } from "./heading-path.ts";
import { type Heading, readHeading, saysNothing } from "./headings.ts";
import { type Candidate, judgeCandidate, STRUCK_OUT } from "./judge-candidate.ts";
import { italicText, subHeading } from "./line-looks.ts";
import { commentedRows, type ListedRow, rowOf } from "./listed-row.ts";
import type { Step } from "./step.ts";
import { groupsIn, stepsOf } from "./steps.ts";

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
  /** Every row that was looked at, in the order of the file. */
  readonly rows: readonly ListedRow[];
  readonly problems: readonly SurveyProblem[];
}

type Draft = Omit<ListedEntry, "note" | "figure"> & { notes: string[]; figure: string | null };

const SUMMARY_DEPTH = 7;
const ITEM_DEPTH = 10;
const LIKE_AN_ENTRY = /\[\[(?:paper|pdf)\]\]\(https?:|^\s*[-*]\s*\[[^\]]*(?:19|20)\d{2}\].*\]\(https?:/i;
/** Fewer papers under headings of other things do not make a list. */
const FEWEST_APART = 10;
const IN_CODE = "looks like an entry, but is in a code block, which is not read; set it apart by blank lines";

/**
 * The papers of a list in the order of the file. A remark in italics belongs to the entry below it (to
 * the one above where none follows), a figure and plain text to the entry above, text behind a bold
 * heading to its domain and to the first entry there.
 */
export function readList(blocks: readonly Block[]): ReadList {
  const steps = stepsOf(blocks);
  const list = readSteps(steps, false);
  const apart = list.rows.filter((row) => row.apart && row.papers && row.leftOut === null).length;
  // A heading such as "Updates" over nearly all papers is that of the list.
  return apart >= FEWEST_APART && apart > 3 * list.entries.length ? readSteps(steps, true) : list;
}

/** The list that steps make; `everywhere` also under headings that are not those of papers. */
function readSteps(steps: readonly Step[], everywhere: boolean): ReadList {
  const conventions = conventionsOf(groupsIn(steps));
  const problems: SurveyProblem[] = [];
  const drafts: Draft[] = [];
  const rows: ListedRow[] = [];
  const path = createHeadingPath();
  let sectionNotes: string[] = [];
  let headingNotes: string[] = [];
  /** Remarks that wait for the entry below them. */
  let waiting: string[] = [];
  /** The entry above, as long as no heading has come between. */
  let above: Draft | null = null;
  let quoted = 0;
  const setting = () => (everywhere ? { ...path.setting(), apart: false } : path.setting());

  const leaveDomain = () => {
    above?.notes.push(...waiting);
    waiting = [];
    headingNotes = [];
    above = null;
    path.setBold(null);
  };
  const open = (heading: Heading, depth: number) => {
    leaveDomain();
    sectionNotes = [];
    path.open(heading, depth);
  };
  const openBold = (heading: Heading, remark: string) => {
    leaveDomain();
    path.setBold(heading);
    headingNotes = remark === "" ? [] : [remark];
    waiting = [...headingNotes];
  };
  const plainText = (text: string) => {
    if (above) above.notes.push(text);
    else if (path.isBold()) {
      headingNotes.push(text);
      waiting.push(text);
    } else if (path.isInSection()) sectionNotes.push(text);
  };
  const judge = (candidate: Candidate, inQuote = quoted > 0) =>
    judgeCandidate(candidate, conventions.get(candidate.group) ?? null, setting(), inQuote);

  const addEntry = (sketch: EntrySketch, place: TitlePlace) => {
    const { paper, remarks, problems: found } = readEntry(sketch, place);
    problems.push(...found.map((message) => ({ line: paper.line, message })));
    const { note: _, ...rest } = paper;
    above = {
      ...rest,
      ...withDefaults(rest, path.when()),
      paths: [path.domain()],
      headingNotes,
      sectionNote: sectionNotes.join("\n") || null,
      notes: [...waiting, ...remarks],
    };
    headingNotes = [];
    waiting = [];
    path.hold();
    drafts.push(above);
  };

  const takeCandidate = (candidate: Candidate) => {
    const { sketch, from } = candidate;
    const verdict = judge(candidate);
    rows.push(rowOf(candidate, verdict, setting()));
    if ("place" in verdict) addEntry(sketch, verdict.place);
    else if (from === "paragraph") {
      takeParagraph(sketch.source.own);
      for (const lines of sketch.source.details) takeParagraph(lines);
    } else if (from === "item") doubt(candidate, verdict.reason);
  };
  /** Says what is wrong with an item that a reader would take for a paper, or that is one among papers. */
  const doubt = ({ sketch, group }: Candidate, reason: string) => {
    const { line, own } = sketch.source;
    // A bold item above others is their heading in some lists.
    const heading = own.length === 1 && own[0] !== undefined && subHeading(own[0]) !== null;
    if (reason === STRUCK_OUT) return;
    const { apart, mixed } = setting();
    if (heading || apart || mixed || quoted > 0) return;
    const among = (conventions.get(group)?.papers ?? 0) >= 0.5 && sketch.places.length > 0;
    if (sketch.evidence >= 1.2)
      problems.push({ line, message: `looks like an entry, but is not read as one: ${reason}` });
    else if (among)
      problems.push({ line, message: "no [VENUE YEAR], title or link to a paper in this item" });
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
        const names = above && above.authors.length === 0 ? readAuthors(italic) : null;
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
    else {
      const shown = JSON.stringify(url.slice(0, 80));
      problems.push({ line, message: `the figure is not an http(s) link: ${shown}` });
    }
  };

  const takeQuote = ({ lines, steps: inner }: Extract<Step, { kind: "quote" }>, next: Step | undefined) => {
    const text = oneLine(lines.map((line) => line.runs.map((run) => run.text).join("")).join("\n"));
    if (inner.some((step) => step.kind === "candidate" && "place" in judge(step, true))) {
      quoted++;
      takeAll(inner);
      quoted--;
    } else if (above && lines.length === 1 && isTitle(text) && next?.kind === "candidate") {
      openBold({ text: headingText(text), when: null, holds: "anything" }, "");
    } else if (text !== "") plainText(text);
  };

  const take = (step: Step, next: Step | undefined) => {
    switch (step.kind) {
      case "heading":
        open(readHeading(step.lines), step.depth);
        break;
      case "summary": {
        const heading = readHeading(step.lines);
        if (!saysNothing(heading.text)) open(heading, SUMMARY_DEPTH);
        break;
      }
      case "end of details":
        if (path.close(SUMMARY_DEPTH)) leaveDomain();
        break;
      case "item heading":
        open(readHeading(step.lines), ITEM_DEPTH + step.level);
        break;
      case "end of item":
        leaveDomain();
        path.close(ITEM_DEPTH + step.level);
        break;
      case "end of headings":
        leaveDomain();
        path.close(step.depth);
        break;
      case "candidate":
        takeCandidate(step);
        break;
      case "text":
        takeParagraph(step.lines);
        break;
      case "quote":
        takeQuote(step, next);
        break;
      case "unread":
        step.text.split("\n").forEach((text, i) => {
          if (LIKE_AN_ENTRY.test(text)) problems.push({ line: step.line + i, message: IN_CODE });
        });
        break;
      case "comment":
        rows.push(...commentedRows(step));
        break;
      case "unclosed comment":
        problems.push({
          line: step.line,
          message: "the comment opened here has no -->; what follows is not read",
        });
    }
  };
  const takeAll = (all: readonly Step[]) => {
    all.forEach((step, i) => {
      take(
        step,
        all.slice(i + 1, i + 4).find(({ kind }) => kind === "candidate"),
      );
    });
  };

  takeAll(steps);
  leaveDomain();
  const entries = drafts.map(({ notes, ...entry }) => ({ ...entry, note: notes.join("\n") || null }));
  return { title: path.title(), entries, rows, problems };
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

/** Whether a blockquote reads as a heading ("附：中文CLIP"): one short line, no sentence, no aside in brackets. */
function isTitle(text: string): boolean {
  return [...text].length <= 40 && !/^[(（]|[。.!?！？]$/u.test(text);
}
