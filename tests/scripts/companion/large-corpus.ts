import { syntheticCorpus } from "../../../scripts/bench/synthetic-corpus.ts";
import type { Corpus } from "../../../src/corpus/schema.ts";

/** A corpus just above the line from which on a map is large. */
export function largeCorpus(seed = 7): Corpus {
  return syntheticCorpus({ papers: 1_600, citations: 3_000, seed });
}

/** The corpus without the last papers of its catalogue, and without what hangs on them. */
export function without(corpus: Corpus, count: number): Corpus {
  const gone = new Set(corpus.papers.slice(-count).map(({ id }) => id));
  return {
    ...corpus,
    papers: corpus.papers.filter(({ id }) => !gone.has(id)),
    placements: corpus.placements.filter(({ paper }) => !gone.has(paper)),
    citations: corpus.citations.filter(({ citing, cited }) => !gone.has(citing) && !gone.has(cited)),
  };
}
