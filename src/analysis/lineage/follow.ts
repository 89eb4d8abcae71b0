import type { AcyclicIndex } from "./acyclic.ts";

/** `newer`: from the cited to the citing paper. `older`: back. */
export type Direction = "newer" | "older";

/**
 * The citations met when one goes from the `starts` on and on in one direction, at each paper along the
 * citations that `choose` picks from those that lead on; ascending. O(n + m) when `choose` is linear.
 */
export function follow(
  graph: AcyclicIndex,
  starts: Iterable<number>,
  direction: Direction,
  choose: (paper: number, onward: readonly number[]) => readonly number[],
): number[] {
  const met = new Set<number>();
  const seen = new Set(starts);
  for (const paper of seen) {
    for (const citation of choose(paper, onwardFrom(graph, paper, direction))) {
      met.add(citation);
      seen.add(direction === "newer" ? graph.citing[citation]! : graph.cited[citation]!);
    }
  }
  return [...met].sort((a, b) => a - b);
}

/** The citations that lead on from a paper, ascending: those of it to the newer, those by it to the older. */
export function onwardFrom(graph: AcyclicIndex, paper: number, direction: Direction): number[] {
  if (direction === "newer") {
    return [...graph.citerCitation.subarray(graph.citerStart[paper], graph.citerStart[paper + 1])];
  }
  const from = graph.referenceStart[paper]!;
  return Array.from({ length: graph.referenceStart[paper + 1]! - from }, (_, i) => from + i);
}

/** Those of the citations whose weight is the greatest, ties kept; [] of none. */
export function heaviest(citations: readonly number[], weights: readonly bigint[]): number[] {
  let most = -1n;
  for (const citation of citations) if (weights[citation]! > most) most = weights[citation]!;
  return citations.filter((citation) => weights[citation] === most);
}
