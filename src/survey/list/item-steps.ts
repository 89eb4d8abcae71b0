import type { Block, Line, ListItem } from "../blocks/blocks.ts";
import type { EntrySource } from "../entry/entry-source.ts";
import { type EntrySketch, sketchEntry } from "../entry/sketch-entry.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { continues } from "./continuation.ts";
import { entryLines } from "./entry-lines.ts";
import type { Group, Step } from "./step.ts";

/** What the reading of nested lists has in common. */
export interface ListReader {
  /** The steps of what is inside an item, `level` lists deep. */
  readonly inside: (blocks: readonly Block[], level: number) => Step[];
  /** An item with all that is inside it as one candidate, looked at once however often it is asked for. */
  readonly sketchOf: (item: ListItem) => EntrySketch;
}

/** Looks at items, each once. */
export function createItemSketches(): (item: ListItem) => EntrySketch {
  const known = new WeakMap<ListItem, EntrySketch>();
  return (item) => {
    const sketch = known.get(item) ?? sketchEntry(sourceOf(item));
    known.set(item, sketch);
    return sketch;
  };
}

/** The items of a list as candidates of one group, or as headings of the items inside them. */
export function listSteps(items: readonly ListItem[], level: number, reader: ListReader): Step[] {
  const group: Group = { kind: "list", members: [], named: false };
  return joinedItems(items).flatMap((item) => itemSteps(item, group, level, reader));
}

/** The items, where authors and links that a stray sign has made an item of their own belong to the title above. */
function joinedItems(items: readonly ListItem[]): ListItem[] {
  const joined: ListItem[] = [];
  for (const item of items) {
    const above = joined.at(-1);
    const [title] = above?.blocks.length === 1 ? above.blocks : [];
    if (above && title?.kind === "paragraph" && isTitleOnly(title.lines) && goesOn(item))
      joined[joined.length - 1] = { ...above, blocks: [title, ...item.blocks] };
    else joined.push(item);
  }
  return joined;
}

function isTitleOnly(lines: readonly Line[]): boolean {
  return (
    lines.length === 1 &&
    lines.every(({ runs }) => runs.every(({ url }) => url === null) && runs.some(({ strong }) => strong))
  );
}

function goesOn({ blocks }: ListItem): boolean {
  const [only] = blocks.length === 1 ? blocks : [];
  if (only?.kind !== "paragraph" || only.lines.length < 2) return false;
  return only.lines.some(({ runs }) => runs.some(({ url }) => url !== null)) && continues(only.lines);
}

function itemSteps(item: ListItem, group: Group, level: number, reader: ListReader): Step[] {
  const head = headOf(item);
  if (!head) return reader.inside(item.blocks, level + 1);
  const rest = item.blocks.slice(1);
  const [own = head.lines, ...others] = entryLines(head.lines);
  const nested = rest.flatMap((block) => (block.kind === "list" ? block.items : []));
  const papers = nested.filter((child) => isEntryItself(child, reader));
  const relation =
    papers.length > 0 || nested.some((child) => holdsEntries(child, reader)) ? relate() : "details";
  if (relation === "heading") {
    return [
      { kind: "item heading", line: item.line, lines: head.lines, level },
      ...reader.inside(rest, level + 1),
      { kind: "end of item", level },
    ];
  }
  const apart = new Set(relation === "papers" ? papers : []);
  const sketch =
    others.length === 0 && apart.size === 0
      ? reader.sketchOf(item)
      : sketchEntry({ ...sourceOf(item), own, details: rest.flatMap((block) => detailsOf(block, apart)) });
  const sketches = [sketch, ...others.map((lines) => sketchEntry(sourceOfLines(lines, item.line)))];
  group.members.push(...sketches);
  return [
    ...sketches.map((each): Step => ({ kind: "candidate", sketch: each, group, from: "item" })),
    ...[...apart].flatMap((child) => itemSteps(child, group, level + 1, reader)),
    ...reader.inside(
      rest.filter(({ kind }) => kind === "table"),
      level + 1,
    ),
  ];

  /** What an item is to the papers inside it: their heading, a paper beside them, or the paper they are details of. */
  function relate(): "heading" | "papers" | "details" {
    const bare = sketchEntry(sourceOfLines(own, item.line));
    const [only] = papers;
    const named = papers.length === 1 && only !== undefined && isNamed(bare, nested, only, reader);
    if (named) return "details";
    const among = new Set(papers);
    const led =
      papers.length + nested.filter((child) => !among.has(child) && holdsEntries(child, reader)).length;
    const itself = isEntrySketch(bare);
    if (!itself && led > 0 && (led * 2 >= nested.length || led >= 3)) return "heading";
    if (papers.length > 0 && papers.length === nested.length && bare.evidence < 1.5) return "heading";
    return itself ? "papers" : "details";
  }
}

/** Whether an item is the name of the one paper inside it, beside which there are only facts. */
function isNamed(
  bare: EntrySketch,
  nested: readonly ListItem[],
  paper: ListItem,
  { sketchOf }: ListReader,
): boolean {
  const cited = sketchOf(paper).places.some(
    ({ kind, likelihood }) => (kind === "reference" || kind === "quoted") && likelihood >= 0.4,
  );
  return (
    nested.every((child) => child === paper || isPlainDetail(sketchOf(child))) &&
    (likeliest(bare) <= 0.75 || cited) &&
    bare.places.every(({ url }) => url === null) &&
    (bare.evidence >= 1.5 || (nested.length > 1 && bare.flat.spans.some(({ strong }) => strong)))
  );
}

/** The paragraph or heading that an item begins with. */
function headOf({ blocks }: ListItem): Extract<Block, { kind: "paragraph" | "heading" }> | null {
  const [first] = blocks;
  return first?.kind === "paragraph" || first?.kind === "heading" ? first : null;
}

/** Whether papers are listed somewhere below an item. */
function holdsEntries({ blocks }: ListItem, reader: ListReader): boolean {
  return blocks.some(
    (block) =>
      block.kind === "list" &&
      block.items.some((inner) => isEntryItself(inner, reader) || holdsEntries(inner, reader)),
  );
}

/** Whether an item is a paper of its own: its title, and a link of its own to a paper. */
function isEntryItself(item: ListItem, { sketchOf }: ListReader): boolean {
  const head = headOf(item);
  return head?.kind === "paragraph" && !isPlainText(head.lines) && isEntrySketch(sketchOf(item));
}

/** Whether lines have nothing but words: no link, no venue set apart, no number of a paper. */
function isPlainText(lines: readonly Line[]): boolean {
  return lines.every(({ runs }) =>
    runs.every(
      ({ url, code, strong, text }) => url === null && !code && !strong && !/[\d[(（【|｜│]|:\/\//.test(text),
    ),
  );
}

function isEntrySketch(sketch: EntrySketch): boolean {
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
  const lines = headOf(item)?.lines ?? [];
  return {
    ...sourceOfLines(lines, item.line),
    details: item.blocks.slice(1).flatMap((block) => detailsOf(block, new Set())),
  };
}

function sourceOfLines(own: readonly Line[], line: number): EntrySource {
  return { line: own[0]?.line ?? line, own, details: [], cells: [] };
}

function detailsOf(block: Block, without: ReadonlySet<ListItem>): Line[][] {
  if (block.kind === "paragraph") return [[...block.lines]];
  if (block.kind === "quote") return block.blocks.flatMap((inner) => detailsOf(inner, without));
  if (block.kind !== "list") return [];
  return block.items
    .filter((item) => !without.has(item))
    .flatMap((item) => item.blocks.flatMap((inner) => detailsOf(inner, without)));
}
