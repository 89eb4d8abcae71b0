import { type AcyclicIndex, withCitationsOf } from "./acyclic.ts";
import { newestFirst, type PlacedCitations } from "./newest-first.ts";

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

/** How many papers' bits are looked at in one pass: 512 bytes of a row. */
const BLOCK = 4096;
const WORDS = BLOCK / 32;
const NONE = -1;

/**
 * The transitive reduction: the least part of the citations that keeps who descends from whom.
 *
 * Definition: a citation of u by v is implied, and removed, when another path leads from u to v. In a
 * graph without cycles what is left is unique. Direction: of no effect. Degenerate cases: a graph
 * without implied citations is its own reduction. Complexity: the papers reached are noted as rows of bits, for c
 * papers that are cited at least twice (no path can imply the only citation of a paper) in c / 4,096 passes over the
 * citations. With k kept citations that is at most O(k c / 32) operations on words, and far less where papers reach
 * few of the others, since of a row only what lies between its first and its last word is looked at. Memory is O(m)
 * and at most 512 bytes a cited paper.
 * Source: Aho, Garey & Ullman, SIAM J. Computing 1 (1972) 131; for citations Clough, Gollings, Loach & Evans,
 * J. Complex Networks 3 (2015) 189, arXiv 1310.8224.
 */
export function transitiveReduction(graph: AcyclicIndex): Reduction {
  const placed = newestFirst(graph);
  const carries = carrying(placed);
  const keeps = new Uint8Array(carries.length);
  placed.citation.forEach((citation, i) => {
    keeps[citation] = carries[i]!;
  });
  const removed: number[] = [];
  keeps.forEach((keep, citation) => {
    if (!keep) removed.push(citation);
  });
  const skeleton = withCitationsOf(graph, (citation) => keeps[citation] === 1);
  return { keeps, kept: keeps.length - removed.length, removed, skeleton };
}

/** By placed citation: 1 for one that no longer path implies. */
function carrying(placed: PlacedCitations): Uint8Array {
  const { start, older } = placed;
  const papers = start.length - 1;
  const { columnOf, columnPlaces, rowOf, rowCount } = numbered(placed);
  const carries = new Uint8Array(older.length);
  older.forEach((place, i) => {
    if (columnOf[place] === NONE) carries[i] = 1;
  });
  const rows = new Uint32Array(rowCount * WORDS);
  // Of each row the first word with a bit, and the one after the last; the same for a row without bits.
  const first = new Uint8Array(rowCount);
  const end = new Uint8Array(rowCount);
  const clear = (row: number) => {
    rows.fill(0, row * WORDS + first[row]!, row * WORDS + end[row]!);
    first[row] = end[row] = 0;
  };
  // From the newest block to the oldest, so that citations of newer papers are decided already.
  for (let low = Math.floor((columnPlaces.length - 1) / BLOCK) * BLOCK; low >= 0; low -= BLOCK) {
    const oldest = columnPlaces[low]!;
    const afterBlock = columnPlaces[low + BLOCK] ?? papers;
    for (let place = oldest + 1; place < papers; place++) {
      const row = rowOf[place]!;
      const at = row * WORDS;
      let from = WORDS;
      let to = 0;
      // The newest reference first: only a newer one can lead to an older one.
      for (let i = start[place]!; i < start[place + 1]!; i++) {
        const other = older[i]!;
        if (other < oldest) break;
        const column = columnOf[other]!;
        if (other < afterBlock && column !== NONE) {
          const word = (column - low) >>> 5;
          const bit = 1 << (column & 31);
          if (rows[at + word]! & bit) continue;
          carries[i] = 1;
          rows[at + word]! |= bit;
          if (word < from) from = word;
          if (word >= to) to = word + 1;
        }
        const its = rowOf[other]!;
        const itsEnd = end[its]!;
        if (itsEnd === 0 || !carries[i]) continue;
        const itsFirst = first[its]!;
        if (itsFirst < from) from = itsFirst;
        if (itsEnd > to) to = itsEnd;
        for (let word = itsFirst; word < itsEnd; word++) rows[at + word]! |= rows[its * WORDS + word]!;
      }
      if (to === 0) continue;
      first[row] = from;
      end[row] = to;
      if (row === UNREAD) clear(row);
    }
    for (let row = 0; row < rowCount; row++) clear(row);
  }
  return carries;
}

/** A row that is empty whenever it is read: papers that cite nothing leave it so, those nobody cites clear it at once. */
const UNREAD = 0;

/**
 * By place: columns for the papers that are cited at least twice, else NONE; rows for those that are cited and cite,
 * else UNREAD.
 */
function numbered({ start, older }: PlacedCitations) {
  const papers = start.length - 1;
  const citers = new Uint32Array(papers);
  for (const place of older) citers[place]!++;
  const columnPlaces: number[] = [];
  const columnOf = Int32Array.from(citers, (count, place) =>
    count >= 2 ? columnPlaces.push(place) - 1 : NONE,
  );
  let rowCount = UNREAD + 1;
  const rowOf = Uint32Array.from(citers, (count, place) =>
    count >= 1 && start[place]! < start[place + 1]! ? rowCount++ : UNREAD,
  );
  return { columnOf, columnPlaces, rowOf, rowCount };
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
    // A later call with the same paper must search again.
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
