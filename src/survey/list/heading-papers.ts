import { type Block, type Line, textOf } from "../blocks/blocks.ts";
import { textWithoutLinks } from "../entry/entry-facts.ts";
import { flatten } from "../entry/flat-text.ts";
import { titleLikelihood } from "../entry/title-text.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { continuations } from "./continuation.ts";
import { readHeading } from "./headings.ts";

/** A heading that is the title of a paper, with what is below it up to the next heading. */
export interface HeadingPaper {
  readonly heading: Extract<Block, { kind: "heading" }>;
  /** Links, authors, venue. */
  readonly details: readonly (readonly Line[])[];
  /** What is said of the paper. */
  readonly rest: readonly Block[];
  /** How many blocks are below the heading. */
  readonly length: number;
}

/** Fewer headings of one depth that look like papers are chance. */
const FEWEST = 3;

/**
 * The papers among the headings, by the place of the heading in `blocks`: where at least three, and half, of the
 * headings of one depth are titles and link to a paper, themselves or in a line of links below them.
 */
export function headingPapers(blocks: readonly Block[]): Map<number, HeadingPaper> {
  const places = blocks.flatMap(({ kind }, i) => (kind === "heading" ? [i] : []));
  const found = new Map<number, HeadingPaper>();
  const filled = new Map<number, number>();
  const papers = new Map<number, number>();
  places.forEach((at, i) => {
    const heading = blocks[at] as HeadingPaper["heading"];
    const below = blocks.slice(at + 1, places[i + 1] ?? blocks.length);
    if (below.length > 0) filled.set(heading.depth, (filled.get(heading.depth) ?? 0) + 1);
    const paper = i === 0 ? null : paperOf(heading, below);
    if (!paper) return;
    papers.set(heading.depth, (papers.get(heading.depth) ?? 0) + 1);
    found.set(at, paper);
  });
  for (const [at, { heading }] of found) {
    const count = papers.get(heading.depth) ?? 0;
    if (count < FEWEST || count * 2 < (filled.get(heading.depth) ?? 0)) found.delete(at);
  }
  return found;
}

function paperOf(heading: HeadingPaper["heading"], below: readonly Block[]): HeadingPaper | null {
  const { holds, when, text } = readHeading(heading.lines);
  if (holds !== "anything" || when !== null || titleLikelihood(text) < 0.7) return null;
  if (below.some(listsPapers)) return null;
  const runs = heading.lines.flatMap((line) => line.runs).filter((run) => textOf([run]).trim() !== "");
  const linked = runs.length === 1 && runs[0]?.url != null && leadsToPaper(runs[0].url);
  const at = linked ? -1 : below.findIndex(isLineOfLinks);
  const links = below[at];
  if (!linked && links?.kind !== "paragraph") return null;
  const more = continuations(below, at + 1);
  return {
    heading,
    details: [...(links?.kind === "paragraph" ? [links.lines] : []), ...more.flat()],
    rest: [...below.slice(0, Math.max(0, at)), ...below.slice(at + 1 + more.length)],
    length: below.length,
  };
}

/** Whether the first line of a block has nothing but links, one of them to a paper. */
function isLineOfLinks(block: Block): boolean {
  const [first] = block.kind === "paragraph" ? block.lines : [];
  if (!first) return false;
  const { text, links } = flatten([first]);
  return textWithoutLinks(text) === "" && links.some(({ url }) => leadsToPaper(url));
}

/** Whether papers are listed in a block, in a list or a table. */
function listsPapers(block: Block): boolean {
  if (block.kind === "list")
    return block.items.some(({ blocks }) => blocks.some((each) => linksToPaper(each)));
  return block.kind === "table" && block.rows.some(({ cells }) => cells.some(leads));
}

function linksToPaper(block: Block): boolean {
  return block.kind === "paragraph" ? leads(block.lines) : listsPapers(block);
}

function leads(lines: readonly Line[]): boolean {
  return lines.some(({ runs }) => runs.some(({ url }) => url !== null && leadsToPaper(url)));
}
