import type { Analysis } from "../analysis/analyse.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { LargeTexts } from "../text/large-texts.ts";
import { kept, keptPart } from "./kept.ts";
import type { LargeColumns } from "./map/large-columns.ts";
import type { LargeMapModel } from "./map/large-map.ts";
import { type LargeSources, largeMaps } from "./map/large-map-model.ts";
import { divisionOf, type LargeDivision, laneKind } from "./map/large-regions.ts";
import { similarParts } from "./map/large-similar-parts.ts";
import type { SimilarModel } from "./map/large-similarity.ts";
import { largeStops, largeTimeline } from "./map/large-timeline.ts";
import { countLinks } from "./map/link-filter.ts";
import { searchNotes } from "./map/own-marks.ts";
import { pointedLink } from "./map/pointed-link.ts";
import { announce } from "./panels/announcement.ts";
import { buildChanges } from "./panels/changes.ts";
import { buildCommunities, communityTexts } from "./panels/communities.ts";
import { buildControls, type ControlsModel } from "./panels/controls.ts";
import { buildCoverage } from "./panels/coverage.ts";
import { buildDetails } from "./panels/details.ts";
import { buildDomains, type KnownDomains } from "./panels/domains.ts";
import { buildIntroduction } from "./panels/introduction.ts";
import { carryingText, innerCounts } from "./panels/large-counts.ts";
import { largeRegionsModel, withFewRows } from "./panels/large-legend.ts";
import { buildLegend } from "./panels/legend.ts";
import { buildMatrix } from "./panels/matrix.ts";
import { pathModel } from "./panels/path-model.ts";
import { searchModel } from "./panels/search-model.ts";
import { buildTable } from "./panels/table.ts";
import { LARGE_LIMITS } from "./state/limits.ts";
import type { State } from "./state/state.ts";
import { mapLabelOf, nothingText, type Sources, titleOf, type ViewModel, warningOf } from "./view-model.ts";

/** Everything the reader sees of a map of thousands of papers. */
export interface LargeViewModel extends ViewModel {
  readonly map: LargeMapModel;
  /** The lanes of the lineage: groups of domains, or communities where the author's list has none. */
  readonly lanes: LargeDivision;
  /** What has most in common with the selected paper; null without one. */
  readonly similar: SimilarModel | null;
}

/** The builder of a page that keeps what it has built. */
export interface LargeViewModels {
  build(sources: LargeSources, state: State, unknown?: readonly string[]): LargeViewModel;
  /** Builds for a state what takes longest, in steps between which the page can do something else, and keeps it. */
  beginning(sources: LargeSources, state: State): Generator<undefined, void>;
}

/**
 * Builds the page of a large map. Each part is made again only when the part of the state it tells of changes:
 * what a moving pointer costs does not depend on how much stands on the page. Lists end where nobody would read
 * on, and layers of similarity, which would join millions of pairs, show those of one paper. `large` are the texts
 * of a large map, by default English.
 */
export function largeViewModels(large?: LargeTexts): LargeViewModels {
  const map = largeMaps();
  const find = kept(
    (search: Sources["search"], query: string, catalogue: Sources["catalogue"], marks: Sources["marks"]) =>
      query.trim() === "" ? null : searchNotes({ catalogue, marks }, query, search(query)),
  );
  const counts = kept(countLinks);
  const stops = kept(largeStops);
  const timeline = kept(largeTimeline);
  const generations = kept(generationFinder);
  const path = kept(
    (sources: Pick<Sources, "findPaths">, catalogue: Sources["catalogue"], ends: State["path"]) =>
      pathModel({ ...sources, catalogue } as Sources, { path: ends } as State),
  );
  const paths = kept((findPaths: Sources["findPaths"]) => ({ findPaths }));
  const legend = kept(
    (
      catalogue: Sources["catalogue"],
      scale: Sources["scale"],
      generationOf: (id: PaperId) => number | null,
      filters: State,
    ) => buildLegend(catalogue, scale, generationOf, filters),
  );
  // Filters and colouring, without what the pointer and the keyboard are on.
  const filters = keptPart([
    "hiddenGroups",
    "years",
    "context",
    "mine",
    "colouring",
    "hiddenEvidence",
    "intent",
    "influentialOnly",
    "until",
    "links",
    "keyRoutes",
    "playing",
    "view",
  ]);
  const wishes = keptPart(["view", "colouring", "regions", "communityLinks", "resolution"]);
  const compared = keptPart([
    "regions",
    "region",
    "hiddenGroups",
    "communityLinks",
    "resolution",
    "gapsFrom",
    "gapsIn",
    "selected",
  ]);
  const arranged = keptPart(["selected", "matrixOrder", "hiddenEvidence", "intent", "influentialOnly"]);
  const controls = kept(
    (
      catalogue: Sources["catalogue"],
      analysis: Analysis,
      lineage: Sources["lineage"],
      implied: Uint8Array,
      filtered: State,
      time: ReturnType<typeof largeTimeline>,
    ) => ({
      ...buildControls({ catalogue, analysis, lineage }, filtered, null, {
        timeline: time,
        counts: counts(catalogue.corpus),
        limits: { ...LARGE_LIMITS, names: 2 },
      }),
      ...(filtered.links !== "main-path" && { linksText: carried(catalogue.texts, implied) }),
    }),
  );
  const carried = kept(carryingText);
  const communityRows = kept(communityTexts);
  const communities = kept(
    (
      catalogue: Sources["catalogue"],
      facts: Sources["clusters"],
      failure: Sources["clusterFailure"],
      wished: State,
      told: ReturnType<typeof communityTexts> | null,
    ) => withFewRows(catalogue.texts, buildCommunities(catalogue, { facts, failure }, wished, told)),
  );
  const regions = kept(largeRegionsModel);
  const lanes = kept(divisionOf);
  const domains = kept((sources: Sources, known: KnownDomains, state: State) =>
    buildDomains(sources, state, known),
  );
  const matrix = kept(buildMatrix);
  const sourcesWith = kept(
    (
      rest: LargeSources,
      clusters: Sources["clusters"],
      clusterFailure: Sources["clusterFailure"],
      marks: Sources["marks"],
      readerMissing: boolean,
    ): LargeSources => ({ ...rest, clusters, clusterFailure, marks, readerMissing }),
  );
  const similarity = similarParts(large);
  const withLayers = kept((rest: ControlsModel, layers: ControlsModel["layers"]) => ({ ...rest, layers }));
  const narrowed = kept(narrowedTo);
  const table = kept(
    (
      catalogue: Sources["catalogue"],
      shown: Uint8Array,
      generationOf: (id: PaperId) => number | null,
      sort: State["sort"],
      selected: State["selected"],
      marks: Sources["marks"],
    ) => buildTable(catalogue, shown, generationOf, { sort, selected }, marks, LARGE_LIMITS),
  );
  // Which path implies each of a hundred links, and every way from the root, takes long to say.
  const plain = kept((lineage: Sources["lineage"]) => ({ ...lineage, impliedBy: () => null }));
  const details = kept((sources: LargeSources, selected: PaperId, traced: boolean) => {
    const { catalogue, lineage, findPaths } = sources;
    const entry = catalogue.byId.get(selected);
    const told = { ...catalogue, root: null };
    return entry ? buildDetails(told, plain(lineage), findPaths, entry, traced, LARGE_LIMITS) : null;
  });
  const found = kept(
    (catalogue: Sources["catalogue"], query: string, at: number, hits: readonly PaperId[] | null) =>
      searchModel(catalogue, { query, searchAt: at }, hits),
  );
  const introduction = kept(buildIntroduction);
  const inner = kept(innerCounts);
  const coverage = kept(
    (
      catalogue: Sources["catalogue"],
      analysis: Analysis,
      columns: LargeColumns,
      leftOut: Sources["leftOut"],
    ) =>
      buildCoverage(
        catalogue,
        analysis.oddOnesOut.flatMap((paper) => analysis.index.ids[paper] ?? []),
        leftOut,
        { ...LARGE_LIMITS, names: 2 },
        inner(columns),
      ),
  );
  const changes = kept((catalogue: Sources["catalogue"], told: Sources["changes"], marked: boolean) =>
    buildChanges(catalogue, told, marked, LARGE_LIMITS),
  );
  const shownCount = kept((visible: Uint8Array) => visible.reduce((sum, shown) => sum + shown, 0));
  const base = keptBase();

  const build: LargeViewModels["build"] = (given, state, unknown = []) => {
    const { clusters, clusterFailure, marks, readerMissing } = given;
    const sources = sourcesWith(base(given), clusters, clusterFailure, marks, readerMissing);
    const { catalogue, analysis, lineage, columns, implied } = sources;
    const hits = find(sources.search, state.query, catalogue, marks);
    const ways = path(paths(sources.findPaths), catalogue, state.path);
    const similar = similarity(catalogue, columns, state);
    const pointed =
      similar.layer === "citations"
        ? pointedLink({ ...sources, lineage: plain(lineage) }, { ...state, layer: "citations" })
        : similar.pointed;
    const { model, visible, division, regionSaid } = map.build(sources, state, {
      hits,
      path: ways?.found ?? null,
      link: pointed,
      similar: similar.lines,
    });
    const shown = shownCount(visible);
    const selected = state.selected === null ? undefined : catalogue.byId.get(state.selected);
    const generationOf = generations(catalogue, analysis.generations);
    const title = titleOf(catalogue);
    const filtered = filters(state);
    return {
      texts: catalogue.texts,
      title,
      documentTitle: selected ? `${selected.label} · ${title}` : title,
      mapLabel: mapLabelOf(catalogue.texts, state, shown),
      view: state.view,
      drawer: state.drawer,
      search: found(catalogue, state.query, state.searchAt, hits),
      legend: legend(catalogue, sources.scale, generationOf, filtered),
      map: model,
      lanes: lanes(
        sources.clusters === null ? "domains" : laneKind(catalogue.groups.length),
        catalogue,
        columns,
        sources.clusters,
      ),
      controls: withLayers(
        controls(
          catalogue,
          analysis,
          lineage,
          implied,
          filtered,
          timeline(catalogue.texts, stops(catalogue, columns), state.until, state.playing),
        ),
        similar.layers,
      ),
      communities: communities(
        catalogue,
        sources.clusters,
        sources.clusterFailure,
        wishes(state),
        sources.clusters === null ? null : communityRows(catalogue, sources.clusters),
      ),
      regions:
        state.view === "network" ? regions(catalogue.texts, division, state.regions, state.region) : null,
      path: ways,
      regionPointed: pointed === null && state.pointedRegion !== null && regionSaid !== null,
      tooltip: pointed?.text ?? (state.pointedRegion === null ? null : regionSaid),
      domains: state.view === "domains" ? domains(sources, given.domains, compared(state)) : null,
      matrix: state.view === "matrix" ? matrix(sources, arranged(state), visible) : null,
      table:
        state.view === "table"
          ? table(
              catalogue,
              narrowed(catalogue, visible, hits),
              generationOf,
              state.sort,
              state.selected,
              sources.marks,
            )
          : null,
      details: state.selected === null ? null : details(sources, state.selected, state.traced),
      similar: similar.model,
      introduction: introduction(catalogue, sources.scale, lineage, generationOf, LARGE_LIMITS),
      coverage: coverage(catalogue, analysis, columns, sources.leftOut),
      changes: changes(catalogue, sources.changes, state.newMarked),
      nothing: nothingText(catalogue, state, shown),
      warning: warningOf(sources, unknown),
      announcement: announce(sources, state, LARGE_LIMITS) || (regionSaid ?? ""),
    };
  };
  function* beginning(given: LargeSources, state: State): Generator<undefined, void> {
    const sources = sourcesWith(
      base(given),
      given.clusters,
      given.clusterFailure,
      given.marks,
      given.readerMissing,
    );
    const { catalogue, analysis, columns } = sources;
    yield* map.beginning(sources, state);
    counts(catalogue.corpus);
    yield;
    stops(catalogue, columns);
    yield;
    inner(columns);
    yield;
    coverage(catalogue, analysis, columns, sources.leftOut);
    yield;
    legend(catalogue, sources.scale, generations(catalogue, analysis.generations), filters(state));
    yield;
  }
  return { build, beginning };
}

/** The sources without their communities: the page gives them anew with every state. */
function keptBase(): (sources: LargeSources) => LargeSources {
  let last: LargeSources | null = null;
  return (sources) => {
    const same =
      last !== null &&
      last.catalogue === sources.catalogue &&
      last.analysis === sources.analysis &&
      last.implied === sources.implied &&
      last.search === sources.search;
    if (!same) last = sources;
    return last as LargeSources;
  };
}

function generationFinder({ byId }: Sources["catalogue"], generations: Int32Array) {
  return (id: PaperId): number | null => {
    const value = generations[byId.get(id)?.index ?? -1] ?? -1;
    return value < 0 ? null : value;
  };
}

/** The visible papers that the search found; all of them while nothing is sought. */
function narrowedTo(
  { byId }: Sources["catalogue"],
  visible: Uint8Array,
  hits: readonly PaperId[] | null,
): Uint8Array {
  if (hits === null) return visible;
  const found = new Uint8Array(visible.length);
  for (const id of hits) {
    const paper = byId.get(id)?.index ?? -1;
    found[paper] = visible[paper] ?? 0;
  }
  return found;
}
