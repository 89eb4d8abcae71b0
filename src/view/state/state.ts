import type { PaperId } from "../../corpus/ids.ts";
import type { Citation } from "../../corpus/schema.ts";
import type { ReadingAction } from "../../reading/reading.ts";
import type { Language } from "../../text/language.ts";

export type ViewName = "network" | "lineage" | "domains" | "matrix" | "table";
/** Which citations are drawn in full: all, those no longer path implies, or those of the main path. */
export type LinkMode = "all" | "skeleton" | "main-path";
export type Colouring = "domain" | "community" | "generation" | "year";
/** Which pairs of papers the network joins: by citation, by shared references, or by shared citers. */
export type LinkLayer = "citations" | "coupling" | "co-citation";
/** What the outlined regions of the network stand for. */
export type Regions = "domains" | "communities" | "none";
/** Over which links communities are sought. */
export type CommunityLinks = "citations" | "coupling" | "both";
export type Confidence = Citation["confidence"];

/** Which papers are shown by what the reader made of them. */
export type Mine = "starred" | "unread" | "noted";

/**
 * What the page opens beside the map: help, the tour (or never again), the reader's own marks; and the marks a
 * key puts on the pointed, else the selected paper, or takes away.
 */
export type GuideAction = "help" | "tour" | "no-tour" | "reading" | "star" | "read";

/** Two papers whose citation paths are shown; `to` is null while the reader is picking it. */
export interface PathEnds {
  readonly from: PaperId;
  readonly to: PaperId | null;
}
export type SortKey =
  | "title"
  | "year"
  | "venue"
  | "domain"
  | "citations"
  | "cites"
  | "citedBy"
  | "generation";

/** Everything the reader has chosen: the one value from which the page follows. */
export interface State {
  /** The language the reader chose; null for the first of the browser's that the page speaks. */
  readonly language: Language | null;
  /** Whether the page stands in a frame of another: without rails, foot and search; part of the link, never changed. */
  readonly compact: boolean;
  readonly view: ViewName;
  readonly selected: PaperId | null;
  /** Under the pointer or the keyboard's focus; never in the URL. */
  readonly pointed: PaperId | null;
  /** The link under the pointer, by its number in the corpus or the layer; never in the URL. */
  readonly pointedLink: number | null;
  /** The region under the pointer or the keyboard's focus, as in `region`; never in the URL. */
  readonly pointedRegion: string | null;
  /** Whether all ancestors and descendants of the selected paper are shown. */
  readonly traced: boolean;
  /** Groups switched off in the legend, sorted. */
  readonly hiddenGroups: readonly string[];
  /** First and last year shown; null shows every year. */
  readonly years: readonly [number, number] | null;
  readonly context: boolean;
  readonly links: LinkMode;
  /** How many of the heaviest citations the main path must contain; 0 for the heaviest path alone. */
  readonly keyRoutes: number;
  readonly colouring: Colouring;
  readonly layer: LinkLayer;
  /** The least number of shared works, or of sentences that cite, with which a layer joins two papers; 0 for any. */
  readonly threshold: number;
  readonly regions: Regions;
  /** The region that is focused: the id of a group, or of a community as text; null for none. */
  readonly region: string | null;
  readonly communityLinks: CommunityLinks;
  /** The resolution of communities, 1 by default: more gives smaller ones. */
  readonly resolution: number;
  readonly matrixOrder: "domain" | "community";
  /** How many survey papers must cite or be cited by a missing work. */
  readonly gapsFrom: number;
  /** The group whose missing works are listed, "" for those that fit none; null for all. */
  readonly gapsIn: string | null;
  /** Evidence whose links are not drawn, sorted. */
  readonly hiddenEvidence: readonly Confidence[];
  /** The only intent whose links are drawn; null for all. */
  readonly intent: string | null;
  readonly influentialOnly: boolean;
  /** The only papers shown, by the reader's own marks; null shows all. The marks themselves are never in the URL. */
  readonly mine: Mine | null;
  readonly path: PathEnds | null;
  /** The last day shown, since 1970-01-01; null shows everything up to now. */
  readonly until: number | null;
  /** Whether the map marks what the newest refresh brought. */
  readonly newMarked: boolean;
  /** Whether time runs; never in the URL. */
  readonly playing: boolean;
  readonly query: string;
  /** Which search result the keyboard stands on; never in the URL. */
  readonly searchAt: number;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  /** The rail that a small screen shows over the map; never in the URL. */
  readonly drawer: "legend" | null;
}

export type Action =
  | { readonly type: "speak"; readonly language: Language }
  | { readonly type: "show-view"; readonly view: ViewName }
  | { readonly type: "point"; readonly paper: PaperId | null }
  | { readonly type: "point-link"; readonly citation: number | null }
  | { readonly type: "point-region"; readonly region: string | null }
  | { readonly type: "select"; readonly paper: PaperId | null }
  | { readonly type: "trace"; readonly on: boolean }
  | { readonly type: "toggle-group"; readonly group: string }
  | { readonly type: "only-group"; readonly group: string; readonly all: readonly string[] }
  | { readonly type: "set-years"; readonly years: readonly [number, number] | null }
  | { readonly type: "show-context"; readonly on: boolean }
  | { readonly type: "show-links"; readonly links: LinkMode }
  | { readonly type: "set-key-routes"; readonly count: number }
  | { readonly type: "colour-by"; readonly colouring: Colouring }
  | { readonly type: "show-layer"; readonly layer: LinkLayer }
  | { readonly type: "set-threshold"; readonly threshold: number }
  | { readonly type: "show-regions"; readonly regions: Regions }
  | { readonly type: "focus-region"; readonly region: string | null }
  | { readonly type: "seek-communities"; readonly links: CommunityLinks; readonly resolution: number }
  | { readonly type: "order-matrix"; readonly by: "domain" | "community" }
  | { readonly type: "set-gaps-from"; readonly count: number }
  | { readonly type: "set-gaps-in"; readonly group: string | null }
  | {
      readonly type: "show-cell";
      readonly group: string;
      readonly community: number;
      readonly all: readonly string[];
    }
  | { readonly type: "toggle-evidence"; readonly evidence: Confidence }
  | { readonly type: "set-intent"; readonly intent: string | null }
  | { readonly type: "show-influential-only"; readonly on: boolean }
  | { readonly type: "show-mine"; readonly mine: Mine | null }
  /** The reader's own marks; they are kept beside the state. */
  | { readonly type: "reading"; readonly change: ReadingAction }
  | { readonly type: "guide"; readonly to: GuideAction }
  | { readonly type: "start-path" }
  | { readonly type: "show-path"; readonly from: PaperId; readonly to: PaperId }
  | { readonly type: "swap-path" }
  | { readonly type: "end-path" }
  | { readonly type: "set-until"; readonly until: number | null }
  | { readonly type: "play"; readonly on: boolean; readonly from: number | null }
  | { readonly type: "mark-new"; readonly on: boolean }
  | { readonly type: "search"; readonly query: string }
  | { readonly type: "move-in-results"; readonly step: number; readonly count: number }
  | { readonly type: "sort"; readonly key: SortKey }
  | { readonly type: "open-drawer"; readonly drawer: State["drawer"] }
  | { readonly type: "clear-filters" }
  | { readonly type: "step-back" }
  | { readonly type: "restore"; readonly state: State };

export const INITIAL_STATE: State = {
  language: null,
  compact: false,
  view: "lineage",
  selected: null,
  pointed: null,
  pointedLink: null,
  pointedRegion: null,
  traced: false,
  hiddenGroups: [],
  years: null,
  context: true,
  links: "all",
  keyRoutes: 0,
  colouring: "domain",
  layer: "citations",
  threshold: 0,
  regions: "domains",
  region: null,
  communityLinks: "citations",
  resolution: 1,
  matrixOrder: "domain",
  gapsFrom: 2,
  gapsIn: null,
  hiddenEvidence: [],
  intent: null,
  influentialOnly: false,
  mine: null,
  path: null,
  until: null,
  newMarked: false,
  playing: false,
  query: "",
  searchAt: 0,
  sort: { key: "year", descending: false },
  drawer: null,
};

/** A search takes so many letters: more than nearly all titles have. */
export const MOST_QUERY = 300;

/** What a search takes of a text: its first 300 letters. */
export function cutQuery(text: string): string {
  return text.slice(0, MOST_QUERY).replace(/\p{Surrogate}$/u, "");
}
