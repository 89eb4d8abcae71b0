import { citationNumbers } from "../../columns/citation-index.ts";
import type { AcyclicIndex } from "./acyclic.ts";
import { follow, heaviest } from "./follow.ts";
import { type GreatestSums, greatestSums } from "./global-main-path.ts";

/**
 * Key routes: the k heaviest citations, each with the best path to it and the best path onward.
 *
 * Definition: the key citations are the k heaviest and all as heavy as the k-th; each is extended back to a
 * source and on to a sink, `global`: along a path with the greatest sum of weights, `local`: by the heaviest
 * step each time; all are put together, ties kept. It cures what main paths lack: the heaviest citation may
 * lie on none of them. Direction: cited → citing. Degenerate cases: k below 1 or no citations give none; k of
 * all citations or more gives all. The routes for k hold those for less. Complexity: O(n + m log m). Source:
 * Liu & Lu, JASIST 63 (2012) 528-542.
 */
export function keyRoutes(
  graph: AcyclicIndex,
  weights: readonly bigint[],
  k = 1,
  extend: "global" | "local" = "global",
  { into, outOf }: GreatestSums = extend === "global"
    ? greatestSums(graph, weights)
    : { into: [], outOf: [] },
): number[] {
  const key = keyCitations(graph, weights, k);
  const choose =
    extend === "local"
      ? (_: number, onward: readonly number[]) => heaviest(onward, weights)
      : (paper: number, onward: readonly number[]) =>
          onward.filter((c) =>
            graph.citing[c] === paper
              ? into[graph.cited[c]!]! + weights[c]! === into[paper]
              : weights[c]! + outOf[graph.citing[c]!]! === outOf[paper],
          );
  const before = follow(
    graph,
    key.map((c) => graph.cited[c]!),
    "older",
    choose,
  );
  const after = follow(
    graph,
    key.map((c) => graph.citing[c]!),
    "newer",
    choose,
  );
  return [...new Set([...before, ...key, ...after])].sort((a, b) => a - b);
}

/** The k heaviest citations and all as heavy as the k-th, ascending. */
export function keyCitations(graph: AcyclicIndex, weights: readonly bigint[], k: number): number[] {
  if (k < 1) return [];
  const place = weights.length - Math.min(Math.floor(k), weights.length);
  // Rounding keeps the order: what is below the k-th of the rounded weights is not among the k heaviest.
  const rounded = Float64Array.from(weights, Number);
  const least = rounded.slice().sort()[place];
  if (least === undefined) return [];
  const candidates = citationNumbers(graph).filter((c) => rounded[c]! >= least);
  const last = [...candidates].sort((a, b) =>
    weights[a]! < weights[b]! ? 1 : weights[a]! > weights[b]! ? -1 : 0,
  )[weights.length - place - 1]!;
  return candidates.filter((c) => weights[c]! >= weights[last]!);
}
