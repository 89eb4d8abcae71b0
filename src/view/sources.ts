import { type Analysis, analyse } from "../analysis/analyse.ts";
import type { ClusterFacts } from "../analysis/communities/cluster-facts.ts";
import { type LineageSummary, summarise, withSummary } from "../analysis/summary.ts";
import { type CitationIndex, indexOfCorpus } from "../columns/citation-index.ts";
import { type Changes, NO_CHANGES } from "../corpus/changes.ts";
import type { Corpus } from "../corpus/schema.ts";
import { ENGLISH } from "../text/en/texts.ts";
import type { Texts } from "../text/texts.ts";
import { buildCatalogue, type Catalogue } from "./catalogue.ts";
import { type MapColumns, mapColumns } from "./map/columns.ts";
import { type SimilarityFinder, similarityFinder } from "./map/link-layers.ts";
import { NO_READER, type ReaderFacts } from "./map/own-marks.ts";
import { type LineageFacts, lineageFacts } from "./map/spine.ts";
import { type Newcomers, newcomersOf } from "./panels/changes.ts";
import { type PathFinder, pathFinder } from "./panels/descent.ts";
import type { KnownDomains } from "./panels/domains.ts";
import { type RadiusScale, radiusScale } from "./radius.ts";
import { buildSearch, type Search } from "./search.ts";

/** What does not change with the state: made once for a corpus. */
export interface Sources extends ReaderFacts {
  readonly catalogue: Catalogue;
  readonly columns: MapColumns;
  readonly analysis: Analysis;
  /** By citation: 1 for one that a longer path implies, among those of which the skeleton is shown. */
  readonly implied: Uint8Array;
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
  /** What somebody else finds about domains; null where the domains view finds it itself. */
  readonly domains: KnownDomains | null;
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
  const scale = radiusScale(catalogue);
  return {
    ...analysedSources(catalogue, index, summary),
    catalogue,
    columns: mapColumns(catalogue, index, scale),
    scale,
    search,
    changes,
    newcomers: newcomersOf(catalogue, changes),
    leftOut: [],
    ...NO_READER,
    clusters: null,
    clusterFailure: null,
    domains: null,
  };
}

/** The sources that follow from an analysis. */
type AnalysedSources = Pick<Sources, "analysis" | "implied" | "lineage" | "findPaths" | "findSimilar">;

/** The sources that follow from the summary of an analysis: to be taken in place of those from a lesser one. */
export function analysedSources(
  catalogue: Catalogue,
  index: CitationIndex,
  summary: LineageSummary,
): AnalysedSources {
  const analysis = withSummary(analyse(catalogue.corpus, index), summary);
  return {
    analysis,
    implied: summary.implied,
    lineage: lineageFacts(analysis, summary),
    findPaths: pathFinder(catalogue, analysis),
    findSimilar: similarityFinder(catalogue, analysis),
  };
}
