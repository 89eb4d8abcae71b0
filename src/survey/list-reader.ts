import { createDomainRegister } from "./domain-register.ts";
import type { FrontMatter } from "./front-matter.ts";
import { headingText, oneLine } from "./one-line.ts";
import { cleanUrl, looksLikeEntry, readEntry, startsEntry, textLooksLikeEntry } from "./read-entry.ts";
import type { DomainPath, SurveyDomain, SurveyEntry, SurveyProblem } from "./survey.ts";
import type { Block, Line, Run } from "./survey-blocks.ts";

type Paragraph = Extract<Block, { kind: "paragraph" }>;
type Draft = Omit<SurveyEntry, "note" | "figure"> & {
  notes: string[];
  figure: string | null;
  items: readonly number[];
};

export interface ReadList {
  /** The first heading of the first level: the title of the list; null without one. */
  readonly title: string | null;
  readonly domains: (language: string) => { domains: SurveyDomain[]; problems: SurveyProblem[] };
  readonly entries: SurveyEntry[];
  readonly problems: SurveyProblem[];
}

/**
 * The entries of a list in the order of the file. A remark in italics belongs to the entry below it
 * (to the one above where none follows), a figure and plain text to the entry above, text behind a
 * bold heading to its domain and to the first entry there.
 */
export function readList(
  blocks: readonly Block[],
  declared: Pick<FrontMatter, "domains" | "sections">,
): ReadList {
  const register = createDomainRegister(declared);
  const problems: SurveyProblem[] = [];
  const drafts: Draft[] = [];
  const listsOfEntries = new Set(blocks.flatMap((block) => (holdsEntry(block) ? [block.list] : [])));
  let title: string | null = null;
  let headings: { depth: number; text: string }[] = [];
  let bold: string | null = null;
  let sectionNotes: string[] = [];
  let headingNotes: string[] = [];
  /** Remarks that wait for the entry below them. */
  let waiting: string[] = [];
  /** The entry above, as long as no heading has come between. */
  let above: Draft | null = null;

  const place = (): DomainPath => {
    const last = headings.at(-1)?.text ?? null;
    if (bold !== null) return { label: bold, section: last };
    const around = headings.at(-2)?.text ?? last;
    return { label: last ?? title ?? "Papers", section: around };
  };
  const leaveDomain = () => {
    above?.notes.push(...waiting);
    waiting = [];
    headingNotes = [];
    above = null;
    bold = null;
  };
  const openHeading = (text: string, remark: string) => {
    leaveDomain();
    bold = headingText(text);
    headingNotes = remark === "" ? [] : [remark];
    waiting = [...headingNotes];
  };
  const plainText = (text: string) => {
    if (above) above.notes.push(text);
    else if (bold !== null) {
      headingNotes.push(text);
      waiting.push(text);
    } else if (headings.length > 0) sectionNotes.push(text);
  };

  const addEntry = (lines: readonly Line[], items: readonly number[]) => {
    const { entry, problems: found } = readEntry(lines);
    const line = lines[0]?.line ?? 1;
    problems.push(...found.map((message) => ({ line, message })));
    if (!entry) return;
    const domain = register.idOf(place(), sectionNotes.join("\n") || null);
    for (const note of headingNotes) register.remark(domain, note);
    const { note, ...rest } = entry;
    above = {
      ...rest,
      domain,
      otherDomains: [],
      notes: [...waiting, ...(note === null ? [] : [note])],
      items,
    };
    headingNotes = [];
    waiting = [];
    drafts.push(above);
  };

  const addFigure = (line: Line) => {
    const url = line.runs.find((run) => run.kind === "image")?.url;
    if (!above || above.figure !== null || url === null || url === undefined) return;
    if (/^https?:\/\/\S+$/i.test(url)) above.figure = cleanUrl(url);
    else
      problems.push({
        line: line.line,
        message: `the figure is no http(s) link: ${JSON.stringify(url.slice(0, 80))}`,
      });
  };

  const readParagraph = (block: Paragraph) => {
    let prose: string[] = [];
    const endProse = () => {
      const text = oneLine(prose.join("\n"));
      prose = [];
      if (text === "") return;
      const ownItem = above?.items.every((item) => block.items.includes(item)) ?? false;
      if (block.list !== null && listsOfEntries.has(block.list) && !(ownItem && above?.items.length)) {
        const message = `no [VENUE YEAR], bold title or [[paper]] link in this item of a list of papers`;
        problems.push({ line: block.line, message });
      } else plainText(text);
    };
    for (let i = 0; i < block.lines.length; i++) {
      const line = block.lines[i] as Line;
      const heading = subHeading(line);
      const remark = remarkOf(line);
      if (looksLikeEntry(line)) {
        endProse();
        const end = endOfEntry(block.lines, i);
        addEntry(block.lines.slice(i, end), block.items);
        i = end - 1;
      } else if (heading) {
        endProse();
        openHeading(heading.text, heading.remark);
      } else if (remark !== null) {
        endProse();
        waiting.push(remark);
      } else if (line.runs.some((run) => run.kind === "image")) {
        endProse();
        addFigure(line);
      } else prose.push(line.runs.map((run) => run.text).join(""));
    }
    endProse();
  };

  blocks.forEach((block, i) => {
    switch (block.kind) {
      case "heading":
        leaveDomain();
        sectionNotes = [];
        if (block.depth === 1 && title === null && headings.length === 0) {
          title = headingText(block.text) || null;
        } else {
          headings = [
            ...headings.filter(({ depth }) => depth < block.depth),
            { depth: block.depth, text: headingText(block.text) },
          ];
        }
        break;
      case "quote":
        if (above && isTitle(block) && entryFollows(blocks, i)) openHeading(block.text, "");
        else plainText(block.text);
        break;
      case "unread":
        block.text.split("\n").forEach((text, j) => {
          if (!textLooksLikeEntry(text)) return;
          const message = `looks like an entry, but stands ${block.where}, which is not read; set it apart by blank lines`;
          problems.push({ line: block.line + j, message });
        });
        break;
      case "unclosed comment":
        problems.push({
          line: block.line,
          message: "the comment opened here has no -->; what follows is not read",
        });
        break;
      case "paragraph":
        readParagraph(block);
    }
  });
  leaveDomain();

  const entries = drafts.map(({ notes, items: _, ...entry }) => ({
    ...entry,
    note: notes.join("\n") || null,
  }));
  return { title, domains: register.finish, entries, problems };
}

/** The index behind the last line of the entry that starts at `start`. */
function endOfEntry(lines: readonly Line[], start: number): number {
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    const titled = lines.slice(start, i).some((before) => before.runs.some((run) => run.kind === "strong"));
    if (startsEntry(line) || (titled && subHeading(line))) return i;
  }
  return lines.length;
}

function visible(line: Line): Run[] {
  return line.runs.filter((run) => run.text.trim() !== "" || run.url !== null);
}

/** A bold text alone on its line, or one that a colon ends and a remark may follow. */
function subHeading(line: Line): { text: string; remark: string } | null {
  const [first, ...rest] = visible(line);
  if (first?.kind !== "strong") return null;
  const after = oneLine(rest.map((run) => run.text).join(""));
  if (after === "" && !rest.some((run) => run.kind === "image")) return { text: first.text, remark: "" };
  const colon = /[:：]\s*$/.test(first.text) || /^[:：]/.test(after);
  return colon ? { text: first.text, remark: after.replace(/^[:：]\s*/, "") } : null;
}

/** The text of a line that is all in italics; null for any other. */
function remarkOf(line: Line): string | null {
  const runs = visible(line);
  const italic = runs.every((run) => run.kind === "emphasis" || !/[\p{L}\p{N}]/u.test(run.text));
  if (!italic || !runs.some((run) => run.kind === "emphasis")) return null;
  return oneLine(runs.map((run) => run.text).join("")) || null;
}

function holdsEntry(block: Block): block is Paragraph & { list: number } {
  return block.kind === "paragraph" && block.list !== null && block.lines.some(looksLikeEntry);
}

/** Whether a blockquote reads as a heading ("附：中文CLIP"): one short line, no sentence, no aside in brackets. */
function isTitle(block: Extract<Block, { kind: "quote" }>): boolean {
  return block.oneLine && [...block.text].length <= 40 && !/^[(（]|[。.!?！？]$/u.test(block.text);
}

/** Whether the next block, remarks passed over, is an entry. */
function entryFollows(blocks: readonly Block[], index: number): boolean {
  for (const block of blocks.slice(index + 1, index + 4)) {
    if (block.kind !== "paragraph") return false;
    if (block.lines.some(looksLikeEntry)) return true;
    if (!block.lines.every((line) => remarkOf(line) !== null)) return false;
  }
  return false;
}
