import { type AcyclicIndex, withCitationsOf } from "./acyclic.ts";

/**
 * The lineage of a paper: the root, its descendants and the citations among them, as a graph under the same
 * numbers.
 *
 * Definition: main paths over a whole corpus lead through its oldest works, which are older than the root and
 * only its background; this part of the graph has the root as its one source, so that its main paths answer
 * how the field grew out of it. With `among`, only the papers it says yes to count, also as steps in between
 * (the survey's own papers, say). Degenerate cases: without a root the citations among those of `among`; a
 * root nobody cites leaves no citation. Complexity: O(n + m). Source: the restriction of a citation network
 * to the cone of a vertex (Batagelj 2003, arXiv cs/0309023).
 */
export function lineageOf(
  graph: AcyclicIndex,
  root: number | null,
  among: (paper: number) => boolean = () => true,
): AcyclicIndex {
  const inside = new Uint8Array(graph.ids.length);
  for (const paper of graph.order) {
    if (paper === root || (root === null && among(paper))) inside[paper] = 1;
    if (root === null || !among(paper)) continue;
    for (let c = graph.referenceStart[paper]!; c < graph.referenceStart[paper + 1]!; c++) {
      if (inside[graph.cited[c]!]) inside[paper] = 1;
    }
  }
  return withCitationsOf(graph, (c) => inside[graph.citing[c]!] === 1 && inside[graph.cited[c]!] === 1);
}
