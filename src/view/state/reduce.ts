import type { PaperId } from "../../corpus/ids.ts";
import { type Action, cutQuery, type State } from "./state.ts";

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
    case "search": {
      const query = cutQuery(action.query);
      return query === state.query ? state : { ...state, query, searchAt: 0 };
    }
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
export function isFiltered(
  state: Pick<
    State,
    "hiddenGroups" | "years" | "hiddenEvidence" | "intent" | "influentialOnly" | "mine" | "until"
  >,
): boolean {
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
