/** A paper's flags in `PaperColumns.flags`. */
export const SURVEY_FLAG = 1;
export const SIZE_KNOWN_FLAG = 2;
export const ROOT_FLAG = 4;

/** `slot` of a paper under no heading, and `year` of one whose year is unknown. */
export const NO_SLOT = 255;
export const NO_YEAR = 0;

/** What a map draws of its papers, in columns: entry i of each is paper i, in the order of the ids' code units. */
export interface PaperColumns {
  /** Where the paper stands in the settled network, px of the plane. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radius of its dot, px at zoom 1. */
  readonly radius: Float32Array;
  /** Days since 1970-01-01; NaN when not even the year is known. */
  readonly day: Float32Array;
  readonly year: Uint16Array;
  /** Of its group of domains; NO_SLOT for none. */
  readonly slot: Uint8Array;
  /** Its community, 0 the largest; -1 for a paper without links. */
  readonly community: Int32Array;
  /** Steps from the root along the longest line of citations; -1 for a paper that does not descend from it. */
  readonly generation: Int32Array;
  readonly flags: Uint8Array;
  /** The zoom from which its label touches no label of a more important paper; Infinity where none was sought. */
  readonly labelZoom: Float32Array;
}

/** Citations as compressed sparse rows: those of paper p are `start[p]` up to (not with) `start[p + 1]`, ascending. */
export interface CitationRows {
  readonly start: Uint32Array;
  readonly cited: Uint32Array;
  /** By citation: 1 for one that a longer path among all papers implies. */
  readonly implied: Uint8Array;
  /** By citation: 0 verified, 1 likely, 2 reported. */
  readonly confidence: Uint8Array;
}

/** A community or group of domains as the map names it. */
export interface NamedRegion {
  readonly label: string;
  readonly papers: number;
}

/**
 * All that the first picture of a large map needs, ready to be drawn: made from `corpus.json` by a refresh
 * and kept beside it. The corpus stays the source of truth; this is only as good as its checksum.
 */
export interface Companion {
  /** Length in bytes and checksum of the `corpus.json` it was made from. */
  readonly corpus: { readonly bytes: number; readonly checksum: number };
  readonly title: string;
  /** By slot. */
  readonly groups: readonly NamedRegion[];
  /** By community. */
  readonly communities: readonly NamedRegion[];
  readonly papers: PaperColumns;
  readonly citations: CitationRows;
  /** Labels of the most important papers, most important first, so that names are there before the titles are. */
  readonly labels: readonly { readonly paper: number; readonly label: string }[];
}
