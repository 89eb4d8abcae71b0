import { citationNumbers } from "../../columns/citation-index.ts";
import type { AcyclicIndex } from "./acyclic.ts";
import { onwardFrom } from "./follow.ts";

/** By paper, the greatest sum of weights of any path that ends there, and of any that begins there. */
export interface GreatestSums {
  readonly into: readonly bigint[];
  readonly outOf: readonly bigint[];
}

/** The paths with the greatest sum, ties kept. */
export interface GlobalMainPath {
  /** The sum of the weights along each of them; 0 when there is none. */
  readonly sum: bigint;
  /** Every citation that lies on one of them, ascending. */
  readonly citations: readonly number[];
  /** How many there are. */
  readonly count: bigint;
}

/** For each paper the greatest sums of weights before and after it, in O(n + m). */
export function greatestSums(graph: AcyclicIndex, weights: readonly bigint[]): GreatestSums {
  const into = new Array<bigint>(graph.ids.length).fill(0n);
  const outOf = new Array<bigint>(graph.ids.length).fill(0n);
  for (const paper of graph.order) {
    for (let c = graph.referenceStart[paper]!; c < graph.referenceStart[paper + 1]!; c++) {
      const sum = into[graph.cited[c]!]! + weights[c]!;
      if (sum > into[paper]!) into[paper] = sum;
    }
  }
  for (let i = graph.order.length - 1; i >= 0; i--) {
    const paper = graph.order[i]!;
    for (let c = graph.referenceStart[paper]!; c < graph.referenceStart[paper + 1]!; c++) {
      const sum = outOf[paper]! + weights[c]!;
      if (sum > outOf[graph.cited[c]!]!) outOf[graph.cited[c]!] = sum;
    }
  }
  return { into, outOf };
}

/**
 * The global main path: the path with the greatest sum of weights, and all that tie with it.
 *
 * Definition: the critical path of the graph with the weights as lengths. Direction: cited → citing, from
 * a source to a sink. Degenerate cases: no citations, no path. Complexity: O(n + m). Source: Liu & Lu,
 * JASIST 63 (2012) 528-542; the critical path method of Batagelj 2003, arXiv cs/0309023.
 */
export function globalMainPath(
  graph: AcyclicIndex,
  weights: readonly bigint[],
  { into, outOf } = greatestSums(graph, weights),
): GlobalMainPath {
  let sum = 0n;
  for (const one of into) if (one > sum) sum = one;
  if (sum === 0n) return { sum, citations: [], count: 0n };
  const citations = citationNumbers(graph).filter(
    (c) => into[graph.cited[c]!]! + weights[c]! + outOf[graph.citing[c]!]! === sum,
  );
  const on = new Set(citations);
  const ways = new Array<bigint>(graph.ids.length).fill(0n);
  let count = 0n;
  for (const paper of graph.order) {
    for (let c = graph.referenceStart[paper]!; c < graph.referenceStart[paper + 1]!; c++) {
      if (!on.has(c)) continue;
      const before = ways[graph.cited[c]!]!;
      ways[paper]! += into[graph.cited[c]!] === 0n ? 1n : before;
    }
    if (into[paper] === sum) count += ways[paper]!;
  }
  return { sum, citations, count };
}

/**
 * The paths that the citations of a main path make up, each as papers, oldest first, in the order of
 * their papers' numbers; at most `most.paths` of them, for there may be exponentially many, and none after they hold
 * `most.papers`. Time: the citations, and the lengths of the paths.
 */
export function pathsAlong(
  graph: AcyclicIndex,
  citations: readonly number[],
  most: { readonly paths: number; readonly papers?: number } = { paths: 100 },
): number[][] {
  const { paths: mostPaths, papers: mostPapers = Number.POSITIVE_INFINITY } = most;
  const on = new Set(citations);
  const cited = new Set(citations.map((c) => graph.cited[c]!));
  const citing = new Set(citations.map((c) => graph.citing[c]!));
  const starts = [...cited].filter((paper) => !citing.has(paper)).sort((a, b) => b - a);
  const paths: number[][] = [];
  // Paths share their beginnings: copied at each step, a long one would take the square of its length.
  const open = starts.map((paper): Step => ({ paper, before: null }));
  let papers = 0;
  for (let step = open.pop(); step; step = open.pop()) {
    if (paths.length >= mostPaths || papers >= mostPapers) break;
    const before = step;
    const onward = onwardFrom(graph, step.paper, "newer").filter((c) => on.has(c));
    if (onward.length === 0) {
      const path = papersTo(step);
      paths.push(path);
      papers += path.length;
    }
    for (const c of onward.reverse()) open.push({ paper: graph.citing[c]!, before });
  }
  return paths;
}

interface Step {
  readonly paper: number;
  readonly before: Step | null;
}

function papersTo(end: Step): number[] {
  const papers: number[] = [];
  for (let step: Step | null = end; step; step = step.before) papers.push(step.paper);
  return papers.reverse();
}
