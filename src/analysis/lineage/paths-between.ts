import type { AcyclicIndex } from "./acyclic.ts";

/** One path between two papers. */
export interface LineagePath {
  /** Its papers, oldest first, both ends included. */
  readonly papers: readonly number[];
  /** Its citations, in the same order, one fewer. */
  readonly citations: readonly number[];
  /** How many paths are as good as this one, itself included. */
  readonly ties: bigint;
}

/** The paths from an older paper to a newer one that descends from it. */
export interface PathsBetween {
  readonly older: number;
  readonly newer: number;
  readonly shortest: LineagePath;
  readonly longest: LineagePath;
  /** The path with the greatest sum of the weights given. */
  readonly heaviest: LineagePath;
  /** How many paths there are in all. */
  readonly count: bigint;
}

/**
 * The paths between two papers, whichever of them is the older.
 *
 * Definition: of all paths along citations from the one to the other, one with the fewest citations, one
 * with the most and one with the greatest sum of weights; of equals the one whose papers have the lowest
 * numbers, read from the newer end. Direction: cited → citing. Degenerate cases: null when neither
 * descends from the other, and for a paper and itself. Complexity: O(n + m). Source: dynamic programming
 * in topological order, e.g. Cormen et al., Introduction to Algorithms, section 22.2.
 */
export function pathsBetween(
  graph: AcyclicIndex,
  a: number,
  b: number,
  weights: readonly bigint[],
): PathsBetween | null {
  if (a === b) return null;
  for (const [older, newer] of [
    [a, b],
    [b, a],
  ] as const) {
    const shortest = bestPath(graph, older, newer, () => -1n);
    const longest = bestPath(graph, older, newer, () => 1n);
    const heaviest = bestPath(graph, older, newer, (citation) => weights[citation]!);
    const any = bestPath(graph, older, newer, () => 0n);
    if (shortest && longest && heaviest && any) {
      return { older, newer, shortest, longest, heaviest, count: any.ties };
    }
  }
  return null;
}

/** The path from `older` to `newer` with the greatest sum of gains; null when there is none. */
function bestPath(
  graph: AcyclicIndex,
  older: number,
  newer: number,
  gain: (citation: number) => bigint,
): LineagePath | null {
  const best = new Map<number, { sum: bigint; ties: bigint; by: number }>();
  best.set(older, { sum: 0n, ties: 1n, by: -1 });
  for (const paper of graph.order) {
    if (paper === older) continue;
    for (let c = graph.referenceStart[paper]!; c < graph.referenceStart[paper + 1]!; c++) {
      const before = best.get(graph.cited[c]!);
      if (!before) continue;
      const sum = before.sum + gain(c);
      const known = best.get(paper);
      if (!known || sum > known.sum) best.set(paper, { sum, ties: before.ties, by: c });
      else if (sum === known.sum) known.ties += before.ties;
    }
    if (paper === newer) break;
  }
  const end = best.get(newer);
  if (!end) return null;
  const citations: number[] = [];
  for (let at = end; at.by !== -1; at = best.get(graph.cited[at.by]!) ?? end) citations.push(at.by);
  citations.reverse();
  return { papers: [older, ...citations.map((c) => graph.citing[c]!)], citations, ties: end.ties };
}
