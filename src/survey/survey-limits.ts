import type { SurveyProblem } from "./survey.ts";

/**
 * How much text is read. A list of 2,000 papers stays below each; beyond them Markdown parsers
 * need time or memory out of proportion, so the text is refused before it is parsed.
 */
export const SURVEY_LIMITS = {
  characters: 1_000_000,
  /** The same of a file that is no Markdown: its readers take time by its length alone. */
  recordCharacters: 20_000_000,
  lines: 10_000,
  /** Blockquotes and lists inside one another on one line. */
  depth: 32,
  /** The same beyond the first, added up over all lines (two columns before a marker count as one). */
  nesting: 2_000,
  /** Characters of one paragraph that may open or close a link, emphasis, code or tag. */
  marks: 5_000,
} as const;

const BLOCK_START = /^[ \t]*(?:[-*+>#]|\d{1,9}[.)])\s/;
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*/;
const MARK = /[[\]*_`<&!\\]/g;

/**
 * Why the text cannot be read as a survey at all, with the line, or null when it can: too large,
 * binary, or nested beyond what a list of papers needs. Takes time linear in the text's length.
 */
export function findRefusal(text: string): SurveyProblem | null {
  const most = SURVEY_LIMITS;
  const refuse = (line: number, what: string): SurveyProblem => ({
    line,
    message: `${what}; nothing was read`,
  });
  if (text.length > most.characters) {
    return refuse(
      1,
      `${number(text.length)} characters, of which at most ${number(most.characters)} are read`,
    );
  }
  const binary = text.indexOf("\0");
  if (binary >= 0) return refuse(lineAt(text, binary), "a NUL character: this is no text file");

  const lines = text.split("\n");
  if (lines.length > most.lines) {
    return refuse(
      most.lines + 1,
      `${number(lines.length)} lines, of which at most ${number(most.lines)} are read`,
    );
  }
  let nesting = 0;
  let marks = 0;
  let markCost = 0;
  let paragraph = 1;
  for (const [i, line] of lines.entries()) {
    const depth = depthOf(line);
    if (depth > most.depth) {
      return refuse(i + 1, `${number(depth)} blockquotes or lists inside one another (limit: ${most.depth})`);
    }
    nesting += Math.max(0, depth - 1);
    if (nesting > most.nesting) {
      return refuse(
        i + 1,
        `more blockquotes and lists inside one another than ${number(most.nesting)} in all`,
      );
    }
    if (line.trim() === "" || BLOCK_START.test(line)) {
      markCost += marks ** 2;
      marks = 0;
      paragraph = line.trim() === "" ? i + 2 : i + 1;
    }
    marks += line.match(MARK)?.length ?? 0;
    // Parsing takes time by the square of the marks in a paragraph: many smaller ones cost the same.
    if (markCost + marks ** 2 > most.marks ** 2) {
      const found = `${number(marks)} brackets, asterisks and the like in one paragraph`;
      return refuse(paragraph, `${found} (limit: ${number(most.marks)}, fewer when many are so)`);
    }
  }
  return null;
}

/** Why a file of records is too long to be read; null where it is not. */
export function tooLong(text: string): SurveyProblem | null {
  const most = SURVEY_LIMITS.recordCharacters;
  if (text.length <= most) return null;
  const size = `${number(text.length)} characters, of which at most ${number(most)} are read`;
  return { line: 1, message: `${size}; nothing was read; split the file` };
}

/** How many blockquotes and lists a line opens or continues, as far as its markers and their indentation show. */
function depthOf(line: string): number {
  const prefix = CONTAINERS.exec(line)?.[0] ?? "";
  const markers = prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  if (markers === 0) return 0;
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  return markers + Math.floor(indent / 2);
}

/** The 1-based line on which the character at `offset` stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function number(value: number): string {
  return value.toLocaleString("en");
}
