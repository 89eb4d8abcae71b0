import type { CitationIndex } from "../../columns/citation-index.ts";

/**
 * Strong components: the largest sets of papers in which each reaches each along citations. Mutual
 * citations of concurrent preprints and revised versions make them; a graph without cycles has none of
 * more than one paper.
 *
 * Direction: of no effect (a component is the same along citations and against them). Degenerate cases:
 * a single paper is no cycle and is left out. Complexity: O(n + m), without recursion, so that a path
 * of 100,000 papers does not exhaust the stack. Source: R. Tarjan, Depth-first search and linear graph
 * algorithms, SIAM J. Computing 1 (1972) 146-160.
 */
export function strongComponents(index: CitationIndex): number[][] {
  const n = index.ids.length;
  const { referenceStart, cited } = index;
  const entered = new Uint32Array(n); // the order of first visit from 1; 0: not yet
  const low = new Uint32Array(n);
  const onStack = new Uint8Array(n);
  const next = referenceStart.slice(0, n);
  const open: number[] = [];
  const components: number[][] = [];
  let clock = 0;
  for (let start = 0; start < n; start++) {
    if (entered[start]) continue;
    const path = [start];
    while (path.length > 0) {
      const paper = path[path.length - 1]!;
      if (!entered[paper]) {
        clock++;
        entered[paper] = clock;
        low[paper] = clock;
        open.push(paper);
        onStack[paper] = 1;
      }
      if (next[paper]! < referenceStart[paper + 1]!) {
        const reference = cited[next[paper]!++]!;
        if (!entered[reference]) path.push(reference);
        else if (onStack[reference]) low[paper] = Math.min(low[paper]!, entered[reference]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[paper]!);
      if (low[paper] !== entered[paper]) continue;
      const component = open.splice(open.lastIndexOf(paper));
      for (const member of component) onStack[member] = 0;
      if (component.length > 1) components.push(component.sort((a, b) => a - b));
    }
  }
  return components.sort((a, b) => a[0]! - b[0]!);
}
