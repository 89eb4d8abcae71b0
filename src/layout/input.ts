import type { PaperId } from "../corpus/ids.ts";

/** A place in the plane of a layout, in px at zoom 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a layout has to know of a paper. */
export interface LayoutPaper {
  readonly id: PaperId;
  /** `survey`: in the author's list. `context`: a related work, which keeps out of the way. */
  readonly role: "survey" | "context";
  /** The group of domains that shares its lane and region; null for a work that has none. */
  readonly group: string | null;
  /** Radius of its dot, px. */
  readonly radius: number;
  /** Days since 1970-01-01; null when nothing is known. */
  readonly day: number | null;
  /** How exactly the day is known; a work of which only the year is known is placed somewhere in it. */
  readonly datePrecision: "day" | "month" | "year" | null;
  /** Width of its label, px; 0 when it has none at zoom 1. */
  readonly labelWidth: number;
  /** The more, the nearer the middle: citations, for example. */
  readonly importance: number;
}

/** A citation between two papers, as their places in the list of papers. */
export interface LayoutLink {
  readonly citing: number;
  readonly cited: number;
  /** 1 for an ordinary link, less for one that should pull less. */
  readonly strength: number;
}

/** A group of domains in the survey's order, with the width of its title in px. */
export interface LayoutGroup {
  readonly id: string;
  readonly titleWidth: number;
}

/** Papers with their links. */
export interface LayoutStage {
  readonly papers: readonly LayoutPaper[];
  readonly links: readonly LayoutLink[];
}

/** What the layouts have to know of a corpus: papers in the catalogue's order, links in the corpus's. */
export interface LayoutGraph extends LayoutStage {
  readonly groups: readonly LayoutGroup[];
  /** The graph as it was when papers arrived, oldest first; [] without refreshes. */
  readonly stages: readonly LayoutStage[];
}
