import type { Block, Line, ListItem } from "../blocks/blocks.ts";
import { type EntrySketch, type EntrySource, sketchEntry } from "../entry/read-entry.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { entryLines } from "./entry-lines.ts";
import type { Group, Step } from "./step.ts";

/** The steps of what is inside an item, `level` lists deep. */
type Inside = (blocks: readonly Block[], level: number) => Step[];

/** The items of a list as candidates of one group, or as headings of the items inside them. */
export function listSteps(items: readonly ListItem[], level: number, inside: Inside): Step[] {
  const group: Group = { kind: "list", members: [], named: false };
  return items.flatMap((item) => itemSteps(item, group, level, inside));
}

function itemSteps(item: ListItem, group: Group, level: number, inside: Inside): Step[] {
  const at = item.blocks.findIndex(({ kind }) => kind === "paragraph" || kind === "heading");
  const head = item.blocks[at];
  if (!head || (head.kind !== "paragraph" && head.kind !== "heading") || at > 0) {
    return inside(item.blocks, level + 1);
  }
  const rest = item.blocks.slice(1);
  const parts = entryLines(head.lines);
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
    const inner = inside(rest, level + 1);
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
    for (const step of itemSteps(child, group, level + 1, inside)) steps.push(step);
  for (const step of inside(tables, level + 1)) steps.push(step);
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
