import type { AcyclicIndex } from "./acyclic.ts";

/**
 * Generations: how many steps the longest path to a paper has.
 *
 * Definition: the root is generation 0; a descendant of it is one more than the highest generation among
 * those it cites that descend from the root. Without a root every paper that cites nothing is generation 0
 * and all others follow. Direction: cited → citing. Degenerate cases: a paper that does not descend from the
 * root has none (-1); so has one whose only path to the root was set aside as a citation against time.
 * Complexity: O(n + m). Source: the depth partition of V. Batagelj, Efficient algorithms for citation network
 * analysis, arXiv cs/0309023 (2003).
 */
export function generationsOf(graph: AcyclicIndex, root: number | null): Int32Array {
  const generation = new Int32Array(graph.ids.length).fill(-1);
  for (const paper of graph.order) {
    const [from, to] = [graph.referenceStart[paper]!, graph.referenceStart[paper + 1]!];
    if (root === null ? from === to : paper === root) generation[paper] = 0;
    if (paper === root) continue;
    for (let c = from; c < to; c++) {
      const above = generation[graph.cited[c]!]!;
      if (above !== -1) generation[paper] = Math.max(generation[paper]!, above + 1);
    }
  }
  return generation;
}
