import type { PaperId } from "../corpus/ids.ts";
import type { Citation } from "../corpus/schema.ts";
import type { ReadingAction } from "../reading/reading.ts";
import type { Language } from "../text/language.ts";

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
  /** The link under the pointer, by its place in the corpus or the layer; never in the URL. */
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

/** The state after an action; the same object when the action changes nothing. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "speak":
      return action.language === state.language ? state : { ...state, language: action.language };
    case "show-view":
      return action.view === state.view ? state : { ...state, ...NOTHING_POINTED, view: action.view };
    case "point":
      return action.paper === state.pointed ? state : { ...state, pointed: action.paper };
    case "point-link":
      return action.citation === state.pointedLink ? state : { ...state, pointedLink: action.citation };
    case "point-region":
      return action.region === state.pointedRegion ? state : { ...state, pointedRegion: action.region };
    case "select":
      return select(state, action.paper);
    case "trace":
      if (state.selected === null || action.on === state.traced) return state;
      return { ...state, traced: action.on };
    case "toggle-group":
      return { ...state, hiddenGroups: toggled(state.hiddenGroups, action.group) };
    case "only-group": {
      const others = action.all.filter((group) => group !== action.group).sort();
      const already = others.join("\n") === state.hiddenGroups.join("\n");
      if (already && others.length === 0) return state;
      return { ...state, hiddenGroups: already ? [] : others };
    }
    case "set-years":
      return action.years?.join() === state.years?.join() ? state : { ...state, years: action.years };
    case "show-context":
      return action.on === state.context ? state : { ...state, context: action.on };
    case "show-links":
      return action.links === state.links ? state : { ...state, links: action.links };
    case "set-key-routes":
      return action.count === state.keyRoutes ? state : { ...state, keyRoutes: action.count };
    case "colour-by":
      return action.colouring === state.colouring ? state : { ...state, colouring: action.colouring };
    case "show-layer":
      if (action.layer === state.layer) return state;
      // Links of another layer have other places and other strengths.
      return { ...state, layer: action.layer, threshold: 0, pointedLink: null };
    case "set-threshold":
      return action.threshold === state.threshold ? state : { ...state, threshold: action.threshold };
    case "show-regions":
      return action.regions === state.regions ? state : { ...state, ...NO_REGION, regions: action.regions };
    case "focus-region":
      return focusRegion(state, action.region);
    case "seek-communities":
      if (action.links === state.communityLinks && action.resolution === state.resolution) return state;
      return { ...state, communityLinks: action.links, resolution: action.resolution, ...NO_REGION };
    case "order-matrix":
      return action.by === state.matrixOrder ? state : { ...state, matrixOrder: action.by };
    case "set-gaps-from":
      return action.count === state.gapsFrom ? state : { ...state, gapsFrom: action.count };
    case "set-gaps-in":
      return action.group === state.gapsIn ? state : { ...state, gapsIn: action.group };
    case "show-cell":
      return showCell(state, action);
    case "toggle-evidence":
      return { ...state, hiddenEvidence: toggled(state.hiddenEvidence, action.evidence) };
    case "set-intent":
      return action.intent === state.intent ? state : { ...state, intent: action.intent };
    case "show-influential-only":
      return action.on === state.influentialOnly ? state : { ...state, influentialOnly: action.on };
    case "show-mine":
      return action.mine === state.mine ? state : { ...state, mine: action.mine };
    case "reading":
    case "guide":
      return state;
    case "start-path":
      if (state.selected === null || (state.path?.from === state.selected && state.path.to === null))
        return state;
      return { ...state, path: { from: state.selected, to: null } };
    case "show-path":
      return { ...state, path: { from: action.from, to: action.to } };
    case "swap-path":
      if (!state.path?.to) return state;
      return { ...state, path: { from: state.path.to, to: state.path.from } };
    case "end-path":
      return state.path === null ? state : { ...state, path: null };
    case "set-until":
      return action.until === state.until ? state : { ...state, until: action.until };
    case "mark-new":
      return action.on === state.newMarked ? state : { ...state, newMarked: action.on };
    case "play":
      if (action.on === state.playing) return state;
      return { ...state, playing: action.on, until: action.on ? action.from : state.until };
    case "search":
      return action.query === state.query ? state : { ...state, query: action.query, searchAt: 0 };
    case "move-in-results": {
      if (action.count === 0) return state;
      const searchAt = (state.searchAt + action.step + action.count) % action.count;
      return searchAt === state.searchAt ? state : { ...state, searchAt };
    }
    case "sort": {
      const descending = state.sort.key === action.key ? !state.sort.descending : false;
      return { ...state, sort: { key: action.key, descending } };
    }
    case "open-drawer":
      return action.drawer === state.drawer ? state : { ...state, drawer: action.drawer };
    case "clear-filters":
      if (!isFiltered(state) && !state.playing && state.context && state.query === "") return state;
      return { ...state, ...NO_FILTERS, context: true, query: "" };
    case "step-back":
      return stepBack(state);
    case "restore":
      return action.state;
  }
}

const NOTHING_POINTED = { pointed: null, pointedLink: null, pointedRegion: null } satisfies Partial<State>;
const NO_REGION = { region: null, pointedRegion: null } satisfies Partial<State>;

const NO_FILTERS = {
  hiddenGroups: [],
  years: null,
  hiddenEvidence: [],
  intent: null,
  influentialOnly: false,
  mine: null,
  until: null,
  playing: false,
} satisfies Partial<State>;

function toggled<T extends string>(list: readonly T[], item: T): T[] {
  const without = list.filter((other) => other !== item);
  return without.length < list.length ? without : [...list, item].sort();
}

/** Leaves only a group of the survey and focuses a community; what is so already is undone. */
function showCell(
  state: State,
  { group, community, all }: Extract<Action, { readonly type: "show-cell" }>,
): State {
  const hiddenGroups = all.filter((other) => other !== group).sort();
  const region = String(community);
  const already =
    state.regions === "communities" &&
    state.region === region &&
    hiddenGroups.join("\n") === state.hiddenGroups.join("\n");
  if (already) return { ...state, hiddenGroups: [], region: null };
  return { ...state, hiddenGroups, regions: "communities", region };
}

function select(state: State, paper: PaperId | null): State {
  if (state.path !== null && state.path.to === null && paper !== null && paper !== state.path.from) {
    // The reader is picking the other end of a path.
    return { ...state, path: { ...state.path, to: paper }, query: "", drawer: null };
  }
  if (paper === state.selected) return state;
  return {
    ...state,
    selected: paper,
    traced: paper === null ? false : state.traced,
    path: null,
    query: paper === null ? state.query : "",
    drawer: null,
  };
}

/** What is selected would outshine the region. */
function focusRegion(state: State, region: string | null): State {
  if (region === state.region) return state;
  if (region === null) return { ...state, region };
  return { ...state, region, selected: null, traced: false, path: null, drawer: null };
}

/**
 * What Escape undoes: the newest of drawer, search, running time, path, trace, selection, region, filters;
 * the state itself when nothing is left.
 */
function stepBack(state: State): State {
  if (state.drawer !== null) return { ...state, drawer: null };
  if (state.query !== "") return { ...state, query: "" };
  if (state.playing) return { ...state, playing: false };
  if (state.path !== null) return { ...state, path: null };
  if (state.traced) return { ...state, traced: false };
  if (state.selected !== null) return { ...state, selected: null };
  if (state.region !== null) return { ...state, region: null };
  return isFiltered(state) ? { ...state, ...NO_FILTERS } : state;
}

/** Whether anything but the works around the survey is filtered away. */
export function isFiltered(state: State): boolean {
  return (
    state.hiddenGroups.length > 0 ||
    state.years !== null ||
    state.hiddenEvidence.length > 0 ||
    state.intent !== null ||
    state.influentialOnly ||
    state.mine !== null ||
    state.until !== null
  );
}
