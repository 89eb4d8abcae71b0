import type { Colouring, LinkLayer, LinkMode, ViewName } from "../state/state.ts";
import type { Attention } from "./emphasis.ts";
import type { OwnMark } from "./own-marks.ts";

/** What a paper is on the map just now, as bits of `MapModel.marks`. */
export const VISIBLE = 1;
export const STRONG = 2;
export const FAINT = 4;
export const FRESH = 8;

/** Whether two columns of marks agree in some bits; false where one is missing or longer. */
export function sameBits(bits: number, a: Uint8Array, b: Uint8Array | undefined): boolean {
  if (a === b) return true;
  if (a.length !== b?.length) return false;
  for (let i = 0; i < a.length; i++) if (((a[i]! ^ b[i]!) & bits) !== 0) return false;
  return true;
}

/** A region as it is written on the map. */
export interface RegionLabel {
  /** The id of a group, or of a community as text. */
  readonly id: string;
  readonly label: string;
  /** How many of its papers are shown. */
  readonly count: number;
  readonly slot: number | null;
  readonly focused: boolean;
  readonly pointed: boolean;
}

/** Lines without direction between papers that have works in common. */
export interface SimilarLines {
  /** Both ends, by line; [] where none is known. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** By line: how many works its ends share, as a part of the most; above 0, at most 1. */
  readonly strength: Float32Array;
  /** By line: 1 where its ends share as many as the reader asks for. */
  readonly shown: Uint8Array;
}

/**
 * A map in columns: entry i of each is paper i, or citation i, by number. A column is replaced by another array when it
 * changes and never written to, so that what depends on it can be kept.
 */
export interface MapModel {
  readonly view: Extract<ViewName, "network" | "lineage">;
  readonly count: number;
  /** Px at zoom 1. */
  readonly radius: Float32Array;
  /** 1 where the radius says something; elsewhere the mark is a dashed ring. */
  readonly sizeKnown: Uint8Array;
  /** The slot of the paper's group; -1 for none. */
  readonly slot: Int16Array;
  /** What the colouring counts: slot, community, generation or step of years; -1 for none. */
  readonly tone: Int16Array;
  readonly colouring: Colouring;
  /** 1 for a paper of the author's list. */
  readonly survey: Uint8Array;
  /** Bits VISIBLE, STRONG, FAINT, FRESH. */
  readonly marks: Uint8Array;
  /** By paper: on how many of the three main paths it lies. */
  readonly spinePapers: Uint8Array;
  /** All citations by their ends, in the citation index's order. */
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  /** By citation: a place in `CONFIDENCES`. */
  readonly confidence: Uint8Array;
  /** By citation: the one the other way round where both pass the filters and share a line with two heads; -1 for none. */
  readonly twin: Int32Array;
  /** By citation: 1 where a line is shown for it. */
  readonly shown: Uint8Array;
  /** By citation: 1 where that line does not recede by the choice of links. */
  readonly drawn: Uint8Array;
  /** Papers of an author's list that is short among works around it (see shortList): each is a mark of its own; else []. */
  readonly listed: Uint32Array;
  /** Links that stand out one by one, by number; at most some thousands. */
  readonly strong: Uint32Array;
  /** Links of the spine where it is shown, by number; [] otherwise. */
  readonly spine: Uint32Array;
  /** By citation: on how many of the three main paths it lies. */
  readonly spineWeight: Uint8Array;
  /** The citations that the newest refresh brought, where the reader wants to see them; none otherwise. */
  readonly freshLinks: ReadonlySet<number>;
  readonly links: LinkMode;
  /** What joins papers: in another layer than citations none of these is drawn but those asked for one by one. */
  readonly layer: LinkLayer;
  /** The lines of another layer; null where citations are drawn, and where there is nothing to draw yet. */
  readonly similar: SimilarLines | null;
  /** The line of that layer under the pointer; -1 for none. */
  readonly pointedLine: number;
  /** What the highlight is of; null where nothing is highlighted. */
  readonly attention: Attention["on"] | null;
  /** Whether something is highlighted, so that the rest recedes. */
  readonly focused: boolean;
  /** What the reader starred or has read, by paper. */
  readonly own: ReadonlyMap<number, OwnMark>;
  readonly selected: number;
  readonly pointed: number;
  readonly root: number;
  /** By paper: its region in `regions`; -1 for none. */
  readonly regionOf: Int32Array;
  readonly regions: readonly RegionLabel[];
  /** The same for the same division of papers. */
  readonly division: string;
  /** Papers by importance of their labels, most important first. */
  readonly labelOrder: Uint32Array;
  /** By paper: its place in that order. */
  readonly labelRank: Uint32Array;
  labelOf(paper: number): string;
}

/** Whether a paper passes the filters. */
export function isVisible({ marks }: Pick<MapModel, "marks">, paper: number): boolean {
  return (marks[paper]! & VISIBLE) !== 0;
}
