import type { Block, Line, ListItem } from "../blocks/blocks.ts";
import { readAuthors } from "../entry/authors.ts";
import { textWithoutLinks } from "../entry/entry-facts.ts";
import type { EntrySource } from "../entry/entry-source.ts";
import { flatten } from "../entry/flat-text.ts";
import { readFront } from "../entry/front.ts";
import { type EntrySketch, sketchEntry } from "../entry/sketch-entry.ts";
import { isVenueDate } from "../entry/venue-date.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { readColumns } from "./table-columns.ts";

/** What comes next in a list, in the order of the file, with its candidates for entries looked at. */
export type Step =
  | {
      readonly kind: "heading";
      readonly line: number;
      readonly depth: number;
      readonly lines: readonly Line[];
    }
  | { readonly kind: "summary"; readonly line: number; readonly lines: readonly Line[] }
  | { readonly kind: "end of details"; readonly line: number }
  | {
      readonly kind: "candidate";
      readonly sketch: EntrySketch;
      readonly group: Group;
      readonly from: "item" | "paragraph" | "table";
    }
  /** A list item above others of which it is the heading, and its end. */
  | {
      readonly kind: "item heading";
      readonly line: number;
      readonly lines: readonly Line[];
      readonly level: number;
    }
  | { readonly kind: "end of item"; readonly level: number }
  | {
      readonly kind: "paragraph";
      readonly line: number;
      readonly lines: readonly Line[];
      readonly inItem: boolean;
    }
  | {
      readonly kind: "quote";
      readonly line: number;
      readonly lines: readonly Line[];
      readonly steps: readonly Step[];
    }
  | { readonly kind: "unread"; readonly line: number; readonly text: string }
  | { readonly kind: "unclosed comment"; readonly line: number };

/** Candidates that one hand has written in one way: the items of a list, the rows of a table, the paragraphs of a file. */
export interface Group {
  readonly kind: "list" | "table" | "paragraphs";
  readonly members: EntrySketch[];
  /** For a table: whether its header names a column of titles. */
  readonly named: boolean;
}

/** The blocks of a file as steps. */
export function stepsOf(blocks: readonly Block[]): Step[] {
  const paragraphs: Group = { kind: "paragraphs", members: [], named: false };
  return stepsIn(blocks, paragraphs, 0);
}

function stepsIn(blocks: readonly Block[], paragraphs: Group, level: number): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    switch (block.kind) {
      case "heading":
        // A rule right under an entry makes a heading of it.
        if (isEntryHeading(block.lines)) {
          for (const step of paragraphSteps(block.lines, [], paragraphs)) steps.push(step);
        } else steps.push(block);
        break;
      case "summary":
      case "end of details":
      case "unclosed comment":
        steps.push(block);
        break;
      case "code":
        steps.push({ kind: "unread", line: block.line, text: block.text });
        break;
      case "quote": {
        const inner = stepsIn(block.blocks, paragraphs, level + 1);
        const lines = block.blocks.flatMap((each) => (each.kind === "paragraph" ? each.lines : []));
        steps.push({ kind: "quote", line: block.line, lines, steps: inner });
        break;
      }
      case "list":
        for (const step of listSteps(block.items, paragraphs, level)) steps.push(step);
        break;
      case "table":
        for (const step of tableSteps(block)) steps.push(step);
        break;
      case "paragraph": {
        // Links, authors or a venue alone in the blocks that follow belong to the title above them.
        const details: Line[][] = [];
        if (titleAlone(block.lines)) {
          while (i + 1 < blocks.length) {
            const more = continuation(blocks[i + 1] as Block);
            if (!more) break;
            details.push(...more);
            i++;
          }
        }
        for (const step of paragraphSteps(block.lines, details, paragraphs)) steps.push(step);
      }
    }
  }
  return steps;
}

function isEntryHeading(lines: readonly Line[]): boolean {
  const flat = flatten(lines);
  return flat.links.some(({ role }) => role === "paper") && readFront(flat).heads.length > 0;
}

/** The steps of a paragraph: a candidate for each line that begins one, and what is none. */
function paragraphSteps(lines: readonly Line[], details: readonly Line[][], group: Group): Step[] {
  const steps: Step[] = [];
  for (const part of entriesIn(lines)) {
    const [first] = part;
    if (!first) continue;
    const sketch = sketchEntry({
      line: first.line,
      own: part,
      details: part === lastOf(lines, part) ? details : [],
      cells: [],
    });
    group.members.push(sketch);
    steps.push({ kind: "candidate", sketch, group, from: "paragraph" });
  }
  return steps;
}

function lastOf(lines: readonly Line[], part: readonly Line[]): readonly Line[] | null {
  return part.at(-1) === lines.at(-1) ? part : null;
}

/**
 * The lines of a paragraph by entry: a new one begins where a line begins as the first does, or with a
 * venue and year in brackets; what comes before is a part of its own.
 */
function entriesIn(lines: readonly Line[]): (readonly Line[])[] {
  if (lines.length < 2) return [lines];
  const marks = lines.map(startMark);
  const mark = marks[0] ?? (marks.includes("head") ? "head" : null);
  const starts = mark === null ? [0] : marks.flatMap((each, i) => (i === 0 || each === mark ? [i] : []));
  if (starts.length > 1) return starts.map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length));
  // One paper a line, each with its own link to it.
  return lines.every(leadsWithTitle) ? lines.map((line) => [line]) : [lines];
}

/** How the line of an entry begins, if it begins in a telling way. */
function startMark(line: Line): string | null {
  const [first] = line.runs.filter((run) => run.text.trim() !== "");
  if (!first) return null;
  const text = line.runs.map((run) => run.text).join("");
  if (/^\s*\[\d{1,4}\]/.test(text)) return "number";
  if (/^\s*\d{1,4}\s*[.)]\s/.test(text)) return "ordinal";
  if (/^\s*[•·‣▪-]\s/.test(text)) return "bullet";
  const head = /^\s*[-*•]?\s*[[【]\s*([^[\]【】]{2,60})\s*[\]】]/.exec(text)?.[1];
  if (head !== undefined && isVenueDate(head)) return "head";
  if (first.url !== null) return leadsWithTitle(line) ? "link" : null;
  if (first.strong && first.text.trim().split(/\s+/).length >= 3) return "strong";
  return null;
}

function leadsWithTitle(line: Line): boolean {
  const flat = flatten([line]);
  const [first] = flat.spans.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(flat.text.slice(start, end)));
  return (
    first !== undefined &&
    first.url !== null &&
    leadsToPaper(first.url) &&
    flat.text.slice(first.start, first.end).split(/\s+/).length >= 3
  );
}

/** Whether a paragraph could be the title of an entry whose links are in the blocks below it. */
function titleAlone(lines: readonly Line[]): boolean {
  const flat = flatten(lines);
  const text = flat.text.trim();
  if (text.length < 8 || text.length > 400 || lines.length > 4 || /[:：]$/.test(text)) return false;
  return flat.links.length === 0 || flat.spans.some(({ strong, url }) => strong || url !== null);
}

/** The lines of a block that only continues an entry: links, authors, venues; null for any other. */
function continuation(block: Block): Line[][] | null {
  if (block.kind === "paragraph") return continues(block.lines) ? [[...block.lines]] : null;
  if (block.kind !== "list") return null;
  const items = block.items.map((item) =>
    item.blocks.flatMap((inner) => (inner.kind === "paragraph" ? inner.lines : [])),
  );
  const simple = block.items.every((item) => item.blocks.every(({ kind }) => kind === "paragraph"));
  const fit =
    simple &&
    items.some((lines) => flatten(lines).links.length > 0) &&
    items.every((lines) => continues(lines) || isFact(lines));
  return fit ? items : null;
}

/** "作者单位: 清华大学", "Code: None": a word with a colon and something short behind it. */
function isFact(lines: readonly Line[]): boolean {
  const { text, spans } = flatten(lines);
  return (
    lines.length === 1 &&
    !spans.some(({ url }) => url !== null) &&
    /^\s*[\p{L} ]{2,20}(?:[(（][^)）]*[)）])?\s*[:：]/u.test(text) &&
    text.length < 300
  );
}

function continues(lines: readonly Line[]): boolean {
  if (lines.length === 0 || lines.length > 6) return false;
  return lines.every((line) => {
    const flat = flatten([line]);
    if (flat.spans.some(({ url, strong }) => url !== null || strong)) return false;
    const said = textWithoutLinks(flat.text);
    if (said === "") return flat.links.length > 0;
    if (flat.links.length > 0 && /^[\p{L}\s/&]{2,24}(?:[(（][^()（）]{1,20}[)）])?\s*[:：]?$/u.test(said))
      return true;
    const italic = flat.spans.some(({ emphasis }) => emphasis);
    return (
      isVenueDate(said) ||
      readAuthors(said, italic) !== null ||
      (flat.links.length > 0 && said.split(/\s+/).length <= 6)
    );
  });
}

function listSteps(items: readonly ListItem[], paragraphs: Group, level: number): Step[] {
  const group: Group = { kind: "list", members: [], named: false };
  return items.flatMap((item) => itemSteps(item, group, paragraphs, level));
}

function itemSteps(item: ListItem, group: Group, paragraphs: Group, level: number): Step[] {
  const at = item.blocks.findIndex(({ kind }) => kind === "paragraph" || kind === "heading");
  const head = item.blocks[at];
  if (!head || (head.kind !== "paragraph" && head.kind !== "heading") || at > 0) {
    return stepsIn(item.blocks, paragraphs, level + 1);
  }
  const rest = item.blocks.slice(1);
  const parts = entriesIn(head.lines);
  const own = parts[0] ?? head.lines;
  const bare = sketchEntry({ line: own[0]?.line ?? item.line, own, details: [], cells: [] });
  const nested = rest.flatMap((block) => (block.kind === "list" ? block.items : []));
  const children = nested.map((child) => sketchEntry(sourceOf(child)));
  const papers = children.filter(isEntryItself);
  const around = nested.filter(
    (child, i) => !papers.includes(children[i] as EntrySketch) && holdsEntries(child),
  ).length;
  const [only] = papers;
  const cited = only?.places.some(
    ({ kind, likelihood }) => (kind === "reference" || kind === "quoted") && likelihood >= 0.4,
  );
  const one =
    papers.length === 1 &&
    children.every((child) => papers.includes(child) || isPlainDetail(child)) &&
    (likeliest(bare) <= 0.75 || cited) &&
    bare.places.every(({ url }) => url === null);
  const named =
    one && (bare.evidence >= 1.5 || (children.length > 1 && bare.flat.spans.some(({ strong }) => strong)));
  const led = papers.length + around;
  const leads = !named && led > 0 && (led * 2 >= children.length || led >= 3) && !isEntryItself(bare);
  if (leads || (!named && papers.length > 0 && papers.length === children.length && bare.evidence < 1.5)) {
    const inner = stepsIn(rest, paragraphs, level + 1);
    return [
      { kind: "item heading", line: item.line, lines: head.lines, level },
      ...inner,
      { kind: "end of item", level },
    ];
  }
  const nestedPapers = new Set(
    !named && papers.length > 0 && isEntryItself(bare)
      ? nested.filter((_, i) => papers.includes(children[i] as EntrySketch))
      : [],
  );
  const details = rest.flatMap((block) => detailsOf(block, nestedPapers));
  const tables = rest.filter(({ kind }) => kind === "table");
  const sketch = details.length === 0 ? bare : sketchEntry({ ...bare.source, details });
  group.members.push(sketch);
  const steps: Step[] = [{ kind: "candidate", sketch, group, from: "item" }];
  for (const part of parts.slice(1)) {
    const more = sketchEntry({ line: part[0]?.line ?? item.line, own: part, details: [], cells: [] });
    group.members.push(more);
    steps.push({ kind: "candidate", sketch: more, group, from: "item" });
  }
  for (const child of nestedPapers)
    for (const step of itemSteps(child, group, paragraphs, level + 1)) steps.push(step);
  for (const step of stepsIn(tables, paragraphs, level + 1)) steps.push(step);
  return steps;
}

/** Whether papers are listed somewhere below an item. */
function holdsEntries(item: ListItem): boolean {
  return item.blocks.some(
    (block) =>
      block.kind === "list" &&
      block.items.some((inner) => isEntryItself(sketchEntry(sourceOf(inner))) || holdsEntries(inner)),
  );
}

/** Whether a nested item is a paper of its own: its title, and a link of its own to a paper. */
function isEntryItself(sketch: EntrySketch): boolean {
  const own = sketch.flat.links.some(({ role, url }) => role === "paper" && /^https?:/i.test(url));
  const [best] = [...sketch.places]
    .filter(({ kind }) => kind !== "detail")
    .sort((a, b) => b.likelihood - a.likelihood);
  if (!best || best.likelihood < 0.45) return false;
  if (best.url !== null && leadsToPaper(best.url)) return true;
  return (
    (own && sketch.evidence >= 1.5) ||
    (sketch.evidence >= 1 && sketch.front.heads.length > 0) ||
    (best.url !== null && sketch.evidence >= 1)
  );
}

/** Whether a nested item only adds links or facts to the one above: it has no title of its own. */
function isPlainDetail(sketch: EntrySketch): boolean {
  return likeliest(sketch) < 0.7 || sketch.flat.text.length < 24;
}

function likeliest({ places }: EntrySketch): number {
  return Math.max(0, ...places.filter(({ kind }) => kind !== "detail").map(({ likelihood }) => likelihood));
}

function sourceOf(item: ListItem): EntrySource {
  const [first] = item.blocks;
  const own = first?.kind === "paragraph" ? first.lines : [];
  return {
    line: item.line,
    own,
    details: item.blocks.slice(1).flatMap((block) => detailsOf(block, new Set())),
    cells: [],
  };
}

function detailsOf(block: Block, without: ReadonlySet<ListItem>): Line[][] {
  if (block.kind === "paragraph") return [[...block.lines]];
  if (block.kind === "quote") return block.blocks.flatMap((inner) => detailsOf(inner, without));
  if (block.kind !== "list") return [];
  return block.items
    .filter((item) => !without.has(item))
    .flatMap((item) => item.blocks.flatMap((inner) => detailsOf(inner, without)));
}

function tableSteps(table: Extract<Block, { kind: "table" }>): Step[] {
  const columns = readColumns(table);
  if (!columns) return [];
  const group: Group = { kind: "table", members: [], named: columns.named };
  return table.rows.flatMap((row): Step[] => {
    const own = row.cells[columns.title] ?? [];
    if (own.length === 0) return [];
    const cells = row.cells.flatMap((lines, i) =>
      i === columns.title || lines.length === 0
        ? []
        : [{ role: columns.roles[i] ?? "other", header: columns.headers[i] ?? "", lines }],
    );
    const sketch = sketchEntry({ line: row.line, own, details: [], cells });
    group.members.push(sketch);
    return [{ kind: "candidate", sketch, group, from: "table" }];
  });
}
