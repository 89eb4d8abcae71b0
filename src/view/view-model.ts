import { type Analysis, analyse } from "../analysis/analyse.ts";
import type { ClusterFacts } from "../analysis/communities/cluster-facts.ts";
import { type LineageSummary, summarise, withSummary } from "../analysis/summary.ts";
import { type CitationIndex, indexOfCorpus } from "../columns/citation-index.ts";
import { type Changes, NO_CHANGES } from "../corpus/changes.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Corpus } from "../corpus/schema.ts";
import { ENGLISH } from "../text/en/texts.ts";
import type { Texts } from "../text/texts.ts";
import { buildCatalogue, type Catalogue } from "./catalogue.ts";
import type { LateModels } from "./late-models.ts";
import { emphasisOf } from "./map/emphasis.ts";
import { type SimilarityFinder, shownSimilarity, similarityFinder, thresholdOf } from "./map/link-layers.ts";
import { buildMap, type MapModel } from "./map/map.ts";
import { NO_READER, type ReaderFacts, searchNotes } from "./map/own-marks.ts";
import { pointedLink } from "./map/pointed-link.ts";
import { buildRegions, markRegions, type RegionsModel, regionGroups, regionText } from "./map/regions.ts";
import { type LineageFacts, lineageFacts } from "./map/spine.ts";
import { visibleEntries } from "./map/visible.ts";
import { announce } from "./panels/announcement.ts";
import { buildChanges, type ChangesModel, type Newcomers, newcomersOf } from "./panels/changes.ts";
import { buildCommunities, type CommunitiesModel } from "./panels/communities.ts";
import { buildControls, type ControlsModel } from "./panels/controls.ts";
import { buildCoverage, type Coverage } from "./panels/coverage.ts";
import { type PathFinder, pathFinder } from "./panels/descent.ts";
import { buildDetails, type DetailsModel } from "./panels/details.ts";
import type { DomainsModel } from "./panels/domains.ts";
import { buildIntroduction, type Introduction } from "./panels/introduction.ts";
import { buildLegend, type LegendModel } from "./panels/legend.ts";
import type { MatrixModel } from "./panels/matrix.ts";
import { type PathModel, pathModel } from "./panels/path-model.ts";
import { type SearchModel, searchModel } from "./panels/search-model.ts";
import type { TableModel } from "./panels/table.ts";
import { type RadiusScale, radiusScale } from "./radius.ts";
import { buildSearch, type Search } from "./search.ts";
import type { State, ViewName } from "./state/state.ts";

/** Everything the reader sees but the map, as plain values. */
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
  readonly controls: ControlsModel;
  /** Null where no communities are asked for, and no regions can be. */
  readonly communities: CommunitiesModel | null;
  readonly regions: RegionsModel | null;
  /** The ways between two papers the reader picked, or that a second is to be picked; null otherwise. */
  readonly path: PathModel | null;
  /** What is said of the link or region under the pointer; null when there is none. */
  readonly tooltip: string | null;
  /** Whether it is said of a region. */
  readonly regionPointed: boolean;
  /** Null in the other views. */
  readonly table: TableModel | null;
  /** These also while what builds them is being loaded. */
  readonly domains: DomainsModel | null;
  readonly matrix: MatrixModel | null;
  readonly details: DetailsModel | null;
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

/** The same with a map whose papers and links are marks. */
export interface MarkedViewModel extends ViewModel {
  readonly map: MapModel;
}

/** What does not change with the state: made once for a corpus. */
export interface Sources extends ReaderFacts {
  readonly catalogue: Catalogue;
  readonly analysis: Analysis;
  readonly scale: RadiusScale;
  readonly search: Search;
  readonly lineage: LineageFacts;
  readonly findPaths: PathFinder;
  readonly changes: Changes;
  readonly newcomers: Newcomers;
  /** What is wrong with each part of the data that is left out, with file and place; none is []. */
  readonly leftOut: readonly string[];
  /** The communities the reader asked for; null until a worker has found them. */
  readonly clusters: ClusterFacts | null;
  /** Why they could not be found; null otherwise. */
  readonly clusterFailure: string | null;
  readonly findSimilar: SimilarityFinder;
  /** What builds the views that are loaded after the first picture; null until it is there. */
  readonly late: LateModels | null;
}

/**
 * The sources of a corpus and of what refreshes changed in it: everything the page looks things up in.
 * `summary` is what a worker has analysed already; by default it is made here, and texts are English.
 */
export function buildSources(
  corpus: Corpus,
  changes: Changes = NO_CHANGES,
  summary: LineageSummary = summarise(analyse(corpus)),
  texts: Texts = ENGLISH,
): Sources {
  const index = indexOfCorpus(corpus);
  const catalogue = buildCatalogue(corpus, texts, index);
  return sourcesAround(catalogue, index, changes, summary, buildSearch(catalogue));
}

/** The sources around a catalogue with its citation index. */
export function sourcesAround(
  catalogue: Catalogue,
  index: CitationIndex,
  changes: Changes,
  summary: LineageSummary,
  search: Search,
): Sources {
  return {
    ...analysedSources(catalogue, index, summary),
    catalogue,
    scale: radiusScale(catalogue),
    search,
    changes,
    newcomers: newcomersOf(catalogue, changes),
    leftOut: [],
    ...NO_READER,
    clusters: null,
    clusterFailure: null,
    late: null,
  };
}

/** The sources that follow from an analysis. */
type AnalysedSources = Pick<Sources, "analysis" | "lineage" | "findPaths" | "findSimilar">;

/** The sources that follow from the summary of an analysis: to be taken in place of those from a lesser one. */
export function analysedSources(
  catalogue: Catalogue,
  index: CitationIndex,
  summary: LineageSummary,
): AnalysedSources {
  const analysis = withSummary(analyse(catalogue.corpus, index), summary);
  const lineage = lineageFacts(analysis, summary);
  return {
    analysis,
    lineage,
    findPaths: pathFinder(catalogue, analysis),
    findSimilar: similarityFinder(catalogue, analysis),
  };
}

/** The page for a state; `unknown` is what the link asked for in vain. The same for the same arguments. */
export function buildViewModel(
  sources: Sources,
  state: State,
  unknown: readonly string[] = [],
): MarkedViewModel {
  const { catalogue, analysis, scale, search, lineage, findPaths } = sources;
  const visible = visibleEntries(catalogue, state, sources.marks);
  const hits = state.query.trim() === "" ? null : searchNotes(sources, state.query, search(state.query));
  const selected = state.selected === null ? undefined : catalogue.byId.get(state.selected);
  const generationOf = (id: PaperId) => generation(sources, id);
  const shown = visible.filter(Boolean).length;
  const title = titleOf(catalogue);
  const path = pathModel(sources, state);
  const similarity = shownSimilarity(sources.findSimilar, state);
  const least = similarity === null ? 1 : thresholdOf(similarity, state);
  const pointed = pointedLink(sources, state);
  const groups = regionGroups(catalogue, sources.clusters, state);
  const region = groups.find(({ id }) => id === (state.pointedRegion ?? state.region));
  const emphasis = emphasisOf(
    catalogue,
    analysis,
    state,
    hits === null ? null : new Set(hits),
    path?.found ?? null,
    pointed,
    {
      region: region?.papers ?? null,
      ...(similarity && {
        ends: similarity.pairs.map(({ a, b, shared }) => (shared < least ? null : { citing: a, cited: b })),
      }),
    },
  );
  const map = buildMap(sources, state, visible, emphasis, {
    similarity,
    regions: markRegions(catalogue, groups, sources.clusters, state),
  });
  const regionSaid = region ? regionText(catalogue.texts, region, map) : null;
  return {
    texts: catalogue.texts,
    title,
    documentTitle: selected ? `${selected.label} · ${title}` : title,
    mapLabel: mapLabelOf(catalogue.texts, state, shown),
    view: state.view,
    drawer: state.drawer,
    search: searchModel(catalogue, state, hits),
    legend: buildLegend(catalogue, scale, generationOf, state),
    map,
    controls: buildControls(sources, state, similarity),
    communities: buildCommunities(
      catalogue,
      { facts: sources.clusters, failure: sources.clusterFailure },
      state,
    ),
    regions: buildRegions(catalogue.texts, groups, state),
    path,
    regionPointed: pointed === null && state.pointedRegion !== null && regionSaid !== null,
    tooltip: pointed?.text ?? (state.pointedRegion === null ? null : regionSaid),
    domains: (state.view === "domains" && sources.late?.domains(sources, state)) || null,
    matrix: (state.view === "matrix" && sources.late?.matrix(sources, state, visible)) || null,
    table:
      (state.view === "table" &&
        sources.late?.table(catalogue, visible, generationOf, state, sources.marks)) ||
      null,
    details: selected ? buildDetails(catalogue, lineage, findPaths, selected, state.traced) : null,
    introduction: buildIntroduction(catalogue, scale, lineage, generationOf),
    coverage: buildCoverage(
      catalogue,
      analysis.oddOnesOut.flatMap((paper) => analysis.index.ids[paper] ?? []),
      sources.leftOut,
    ),
    changes: buildChanges(catalogue, sources.changes, state.newMarked),
    nothing: nothingText(catalogue, state, shown),
    warning: warningOf(sources, unknown),
    announcement: announce(sources, state) || (regionSaid ?? ""),
  };
}

/** What is said over a map that shows no paper; null where `shown` counts some. */
export function nothingText({ entries, texts }: Catalogue, { mine }: State, shown: number): string | null {
  if (entries.length === 0) return texts.stage.empty;
  if (shown > 0) return null;
  return mine === null ? texts.stage.nothing : texts.ownMarks.none[mine];
}

/** What a link asked for in vain, else that own marks could not be loaded; null when all is there. */
export function warningOf(
  { catalogue, readerMissing }: Pick<Sources, "catalogue" | "readerMissing">,
  unknown: readonly string[],
): string | null {
  if (unknown.length > 0) return catalogue.texts.stage.unknown(unknown);
  return readerMissing ? catalogue.texts.ownMarks.notLoaded : null;
}

/** The name of the map: the root's label, else the survey's title. */
export function titleOf(catalogue: Catalogue): string {
  const { root, texts, corpus } = catalogue;
  return root ? texts.stage.lineageOf(root.label) : corpus.survey.title;
}

/** What a screen reader calls the map. */
export function mapLabelOf({ stage }: Texts, { view }: State, papers: number): string {
  return view === "lineage" ? stage.lineage(papers) : stage.network(papers);
}

function generation({ catalogue, analysis }: Sources, id: PaperId): number | null {
  const index = catalogue.byId.get(id)?.index;
  const value = index === undefined ? -1 : (analysis.generations[index] ?? -1);
  return value < 0 ? null : value;
}
