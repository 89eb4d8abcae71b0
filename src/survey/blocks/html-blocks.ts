import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import type { Block, Line, ListItem, TableRow } from "./blocks.ts";
import { attributeOf, styleOf } from "./inline-html.ts";
import { createLineWriter, type LineWriter } from "./line-writer.ts";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];

/** Elements inside one another beyond this are not looked into: no list of papers needs them. */
const DEEPEST = 100;
const INLINE = new Set(
  "a abbr b bdi br cite code del em font i img ins kbd mark q s small span strike strong sub sup u var".split(
    " ",
  ),
);
const PASSED_OVER = new Set(["script", "style", "template", "svg", "head", "title"]);
const MARKDOWN = /\]\(|^[ \t]*(?:[-*+]|\d+[.)]|#{1,6})[ \t]/m;

/**
 * The blocks of a piece of HTML that starts on line `firstLine`. Text in it that is written in Markdown
 * is read by `markdown`, although a Markdown renderer would show it as it is: the list's author meant it so.
 */
export function htmlBlocks(
  html: string,
  firstLine: number,
  markdown: (text: string, firstLine: number) => Block[],
): Block[] {
  // An end tag may close what an earlier piece of HTML has opened, with Markdown between them.
  const parts = /<table/i.test(html) ? [html] : html.split(/<\/details\s*>/i);
  let line = firstLine;
  return parts.flatMap((part, i) => {
    const blocks = i > 0 ? [{ kind: "end of details" as const, line }] : [];
    const read = part.trim() === "" ? [] : fragmentBlocks(part, line, markdown);
    line += part.split("\n").length - 1;
    return [...blocks, ...read];
  });
}

function fragmentBlocks(
  html: string,
  firstLine: number,
  markdown: (text: string, firstLine: number) => Block[],
): Block[] {
  const blocks: Block[] = [];
  const root = parseFragment(html, { sourceCodeLocationInfo: true });
  const lineOf = (node: Node) => firstLine + (node.sourceCodeLocation?.startLine ?? 1) - 1;

  /** Reads nodes that flow into one another as paragraphs, and hands on those that are blocks. */
  function flow(nodes: readonly Node[], into: Block[], depth: number): void {
    let writer: { lines: LineWriter; from: number } | null = null;
    const flush = () => {
      const lines = writer?.lines.lines() ?? [];
      if (writer && lines.length > 0)
        into.push({ kind: "paragraph", line: lines[0]?.line ?? writer.from, lines });
      writer = null;
    };
    for (const node of nodes) {
      if (node.nodeName === "#text" && "value" in node && MARKDOWN.test(node.value)) {
        flush();
        for (const block of markdown(unindented(node.value), lineOf(node))) into.push(block);
      } else if (node.nodeName === "#text" || INLINE.has(node.nodeName)) {
        writer ??= { lines: createLineWriter(lineOf(node)), from: lineOf(node) };
        inline(node, writer.lines, depth);
      } else if ("tagName" in node && !PASSED_OVER.has(node.tagName)) {
        flush();
        if (depth < DEEPEST) element(node, into, depth + 1);
      }
    }
    flush();
  }

  function inline(node: Node, writer: LineWriter, depth: number): void {
    writer.atLine(lineOf(node));
    if ("value" in node) {
      // The text starts on its own line, not where the white space in front of it does.
      const lead = /^\s*/.exec(node.value)?.[0].match(/\n/g)?.length ?? 0;
      writer.atLine(lineOf(node) + lead);
      writer.text(node.value.replace(/\s+/g, " "));
      return;
    }
    if (!("tagName" in node) || depth >= DEEPEST) return;
    const style = styleOf(node.tagName);
    const url = node.tagName === "a" ? attributeOf(node, "href") : null;
    if (node.tagName === "br") writer.endLine();
    else if (node.tagName === "img")
      writer.image(attributeOf(node, "src") ?? "", attributeOf(node, "alt") ?? "");
    if (style) writer.style(style, true);
    if (url !== null) writer.openLink(url);
    for (const child of node.childNodes) inline(child, writer, depth + 1);
    if (url !== null) writer.closeLink();
    if (style) writer.style(style, false);
  }

  function linesIn(node: Element, depth: number): Line[] {
    const inner: Block[] = [];
    flow(node.childNodes, inner, depth);
    return inner.flatMap(linesOfBlock);
  }

  function element(node: Element, into: Block[], depth: number): void {
    const line = lineOf(node);
    const { tagName } = node;
    if (/^h[1-6]$/.test(tagName)) {
      into.push({ kind: "heading", line, depth: Number(tagName[1]), lines: linesIn(node, depth) });
    } else if (tagName === "summary") into.push({ kind: "summary", line, lines: linesIn(node, depth) });
    else if (tagName === "ul" || tagName === "ol") {
      const items: ListItem[] = [];
      for (const child of node.childNodes) {
        if (!("tagName" in child)) continue;
        const inner: Block[] = [];
        if (child.tagName === "li") flow(child.childNodes, inner, depth);
        else element(child, inner, depth + 1);
        items.push({ line: lineOf(child), blocks: inner });
      }
      into.push({ kind: "list", line, items });
    } else if (tagName === "table") into.push({ kind: "table", line, ...tableParts(node, depth) });
    else if (tagName === "blockquote") {
      const inner: Block[] = [];
      flow(node.childNodes, inner, depth);
      into.push({ kind: "quote", line, blocks: inner });
    } else if (tagName === "pre")
      into.push({ kind: "code", line, text: linesIn(node, depth).map(plain).join("\n") });
    else flow(node.childNodes, into, depth);
  }

  function tableParts(table: Element, depth: number): { header: Line[][] | null; rows: TableRow[] } {
    let header: Line[][] | null = null;
    const rows: TableRow[] = [];
    /** Cells that reach down into the rows below, by column. */
    const reaching = new Map<number, { rows: number; lines: Line[] }>();
    for (const row of elementsIn(table, "tr", 4)) {
      const cells: Line[][] = [];
      const opened: [number, { rows: number; lines: Line[] }][] = [];
      let heads = 0;
      const column = () => {
        for (let above = reaching.get(cells.length); above; above = reaching.get(cells.length)) {
          if (--above.rows === 0) reaching.delete(cells.length);
          cells.push(above.lines);
        }
        return cells.length;
      };
      for (const cell of elementsIn(row, "td", 1)
        .concat(elementsIn(row, "th", 1))
        .sort(inFileOrder)) {
        const at = column();
        if (cell.tagName === "th") heads++;
        const lines = linesIn(cell, depth + 1);
        const down = Math.min(1_000, Number(attributeOf(cell, "rowspan") ?? 1) || 1);
        const across = Math.min(50, Number(attributeOf(cell, "colspan") ?? 1) || 1);
        cells.push(lines);
        for (let i = 1; i < across; i++) cells.push([]);
        if (down > 1) opened.push([at, { rows: down - 1, lines }]);
      }
      column();
      for (const [at, above] of reaching) if (at >= cells.length && --above.rows === 0) reaching.delete(at);
      for (const [at, above] of opened) reaching.set(at, above);
      if (heads > 0 && heads * 2 >= cells.length && header === null && rows.length === 0) header = cells;
      else if (cells.length > 0) rows.push({ line: lineOf(row), cells });
    }
    return { header, rows };
  }

  flow(root.childNodes, blocks, 0);
  return blocks;
}

function linesOfBlock(block: Block): readonly Line[] {
  if (block.kind === "paragraph" || block.kind === "heading" || block.kind === "summary") return block.lines;
  if (block.kind === "list") return block.items.flatMap((item) => item.blocks.flatMap(linesOfBlock));
  return block.kind === "quote" ? block.blocks.flatMap(linesOfBlock) : [];
}

function plain(line: Line): string {
  return line.runs.map((run) => run.text).join("");
}

/** The elements of this name below one, not looking deeper than `depth` levels nor into what is found. */
function elementsIn(node: Element, name: string, depth: number): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    if (child.tagName === name) return [child];
    return depth > 1 && child.tagName !== "table" ? elementsIn(child, name, depth - 1) : [];
  });
}

function inFileOrder(a: Element, b: Element): number {
  return (a.sourceCodeLocation?.startOffset ?? 0) - (b.sourceCodeLocation?.startOffset ?? 0);
}

/** Markdown inside HTML is often indented with the tags around it, which would make code of it. */
function unindented(text: string): string {
  const indents = text
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [/^[ \t]*/.exec(line)?.[0].length ?? 0]));
  const least = indents.slice(1).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return Number.isFinite(least) && least > 0
    ? text.replaceAll(new RegExp(`^[ \\t]{${least}}`, "gm"), "")
    : text;
}
