import { type Analysis, analyse } from "../analysis/analyse.ts";
import type { ClusterFacts } from "../analysis/cluster-facts.ts";
import { type LineageSummary, summarise, withSummary } from "../analysis/summary.ts";
import type { Changes } from "../corpus/changes.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Citation, Corpus } from "../corpus/schema.ts";
import { ENGLISH } from "../text/en/texts.ts";
import type { Texts } from "../text/texts.ts";
import { buildCatalogue, type Catalogue, type Entry } from "./catalogue.ts";
import { buildChanges, type ChangesModel, type Newcomers, newcomersOf } from "./changes.ts";
import { buildCommunities, type CommunitiesModel } from "./communities.ts";
import { buildCompact, type CompactModel } from "./compact.ts";
import { buildControls, type ControlsModel } from "./controls.ts";
import { buildCoverage, type Coverage } from "./coverage.ts";
import { type DescentModel, type PathFinder, pathFinder } from "./descent.ts";
import { buildDetails, type DetailsModel, impliedText } from "./details.ts";
import { type DomainFacts, domainFacts } from "./domain-facts.ts";
import { buildDomains, type DomainsModel } from "./domains.ts";
import { emphasisOf, type Subgraph } from "./emphasis.ts";
import { evidenceText } from "./evidence.ts";
import { buildIntroduction, type Introduction } from "./introduction.ts";
import { buildLegend, type LegendModel } from "./legend.ts";
import { linkFilter } from "./link-filter.ts";
import {
  type SimilarityFinder,
  shownSimilarity,
  similarityFinder,
  similarityText,
  thresholdOf,
} from "./link-layers.ts";
import { buildMap, type MapModel } from "./map.ts";
import { buildMatrix, type MatrixModel } from "./matrix.ts";
import { type RadiusScale, radiusScale } from "./radius.ts";
import { buildRegions, markRegions, type RegionsModel, regionGroups, regionText } from "./regions.ts";
import { buildSearch, type Search } from "./search.ts";
import { type LineageFacts, lineageFacts } from "./spine.ts";
import type { State, ViewName } from "./state.ts";
import { buildTable, type TableModel } from "./table.ts";
import { counted, listed } from "./texts.ts";
import { visibleEntries } from "./visible.ts";

export interface SearchModel {
  readonly query: string;
  readonly placeholder: string;
  readonly open: boolean;
  readonly active: number;
  readonly results: readonly { readonly id: PaperId; readonly label: string; readonly detail: string }[];
  /** Said in place of results; null when there are some. */
  readonly message: string | null;
}

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
  /** The head of a page that stands in a frame; null for the whole page. */
  readonly compact: CompactModel | null;
  readonly drawer: State["drawer"];
  readonly search: SearchModel;
  readonly legend: LegendModel;
  readonly map: MapModel;
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

/** What does not change with the state: made once for a corpus. */
export interface Sources {
  readonly catalogue: Catalogue;
  readonly analysis: Analysis;
  readonly scale: RadiusScale;
  readonly search: Search;
  readonly lineage: LineageFacts;
  readonly findPaths: PathFinder;
  readonly domains: DomainFacts;
  readonly changes: Changes;
  readonly newcomers: Newcomers;
  /** The communities the reader asked for; null until a worker has found them. */
  readonly clusters: ClusterFacts | null;
  /** Why they could not be found; null otherwise. */
  readonly clusterFailure: string | null;
  readonly findSimilar: SimilarityFinder;
}

const NO_CHANGES: Changes = { version: 1, runs: [] };

/**
 * The sources of a corpus and of what refreshes changed in it: everything the page looks things up in.
 * `summary` is what a worker has analysed already; by default it is done here. `texts` are English by default.
 */
export function buildSources(
  corpus: Corpus,
  changes: Changes = NO_CHANGES,
  summary: LineageSummary = summarise(analyse(corpus)),
  texts: Texts = ENGLISH,
): Sources {
  const catalogue = buildCatalogue(corpus, texts);
  const analysis = withSummary(analyse(corpus), summary);
  const lineage = lineageFacts(analysis, summary);
  return {
    catalogue,
    analysis,
    scale: radiusScale(catalogue),
    search: buildSearch(catalogue),
    lineage,
    domains: domainFacts(catalogue, analysis, lineage),
    findPaths: pathFinder(catalogue, analysis),
    changes,
    newcomers: newcomersOf(catalogue, changes),
    clusters: null,
    clusterFailure: null,
    findSimilar: similarityFinder(catalogue, analysis),
  };
}

export interface PathModel {
  readonly from: string;
  readonly to: string | null;
  readonly found: DescentModel | null;
}

const MOST_RESULTS = 12;

/** The page for a state; `unknown` is what the link asked for in vain. The same for the same arguments. */
export function buildViewModel(sources: Sources, state: State, unknown: readonly string[] = []): ViewModel {
  const { catalogue, analysis, scale, search, lineage, findPaths } = sources;
  const visible = visibleEntries(catalogue, state);
  const hits = state.query.trim() === "" ? null : search(state.query);
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
  const legend = buildLegend(catalogue, scale, generationOf, state);
  const communities = buildCommunities(
    catalogue,
    { facts: sources.clusters, failure: sources.clusterFailure },
    state,
  );
  const regionSaid = region ? regionText(region, map) : null;
  return {
    texts: catalogue.texts,
    title,
    documentTitle: selected ? `${selected.label} · ${title}` : title,
    mapLabel: `${state.view === "lineage" ? "Lineage by date and domain" : "Citation network"}: ${counted(shown, "paper")}`,
    view: state.view,
    compact: state.compact ? buildCompact(catalogue.texts, title, legend, communities, state) : null,
    drawer: state.drawer,
    search: searchModel(catalogue, state, hits),
    legend,
    map,
    controls: buildControls(sources, state, similarity),
    communities,
    regions: buildRegions(groups, state),
    path,
    regionPointed: pointed === null && state.pointedRegion !== null && regionSaid !== null,
    tooltip: pointed?.text ?? (state.pointedRegion === null ? null : regionSaid),
    domains: state.view === "domains" ? buildDomains(sources, state) : null,
    matrix: state.view === "matrix" ? buildMatrix(sources, state, visible) : null,
    table: state.view === "table" ? buildTable(catalogue, visible, generationOf, state) : null,
    details: selected ? buildDetails(catalogue, lineage, findPaths, selected, state.traced) : null,
    introduction: buildIntroduction(catalogue, scale, lineage, generationOf),
    coverage: buildCoverage(
      catalogue,
      analysis.oddOnesOut.flatMap((paper) => analysis.index.ids[paper] ?? []),
    ),
    changes: buildChanges(catalogue, sources.changes, state.newMarked),
    nothing:
      catalogue.entries.length === 0
        ? "This corpus holds no papers."
        : shown === 0
          ? "No paper passes the filters."
          : null,
    warning: unknown.length > 0 ? `This link names what the map does not have: ${listed(unknown)}.` : null,
    announcement: announce(sources, state) || (regionSaid ?? ""),
  };
}

/** The name of the map: the root's label, else the survey's title. */
export function titleOf(catalogue: Catalogue): string {
  return catalogue.root ? `${catalogue.root.label} lineage` : catalogue.corpus.survey.title;
}

function generation({ catalogue, analysis }: Sources, id: PaperId): number | null {
  const index = catalogue.byId.get(id)?.index;
  const value = index === undefined ? -1 : (analysis.generations[index] ?? -1);
  return value < 0 ? null : value;
}

function searchModel(catalogue: Catalogue, state: State, hits: readonly PaperId[] | null): SearchModel {
  const survey = catalogue.entries.filter((entry) => entry.paper.role === "survey").length;
  const around = catalogue.entries.length - survey;
  const results = (hits ?? []).slice(0, MOST_RESULTS).flatMap((id) => {
    const entry = catalogue.byId.get(id);
    if (!entry) return [];
    const detail = [entry.label === entry.paper.title ? null : entry.paper.title, entry.year]
      .filter((part) => part !== null)
      .join(" · ");
    return [{ id, label: entry.label, detail }];
  });
  return {
    query: state.query,
    placeholder: `Search ${counted(survey, "paper")}${around > 0 ? `, ${counted(around, "work")} around them` : ""}`,
    open: hits !== null,
    active: results.length === 0 ? 0 : Math.min(state.searchAt, results.length - 1),
    results,
    message: hits !== null && hits.length === 0 ? `No paper matches “${state.query.trim()}”.` : null,
  };
}

function pathModel({ catalogue, findPaths }: Sources, state: State): PathModel | null {
  if (state.path === null) return null;
  const from = catalogue.byId.get(state.path.from);
  if (!from) return null;
  const to = state.path.to === null ? undefined : catalogue.byId.get(state.path.to);
  return { from: from.label, to: to?.label ?? null, found: to ? findPaths(from.index, to.index) : null };
}

/** The link under the pointer with the path that implies it, and what is said of it. */
function pointedLink(
  { catalogue, lineage, findSimilar }: Sources,
  state: State,
): (Subgraph & { text: string }) | null {
  if (state.pointedLink === null) return null;
  const similarity = shownSimilarity(findSimilar, state);
  if (similarity !== null) {
    const pair = similarity.pairs[state.pointedLink];
    if (!pair) return null;
    const text = similarityText(catalogue, similarity, state.pointedLink);
    return { papers: new Set([pair.a, pair.b]), citations: new Set([state.pointedLink]), text };
  }
  const citation = catalogue.corpus.citations[state.pointedLink];
  const citing = citation && catalogue.byId.get(citation.citing);
  const cited = citation && catalogue.byId.get(citation.cited);
  if (!citing || !cited) return null;
  const path = lineage.impliedBy(state.pointedLink) ?? [];
  const steps = path.slice(1).map((paper, i) => {
    const [newer, older] = [catalogue.entries[paper], catalogue.entries[path[i] ?? -1]];
    const step = newer?.cites.find(({ cited: id }) => id === older?.paper.id);
    return step ? catalogue.positionOf(step) : -1;
  });
  const back = cited.cites.find((other) => other.cited === citing.paper.id);
  const shown = back && linkFilter(catalogue.corpus, state)(back) ? back : null;
  const parts = [
    `${citing.label} cites ${cited.label}`,
    ...saidOf(citation, catalogue.texts),
    path.length > 0 ? impliedText(catalogue, path) : null,
    // One line stands for both.
    ...(shown ? [`and ${cited.label} cites ${citing.label}`, ...saidOf(shown, catalogue.texts)] : []),
  ];
  return {
    papers: new Set([citing.index, cited.index, ...path]),
    citations: new Set([state.pointedLink, ...steps]),
    text: parts.filter((part) => part !== null).join(" · "),
  };
}

/** What is known of a citation beside its ends. */
function saidOf(citation: Citation, texts: Texts): string[] {
  return [
    evidenceText(citation, texts),
    ...(citation.intents.length > 0 ? [citation.intents.map(texts.evidence.intent).join(", ")] : []),
    ...(citation.influential ? [texts.evidence.influential] : []),
  ];
}

function announce(sources: Sources, state: State): string {
  const id = state.pointed ?? state.selected;
  const entry = id === null ? undefined : sources.catalogue.byId.get(id);
  return entry ? describe(sources, entry) : "";
}

/** A paper in one sentence, for those who cannot see the map. */
export function describe(
  { catalogue, analysis }: Pick<Sources, "catalogue" | "analysis">,
  entry: Entry,
): string {
  const group = entry.group === null ? null : catalogue.groupById.get(entry.group)?.label;
  const named = (ids: readonly PaperId[]) => {
    const survey = ids
      .flatMap((id) => catalogue.byId.get(id) ?? [])
      .filter((other) => other.paper.role === "survey")
      .map((other) => other.label);
    const around = ids.length - survey.length;
    return listed([...survey, ...(around > 0 ? [`${counted(around, "work")} around the survey`] : [])]);
  };
  const cites = named(entry.cites.map(({ cited }) => cited));
  const citedBy = named(entry.citedBy.map(({ citing }) => citing));
  const generationNumber = analysis.generations[entry.index] ?? -1;
  const parts = [
    [entry.label, entry.year, group ?? (entry.paper.role === "context" ? "work around the survey" : null)]
      .filter((part) => part !== null && part !== undefined)
      .join(", "),
    cites
      ? `cites ${cites}`
      : entry.referencesKnown
        ? "cites nothing on this map"
        : "what it cites is not known yet",
    citedBy ? `cited by ${citedBy}` : "not cited on this map",
    generationNumber < 0 ? null : `generation ${generationNumber}`,
  ];
  return `${parts.filter((part) => part !== null).join("; ")}.`;
}
