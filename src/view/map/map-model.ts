import type { CitationIndex } from "../../columns/citation-index.ts";
import { derive } from "../derive.ts";
import type { Sources } from "../sources.ts";
import type { Limits } from "../state/limits.ts";
import type { State } from "../state/state.ts";
import { type Attention, asDrawn, emphasisOf, loudest, type Subgraph } from "./emphasis.ts";
import type { MapModel, SimilarLines } from "./map.ts";
import {
  countsByRegion,
  drawnLinks,
  freshPapers,
  marks,
  namedRegions,
  numbersWhere,
  ownMarks,
  spineWeights,
  tones,
} from "./map-columns.ts";
import { type Division, divisionOf, regionText, type ShownLinks } from "./regions.ts";
import { citationsAmong, shortList } from "./short-list.ts";
import type { SimilarParts } from "./similar-parts.ts";
import {
  type MineFilter,
  mineFilter,
  type PassingLinks,
  passingLinks,
  sentencesAsked,
  visibleLinks,
  visiblePapers,
} from "./visible.ts";

/** What a map looks things up in. */
export type MapSources = Pick<
  Sources,
  "catalogue" | "columns" | "analysis" | "implied" | "lineage" | "newcomers" | "clusters" | "marks"
>;

/** What a map follows from. */
export interface MapGiven {
  readonly sources: MapSources;
  readonly state: State;
}

/** What stands out, as the rest of the page finds it. */
export interface Highlights<G> {
  /** Papers the search found, by number; null while nothing is sought. */
  readonly hits: (given: G) => readonly number[] | null;
  readonly path: (given: G) => Subgraph | null;
  readonly pointed: (given: G) => Subgraph | null;
  readonly similar: (given: G) => SimilarParts;
}

/** The parts of a map, each made again only when what it follows from changes. */
export interface MapParts<G> {
  readonly model: (given: G) => MapModel;
  /** By paper: 1 where it is shown. */
  readonly visible: (given: G) => Uint8Array;
  readonly division: (given: G) => Division;
  /** What is said of the region that is pointed at, else of the focused one; null for none. */
  readonly regionText: (given: G) => string | null;
  /** Makes the columns of a state without highlights in steps, between which a page can do something else. */
  readonly beginning: (given: G) => Generator<undefined, void>;
}

/** Links that stand out are drawn one by one: so many can be. */
export const MOST_STRONG_LINKS = 4_000;

const NO_LINKS = new Uint32Array(0);
const NOTHING_FRESH: ReadonlySet<number> = new Set();

/** The links of a map that pass the reader's choice of links. */
export function passingOf<G extends MapGiven>(): (given: G) => PassingLinks {
  return derive(
    ({ sources, state }: G) => [
      sources.columns,
      state.hiddenEvidence,
      state.intent,
      state.influentialOnly,
      sentencesAsked(state),
    ],
    (columns, hiddenEvidence, intent, influentialOnly, sentences) =>
      passingLinks(columns, { hiddenEvidence, intent, influentialOnly, sentences }),
  );
}

/**
 * Makes the maps of a page. Every column is kept while what it follows from stays the same: the answer to a pointer that
 * moves is a few numbers and the neighbours of one paper.
 */
export function mapParts<G extends MapGiven>(
  passing: (given: G) => PassingLinks,
  { hits, path, pointed, similar }: Highlights<G>,
  limits: Limits,
): MapParts<G> {
  const mine = derive(
    ({ sources, state }: G) => [sources.catalogue, state.mine === null ? null : sources.marks, state.mine],
    (catalogue, own, choice): MineFilter | null => (own === null ? null : mineFilter(catalogue, own, choice)),
  );
  const visible = derive(
    (given: G) => [
      given.sources.columns,
      given.sources.catalogue.groups,
      given.state.hiddenGroups,
      given.state.years,
      given.state.context,
      given.state.until,
      mine(given),
    ],
    (columns, groups, hiddenGroups, years, context, until, own) =>
      visiblePapers(columns, groups, { hiddenGroups, years, context, until }, own),
  );
  const shown = derive((given: G) => [given.sources.columns, passing(given), visible(given)], visibleLinks);
  const spine = derive(
    ({ sources, state }: G) => [sources.lineage, state.links === "main-path" ? state.keyRoutes : 0],
    (lineage, routes) => lineage.spine(routes),
  );
  const spineWeight = derive((given: G) => [spine(given).citations, passing(given)], spineWeights);
  const spineLinks = derive(
    (given: G) => [spineWeight(given), passing(given), shown(given)],
    (weights, pass, visibleOnes) => asDrawn(Uint32Array.from(numbersWhere(weights)), pass, visibleOnes),
  );
  const nothingDrawn = derive(
    ({ sources }: G) => [sources.columns.index.citing.length],
    (count) => new Uint8Array(count),
  );
  const drawn = derive(
    (given: G) => [
      passing(given),
      shown(given),
      given.sources.implied,
      given.state.links,
      given.state.links === "main-path" ? spineWeight(given) : null,
    ],
    drawnLinks,
  );
  const list = derive(({ sources }: G) => [sources.columns], shortList);
  const listed = derive(
    (given: G) => [list(given), visible(given)],
    (all, visibleOnes) => all.filter((paper) => visibleOnes[paper] === 1),
  );
  const amongListed = derive(
    (given: G) => [listed(given), given.sources.columns.index, drawn(given)],
    (papers, { cited, referenceStart }, on) =>
      citationsAmong(papers, { start: referenceStart, cited }, (citation) => on[citation] === 1),
  );
  const toned = derive(
    ({ sources, state }: G) => [
      sources.columns,
      state.colouring === "community" ? sources.clusters : null,
      sources.analysis.generations,
      state.colouring,
    ],
    tones,
  );
  const division = derive(
    ({ sources, state }: G) => [
      state.view === "network" ? state.regions : "none",
      sources.catalogue,
      sources.columns,
      sources.clusters,
    ],
    divisionOf,
  );
  const placeOf = (given: G, region: string | null) =>
    region === null ? -1 : division(given).regions.findIndex(({ id }) => id === region);
  const focusedRegion = (given: G) => {
    const { region, pointedRegion } = given.state;
    return placeOf(given, limits.pointedRegions ? (pointedRegion ?? region) : region);
  };
  const counted = derive(
    (given: G) => [
      given.sources.columns.index,
      shown(given),
      limits.pairs ? similar(given).lines : null,
      visible(given),
    ],
    linksInView,
  );
  const text = derive(
    (given: G) => [
      given.sources.catalogue.texts,
      given.sources.columns.survey,
      division(given),
      placeOf(given, given.state.pointedRegion ?? given.state.region),
      counted(given),
    ],
    regionText,
  );
  const numberOf = ({ sources }: G, id: State["selected"]) =>
    id === null ? -1 : (sources.catalogue.byId.get(id)?.index ?? -1);
  const attention = derive(
    (given: G) => [
      path(given),
      given.state.traced ? numberOf(given, given.state.selected) : -1,
      similar(given).lines === null ? null : similar(given).attended?.paper,
      similar(given).attended?.others,
      numberOf(given, given.state.pointed ?? given.state.selected),
      pointed(given),
      hits(given),
      focusedRegion(given),
      division(given).of,
    ],
    attentionOf,
  );
  const emphasis = derive(
    (given: G) => [given.sources.columns, given.sources.analysis, attention(given)],
    emphasisOf,
  );
  const strong = derive(
    (given: G) => [
      given.sources.columns,
      emphasis(given).strong,
      passing(given),
      shown(given),
      given.sources.implied,
      MOST_STRONG_LINKS,
    ],
    loudest,
  );
  const fresh = derive(
    ({ sources, state }: G) => [sources.catalogue, state.newMarked ? sources.newcomers : null],
    (catalogue, newcomers) => newcomers && freshPapers(catalogue, newcomers),
  );
  const marked = derive((given: G) => [visible(given), emphasis(given).levels, fresh(given)], marks);
  const counts = derive((given: G) => [division(given), visible(given)], countsByRegion);
  const regions = derive(
    (given: G) => [division(given), counts(given), given.state.region, given.state.pointedRegion],
    namedRegions,
  );
  const own = derive(({ sources }: G) => [sources.catalogue, sources.marks], ownMarks);
  const labelOf = derive(
    ({ sources }: G) => [sources.catalogue],
    ({ entries }) =>
      (paper: number) =>
        entries[paper]?.label ?? "",
  );

  const strongIn = (given: G, on: Attention["on"] | null, cited: boolean) => {
    if (on === null) return cited ? amongListed(given) : NO_LINKS;
    // A path or a lineage is of citations, whatever joins the rest.
    return cited || on === "path" || on === "lineage" ? strong(given) : NO_LINKS;
  };
  const model = (given: G): MapModel => {
    const { sources, state } = given;
    const { columns, catalogue, newcomers } = sources;
    const layer = state.view === "network" ? state.layer : "citations";
    const cited = layer === "citations";
    const on = attention(given)?.on ?? null;
    const mainPath = state.links === "main-path";
    return {
      view: state.view === "lineage" ? "lineage" : "network",
      count: catalogue.entries.length,
      radius: columns.radius,
      sizeKnown: columns.sizeKnown,
      slot: columns.slot,
      tone: toned(given),
      colouring: state.colouring,
      survey: columns.survey,
      marks: marked(given),
      spinePapers: spine(given).papers,
      citing: columns.index.citing,
      cited: columns.index.cited,
      confidence: columns.links.confidence,
      twin: passing(given).twin,
      shown: shown(given),
      drawn: cited ? drawn(given) : nothingDrawn(given),
      listed: listed(given),
      strong: strongIn(given, on, cited),
      spine: cited && (state.view === "lineage" || mainPath) ? spineLinks(given) : NO_LINKS,
      spineWeight: spineWeight(given),
      freshLinks: state.newMarked ? newcomers.citations : NOTHING_FRESH,
      links: state.links,
      layer,
      similar: limits.pairs || on === "similar" ? similar(given).lines : null,
      pointedLine: cited ? -1 : (state.pointedLink ?? -1),
      attention: on,
      focused: emphasis(given).levels !== null,
      own: own(given),
      selected: numberOf(given, state.selected),
      pointed: numberOf(given, state.pointed),
      root: catalogue.root?.index ?? -1,
      regionOf: division(given).of,
      regions: regions(given),
      division: division(given).key,
      labelOrder: columns.labelOrder,
      labelRank: columns.rank,
      labelOf: labelOf(given),
    };
  };
  function* beginning(given: G): Generator<undefined, void> {
    visible(given);
    yield;
    passing(given);
    yield;
    shown(given);
    yield;
    if (given.state.links !== "main-path") drawn(given);
    yield;
  }
  return { model, visible, division, regionText: text, beginning };
}

/** The links that a map shows: citations, or the lines of another layer between visible papers. */
function linksInView(
  { citing, cited }: CitationIndex,
  shown: Uint8Array,
  lines: SimilarLines | null,
  visible: Uint8Array,
): ShownLinks {
  if (lines === null) return { citing, cited, shown };
  const { from, to } = lines;
  const both = lines.shown.map((is, line) => is & visible[from[line]!]! & visible[to[line]!]!);
  return { citing: from, cited: to, shown: both };
}

/** What attention is on; null when it is nowhere. */
function attentionOf(
  path: Subgraph | null,
  traced: number,
  similar: number | null | undefined,
  others: Uint32Array | undefined,
  paper: number,
  link: Subgraph | null,
  hits: readonly number[] | null,
  region: number,
  of: Int32Array,
): Attention | null {
  if (path !== null) return { on: "path", path };
  if (traced >= 0) return { on: "lineage", paper: traced };
  if (others !== undefined && typeof similar === "number") return { on: "similar", paper: similar, others };
  if (paper >= 0) return { on: "paper", paper };
  if (link !== null) return { on: "link", link };
  if (hits !== null) return { on: "hits", papers: hits };
  return region < 0 ? null : { on: "region", region, of };
}
