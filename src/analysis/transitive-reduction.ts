import { type AcyclicIndex, withCitationsOf } from "./acyclic.ts";

/** Which citations carry the lineage. */
export interface Reduction {
  /** By citation: 1 when it carries the lineage, 0 when a longer path implies it. */
  readonly keeps: Uint8Array;
  /** How many citations are kept. */
  readonly kept: number;
  /** The implied citations, ascending. */
  readonly removed: readonly number[];
  /** The graph of the kept citations: the same papers under the same numbers. */
  readonly skeleton: AcyclicIndex;
}

/**
 * The transitive reduction: the least part of the citations that keeps who descends from whom.
 *
 * Definition: a citation of u by v is implied, and removed, when another path leads from u to v. In a
 * graph without cycles what is left is unique. Direction: of no effect. Degenerate cases: a graph
 * without implied citations is its own reduction. Complexity: O(n · k) at worst with k kept citations,
 * because a search from each paper runs over the reduction of what is older; memory O(n + m). Source: Aho,
 * Garey & Ullman, SIAM J. Computing 1 (1972) 131; for citations Clough, Gollings, Loach & Evans,
 * J. Complex Networks 3 (2015) 189, arXiv 1310.8224.
 */
export function transitiveReduction(graph: AcyclicIndex): Reduction {
  const { ids, order, cited, referenceStart } = graph;
  const rank = rankOf(graph);
  const keeps = new Uint8Array(cited.length);
  // The kept references of each paper, in the slots of all its references.
  const keptCited = new Uint32Array(cited.length);
  const keptEnd = referenceStart.slice(0, ids.length);
  const reachedBy = new Int32Array(ids.length).fill(-1);
  const stack = new Uint32Array(ids.length);
  for (const paper of order) {
    const from = referenceStart[paper]!;
    const to = referenceStart[paper + 1]!;
    if (from === to) continue;
    // The newest reference first: only a newer one can lead to an older one.
    const newestFirst = Uint32Array.from({ length: to - from }, (_, i) => from + i).sort(
      (a, b) => rank[cited[b]!]! - rank[cited[a]!]!,
    );
    const oldest = rank[cited[newestFirst[newestFirst.length - 1]!]!]!;
    for (const citation of newestFirst) {
      const reference = cited[citation]!;
      if (reachedBy[reference] === paper) continue;
      keeps[citation] = 1;
      keptCited[keptEnd[paper]!++] = reference;
      reachedBy[reference] = paper;
      let height = 0;
      stack[height++] = reference;
      while (height > 0) {
        const next = stack[--height]!;
        for (let i = referenceStart[next]!; i < keptEnd[next]!; i++) {
          const older = keptCited[i]!;
          if (reachedBy[older] === paper || rank[older]! < oldest) continue;
          reachedBy[older] = paper;
          stack[height++] = older;
        }
      }
    }
  }
  const removed: number[] = [];
  keeps.forEach((keep, citation) => {
    if (!keep) removed.push(citation);
  });
  const skeleton = withCitationsOf(graph, (citation) => keeps[citation] === 1);
  return { keeps, kept: keeps.length - removed.length, removed, skeleton };
}

/**
 * The paths that imply removed citations: of each citing paper, by removed citation, the shortest path
 * of kept citations from the cited paper to it, oldest first, both ends included; of equally short ones
 * the first by the papers' numbers, read from the citing paper. O(n + kept) for a paper.
 */
export function implyingPaths(
  graph: AcyclicIndex,
  { keeps, skeleton }: Reduction,
): (citing: number) => Map<number, number[]> {
  const rank = rankOf(graph);
  const reachedBy = new Int32Array(graph.ids.length).fill(-1);
  const step = new Uint32Array(graph.ids.length);
  const queue = new Uint32Array(graph.ids.length);
  return (citing) => {
    const found = new Map<number, number[]>();
    let oldest = Number.POSITIVE_INFINITY;
    for (let c = graph.referenceStart[citing]!; c < graph.referenceStart[citing + 1]!; c++) {
      if (!keeps[c]) oldest = Math.min(oldest, rank[graph.cited[c]!]!);
    }
    if (oldest === Number.POSITIVE_INFINITY) return found;
    let length = 0;
    queue[length++] = citing;
    for (let i = 0; i < length; i++) {
      const newer = queue[i]!;
      for (let c = skeleton.referenceStart[newer]!; c < skeleton.referenceStart[newer + 1]!; c++) {
        const older = skeleton.cited[c]!;
        if (reachedBy[older] === citing || rank[older]! < oldest) continue;
        reachedBy[older] = citing;
        step[older] = newer;
        queue[length++] = older;
      }
    }
    for (let c = graph.referenceStart[citing]!; c < graph.referenceStart[citing + 1]!; c++) {
      if (keeps[c]) continue;
      const path = [graph.cited[c]!];
      while (path[path.length - 1] !== citing) path.push(step[path[path.length - 1]!]!);
      found.set(c, path);
    }
    // A later call with the same paper must search anew.
    for (let i = 0; i < length; i++) reachedBy[queue[i]!] = -1;
    return found;
  };
}

function rankOf(graph: AcyclicIndex): Uint32Array {
  const rank = new Uint32Array(graph.ids.length);
  graph.order.forEach((paper, place) => {
    rank[paper] = place;
  });
  return rank;
}
