import type { DrawnCitations, PaperColumns } from "./companion.ts";

/** The names of the two files of a companion, beside `corpus.json`. */
export const PAPERS_FILE = "papers.arrow";
export const CITATIONS_FILE = "citations.arrow";

/** The version of both files that this code reads and writes. */
export const COMPANION_VERSION = "1";

/** What kind of file each is, in its metadata: any Arrow file has the same first bytes. */
export const PAPERS_FORMAT = "clip-lineage papers";
export const CITATIONS_FORMAT = "clip-lineage citations";

/** The column of text beside those of numbers: labels of papers. */
export const LABEL = "label";

/** The members of the metadata of both files, all of them text. */
export const METADATA = ["format", "version", "corpusBytes", "corpusSha256"] as const;

/** Those that the papers have besides; the lists of regions are JSON. */
export const PAPERS_METADATA = ["title", "root", "rootRow", "groups", "communities"] as const;

/** A column of numbers. */
export type Column = Float32Array | Int32Array | Uint32Array | Uint8Array;

/** How a column of numbers is kept: as a typed array of this kind. */
export interface ColumnKind {
  readonly BYTES_PER_ELEMENT: number;
  readonly name: string;
  new (length: number): Column;
}

/** The columns of numbers of the papers, in the order of the file. */
export const PAPER_COLUMNS = [
  ["x", Float32Array],
  ["y", Float32Array],
  ["radius", Float32Array],
  ["day", Float32Array],
  ["labelZoom", Float32Array],
  ["labelRank", Uint32Array],
  ["community", Int32Array],
  ["generation", Int32Array],
  ["slot", Uint8Array],
  ["survey", Uint8Array],
  ["sizeKnown", Uint8Array],
] as const satisfies readonly (readonly [keyof PaperColumns, ColumnKind])[];

/** The columns of the citations, in the order of the file. */
export const CITATION_COLUMNS = [
  ["citing", Uint32Array],
  ["cited", Uint32Array],
  ["implied", Uint8Array],
  ["confidence", Uint8Array],
] as const satisfies readonly (readonly [keyof DrawnCitations, ColumnKind])[];
