import type { Block, Line } from "../blocks/blocks.ts";
import { readAuthors } from "../entry/authors.ts";
import { textWithoutLinks } from "../entry/entry-facts.ts";
import { flatten } from "../entry/flat-text.ts";
import { isVenueDate } from "../entry/venue-date.ts";

/** No entry is written in more blocks below its title. */
const MOST_BLOCKS = 20;

/** Whether a paragraph could be the title of an entry whose links are in the blocks below it. */
export function titleAlone(lines: readonly Line[]): boolean {
  const flat = flatten(lines);
  const text = flat.text.trim();
  if (text.length < 8 || text.length > 400 || lines.length > 4 || /[:：]$/.test(text)) return false;
  return flat.links.length === 0 || flat.spans.some(({ strong, url }) => strong || url !== null);
}

/** The lines of the blocks from `from` on that only continue an entry, by block, up to the first that does not. */
export function continuations(blocks: readonly Block[], from: number): Line[][][] {
  const lines: Line[][][] = [];
  for (const block of blocks.slice(from, from + MOST_BLOCKS)) {
    const more = continuation(block) ?? pictures(block);
    if (!more) break;
    lines.push(more);
  }
  // A picture at the end may as well belong to what follows.
  while (lines.length > 0 && lines.at(-1)?.flat().every(isPicture)) lines.pop();
  return lines;
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
    items.every((lines) => continues(lines) || isFact(lines) || isShort(lines));
  return fit ? items : null;
}

/** The lines of a paragraph that is only pictures; null for any other block. */
function pictures(block: Block): Line[][] | null {
  return block.kind === "paragraph" && block.lines.every(isPicture) ? [[...block.lines]] : null;
}

function isPicture({ runs }: Line): boolean {
  return runs.every(({ image, url, text }) => (image !== null && url === null) || text.trim() === "");
}

/** "Google Brain": a few words without a link. */
function isShort(lines: readonly Line[]): boolean {
  const { text, spans, links } = flatten(lines);
  return (
    links.length === 0 &&
    !spans.some(({ url, strong }) => url !== null || strong) &&
    text.trim().split(/\s+/).length <= 5
  );
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

/** Whether lines hold nothing but authors, venues and labelled links: they go on with the entry above. */
export function continues(lines: readonly Line[]): boolean {
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
