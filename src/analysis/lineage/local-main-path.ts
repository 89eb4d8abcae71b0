import { citationNumbers } from "../../columns/citation-index.ts";
import type { AcyclicIndex } from "./acyclic.ts";
import { type Direction, follow, heaviest } from "./follow.ts";

/**
 * The local main path: always the heaviest next step.
 *
 * Definition: it starts with the heaviest of all citations that leave a source (`newer`, the forward
 * search) or reach a sink (`older`, the backward search) and goes on along the heaviest citation of each
 * paper it comes to; where several are equally heavy, along all. Others start from every source; here
 * the start is chosen by weight as each later step is. In a lineage the root is the only source and the
 * two agree. Direction: `newer` is cited → citing. Degenerate cases: no citations, no path. Complexity:
 * O(n + m). Source: Hummon & Doreian 1989 (priority first search); Liu & Lu, J. American Society for
 * Information Science and Technology 63 (2012) 528-542 (forward and backward).
 */
export function localMainPath(
  graph: AcyclicIndex,
  weights: readonly bigint[],
  direction: Direction = "newer",
): number[] {
  const atTheEnd = citationNumbers(graph).filter((citation) => {
    const [start, end] =
      direction === "newer"
        ? [graph.referenceStart, graph.cited[citation]!]
        : [graph.citerStart, graph.citing[citation]!];
    return start[end] === start[end + 1];
  });
  const first = heaviest(atTheEnd, weights);
  const starts = first.map((c) => (direction === "newer" ? graph.citing[c]! : graph.cited[c]!));
  const rest = follow(graph, starts, direction, (_, onward) => heaviest(onward, weights));
  return [...new Set([...first, ...rest])].sort((a, b) => a - b);
}
