import { dayNumber, isDate } from "../corpus/date.ts";
import { isPaperId, type PaperId } from "../corpus/ids.ts";
import { LANGUAGES } from "../text/language.ts";
import {
  type Colouring,
  type CommunityLinks,
  type Confidence,
  INITIAL_STATE,
  type LinkLayer,
  type LinkMode,
  type Mine,
  type Regions,
  type SortKey,
  type State,
  type ViewName,
} from "./state.ts";

const VIEWS: readonly ViewName[] = ["network", "lineage", "domains", "matrix", "table"];
const COLOURINGS: readonly Colouring[] = ["domain", "community", "generation", "year"];
const LAYERS: readonly LinkLayer[] = ["citations", "coupling", "co-citation"];
const REGIONS: readonly Regions[] = ["domains", "communities", "none"];
const COMMUNITY_LINKS: readonly CommunityLinks[] = ["citations", "coupling", "both"];
const LINK_MODES: readonly LinkMode[] = ["all", "skeleton", "main-path"];
const MINE: readonly Mine[] = ["starred", "unread", "noted"];
const CONFIDENCES: readonly Confidence[] = ["verified", "likely", "reported"];
const SORT_KEYS: readonly SortKey[] = [
  "title",
  "year",
  "venue",
  "domain",
  "citations",
  "cites",
  "citedBy",
  "generation",
];

/** The state as the text behind `#`; "" for the map's initial state. Only what differs from it is written. */
export function encodeState(state: State, initial: State = INITIAL_STATE): string {
  const pairs: [string, string][] = [];
  if (state.language !== null) pairs.push(["lang", state.language]);
  if (state.view !== initial.view) pairs.push(["view", state.view]);
  if (state.selected !== null) pairs.push(["paper", state.selected]);
  if (state.traced) pairs.push(["trace", "1"]);
  if (state.hiddenGroups.length > 0) pairs.push(["hide", listText(state.hiddenGroups)]);
  if (state.years !== null)
    pairs.push(["years", state.years.map((year) => String(year).padStart(4, "0")).join("-")]);
  if (!state.context) pairs.push(["context", "0"]);
  if (state.links !== initial.links) pairs.push(["links", state.links]);
  if (state.keyRoutes > 0) pairs.push(["routes", String(state.keyRoutes)]);
  if (state.colouring !== initial.colouring) pairs.push(["colour", state.colouring]);
  if (state.layer !== "citations") pairs.push(["layer", state.layer]);
  if (state.threshold !== INITIAL_STATE.threshold) pairs.push(["least", String(state.threshold)]);
  if (state.regions !== initial.regions) pairs.push(["regions", state.regions]);
  if (state.region !== null) pairs.push(["region", state.region]);
  if (state.communityLinks !== "citations") pairs.push(["communities", state.communityLinks]);
  if (state.resolution !== 1) pairs.push(["resolution", String(state.resolution)]);
  if (state.matrixOrder !== "domain") pairs.push(["order", state.matrixOrder]);
  if (state.gapsFrom !== INITIAL_STATE.gapsFrom) pairs.push(["gaps", String(state.gapsFrom)]);
  if (state.gapsIn !== null) pairs.push(["gaps-in", state.gapsIn]);
  if (state.hiddenEvidence.length > 0) pairs.push(["without", state.hiddenEvidence.join(" ")]);
  if (state.intent !== null) pairs.push(["intent", state.intent]);
  if (state.influentialOnly) pairs.push(["influential", "1"]);
  if (state.mine !== null) pairs.push(["mine", state.mine]);
  if (state.path?.to) pairs.push(["from", state.path.from], ["to", state.path.to]);
  if (state.until !== null) pairs.push(["until", isoDay(state.until)]);
  if (state.newMarked) pairs.push(["new", "1"]);
  if (state.query !== "") pairs.push(["q", state.query]);
  const { key, descending } = state.sort;
  if (key !== INITIAL_STATE.sort.key || descending) pairs.push(["sort", `${descending ? "-" : ""}${key}`]);
  // Colons and slashes may stand in a fragment; keeping them makes the link readable.
  return pairs
    .map(([name, value]) => `${name}=${escaped(value).replace(/%3A/g, ":").replace(/%2F/g, "/")}`)
    .join("&");
}

/** What a link asked for, and what of it this corpus does not have. */
export interface DecodedState {
  readonly state: State;
  readonly unknown: readonly string[];
}

/**
 * The state in the text behind `#`. `resolve` gives the paper of an id or alias, or null; `isGroup` says
 * whether a group of the survey has an id, by default all do. What cannot be read falls back to the map's
 * initial state and is listed in `unknown`.
 */
export function decodeState(
  text: string,
  resolve: (id: PaperId) => PaperId | null,
  isGroup: (id: string) => boolean = () => true,
  initial: State = INITIAL_STATE,
): DecodedState {
  const pairs = pairsIn(text.replace(/^#/, ""));
  const unknown: string[] = [];
  const state: Mutable<State> = { ...initial };

  const language = pairs.get("lang") ?? null;
  if (language !== null) {
    state.language = LANGUAGES.find((known) => known === language) ?? null;
    if (state.language === null) unknown.push(language);
  }
  const view = pairs.get("view") ?? null;
  if (view !== null) {
    const known = VIEWS.find((name) => name === view);
    if (known) state.view = known;
    else unknown.push(view);
  }
  const known = (text: string | undefined): PaperId | null => {
    if (text === undefined) return null;
    const paper = isPaperId(text) ? resolve(text) : null;
    if (paper === null) unknown.push(text);
    return paper;
  };
  state.selected = known(pairs.get("paper"));
  state.traced = pairs.get("trace") === "1" && state.selected !== null;
  const hidden = listIn(pairs.get("hide") ?? "").sort();
  state.hiddenGroups = hidden.filter(isGroup);
  unknown.push(...hidden.filter((group) => !isGroup(group)));
  state.years = yearsIn(pairs.get("years"));
  state.context = pairs.get("context") !== "0";
  const links = pairs.get("links");
  if (links !== undefined) {
    const known = LINK_MODES.find((mode) => mode === links);
    if (known) state.links = known;
    else unknown.push(links);
  }
  state.keyRoutes = Math.min(99, Number(/^\d{1,3}$/.exec(pairs.get("routes") ?? "")?.[0] ?? 0));
  state.colouring = COLOURINGS.find((colouring) => colouring === pairs.get("colour")) ?? initial.colouring;
  state.layer = LAYERS.find((layer) => layer === pairs.get("layer")) ?? "citations";
  state.threshold = wholeIn(pairs.get("least"), INITIAL_STATE.threshold);
  state.regions = REGIONS.find((regions) => regions === pairs.get("regions")) ?? initial.regions;
  const region = pairs.get("region") ?? null;
  if (region === null || state.regions !== "domains" || isGroup(region)) state.region = region;
  else unknown.push(region);
  state.communityLinks = COMMUNITY_LINKS.find((links) => links === pairs.get("communities")) ?? "citations";
  const resolution = Number(pairs.get("resolution") ?? 1);
  state.resolution = resolution > 0 && resolution <= 10 ? resolution : 1;
  state.matrixOrder = pairs.get("order") === "community" ? "community" : "domain";
  state.gapsFrom = wholeIn(pairs.get("gaps"), INITIAL_STATE.gapsFrom);
  const gapsIn = pairs.get("gaps-in") ?? null;
  if (gapsIn === null || gapsIn === "" || isGroup(gapsIn)) state.gapsIn = gapsIn;
  else unknown.push(gapsIn);
  const without = (pairs.get("without") ?? "").split(" ");
  state.hiddenEvidence = CONFIDENCES.filter((confidence) => without.includes(confidence)).sort();
  state.intent = pairs.get("intent") ?? null;
  state.influentialOnly = pairs.get("influential") === "1";
  state.mine = MINE.find((mine) => mine === pairs.get("mine")) ?? null;
  const ends = ["from", "to"].map((name) => known(pairs.get(name)));
  const [from, to] = ends;
  if (from && to && from !== to) state.path = { from, to };
  const until = pairs.get("until");
  if (until !== undefined) {
    if (isDate(until)) state.until = dayNumber(until);
    else unknown.push(until);
  }
  state.newMarked = pairs.get("new") === "1";
  state.query = pairs.get("q") ?? "";
  const sort = pairs.get("sort") ?? null;
  if (sort !== null) {
    const key = SORT_KEYS.find((name) => name === sort.replace(/^-/, ""));
    if (key) state.sort = { key, descending: sort.startsWith("-") };
    else unknown.push(sort);
  }
  return { state, unknown };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The whole number from 1 to 999 in a text, else `otherwise`. */
function wholeIn(text: string | undefined, otherwise: number): number {
  return /^[1-9]\d{0,2}$/.test(text ?? "") ? Number(text) : otherwise;
}

function yearsIn(text: string | undefined): [number, number] | null {
  const match = /^(\d{4})-(\d{4})$/.exec(text ?? "");
  if (!match) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  return from <= to ? [from, to] : [to, from];
}

/** Name and value pairs of a query text; a pair with broken escapes (a link cut off) counts as absent. */
function pairsIn(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of text.split("&")) {
    const at = pair.indexOf("=");
    if (at < 1) continue;
    const value = unescaped(pair.slice(at + 1).replace(/\+/g, " "));
    // The rest of a link with a broken value is still of use.
    if (value !== null) pairs.set(pair.slice(0, at), value);
  }
  return pairs;
}

/** Names as one text: spaces part them, so a space within a name is escaped. */
function listText(names: readonly string[]): string {
  return names.map((name) => name.replace(/[ %]/g, encodeURIComponent)).join(" ");
}

/** The names in such a text, each once. */
function listIn(text: string): string[] {
  const names = text.split(" ").filter(Boolean);
  return [...new Set(names.map((name) => unescaped(name) ?? name))];
}

/** The text as a URL carries it; half a letter, which no URL can, becomes a replacement character. */
function escaped(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** The text behind its escapes; null when they are broken. */
function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
