import type { PaperId } from "./ids.ts";
import type { Corpus, Paper } from "./schema.ts";

/**
 * The papers whose whole reference list was read: those that say so, and where that is unknown, those that
 * cite at least one paper of the corpus and have no gap in their references. For the others a missing
 * citation means "not known", never "does not cite".
 */
export function papersWithKnownReferences(corpus: Corpus): Set<PaperId> {
  const citing = new Set<PaperId>();
  for (const citation of corpus.citations) citing.add(citation.citing);
  const isKnown = knownReferences(corpus);
  return new Set(corpus.papers.filter((paper) => isKnown(paper, citing.has(paper.id))).map(({ id }) => id));
}

/** The same of a single paper of which is known whether it cites any. */
export function knownReferences({ gaps }: Corpus): (paper: Paper, citesAny: boolean) => boolean {
  const withGap = new Set(gaps.filter((gap) => gap.of === "references").map((gap) => gap.paper));
  return (paper, citesAny) => paper.referencesKnown ?? (citesAny && !withGap.has(paper.id));
}
