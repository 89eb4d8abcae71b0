import { dayNumber, isDate } from "../../corpus/date.ts";
import { isPaperId, type PaperId } from "../../corpus/ids.ts";
import { LANGUAGES } from "../../text/language.ts";
import { shortened } from "./shortened.ts";
import {
  type Colouring,
  type CommunityLinks,
  type Confidence,
  cutQuery,
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
const MATRIX_ORDERS: readonly State["matrixOrder"][] = ["domain", "community"];
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
  if (state.compact) pairs.push(["compact", "1"]);
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

/** What of a state is of the moment and never in the address; everything else is. */
export const PASSING = [
  "pointed",
  "pointedLink",
  "pointedRegion",
  "playing",
  "searchAt",
  "drawer",
] as const satisfies readonly (keyof State)[];

/** What a link asked for, and what of it this corpus does not have. */
export interface DecodedState {
  readonly state: State;
  readonly unknown: readonly string[];
}

/** Which names a corpus has that a link may hold beside its papers. */
export interface KnownNames {
  readonly group: (id: string) => boolean;
  readonly intent: (name: string) => boolean;
}

const ANY_NAME: KnownNames = { group: () => true, intent: () => true };

/**
 * The state in the text behind `#`. `resolve` gives the paper of an id or alias, or null; `names` tells
 * what else the corpus has, by default everything. A value that cannot be read, or is not there, falls
 * back to the map's initial state and is listed in `unknown`, cut to what can be said over a map; a parameter nobody knows is passed over.
 */
export function decodeState(
  text: string,
  resolve: (id: PaperId) => PaperId | null,
  names: KnownNames = ANY_NAME,
  initial: State = INITIAL_STATE,
): DecodedState {
  const pairs = pairsIn(text.replace(/^#/, ""));
  const unknown: string[] = [];
  const state: Mutable<State> = { ...initial };
  /** What `read` makes of a parameter; what it cannot read is listed, and `otherwise` taken. */
  const read = <T, U>(name: string, otherwise: U, of: (text: string) => T | null): T | U => {
    const text = pairs.get(name);
    if (text === undefined) return otherwise;
    const value = of(text);
    if (value !== null) return value;
    unknown.push(text);
    return otherwise;
  };
  const one = <T extends string>(choices: readonly T[]) => {
    return (text: string): T | null => choices.find((choice) => choice === text) ?? null;
  };
  const paper = (text: string) => (isPaperId(text) ? resolve(text) : null);

  state.language = read("lang", null, one(LANGUAGES));
  state.compact = read("compact", false, switchIn);
  state.view = read("view", initial.view, one(VIEWS));
  state.selected = read("paper", null, paper);
  state.traced = read("trace", false, switchIn) && state.selected !== null;
  const hidden = listIn(pairs.get("hide") ?? "").sort();
  state.hiddenGroups = hidden.filter(names.group);
  unknown.push(...hidden.filter((group) => !names.group(group)));
  state.years = read("years", null, yearsIn);
  state.context = read("context", true, switchIn);
  state.links = read("links", initial.links, one(LINK_MODES));
  state.keyRoutes = read("routes", 0, (text) =>
    /^\d{1,9}$/.test(text) ? Math.min(MOST_ROUTES, Number(text)) : null,
  );
  state.colouring = read("colour", initial.colouring, one(COLOURINGS));
  state.layer = read("layer", INITIAL_STATE.layer, one(LAYERS));
  state.threshold = read("least", INITIAL_STATE.threshold, wholeIn);
  state.regions = read("regions", initial.regions, one(REGIONS));
  state.region = read("region", null, regionIn(state.regions, names.group));
  state.communityLinks = read("communities", INITIAL_STATE.communityLinks, one(COMMUNITY_LINKS));
  state.resolution = read("resolution", 1, (text) => {
    const resolution = Number(text);
    return resolution > 0 && resolution <= 10 ? resolution : null;
  });
  state.matrixOrder = read("order", INITIAL_STATE.matrixOrder, one(MATRIX_ORDERS));
  state.gapsFrom = read("gaps", INITIAL_STATE.gapsFrom, wholeIn);
  state.gapsIn = read("gaps-in", null, (text) => (text === "" || names.group(text) ? text : null));
  state.hiddenEvidence = [...new Set(listIn(pairs.get("without") ?? ""))]
    .flatMap((text) => {
      const confidence = one(CONFIDENCES)(text);
      if (confidence === null) unknown.push(text);
      return confidence ?? [];
    })
    .sort();
  state.intent = read("intent", null, (text) => (names.intent(text) ? text : null));
  state.influentialOnly = read("influential", false, switchIn);
  state.mine = read("mine", null, one(MINE));
  const [from, to] = [read("from", null, paper), read("to", null, paper)];
  if (from && to && from !== to) state.path = { from, to };
  state.until = read("until", null, (text) => (isDate(text) ? dayNumber(text) : null));
  state.newMarked = read("new", false, switchIn);
  state.query = cutQuery(pairs.get("q") ?? "");
  state.sort = read("sort", INITIAL_STATE.sort, (text) => {
    const key = one(SORT_KEYS)(text.replace(/^-/, ""));
    return key && { key, descending: text.startsWith("-") };
  });
  return { state, unknown: namesOf(unknown) };
}

/** So many letters of a parameter are read; no link that the page makes comes near. */
const MOST_LETTERS = 10_000;
/** What was asked for in vain is said over the map, which it must not hide. */
const MOST_NAMES = 8;
const MOST_LETTERS_OF_NAME = 60;

/** The names of what is unknown, as far as there is room for them, with dots for the rest. */
function namesOf(unknown: readonly string[]): string[] {
  const names = unknown.slice(0, MOST_NAMES).map((name) => shortened(name, MOST_LETTERS_OF_NAME));
  return unknown.length > MOST_NAMES ? [...names, "…"] : names;
}

/** The most key routes that a link may ask for: more than a reader could follow. */
const MOST_ROUTES = 99;

function switchIn(text: string): boolean | null {
  return text === "1" ? true : text === "0" ? false : null;
}

/** Reads a region: a group of domains, or a community by its number, of which there may be any. */
function regionIn(regions: Regions, isGroup: KnownNames["group"]): (text: string) => string | null {
  return (text) => {
    const found = regions === "communities" ? /^\d{1,6}$/.test(text) : isGroup(text);
    return found ? text : null;
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The whole number from 1 to 999 in a text; null for any other text. */
function wholeIn(text: string): number | null {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
}

function yearsIn(text: string): [number, number] | null {
  const match = /^(\d{4})-(\d{4})$/.exec(text);
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
    if (value !== null) pairs.set(pair.slice(0, at), value.slice(0, MOST_LETTERS));
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
