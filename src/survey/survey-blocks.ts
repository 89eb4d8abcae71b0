import type { Definition, Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { frontmatter } from "micromark-extension-frontmatter";
import { oneLine } from "./one-line.ts";
import { looksLikeEntry, startsEntry } from "./read-entry.ts";

/** A stretch of a line that is written in one way; `text` is what a reader sees of it. */
export interface Run {
  readonly kind: "text" | "strong" | "emphasis" | "code" | "link" | "image";
  readonly text: string;
  /** Where a link or image points; null for the rest. */
  readonly url: string | null;
}

/** One line of a paragraph; a bold title broken over two lines of the file is still one run of one line. */
export interface Line {
  readonly line: number;
  readonly runs: readonly Run[];
}

export type Block =
  | { readonly kind: "heading"; readonly line: number; readonly depth: number; readonly text: string }
  | {
      readonly kind: "paragraph";
      readonly line: number;
      readonly lines: readonly Line[];
      /** The list items around it by number, outermost first; [] outside lists. */
      readonly items: readonly number[];
      /** The innermost list by number; null outside lists. */
      readonly list: number | null;
    }
  | { readonly kind: "quote"; readonly line: number; readonly text: string; readonly oneLine: boolean }
  /** Text that Markdown does not read, as it stands in the file: HTML (without its comments) or code. */
  | { readonly kind: "unread"; readonly line: number; readonly text: string; readonly where: string }
  | { readonly kind: "unclosed comment"; readonly line: number };

export interface SurveyBlocks {
  readonly frontMatter: { readonly yaml: string; readonly line: number } | null;
  readonly blocks: readonly Block[];
}

/**
 * The Markdown as a flat sequence of headings, paragraphs, blockquotes and what is not read, in the
 * order of the file; line numbers are 1-based. What stands in an HTML comment is left out, also
 * where Markdown ends the comment before its `-->`. The text must have passed `findRefusal`.
 */
export function readBlocks(markdown: string): SurveyBlocks {
  const tree = fromMarkdown(markdown, {
    extensions: [frontmatter(["yaml"])],
    mdastExtensions: [frontmatterFromMarkdown(["yaml"])],
  });
  const definitions = new Map<string, string>();
  const codeRanges: (readonly [number, number])[] = [];
  visit(tree, (node) => {
    if (node.type === "definition") definitions.set((node as Definition).identifier, node.url);
    if (node.type === "code" || node.type === "inlineCode") {
      codeRanges.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]);
    }
  });
  const commented = commentedLines(markdown, codeRanges);
  const first = tree.children[0];
  const lineOf = (node: Nodes) => node.position?.start.line ?? 1;
  let counter = 0;

  const blocksOf = (nodes: readonly RootContent[], items: readonly number[], list: number | null): Block[] =>
    nodes.flatMap((node): Block[] => {
      switch (node.type) {
        case "heading":
        case "paragraph": {
          const lines = linesOf(node.children, lineOf(node), definitions).filter(
            (l) => !commented.has(l.line),
          );
          // A `---` right under an entry makes a heading of it.
          const isEntry = lines.some(
            (line) => startsEntry(line) && line.runs.some((run) => run.kind === "link"),
          );
          if (node.type === "paragraph" || isEntry) {
            return lines.length === 0 ? [] : [{ kind: "paragraph", line: lineOf(node), lines, items, list }];
          }
          if (commented.has(lineOf(node))) return [];
          return [{ kind: "heading", line: lineOf(node), depth: node.depth, text: textOf(node) }];
        }
        case "blockquote": {
          const inner = blocksOf(node.children, items, list);
          const paragraphs = inner.filter((block) => block.kind === "paragraph");
          const mixed = inner.some((block) => block.kind !== "paragraph");
          const lines = paragraphs.flatMap((block) => block.lines);
          if (mixed || lines.length === 0 || lines.some(looksLikeEntry)) return inner;
          const text = oneLine(lines.map((line) => line.runs.map((run) => run.text).join("")).join("\n"));
          return [{ kind: "quote", line: lineOf(node), text, oneLine: lines.length === 1 }];
        }
        case "list": {
          const number = ++counter;
          return node.children.flatMap((item) => blocksOf(item.children, [...items, ++counter], number));
        }
        case "html": {
          const text = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) =>
            comment.replace(/[^\n]/g, ""),
          );
          const unread: Block = { kind: "unread", line: lineOf(node), text, where: "in HTML" };
          const open = /<!--(?![\s\S]*-->)/.test(node.value) && !commented.closed;
          return open ? [unread, { kind: "unclosed comment", line: lineOf(node) }] : [unread];
        }
        case "code": {
          const fenced = /^[`~]/.test(markdown.slice(node.position?.start.offset ?? 0).slice(0, 1));
          const line = lineOf(node) + (fenced ? 1 : 0);
          return [{ kind: "unread", line, text: node.value, where: "in a code block" }];
        }
        default:
          return [];
      }
    });

  return {
    frontMatter: first?.type === "yaml" ? { yaml: first.value, line: lineOf(first) + 1 } : null,
    blocks: blocksOf(tree.children, [], null).filter(
      (block) => block.kind === "unclosed comment" || !commented.has(block.line) || block.kind === "unread",
    ),
  };
}

/** The lines whose first character stands inside `<!-- … -->`, and whether the last comment has an end. */
function commentedLines(markdown: string, code: readonly (readonly [number, number])[]) {
  const lines = new Set<number>();
  let closed = true;
  let line = 1;
  let at = 0;
  for (let open = markdown.indexOf("<!--"); open >= 0; open = markdown.indexOf("<!--", at)) {
    const inCode = code.find(([start, end]) => start <= open && open < end);
    if (inCode || markdown[open - 1] === "\\") {
      for (let i = at; i < open + 4; i++) if (markdown[i] === "\n") line++;
      at = open + 4;
      continue;
    }
    const close = markdown.indexOf("-->", open + 4);
    if (close < 0) {
      closed = false;
      break;
    }
    for (let i = at; i < open; i++) if (markdown[i] === "\n") line++;
    for (let i = open; i < close; i++) {
      if (markdown[i] !== "\n") continue;
      line++;
      const start = i + 1 + (/^\s*/.exec(markdown.slice(i + 1, i + 200))?.[0].length ?? 0);
      if (start < close) lines.add(line);
    }
    at = close;
  }
  return Object.assign(lines, { closed });
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    see(next);
    if ("children" in next) open.push(...next.children);
  }
}

/** What a reader sees of a node, with its line breaks; an image shows nothing of its own. */
function textOf(node: Nodes): string {
  let text = "";
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === "text" || next.type === "inlineCode") text += next.value;
    else if (next.type === "break") text += "\n";
    else if ("children" in next) open.push(...[...next.children].reverse());
  }
  return text;
}

/** Asterisks that Markdown leaves as they are because a Chinese full stop or colon stands before them. */
const LITERAL_STRONG = /\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/;

function linesOf(
  nodes: readonly PhrasingContent[],
  first: number,
  definitions: ReadonlyMap<string, string>,
): Line[] {
  const lines: { line: number; runs: Run[] }[] = [];
  let runs: Run[] = [];
  let from = first;
  const add = (run: Run, line: number) => {
    if (runs.every((before) => before.text.trim() === "" && before.url === null)) from = line;
    runs.push(run);
  };
  const end = () => {
    if (runs.some((run) => run.text.trim() !== "" || run.url !== null)) lines.push({ line: from, runs });
    runs = [];
  };
  for (const node of nodes) {
    const line = node.position?.start.line ?? first;
    switch (node.type) {
      case "text":
        node.value.split("\n").forEach((text, i) => {
          if (i > 0) end();
          text.split(LITERAL_STRONG).forEach((part, j) => {
            if (part) add({ kind: j % 2 === 1 ? "strong" : "text", text: part, url: null }, line + i);
          });
        });
        break;
      case "break":
        end();
        break;
      case "inlineCode":
        add({ kind: "code", text: node.value, url: null }, line);
        break;
      case "image":
        add({ kind: "image", text: "", url: node.url }, line);
        break;
      case "imageReference":
        add({ kind: "image", text: "", url: definitions.get(node.identifier) ?? "" }, line);
        break;
      case "link":
      case "linkReference": {
        const url = node.type === "link" ? node.url : (definitions.get(node.identifier) ?? "");
        const bold = node.children.some((child) => child.type === "strong");
        add({ kind: bold ? "strong" : "link", text: textOf(node), url }, line);
        break;
      }
      case "strong":
      case "emphasis": {
        const linked = node.children.find((child) => child.type === "link");
        add({ kind: node.type, text: textOf(node), url: linked?.url ?? null }, line);
        break;
      }
      default:
        break;
    }
  }
  end();
  return lines;
}
