import type { CitationRows, PaperColumns } from "./companion.ts";

/** The version of `corpus.bin` that this code reads and writes. */
export const COMPANION_VERSION = 1;

/** What the file begins with: `lineage` and a line feed, so that a transfer that changes line ends is noticed. */
export const MAGIC = Uint8Array.from([0x6c, 0x69, 0x6e, 0x65, 0x61, 0x67, 0x65, 0x0a]);

/**
 * Where the fields of the header are, in bytes; numbers are little-endian, as every machine in use keeps them,
 * so that the columns after it can be looked at where they are.
 */
export const HEADER = {
  version: 8,
  /** Of everything after it. */
  checksum: 12,
  /** A float of 64 bits: a corpus may be longer than 4 GB. */
  corpusBytes: 16,
  corpusChecksum: 24,
  papers: 28,
  citations: 32,
  textBytes: 36,
  bytes: 40,
} as const;

type Column = Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

interface ColumnKind {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Column;
}

/** How many entries a column has. */
type Length = "papers" | "rows" | "citations";

/** The columns in the order of the file: wide entries first, so that each begins at a multiple of its width. */
export const COLUMNS = [
  ["x", Float32Array, "papers"],
  ["y", Float32Array, "papers"],
  ["radius", Float32Array, "papers"],
  ["day", Float32Array, "papers"],
  ["labelZoom", Float32Array, "papers"],
  ["community", Int32Array, "papers"],
  ["generation", Int32Array, "papers"],
  ["start", Uint32Array, "rows"],
  ["cited", Uint32Array, "citations"],
  ["year", Uint16Array, "papers"],
  ["slot", Uint8Array, "papers"],
  ["flags", Uint8Array, "papers"],
  ["implied", Uint8Array, "citations"],
  ["confidence", Uint8Array, "citations"],
] as const satisfies readonly (readonly [keyof Columns, ColumnKind, Length])[];

/** All columns of a companion by name. */
export type Columns = PaperColumns & CitationRows;

/** Where a column lies. */
export interface Place {
  readonly name: keyof Columns;
  readonly kind: ColumnKind;
  /** Of its first byte. */
  readonly at: number;
  readonly length: number;
}

/** The places of all columns, and where the text begins after them, for so many papers and citations. */
export function placesOf(
  papers: number,
  citations: number,
): { readonly places: Place[]; readonly text: number } {
  const lengths: Record<Length, number> = { papers, rows: papers + 1, citations };
  let at: number = HEADER.bytes;
  const places = COLUMNS.map(([name, kind, length]): Place => {
    const place = { name, kind, at, length: lengths[length] };
    at += place.length * kind.BYTES_PER_ELEMENT;
    return place;
  });
  return { places, text: at };
}
