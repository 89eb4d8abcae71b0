import MarkdownIt, { type Token } from "markdown-it";
import type { Block, Line, ListItem, TableRow } from "./blocks.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { readInlineTag } from "./inline-html.ts";
import { createLineWriter } from "./line-writer.ts";
import { withoutComments } from "./without-comments.ts";

const markdownIt = new MarkdownIt({ html: true });
// Addresses are checked where they are used; here they are kept as the list writes them.
markdownIt.validateLink = () => true;
markdownIt.normalizeLink = (url) => url;

/**
 * The Markdown (with tables, struck text and HTML) as a tree of blocks in the order of the file; its
 * comments come last, each as one block of text. `firstLine` is the line of the file on which the text starts.
 */
export function markdownBlocks(markdown: string, firstLine = 1): Block[] {
  const { text, comments, unclosed } = withoutComments(markdown);
  const blocks = read(createReader(markdownIt.parse(joinedTables(text), {}), firstLine), null);
  for (const comment of comments)
    blocks.push({ kind: "comment", line: firstLine + comment.line - 1, text: comment.text });
  if (unclosed !== null) blocks.push({ kind: "unclosed comment", line: firstLine + unclosed - 1 });
  return blocks;
}

interface Reader {
  readonly next: () => Token | undefined;
  readonly lineOf: (token: Token) => number;
}

function createReader(tokens: readonly Token[], firstLine: number): Reader {
  let at = 0;
  let line = firstLine;
  return {
    next: () => tokens[at++],
    lineOf(token) {
      if (token.map) line = firstLine + token.map[0];
      return line;
    },
  };
}

/** The blocks up to the closing token of `until`, or to the end. */
function read(reader: Reader, until: string | null): Block[] {
  const blocks: Block[] = [];
  for (let token = reader.next(); token && token.type !== until; token = reader.next()) {
    const line = reader.lineOf(token);
    switch (token.type) {
      case "heading_open": {
        const lines = inlineLines(reader.next(), line);
        reader.next();
        blocks.push({ kind: "heading", line, depth: Number(token.tag.slice(1)), lines });
        break;
      }
      case "paragraph_open": {
        const lines = inlineLines(reader.next(), line);
        reader.next();
        if (lines.length > 0) blocks.push({ kind: "paragraph", line, lines });
        break;
      }
      case "bullet_list_open":
      case "ordered_list_open":
        blocks.push({ kind: "list", line, items: listItems(reader, token.type.replace("_open", "_close")) });
        break;
      case "blockquote_open":
        blocks.push({ kind: "quote", line, blocks: read(reader, "blockquote_close") });
        break;
      case "table_open":
        blocks.push({ kind: "table", line, ...tableParts(reader) });
        break;
      case "html_block":
        for (const block of htmlBlocks(token.content, line, markdownBlocks)) blocks.push(block);
        break;
      case "fence":
      case "code_block":
        blocks.push({ kind: "code", line: token.type === "fence" ? line + 1 : line, text: token.content });
        break;
      default:
        break;
    }
  }
  return blocks;
}

function listItems(reader: Reader, until: string): ListItem[] {
  const items: ListItem[] = [];
  for (let token = reader.next(); token && token.type !== until; token = reader.next()) {
    if (token.type !== "list_item_open") continue;
    items.push({ line: reader.lineOf(token), blocks: read(reader, "list_item_close") });
  }
  return items;
}

function tableParts(reader: Reader): { header: Line[][] | null; rows: TableRow[] } {
  let header: Line[][] | null = null;
  const rows: TableRow[] = [];
  let cells: Line[][] = [];
  let line = 1;
  let inHead = false;
  for (let token = reader.next(); token && token.type !== "table_close"; token = reader.next()) {
    if (token.type === "thead_open") inHead = true;
    else if (token.type === "thead_close") inHead = false;
    else if (token.type === "tr_open") {
      cells = [];
      line = reader.lineOf(token);
    } else if (token.type === "inline") cells.push(inlineLines(token, line));
    else if (token.type === "tr_close") {
      if (inHead) header = cells;
      else rows.push({ line, cells });
    }
  }
  return { header, rows };
}

/** Asterisks that Markdown leaves as they are because a Chinese full stop or colon comes before them. */
const LITERAL_STRONG = /\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/;

function inlineLines(token: Token | undefined, firstLine: number): Line[] {
  const writer = createLineWriter(firstLine);
  let line = firstLine;
  let styled = 0;
  const strongText = (text: string) => {
    if (styled > 0) {
      writer.text(text);
      return;
    }
    text.split(LITERAL_STRONG).forEach((part, i) => {
      if (i % 2 === 1) writer.style("strong", true);
      writer.text(part);
      if (i % 2 === 1) writer.style("strong", false);
    });
  };
  for (const child of token?.children ?? []) {
    switch (child.type) {
      case "softbreak":
        // A title broken over two lines of the file is one.
        if (styled > 0) writer.text(" ");
        else writer.endLine();
        writer.atLine(++line);
        break;
      case "hardbreak":
        writer.endLine();
        writer.atLine(++line);
        break;
      case "strong_open":
      case "strong_close":
        styled += child.nesting;
        writer.style("strong", child.type === "strong_open");
        break;
      case "em_open":
      case "em_close":
        styled += child.nesting;
        writer.style("emphasis", child.type === "em_open");
        break;
      case "s_open":
      case "s_close":
        writer.style("struck", child.type === "s_open");
        break;
      case "code_inline":
        writer.style("code", true);
        writer.text(child.content);
        writer.style("code", false);
        break;
      case "link_open":
        writer.openLink(String(child.attrGet("href") ?? ""));
        break;
      case "link_close":
        writer.closeLink();
        break;
      case "image":
        writer.image(String(child.attrGet("src") ?? ""), child.content);
        break;
      case "html_inline": {
        const tag = readInlineTag(child.content);
        if (tag.kind === "style") writer.style(tag.style, tag.open);
        else if (tag.kind === "link") writer.openLink(tag.url);
        else if (tag.kind === "end of link") writer.closeLink();
        else if (tag.kind === "image") writer.image(tag.url, tag.text);
        else if (tag.kind === "break") writer.endLine();
        break;
      }
      default:
        strongText(child.content);
    }
  }
  return writer.lines();
}

/** The text with no blank lines inside HTML tables: Markdown would take each for the end of the table. */
function joinedTables(text: string): string {
  if (!/<table/i.test(text)) return text;
  let depth = 0;
  let fenced = false;
  return text
    .split("\n")
    .map((line) => {
      if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
      if (fenced) return line;
      const blank = depth > 0 && line.trim() === "";
      depth += (line.match(/<table/gi)?.length ?? 0) - (line.match(/<\/table/gi)?.length ?? 0);
      depth = Math.max(0, depth);
      return blank ? "<!---->" : line;
    })
    .join("\n");
}
