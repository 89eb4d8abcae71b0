import { analyse } from "../../src/analysis/analyse.ts";
import { clusterFactsOf } from "../../src/analysis/communities/cluster-facts-of.ts";
import { summarise } from "../../src/analysis/summary.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { largeColumns } from "../../src/view/map/large-columns.ts";
import type { LargeSources } from "../../src/view/map/large-map-model.ts";
import { NO_DOMAINS } from "../../src/view/panels/domains.ts";
import { buildSources } from "../../src/view/view-model.ts";

/** The sources of a small corpus as a large map has them, with the small map's reduction. */
export function largeSources(corpus: Corpus): LargeSources {
  const summary = summarise(analyse(corpus));
  const sources = buildSources(corpus, undefined, summary);
  const { index } = sources.analysis;
  return {
    ...sources,
    clusters: clusterFactsOf(corpus, { links: "citations", resolution: 1 }).rough,
    columns: largeColumns(sources.catalogue, index, sources.scale),
    domains: NO_DOMAINS,
    implied: summary.implied,
  };
}
