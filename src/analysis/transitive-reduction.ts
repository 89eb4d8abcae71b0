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

/** How many papers' bits are looked at in one pass: 16 kB for 32 papers. */
const BLOCK = 4096;
const NONE = -1;

/**
 * The transitive reduction: the least part of the citations that keeps who descends from whom.
 *
 * Definition: a citation of u by v is implied, and removed, when another path leads from u to v. In a
 * graph without cycles what is left is unique. Direction: of no effect. Degenerate cases: a graph
 * without implied citations is its own reduction. Complexity: with k kept citations and c papers that are cited
 * at least twice (no path can imply the only citation of a paper) O(m + k c / 32) operations on words of
 * bits; the papers reached are noted for 4,096 at a time, so memory is O(m) and 512 bytes a cited paper.
 * Source: Aho, Garey & Ullman, SIAM J. Computing 1 (1972) 131; for citations Clough, Gollings, Loach & Evans,
 * J. Complex Networks 3 (2015) 189, arXiv 1310.8224.
 */
export function transitiveReduction(graph: AcyclicIndex): Reduction {
  const { order, cited, referenceStart } = graph;
  const rank = rankOf(graph);
  const newestFirst = referencesNewestFirst(graph);
  const { columnPapers, columnOf, rowOf, rowCount } = numbered(graph);
  const keeps = Uint8Array.from(cited, (other) => (columnOf[other] === NONE ? 1 : 0));
  const words = Math.min(BLOCK, Math.ceil(columnPapers.length / 32) * 32) / 32;
  // One row more, for papers that nobody cites: their bits are of no use after them.
  const rows = new Uint32Array((rowCount + 1) * words);
  // From the newest block to the oldest, so that citations of newer papers are decided already.
  for (let low = Math.floor((columnPapers.length - 1) / BLOCK) * BLOCK; low >= 0; low -= BLOCK) {
    const oldest = rank[columnPapers[low]!]!;
    rows.fill(0);
    for (let place = oldest + 1; place < order.length; place++) {
      const paper = order[place]!;
      const own = rowOf[paper]!;
      const row = (own === NONE ? rowCount : own) * words;
      if (own === NONE) rows.fill(0, row);
      // The newest reference first: only a newer one can lead to an older one.
      for (let i = referenceStart[paper]!; i < referenceStart[paper + 1]!; i++) {
        const citation = newestFirst[i]!;
        const other = cited[citation]!;
        if (rank[other]! < oldest) break;
        const column = columnOf[other]! - low;
        if (column >= 0 && column < BLOCK) {
          const word = row + (column >>> 5);
          const bit = 1 << (column & 31);
          if (rows[word]! & bit) continue;
          keeps[citation] = 1;
          rows[word]! |= bit;
        }
        const from = rowOf[other]! * words;
        if (keeps[citation] && from >= 0) {
          for (let w = 0; w < words; w++) rows[row + w]! |= rows[from + w]!;
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
 * Columns for the papers that are cited at least twice, in the order of time, and rows for those that are cited and
 * cite; NONE for the others.
 */
function numbered({ ids, order, citerStart, referenceStart }: AcyclicIndex) {
  const columnOf = new Int32Array(ids.length).fill(NONE);
  const rowOf = new Int32Array(ids.length).fill(NONE);
  const columnPapers: number[] = [];
  let rowCount = 0;
  for (const paper of order) {
    const citers = citerStart[paper + 1]! - citerStart[paper]!;
    if (citers >= 2) columnOf[paper] = columnPapers.push(paper) - 1;
    if (citers >= 1 && referenceStart[paper + 1]! > referenceStart[paper]!) rowOf[paper] = rowCount++;
  }
  return { columnPapers, columnOf, rowOf, rowCount };
}

/** The citations, still by citing paper, but of each the one of the newest paper first. */
function referencesNewestFirst(graph: AcyclicIndex): Uint32Array {
  const next = graph.referenceStart.slice();
  const sorted = new Uint32Array(graph.cited.length);
  for (let place = graph.order.length - 1; place >= 0; place--) {
    const paper = graph.order[place]!;
    for (let i = graph.citerStart[paper]!; i < graph.citerStart[paper + 1]!; i++) {
      const citation = graph.citerCitation[i]!;
      sorted[next[graph.citing[citation]!]!++] = citation;
    }
  }
  return sorted;
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
