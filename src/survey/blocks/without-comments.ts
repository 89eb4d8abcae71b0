/** A text without its comments. */
export interface Uncommented {
  readonly text: string;
  /** What the comments hold, each with the 1-based line on which it opens. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
  /** The 1-based line of a comment without an end, from which on nothing is left; null where there is none. */
  readonly unclosed: number | null;
}

/**
 * The text with the inside of every HTML comment blanked, line ends kept; a comment sign in code or
 * behind a backslash is none.
 */
export function withoutComments(text: string): Uncommented {
  if (!text.includes("<!--")) return { text, comments: [], unclosed: null };
  const parts: string[] = [];
  const comments: { line: number; text: string }[] = [];
  const lines = createLineCounter(text);
  let from = 0;
  // The next thing that matters: a fence at a line's start, a code span, or a comment.
  const sign = /(^|\n)[ ]{0,3}(`{3,}|~{3,})[^\n]*|`+|<!--/g;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const fence = found[2];
    const at = found.index;
    if (fence !== undefined) {
      const close = new RegExp(`\\n[ ]{0,3}${fence[0]}{${fence.length},}[ \\t]*(?=\\n|$)`, "g");
      close.lastIndex = at + found[0].length;
      const end = close.exec(text);
      sign.lastIndex = end ? end.index + end[0].length : text.length;
    } else if (found[0] !== "<!--") {
      sign.lastIndex = endOfCode(text, at, found[0].length);
    } else if (text[at - 1] !== "\\") {
      const end = text.indexOf("-->", at + 4);
      if (end < 0) {
        // Inside a line it is text that happens to look so.
        if (!/(?:^|\n)[ ]{0,3}$/.test(text.slice(Math.max(0, at - 4), at))) continue;
        parts.push(text.slice(from, at));
        return { text: parts.join(""), comments, unclosed: lines.at(at) };
      }
      parts.push(text.slice(from, at), text.slice(at, end).replace(/[^\n]+/g, ""));
      comments.push({ line: lines.at(at), text: text.slice(at + 4, end) });
      from = end + 3;
      sign.lastIndex = from;
    }
  }
  parts.push(text.slice(from));
  return { text: parts.join(""), comments, unclosed: null };
}

/** Where a code span that starts with `length` backticks ends, or where it turns out to be none. */
function endOfCode(text: string, start: number, length: number): number {
  const paragraph = text.indexOf("\n\n", start);
  const stretch = text.slice(
    start + length,
    Math.min(paragraph < 0 ? text.length : paragraph, start + 2_000),
  );
  for (const run of stretch.matchAll(/`+/g)) {
    if (run[0].length === length) return start + length + run.index + length;
  }
  return start + length;
}

/** The 1-based line on which the character at `offset` is. */
export function lineAt(text: string, offset: number): number {
  return createLineCounter(text).at(offset);
}

/** Tells lines of offsets that only grow, so that all of them together take one pass of the text. */
function createLineCounter(text: string): { readonly at: (offset: number) => number } {
  let line = 1;
  let next = text.indexOf("\n");
  return {
    at(offset) {
      for (; next >= 0 && next < offset; next = text.indexOf("\n", next + 1)) line++;
      return line;
    },
  };
}
