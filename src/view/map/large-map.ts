import type { Colouring, LinkLayer, LinkMode, ViewName } from "../state/state.ts";
import type { OwnMark } from "./own-marks.ts";

/** What a paper is on a large map just now, as bits of `LargeMapModel.marks`. */
export const VISIBLE = 1;
export const STRONG = 2;
export const FAINT = 4;
export const FRESH = 8;

/** Whether two columns of marks agree in some bits; false where one is missing or longer. */
export function sameBits(bits: number, a: Uint8Array, b: Uint8Array | undefined): boolean {
  if (a === b) return true;
  if (a.length !== b?.length) return false;
  for (let i = 0; i < a.length; i++) if ((((a[i] ?? 0) ^ (b[i] ?? 0)) & bits) !== 0) return false;
  return true;
}

/** A region of a large map as it is written on it. */
export interface LargeRegion {
  /** The id of a group, or of a community as text. */
  readonly id: string;
  readonly label: string;
  /** How many of its papers are shown. */
  readonly count: number;
  readonly slot: number | null;
  readonly focused: boolean;
  readonly pointed: boolean;
}

/** Lines without direction from a paper to those that have most in common with it. */
export interface SimilarLines {
  readonly paper: number;
  /** The papers they lead to, nearest first; [] where none is known. */
  readonly others: Uint32Array;
  /** By line: how many works its ends share, as a part of the most; above 0, at most 1. */
  readonly strength: Float32Array;
}

/**
 * A map of thousands of papers in columns: entry i of each is paper i, in the catalogue's order. A column is
 * replaced by another array when it changes and never written to, so that what depends on it can be kept.
 */
export interface LargeMapModel {
  readonly view: Extract<ViewName, "network" | "lineage">;
  readonly count: number;
  /** Px at zoom 1. */
  readonly radius: Float32Array;
  /** What the colouring counts: slot, community, generation or step of years; -1 for none. */
  readonly tone: Int16Array;
  readonly colouring: Colouring;
  /** 1 for a paper of the author's list. */
  readonly survey: Uint8Array;
  /** Bits VISIBLE, STRONG, FAINT, FRESH. */
  readonly marks: Uint8Array;
  /** All links by their ends; entry i is citation i of the rows in the citation index's order. */
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  /** By link: 1 where it is drawn into the ground, all at once. */
  readonly drawn: Uint8Array;
  /** Papers of an author's list that is short among works around it (see shortList): each is a mark of its own; else []. */
  readonly listed: Uint32Array;
  /** Links that stand out one by one, as places in `citing` and `cited`; at most some thousands. */
  readonly strong: Uint32Array;
  /** Links of the spine where it is shown; [] otherwise. */
  readonly spine: Uint32Array;
  readonly links: LinkMode;
  /** What joins papers: in another layer than citations none of these is drawn but those asked for one by one. */
  readonly layer: LinkLayer;
  /** The lines of another layer, of the paper attention is on; null without one. */
  readonly similar: SimilarLines | null;
  /** Whether something is highlighted, so that the rest recedes. */
  readonly focused: boolean;
  /** What the reader starred or has read, by paper. */
  readonly own: ReadonlyMap<number, OwnMark>;
  readonly selected: number;
  readonly pointed: number;
  readonly root: number;
  /** By paper: its region in `regions`; -1 for none. */
  readonly regionOf: Int32Array;
  readonly regions: readonly LargeRegion[];
  /** Papers by importance of their labels, most important first. */
  readonly labelOrder: Uint32Array;
  labelOf(paper: number): string;
}
