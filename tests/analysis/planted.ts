import { seededRandom } from "../../src/analysis/communities/seeded-random.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";

/**
 * A survey of `domains` domains with `size` papers each, in which a paper cites each earlier one of its own
 * domain with probability `within` and each other earlier one with `across`. Titles name the domain's topic.
 */
export function plantedCorpus({
  domains = 5,
  size = 30,
  within = 0.3,
  across = 0.01,
  seed = 0,
  topics = ["point clouds", "video retrieval", "tumor detection", "robot navigation", "satellite images"],
} = {}): Corpus {
  const random = seededRandom(seed);
  const n = domains * size;
  const name = (i: number) => `paper:${String(i).padStart(4, "0")}`;
  const domainOf = (i: number) => i % domains;
  const citations = [...Array(n).keys()].flatMap((citing) =>
    [...Array(citing).keys()]
      .filter((cited) => random.nextDouble() < (domainOf(cited) === domainOf(citing) ? within : across))
      .map((cited) => ({ citing: name(citing), cited: name(cited) })),
  );
  return parseCorpus({
    version: 1,
    survey: {
      domains: [...Array(domains).keys()].map((d) => ({ id: `domain-${d}`, label: { en: `D${d}` } })),
    },
    papers: [...Array(n).keys()].map((i) => ({
      id: name(i),
      title: `Learning models for ${topics[domainOf(i) % topics.length]} with language ${i}`,
      year: 2000 + Math.floor((20 * i) / n),
      referencesKnown: true,
    })),
    placements: [...Array(n).keys()].map((i) => ({ paper: name(i), domain: `domain-${domainOf(i)}` })),
    citations,
  });
}
