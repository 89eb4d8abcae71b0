import { dsvFormat } from "d3";
import type { SurveyProblem } from "../survey.ts";
import { columnsOf } from "./sheet-columns.ts";

/** A row of a sheet. */
export interface SheetRow {
  /** The 1-based line on which it starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines that one row may take up; one that takes more has a quote that nobody closed. */
const LONGEST_ROW = 500;
/** Rows with an open quote after which a quote counts as any other character. */
const MOST_OPEN_QUOTES = 20;
/** Lines among which the one that names the columns is: databases write what was searched for above it. */
const LINES_TO_HEADER = 15;
/** Characters of such a line that are looked at. */
const LONGEST_HEADER = 20_000;
const DELIMITERS = [",", ";", "\t"] as const;

/** The rows of a sheet, empty ones left out, and what is broken in it; the delimiter is that of its header. */
export function sheetRows(text: string): {
  readonly rows: readonly SheetRow[];
  readonly problems: readonly SurveyProblem[];
} {
  const rows: SheetRow[] = [];
  const problems: SurveyProblem[] = [];
  // Excel's own hint on the first line, "sep=;".
  const hint = /^sep=(.)\n/i.exec(text);
  const delimiter = hint?.[1] ?? headerIn(text)?.delimiter ?? ",";
  const body = hint ? text.slice(hint[0].length) : text;
  let rest = withoutPadding(body, body.slice(0, body.indexOf("\n") + 1));
  let line = hint ? 2 : 1;
  for (let tries = 0; rest !== ""; tries++) {
    if (tries === MOST_OPEN_QUOTES) {
      rows.push(...plainRows(rest, line, delimiter));
      break;
    }
    const open = readRows(rest, line, delimiter, rows);
    if (open === null) break;
    problems.push({
      line: open,
      message: "the row opens a quote that is not closed; double a quote that is part of the text",
    });
    const lines = rest.split("\n");
    rest = lines.slice(open - line + 1).join("\n");
    rows.push({ line: open, cells: (lines[open - line] ?? "").split(delimiter).map(unquoted) });
    line = open + 1;
  }
  return { rows, problems };
}

/** The first row near the top of a text that names the columns of a list of papers; null where the text has none. */
export function headerIn(
  text: string,
): { readonly delimiter: string; readonly cells: readonly string[] } | null {
  for (const row of text.split("\n", LINES_TO_HEADER)) {
    const line = row.slice(0, LONGEST_HEADER);
    const bare = line.replace(/"[^"]*"/g, "");
    const count = (delimiter: string) => bare.split(delimiter).length;
    const delimiter = DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
    const cells = dsvFormat(delimiter).parseRows(withoutPadding(line, line))[0] ?? [];
    if (columnsOf(cells) !== null) return { delimiter, cells };
  }
  return null;
}

/** The text without blanks between a delimiter and a quote, where its header has some: with them a quote would not count. */
function withoutPadding(text: string, header: string): string {
  return /[,;] +"/.test(header) ? text.replace(/([,;]) +(?=")/g, "$1") : text;
}

/** Adds the rows of the text; gives the line of the first that has a quote left open, null where none has. */
function readRows(text: string, firstLine: number, delimiter: string, rows: SheetRow[]): number | null {
  // Web of Science and others write tabs without quoting anything; there a quote is a quote.
  if (delimiter === "\t" && !quotesFields(text)) {
    rows.push(...plainRows(text, firstLine, delimiter));
    return null;
  }
  let line = firstLine;
  for (const cells of dsvFormat(delimiter).parseRows(text)) {
    const breaks = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    if (breaks > LONGEST_ROW) return line;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells });
    line += breaks + 1;
  }
  return null;
}

/** A row a line, whatever quotes it holds. */
function plainRows(text: string, firstLine: number, delimiter: string): SheetRow[] {
  return text
    .split("\n")
    .map((row, i) => ({
      line: firstLine + i,
      cells: row.split(delimiter).map(delimiter === "\t" ? String : unquoted),
    }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** Whether fields between tabs are quoted: many begin and end with a quote. */
function quotesFields(text: string): boolean {
  const open = text.match(/(?:^|\t|\n)"/g)?.length ?? 0;
  const closed = text.match(/"(?=\t|\n|$)/g)?.length ?? 0;
  return open > 0 && closed >= open * 0.9 && !/(?:^|\t)"[^"\t\n]*"[^"\t\n]+(?=\t|\n|$)/.test(text);
}

function unquoted(cell: string): string {
  return cell.replace(/^\s*"|"\s*$/g, "");
}
