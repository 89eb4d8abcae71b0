/** `slot` of a paper under no heading. */
export const NO_SLOT = 255;

/** How a `corpus.json` is known again: its length, and its SHA-256 in 64 hexadecimal digits. */
export interface CorpusMark {
  readonly bytes: number;
  readonly sha256: string;
}

/** What a map draws of its papers, in columns: entry i of each is paper i, in the order of the ids' code units. */
export interface PaperColumns {
  /** Where the paper is in the settled network, px of the plane. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radius of its dot, px at zoom 1. */
  readonly radius: Float32Array;
  /** 1 where the count of citing works that the radius follows from is known. */
  readonly sizeKnown: Uint8Array;
  /** Days since 1970-01-01; NaN when not even the year is known. */
  readonly day: Float32Array;
  /** The zoom from which its label touches no label of a more important paper; Infinity where none was sought. */
  readonly labelZoom: Float32Array;
  /** Its place among all papers by importance, 0 for the most important one. */
  readonly labelRank: Uint32Array;
  /** Its community, 0 the largest; -1 for a paper without links. */
  readonly community: Int32Array;
  /** Steps from the root along the longest line of citations; -1 for a paper that does not descend from it. */
  readonly generation: Int32Array;
  /** Of its group of domains; NO_SLOT for none. */
  readonly slot: Uint8Array;
  /** 1 for a paper of the author's list. */
  readonly survey: Uint8Array;
}

/** Citations in columns, in the order of the citing and then of the cited papers. */
export interface DrawnCitations {
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  /** 1 for one that a longer path among all papers implies. */
  readonly implied: Uint8Array;
  /** 0 verified, 1 likely, 2 reported. */
  readonly confidence: Uint8Array;
}

/** A community or group of domains as the map names it. */
export interface NamedRegion {
  readonly label: string;
  readonly papers: number;
}

/** All that the first picture of a large map needs, ready to be drawn: what `papers.arrow` holds. */
export interface CompanionPapers {
  /** The `corpus.json` it was made from. */
  readonly corpus: CorpusMark;
  readonly title: string;
  /** The paper the lineage starts from: its id and its place; null where there is none. */
  readonly root: { readonly id: string; readonly paper: number } | null;
  /** By slot. */
  readonly groups: readonly NamedRegion[];
  /** By community. */
  readonly communities: readonly NamedRegion[];
  readonly papers: PaperColumns;
  /** The label of one of the most important papers, so that names are there before the titles are; "" for others. */
  readonly labelOf: (paper: number) => string;
}

/**
 * What a refresh keeps beside a large `corpus.json` so that a page need not work it out. The corpus stays the source
 * of truth: this is worth nothing without the one it was made from.
 */
export interface Companion extends CompanionPapers {
  readonly citations: DrawnCitations;
}

/** The bytes of its two files, `papers.arrow` and `citations.arrow`. */
export interface CompanionBytes {
  readonly papers: Uint8Array;
  readonly citations: Uint8Array;
}
