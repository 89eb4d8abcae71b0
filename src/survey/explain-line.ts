import { readMarkdown } from "./read-markdown.ts";
import { sourceKindOf } from "./source-kind.ts";

/**
 * Why the line of a list in Markdown is not part of an entry, in a sentence; null where it is part of one,
 * where nothing on it was looked at, and for other kinds of files.
 */
export function explainLine(source: string, line: number): string | null {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (sourceKindOf(text) !== "markdown") return null;
  const row = readMarkdown(text).rows.findLast((each) => each.line <= line && line <= each.lastLine);
  return row?.reason ?? null;
}
