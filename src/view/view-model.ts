import type { PaperId } from "../corpus/ids.ts";
import type { Texts } from "../text/texts.ts";
import type { Catalogue } from "./catalogue.ts";
import { derive, statePart, steadyObject } from "./derive.ts";
import type { LateModels } from "./late-models.ts";
import type { MapColumns } from "./map/columns.ts";
import { countLinks, type LinkCounts } from "./map/link-choices.ts";
import type { MapModel } from "./map/map.ts";
import { mapParts, passingOf } from "./map/map-model.ts";
import { searchNotes } from "./map/own-marks.ts";
import { pairParts } from "./map/pair-parts.ts";
import { pointedCitation } from "./map/pointed-link.ts";
import { buildRegions, type Division, divisionOf, laneKind, type RegionsModel } from "./map/regions.ts";
import type { SimilarModel } from "./map/similar-papers.ts";
import type { SimilarGiven, SimilarParts } from "./map/similar-parts.ts";
import { buildTimeline, timelineStops } from "./map/timeline.ts";
import { announce } from "./panels/announcement.ts";
import { buildChanges, type ChangesModel } from "./panels/changes.ts";
import { buildCommunities, type CommunitiesModel, communityTexts } from "./panels/communities.ts";
import { buildControls, type ControlsModel } from "./panels/controls.ts";
import { buildCoverage, type Coverage, innerCounts } from "./panels/coverage.ts";
import { buildDetails, type DetailsModel } from "./panels/details.ts";
import type { DomainsModel } from "./panels/domains.ts";
import { buildIntroduction, type Introduction } from "./panels/introduction.ts";
import { buildLegend, type LegendModel } from "./panels/legend.ts";
import type { MatrixModel } from "./panels/matrix.ts";
import { type PathModel, pathModel } from "./panels/path-model.ts";
import { type SearchModel, searchModel } from "./panels/search-model.ts";
import type { TableModel } from "./panels/table.ts";
import type { Sources } from "./sources.ts";
import { type Limits, NO_LIMITS } from "./state/limits.ts";
import type { State, ViewName } from "./state/state.ts";

/** Everything the reader sees, as plain values. */
export interface ViewModel {
  /** What the page says, in the reader's language. */
  readonly texts: Texts;
  readonly title: string;
  /** The name of the browser's tab. */
  readonly documentTitle: string;
  /** What the map is, for a screen reader. */
  readonly mapLabel: string;
  readonly view: ViewName;
  readonly drawer: State["drawer"];
  readonly search: SearchModel;
  readonly legend: LegendModel;
  readonly map: MapModel;
  /** The lanes of a large lineage: groups of domains, or communities where the author's list has none. */
  readonly lanes: Division;
  readonly controls: ControlsModel;
  /** Null where no communities are asked for, and no regions can be. */
  readonly communities: CommunitiesModel | null;
  readonly regions: RegionsModel | null;
  /** The paths between two papers the reader picked, or that a second is to be picked; null otherwise. */
  readonly path: PathModel | null;
  /** What is said of the link or region under the pointer; null when there is none. */
  readonly tooltip: string | null;
  /** Whether it is said of a region. */
  readonly regionPointed: boolean;
  /** Null in the other views, and while what builds them is being loaded. */
  readonly table: TableModel | null;
  readonly domains: DomainsModel | null;
  readonly matrix: MatrixModel | null;
  readonly details: DetailsModel | null;
  /** What has most in common with the selected paper; null without one, and while what finds it is being loaded. */
  readonly similar: SimilarModel | null;
  readonly introduction: Introduction;
  readonly coverage: Coverage;
  readonly changes: ChangesModel;
  /** Said over the map when the filters leave no paper; null otherwise. */
  readonly nothing: string | null;
  /** What an old link asked for that is not here; null when all was found. */
  readonly warning: string | null;
  /** What a screen reader says when attention moves. */
  readonly announcement: string;
}

/** What a page follows from. */
export interface Given {
  readonly sources: Sources;
  readonly state: State;
  /** What the link asked for in vain; default nothing. */
  readonly unknown?: readonly string[];
  /** What builds the views that are loaded after the first picture; default null, while it is not there. */
  readonly late?: LateModels | null;
}

/** The builder of a page that keeps what it has built. */
export interface ViewModels {
  build(given: Given): ViewModel;
  /** Builds for a state what takes longest, in steps between which the page can do something else, and keeps it. */
  beginning(given: Given): Generator<undefined, void>;
}

/** The page for a state, built once: the same for the same arguments. */
export function buildViewModel(
  sources: Sources,
  state: State,
  unknown: readonly string[] = [],
  late: LateModels | null = null,
): ViewModel {
  return viewModels().build({ sources, state, unknown, late });
}

/**
 * Makes the models of a page within its `limits`. Each part is made again only when what it follows from changes, so
 * that what a moving pointer costs does not depend on how much is on the page. `similarity` makes the layers of similar
 * papers, by default all their pairs.
 */
export function viewModels(
  limits: Limits = NO_LIMITS,
  similarity: (
    counts: (given: SimilarGiven) => LinkCounts,
  ) => (given: SimilarGiven) => SimilarParts = pairParts,
): ViewModels {
  // The page gives its sources in a new object with every state.
  const steady = steadyObject<Sources>();
  const sources = (given: Given) => steady(given.sources);
  const found = derive(
    ({ sources: s, state }: Given) => [s.catalogue, s.search, s.marks, state.query],
    (catalogue, search, marks, query) =>
      query.trim() === "" ? null : searchNotes({ catalogue, marks }, query, search(query)),
  );
  const hits = derive(
    (given: Given) => [given.sources.catalogue, found(given)],
    ({ byId }, ids) => ids?.flatMap((id) => byId.get(id)?.index ?? []) ?? null,
  );
  const path = derive(
    ({ sources: s, state }: Given) => [s.catalogue, s.findPaths, state.path],
    (catalogue, findPaths, asked) => pathModel({ catalogue, findPaths }, asked),
  );
  const linkCounts = derive(({ sources: s }: Given) => [s.catalogue.corpus], countLinks);
  const similar = similarity(linkCounts);
  // Which path implies each of a hundred citations takes long to find.
  const lineage = derive(
    ({ sources: s }: Given) => [s.lineage],
    (facts) => (limits.explains ? facts : { ...facts, impliedBy: () => null }),
  );
  const passing = passingOf();
  const citation = derive(
    (given: Given) => [
      given.sources.catalogue,
      lineage(given),
      passing(given),
      given.state.view === "network" && given.state.layer !== "citations" ? null : given.state.pointedLink,
    ],
    pointedCitation,
  );
  const pointed = (given: Given) => similar(given).pointed ?? citation(given);
  const map = mapParts(
    passing,
    { hits, path: (given) => path(given)?.found ?? null, pointed, similar },
    limits,
  );
  const lanes = derive(
    ({ sources: { clusters, catalogue, columns } }: Given) => [
      clusters === null ? ("domains" as const) : laneKind(catalogue.groups.length),
      catalogue,
      columns,
      clusters,
    ],
    divisionOf,
  );
  const generationOf = derive(
    ({ sources: s }: Given) => [s.catalogue, s.analysis.generations],
    generationFinder,
  );
  const shownCount = derive(
    (given: Given) => [map.visible(given)],
    (visible) => visible.reduce((sum, shown) => sum + shown, 0),
  );
  const search = derive(
    (given: Given) => [given.sources.catalogue, given.state.query, given.state.searchAt, found(given)],
    (catalogue, query, searchAt, ids) => searchModel(catalogue, { query, searchAt }, ids),
  );
  const legendPart = statePart(
    "hiddenGroups",
    "years",
    "context",
    "colouring",
    "hiddenEvidence",
    "intent",
    "influentialOnly",
    "mine",
    "until",
  );
  const legend = derive(
    (given: Given) => [
      given.sources.catalogue,
      given.sources.scale,
      generationOf(given),
      legendPart(given.state),
    ],
    buildLegend,
  );
  const stops = derive(({ sources: s }: Given) => [s.catalogue, s.columns], timelineStops);
  const timeline = derive(
    (given: Given) => [given.sources.catalogue.texts, stops(given), given.state.until, given.state.playing],
    buildTimeline,
  );
  const controlsPart = statePart(
    "links",
    "keyRoutes",
    "colouring",
    "hiddenEvidence",
    "intent",
    "influentialOnly",
  );
  const controls = derive(
    (given: Given) => [
      sources(given),
      controlsPart(given.state),
      timeline(given),
      linkCounts(given),
      similar(given).layers,
    ],
    (of, state, time, counts, layers) => buildControls(of, state, { timeline: time, counts, layers, limits }),
  );
  const communityRows = derive(
    ({ sources: s }: Given) => [s.catalogue, s.clusters],
    (catalogue, clusters) => clusters && communityTexts(catalogue, clusters),
  );
  const wishes = statePart("view", "colouring", "regions", "communityLinks", "resolution");
  const communities = derive(
    (given: Given) => [
      given.sources.catalogue,
      given.sources.clusters,
      given.sources.clusterFailure,
      wishes(given.state),
      communityRows(given),
    ],
    (catalogue, facts, failure, wished, rows) =>
      buildCommunities(catalogue, { facts, failure }, wished, rows),
  );
  const regionsPart = statePart("view", "regions", "region");
  const regions = derive(
    (given: Given) => [given.sources.catalogue.texts, map.division(given), regionsPart(given.state)],
    buildRegions,
  );
  const compared = statePart(
    "view",
    "regions",
    "region",
    "hiddenGroups",
    "communityLinks",
    "resolution",
    "gapsFrom",
    "gapsIn",
    "selected",
  );
  const domains = derive(
    (given: Given) => [given.late ?? null, sources(given), compared(given.state)],
    (late, of, state) => (state.view === "domains" && late?.domains(of, state)) || null,
  );
  const arranged = statePart("view", "selected", "matrixOrder");
  const matrix = derive(
    (given: Given) => [
      given.late ?? null,
      sources(given),
      arranged(given.state),
      map.visible(given),
      passing(given).passes,
    ],
    (late, of, state, visible, passes) =>
      (state.view === "matrix" && late?.matrix(of, state, visible, passes)) || null,
  );
  const sorted = statePart("view", "sort", "selected");
  const table = derive(
    (given: Given) => [
      given.late ?? null,
      given.sources.catalogue,
      limits.explains ? null : hits(given),
      map.visible(given),
      generationOf(given),
      sorted(given.state),
      given.sources.marks,
    ],
    (late, catalogue, only, visible, generations, state, marks) =>
      (state.view === "table" &&
        late?.table(catalogue, narrowedTo(visible, only), generations, state, marks, limits)) ||
      null,
  );
  const detailed = derive(
    ({ sources: s }: Given) => [s.catalogue],
    (catalogue): Catalogue => (limits.explains ? catalogue : { ...catalogue, root: null }),
  );
  const details = derive(
    (given: Given) => [
      detailed(given),
      lineage(given),
      given.sources.findPaths,
      given.state.selected,
      given.state.traced,
    ],
    (catalogue, facts, findPaths, selected, traced) => {
      const entry = selected === null ? undefined : catalogue.byId.get(selected);
      return entry ? buildDetails(catalogue, facts, findPaths, entry, traced, limits) : null;
    },
  );
  const similarPapers = derive(
    ({ sources: s, state, late = null }: Given) => [s.catalogue, s.columns, state.selected, late],
    (catalogue, columns, selected, models) => {
      const entry = selected === null ? undefined : catalogue.byId.get(selected);
      return (entry && models?.similar(catalogue, columns, entry)) ?? null;
    },
  );
  const introduction = derive(
    (given: Given) => [
      given.sources.catalogue,
      given.sources.scale,
      given.sources.lineage,
      generationOf(given),
      limits,
    ],
    buildIntroduction,
  );
  const inner = derive(
    ({ sources: s }: Given) => [s.columns],
    (columns: MapColumns) => innerCounts(columns),
  );
  const coverage = derive(
    (given: Given) => [given.sources.catalogue, given.sources.analysis, given.sources.leftOut, inner(given)],
    (catalogue, { oddOnesOut, index }, leftOut, counts) =>
      buildCoverage(
        catalogue,
        oddOnesOut.flatMap((paper) => index.ids[paper] ?? []),
        leftOut,
        limits,
        counts,
      ),
  );
  const changes = derive(
    ({ sources: s, state }: Given) => [s.catalogue, s.changes, state.newMarked, limits],
    buildChanges,
  );

  const build = (given: Given): ViewModel => {
    const { state, unknown = [] } = given;
    const { catalogue } = given.sources;
    const shown = shownCount(given);
    const selected = state.selected === null ? undefined : catalogue.byId.get(state.selected);
    const title = titleOf(catalogue);
    const [link, region] = [pointed(given), map.regionText(given)];
    return {
      texts: catalogue.texts,
      title,
      documentTitle: selected ? `${selected.label} · ${title}` : title,
      mapLabel: mapLabelOf(catalogue.texts, state, shown),
      view: state.view,
      drawer: state.drawer,
      search: search(given),
      legend: legend(given),
      map: map.model(given),
      lanes: lanes(given),
      controls: controls(given),
      communities: communities(given),
      regions: regions(given),
      path: path(given),
      regionPointed: link === null && state.pointedRegion !== null && region !== null,
      tooltip: link?.text ?? (state.pointedRegion === null ? null : region),
      domains: domains(given),
      matrix: matrix(given),
      table: table(given),
      details: details(given),
      similar: similarPapers(given),
      introduction: introduction(given),
      coverage: coverage(given),
      changes: changes(given),
      nothing: nothingText(catalogue, state, shown),
      warning: warningOf(given.sources, unknown),
      announcement: announce(given.sources, state, limits) || (region ?? ""),
    };
  };
  function* beginning(given: Given): Generator<undefined, void> {
    yield* map.beginning(given);
    for (const part of [linkCounts, stops, inner, coverage, legend]) {
      part(given);
      yield;
    }
  }
  return { build, beginning };
}

/** What is said over a map that shows no paper; null where `shown` counts some. */
function nothingText({ entries, texts }: Catalogue, { mine }: State, shown: number): string | null {
  if (entries.length === 0) return texts.stage.empty;
  if (shown > 0) return null;
  return mine === null ? texts.stage.nothing : texts.ownMarks.none[mine];
}

/** What a link asked for in vain, else that own marks could not be loaded; null when all is there. */
function warningOf({ catalogue, readerMissing }: Sources, unknown: readonly string[]): string | null {
  if (unknown.length > 0) return catalogue.texts.stage.unknown(unknown);
  return readerMissing ? catalogue.texts.ownMarks.notLoaded : null;
}

/** The name of the map: the root's label, else the survey's title. */
export function titleOf(catalogue: Catalogue): string {
  const { root, texts, corpus } = catalogue;
  return root ? texts.stage.lineageOf(root.label) : corpus.survey.title;
}

/** What a screen reader calls the map. */
function mapLabelOf({ stage }: Texts, { view }: State, papers: number): string {
  return view === "lineage" ? stage.lineage(papers) : stage.network(papers);
}

function generationFinder({ byId }: Catalogue, generations: Int32Array) {
  return (id: PaperId): number | null => {
    const value = generations[byId.get(id)?.index ?? -1] ?? -1;
    return value < 0 ? null : value;
  };
}

/** Those of the visible papers; all of them for null. */
function narrowedTo(visible: Uint8Array, papers: readonly number[] | null): Uint8Array {
  if (papers === null) return visible;
  const narrowed = new Uint8Array(visible.length);
  for (const paper of papers) narrowed[paper] = visible[paper]!;
  return narrowed;
}
