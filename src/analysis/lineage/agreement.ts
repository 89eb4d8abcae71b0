import type { AcyclicIndex } from "./acyclic.ts";

/** By paper and by citation, on how many of the routes it lies. */
export interface Agreement {
  readonly papers: Uint8Array;
  readonly citations: Uint8Array;
}

/**
 * How many of several routes agree on a paper or citation: with the main paths by SPC, SPLC and SPNP a
 * number from 0 to 3, a figure of how stable the path is instead of one weight's word. Each route is a
 * list of citations of the graph; at most 255 of them. O(n + m) for each.
 */
export function agreementOf(graph: AcyclicIndex, routes: readonly (readonly number[])[]): Agreement {
  const papers = new Uint8Array(graph.ids.length);
  const citations = new Uint8Array(graph.citing.length);
  for (const route of routes) {
    for (const citation of route) citations[citation]!++;
    for (const paper of new Set(route.flatMap((c) => [graph.cited[c]!, graph.citing[c]!]))) papers[paper]!++;
  }
  return { papers, citations };
}
