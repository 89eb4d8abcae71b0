/**
 * Which works papers have in common. Each paper has a list of works, each work the papers whose lists contain
 * it: rows as in CitationIndex, both ascending, all of them numbers of the index.
 */
export interface CommonLists {
  /** `coupling`: the works are what a paper cites. `coCitation`: they are what cites it. */
  readonly kind: "coupling" | "coCitation";
  /** The works of paper p are `works[workStart[p]]` up to (not with) `works[workStart[p + 1]]`. */
  readonly workStart: Uint32Array;
  readonly works: Uint32Array;
  readonly holderStart: Uint32Array;
  readonly holders: Uint32Array;
  /** 1 for a paper whose list is known. Where it is not, every value is unknown, not zero. */
  readonly known: Uint8Array;
}

/** A paper that has works in common with another. */
export interface NearPaper {
  readonly paper: number;
  /** How many works both have. */
  readonly shared: number;
  /** `shared / sqrt(s_a s_b)` with the lengths s of both lists within the corpus (Salton, Ochiai); 0 to 1. */
  readonly cosine: number;
}

/** The papers nearest to one, and how many there are to choose from. */
export interface Nearest<P extends NearPaper = NearPaper> {
  /** By cosine, then count, then number. */
  readonly nearest: P[];
  /** How many papers share at least one work with it. */
  readonly sharing: number;
}
