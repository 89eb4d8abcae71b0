import type { AcyclicIndex } from "./acyclic.ts";

/** The three traversal weights, by their names in the literature. */
export type WeightKind = "spc" | "splc" | "spnp";

export const WEIGHT_KINDS: readonly WeightKind[] = ["spc", "splc", "spnp"];

/** By paper: how many paths end or begin there. */
export interface PathCounts {
  /** Paths from the sources (papers that cite nothing) to the paper. */
  readonly fromSources: readonly bigint[];
  /** Paths to the paper from itself and each of its ancestors. */
  readonly fromAncestors: readonly bigint[];
  /** Paths from the paper to the sinks (papers nobody cites). */
  readonly toSinks: readonly bigint[];
  /** Paths from the paper to itself and each of its descendants. */
  readonly toDescendants: readonly bigint[];
  /** Paths of at least one citation from a source to a sink. */
  readonly total: bigint;
}

/**
 * Search path counts: how many paths lead through a citation.
 *
 * Definition: for a citation of u by v, SPC counts the paths from a source to a sink through it,
 * fromSources(u) · toSinks(v); SPLC those from u's ancestors and u itself to a sink,
 * fromAncestors(u) · toSinks(v); SPNP those from u's ancestors and u to v and v's descendants,
 * fromAncestors(u) · toDescendants(v). Direction: cited → citing; reversed, SPC stays and SPLC does not.
 * Degenerate cases: an isolated paper is source and sink and on no path. Complexity: O(n + m) sums and
 * 3 m products of whole numbers of any length; the counts of a real graph pass 2^53 soon (hep-th: 292
 * bits), so they are exact BigInts. Sources: Hummon & Doreian, Connectivity in a citation network, Social
 * Networks 11 (1989) 39-63; Batagelj, arXiv cs/0309023 (2003).
 */
export function pathCountsOf(graph: AcyclicIndex): PathCounts {
  const { ids, order, cited, referenceStart, citerStart } = graph;
  const none = (): bigint[] => new Array(ids.length).fill(0n);
  const [fromSources, fromAncestors, toSinks, toDescendants] = [none(), none(), none(), none()];
  let total = 0n;
  for (const paper of order) {
    const [from, to] = [referenceStart[paper]!, referenceStart[paper + 1]!];
    let sources = from === to ? 1n : 0n;
    let ancestors = 1n;
    for (let c = from; c < to; c++) {
      sources += fromSources[cited[c]!]!;
      ancestors += fromAncestors[cited[c]!]!;
    }
    fromSources[paper] = sources;
    fromAncestors[paper] = ancestors;
    if (citerStart[paper] === citerStart[paper + 1]) {
      toSinks[paper] = 1n;
      if (from < to) total += sources;
    }
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const paper = order[i]!;
    const sinks = toSinks[paper]!;
    const descendants = toDescendants[paper]! + 1n;
    toDescendants[paper] = descendants;
    for (let c = referenceStart[paper]!; c < referenceStart[paper + 1]!; c++) {
      toSinks[cited[c]!]! += sinks;
      toDescendants[cited[c]!]! += descendants;
    }
  }
  return { fromSources, fromAncestors, toSinks, toDescendants, total };
}

/** The weight of each citation of the graph, by its number (see pathCountsOf). */
export function citationWeights(graph: AcyclicIndex, counts: PathCounts, kind: WeightKind): bigint[] {
  const { before, after } = factors(counts, kind);
  const weights = new Array<bigint>(graph.citing.length);
  for (let c = 0; c < weights.length; c++) weights[c] = before[graph.cited[c]!]! * after[graph.citing[c]!]!;
  return weights;
}

/** The weight of each paper: the paths of that kind through it. */
export function paperWeights(counts: PathCounts, kind: WeightKind): bigint[] {
  const { before, after } = factors(counts, kind);
  return before.map((count, paper) => count * after[paper]!);
}

function factors(counts: PathCounts, kind: WeightKind) {
  return {
    before: kind === "spc" ? counts.fromSources : counts.fromAncestors,
    after: kind === "spnp" ? counts.toDescendants : counts.toSinks,
  };
}
