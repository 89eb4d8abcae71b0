import type { PaperId } from "../corpus/ids.ts";

export type ViewName = "network" | "lineage" | "table";
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
  readonly view: ViewName;
  readonly selected: PaperId | null;
  /** Under the pointer or the keyboard's focus; never in the URL. */
  readonly pointed: PaperId | null;
  /** Whether all ancestors and descendants of the selected paper are shown. */
  readonly traced: boolean;
  /** Groups switched off in the legend, sorted. */
  readonly hiddenGroups: readonly string[];
  /** First and last year shown; null shows every year. */
  readonly years: readonly [number, number] | null;
  readonly context: boolean;
  readonly query: string;
  /** Which search result the keyboard stands on; never in the URL. */
  readonly searchAt: number;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  /** The rail that a small screen shows over the map; never in the URL. */
  readonly drawer: "legend" | null;
}

export type Action =
  | { readonly type: "show-view"; readonly view: ViewName }
  | { readonly type: "point"; readonly paper: PaperId | null }
  | { readonly type: "select"; readonly paper: PaperId | null }
  | { readonly type: "trace"; readonly on: boolean }
  | { readonly type: "toggle-group"; readonly group: string }
  | { readonly type: "only-group"; readonly group: string; readonly all: readonly string[] }
  | { readonly type: "set-years"; readonly years: readonly [number, number] | null }
  | { readonly type: "show-context"; readonly on: boolean }
  | { readonly type: "search"; readonly query: string }
  | { readonly type: "move-in-results"; readonly step: number; readonly count: number }
  | { readonly type: "sort"; readonly key: SortKey }
  | { readonly type: "open-drawer"; readonly drawer: State["drawer"] }
  | { readonly type: "clear-filters" }
  | { readonly type: "step-back" }
  | { readonly type: "restore"; readonly state: State };

export const INITIAL_STATE: State = {
  view: "lineage",
  selected: null,
  pointed: null,
  traced: false,
  hiddenGroups: [],
  years: null,
  context: true,
  query: "",
  searchAt: 0,
  sort: { key: "year", descending: false },
  drawer: null,
};

/** The state after an action; the same object when the action changes nothing. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "show-view":
      return action.view === state.view ? state : { ...state, view: action.view, pointed: null };
    case "point":
      return action.paper === state.pointed ? state : { ...state, pointed: action.paper };
    case "select":
      return select(state, action.paper);
    case "trace":
      if (state.selected === null || action.on === state.traced) return state;
      return { ...state, traced: action.on };
    case "toggle-group": {
      const hidden = new Set(state.hiddenGroups);
      if (!hidden.delete(action.group)) hidden.add(action.group);
      return { ...state, hiddenGroups: [...hidden].sort() };
    }
    case "only-group": {
      const others = action.all.filter((group) => group !== action.group).sort();
      const already = others.join("\n") === state.hiddenGroups.join("\n");
      return { ...state, hiddenGroups: already ? [] : others };
    }
    case "set-years":
      return { ...state, years: action.years };
    case "show-context":
      return action.on === state.context ? state : { ...state, context: action.on };
    case "search":
      return action.query === state.query ? state : { ...state, query: action.query, searchAt: 0 };
    case "move-in-results":
      if (action.count === 0) return state;
      return { ...state, searchAt: (state.searchAt + action.step + action.count) % action.count };
    case "sort": {
      const descending = state.sort.key === action.key ? !state.sort.descending : false;
      return { ...state, sort: { key: action.key, descending } };
    }
    case "open-drawer":
      return action.drawer === state.drawer ? state : { ...state, drawer: action.drawer };
    case "clear-filters":
      return { ...state, hiddenGroups: [], years: null, context: true, query: "" };
    case "step-back":
      return stepBack(state);
    case "restore":
      return action.state;
  }
}

function select(state: State, paper: PaperId | null): State {
  if (paper === state.selected) return state;
  return {
    ...state,
    selected: paper,
    traced: paper === null ? false : state.traced,
    query: paper === null ? state.query : "",
    drawer: null,
  };
}

/** What Escape undoes: the newest of drawer, search, trace, selection, filters; the state itself when nothing is left. */
function stepBack(state: State): State {
  if (state.drawer !== null) return { ...state, drawer: null };
  if (state.query !== "") return { ...state, query: "" };
  if (state.traced) return { ...state, traced: false };
  if (state.selected !== null) return { ...state, selected: null };
  if (state.hiddenGroups.length > 0 || state.years !== null) {
    return { ...state, hiddenGroups: [], years: null };
  }
  return state;
}
