import { legible } from "../view/looks/xml-text.ts";
import { CITATION_COLUMNS, PAPER_COLUMNS } from "./columns.ts";
import type { ExportGraph } from "./export-graph.ts";

type Cell = string | number | boolean | null;

/** The papers as CSV, the first line the names of the columns (see csvOf). */
export function papersCsv({ nodes }: ExportGraph): string {
  return csvOf([
    ["id", "label", ...PAPER_COLUMNS.map(({ name }) => name)],
    ...nodes.map((node) => [node.paper.id, node.label, ...PAPER_COLUMNS.map(({ of }) => of(node))]),
  ]);
}

/** The citations as CSV, each from the citing to the cited paper by their ids and labels (see csvOf). */
export function citationsCsv({ nodes, edges }: ExportGraph): string {
  const columns = ["citing", "cited", "citing_label", "cited_label"];
  return csvOf([
    [...columns, ...CITATION_COLUMNS.map(({ name }) => name)],
    ...edges.map((edge) => {
      const [citing, cited] = [nodes[edge.citing], nodes[edge.cited]];
      const ends = [citing?.paper.id, cited?.paper.id, citing?.label, cited?.label];
      return [...ends.map((text) => text ?? null), ...CITATION_COLUMNS.map(({ of }) => of(edge))];
    }),
  ]);
}

/**
 * Rows as CSV after RFC 4180, lines ended by CRLF, in UTF-8 with a byte order mark, without which Excel takes
 * the text for Latin. In every text an apostrophe stands wherever a spreadsheet would start a formula (see
 * disarmed); removing one from each such place gives the text back.
 */
function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`;
}

/** What begins a formula, in full width and small too, where programs take these for the same. */
const SIGN = /[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05\ufe62\ufe63\ufe66\ufe6a\ufe6b]/;
/**
 * What importers drop before it: white space, signs without width, what is illegible, quotes; an apostrophe,
 * so that one of ours can be recognised.
 */
const DROPPED = /[\s\p{Cc}\p{Cf}\ufffd"']/u;
/** Where some programs begin a cell, whatever the quotes say. */
const SEPARATOR = /[;\t\r\n]/;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = disarmed(legible(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The text with an apostrophe at its start and behind each semicolon, tab and line break, where the next sign that no
 * importer drops begins a formula.
 */
function disarmed(text: string): string {
  if (!SIGN.test(text)) return text;
  const pieces: string[] = [];
  let end = text.length;
  let begins = false;
  // From the end, so that each letter is looked at once.
  for (let i = text.length - 1; i >= 0; i--) {
    const letter = text.charAt(i);
    begins = SIGN.test(letter) || (begins && DROPPED.test(letter));
    if (!begins || (i > 0 && !SEPARATOR.test(text.charAt(i - 1)))) continue;
    pieces.push(text.slice(i, end));
    end = i;
  }
  return [text.slice(0, end), ...pieces.reverse()].join("'");
}
