import type { CitationIndex } from "../../columns/citation-index.ts";
import { type Similarity, similarityOf } from "./similarity.ts";

/**
 * Co-citation: the papers of the corpus that cite both of two (Small 1973). Grows with time, and counts
 * only citers in the corpus: a lower bound, never unknown. Time and memory O(n + m).
 */
export function coCitationOf(index: CitationIndex): Similarity {
  return similarityOf({
    kind: "coCitation",
    workStart: index.citerStart,
    works: index.citerCitation.map((citation) => index.citing[citation]!),
    holderStart: index.referenceStart,
    holders: index.cited,
    known: new Uint8Array(index.ids.length).fill(1),
  });
}
