import type { SurveyProblem } from "../survey.ts";
import { lineAt } from "./without-comments.ts";

/**
 * What is read of a Markdown text. The limits guard time and depth, not breadth: a list of thousands of
 * papers stays far below each, and beyond them a parser takes time out of proportion.
 */
export const SURVEY_LIMITS = {
  characters: 20_000_000,
  /** Blockquotes and lists inside one another on one line. */
  depth: 32,
  /** Characters of one paragraph that may open or close a link, emphasis, code or tag. */
  marks: 5_000,
} as const;

const BLOCK_START = /^[ \t]*(?:[-*+>#]|\d{1,9}[.)])\s/;
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*/;
/** So many marks cost a parser no time worth counting. */
const CHEAP_MARKS = 500;
const MARK = /[[\]*_`<&!\\]/g;

/**
 * Why the text cannot be read to its end, with the line from which on nothing is read: too large, binary,
 * or nested beyond what a list of papers needs; null when all of it can. Takes time linear in the text's
 * length.
 */
export function findRefusal(text: string): SurveyProblem | null {
  const most = SURVEY_LIMITS;
  const refuse = (line: number, what: string): SurveyProblem => ({
    line,
    message: `${what}; nothing was read from here on`,
  });
  if (text.length > most.characters) {
    const found = `${number(text.length)} characters, of which at most ${number(most.characters)} are read`;
    return refuse(1, found);
  }
  const binary = text.indexOf("\0");
  const whole = binary < 0 ? text : text.slice(0, binary);
  let marks = 0;
  let markCost = 0;
  let paragraph = 1;
  for (const [i, line] of whole.split("\n").entries()) {
    const depth = depthOf(line);
    if (depth > most.depth) {
      return refuse(i + 1, `${number(depth)} nested blockquotes or lists (limit: ${most.depth})`);
    }
    if (line.trim() === "" || BLOCK_START.test(line)) {
      // Rows of a table or of HTML are marks too, but those of many small paragraphs cost next to nothing.
      markCost += marks > CHEAP_MARKS ? marks ** 2 : 0;
      marks = 0;
      paragraph = line.trim() === "" ? i + 2 : i + 1;
    }
    const found = line.match(MARK)?.length ?? 0;
    // Each row of a table is parsed for itself.
    if (isTable(line) && found <= most.marks) continue;
    marks += found;
    const cost = markCost + (marks > CHEAP_MARKS ? marks ** 2 : 0);
    // Parsing takes time by the square of the marks in a paragraph: many smaller ones cost the same.
    if (cost > most.marks ** 2) {
      const count = `${number(marks)} brackets, asterisks and the like in one paragraph`;
      return refuse(
        paragraph,
        `${count} (limit: ${number(most.marks)}, fewer if many paragraphs are like it)`,
      );
    }
  }
  return binary < 0 ? null : refuse(lineAt(text, binary), "a NUL character: this is not a text file");
}

/** How many blockquotes and lists a line opens or continues, as far as its markers and their indentation show. */
function depthOf(line: string): number {
  const prefix = CONTAINERS.exec(line)?.[0] ?? "";
  const markers = prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  if (markers === 0) return 0;
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  return markers + Math.floor(indent / 2);
}

/** Whether a line is a row of a table, whose cells are parsed each for itself. */
function isTable(line: string): boolean {
  return /^\s*\|/.test(line) || /^\s*<\/?(?:table|t[rdh]|thead|tbody)\b/i.test(line);
}

function number(value: number): string {
  return value.toLocaleString("en");
}
