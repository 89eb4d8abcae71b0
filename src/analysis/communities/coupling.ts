import {
  type CitationIndex,
  paperNumbers,
  referencesOf,
  withCitations,
} from "../../columns/citation-index.ts";
import { inBoth, type Similarity, similarityOf } from "./similarity.ts";

/**
 * Bibliographic coupling: the works that two papers both cite (Kessler 1963). Fixed once both are published.
 *
 * `known` says of which papers the whole reference list was read; the others take no part, for a list read
 * in half would look like a weak link. Only works of the corpus count, in the lists as in what they
 * share. Time and memory O(n + m).
 */
export function couplingOf(index: CitationIndex, known: (paper: number) => boolean): Similarity {
  const papers = paperNumbers(index);
  const isKnown = Uint8Array.from(papers, (paper) => (known(paper) ? 1 : 0));
  const read = withCitations(index, (citation) => isKnown[index.citing[citation]!] === 1);
  return similarityOf({
    kind: "coupling",
    workStart: read.referenceStart,
    works: read.cited,
    holderStart: read.citerStart,
    holders: read.citerCitation.map((citation) => read.citing[citation]!),
    known: isKnown,
  });
}

/**
 * The works of the corpus that two papers both cite, ascending, as far as their lists are known: what
 * `sharedWorks` of couplingOf says where both are, without measuring any other paper. Time: both lists.
 */
export function sharedReferences(index: CitationIndex, one: number, other: number): number[] {
  return inBoth(referencesOf(index, one), referencesOf(index, other));
}
