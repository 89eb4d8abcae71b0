import { clusterFactsOf } from "../../src/analysis/communities/cluster-facts-of.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { NO_DOMAINS } from "../../src/view/panels/domains.ts";
import { buildSources, type Sources } from "../../src/view/sources.ts";

/** The sources of a small corpus as a large map has them, with the small map's reduction. */
export function largeSources(corpus: Corpus): Sources {
  return {
    ...buildSources(corpus),
    clusters: clusterFactsOf(corpus, { links: "citations", resolution: 1 }).rough,
    domains: NO_DOMAINS,
  };
}
