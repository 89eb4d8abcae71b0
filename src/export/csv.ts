import { legible } from "../view/xml-text.ts";
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
 * Rows as CSV after RFC 4180, lines ended by CRLF, in UTF-8 with a byte order mark, without which Excel
 * takes the text for Latin. A text that a spreadsheet would run as a formula has an apostrophe before it.
 */
function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`;
}

/** The signs that begin a formula, full-width ones too, and the white space that spreadsheets look behind. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = legible(cell);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
