import type { PaperId } from "./ids.ts";
import type { Corpus } from "./schema.ts";

/**
 * The papers whose whole reference list was read: those that say so, and where nobody says, those
 * that cite at least one paper of the corpus and have no gap in their references. For the others a
 * missing citation means "not known", never "does not cite".
 */
export function papersWithKnownReferences(corpus: Corpus): Set<PaperId> {
  const gaps = new Set(corpus.gaps.filter((gap) => gap.of === "references").map((gap) => gap.paper));
  const citing = new Set(corpus.citations.map((citation) => citation.citing));
  return new Set(
    corpus.papers
      .filter((paper) => paper.referencesKnown ?? (citing.has(paper.id) && !gaps.has(paper.id)))
      .map((paper) => paper.id),
  );
}
