import { shownOnALine } from "../corpus/shown.ts";

/** So many characters of a text are quoted. */
const LONGEST = 200;

/**
 * The text as a code span of Markdown, on one line, shortened after 200 characters: neither Markdown nor
 * GitHub finds markup, a mention, a number or an address in it. Control characters and direction marks are
 * shown.
 */
export function codeSpan(text: string): string {
  const line = shownOnALine(text.replace(/\s+/g, " ").trim());
  const letters = [...line];
  const quoted = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("").trim()}…` : line;
  const runs = quoted.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + runs.reduce((longest, run) => Math.max(longest, run.length), 0));
  // A backtick at an end would lengthen the fence; where there is a space at both ends, readers drop one of each.
  const room = quoted === "" || quoted.startsWith("`") || quoted.endsWith("`") ? " " : "";
  return `${fence}${room}${quoted}${room}${fence}`;
}
