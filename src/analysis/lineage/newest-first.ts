import type { AcyclicIndex } from "./acyclic.ts";

/**
 * Citations by the places of their papers in an order in which each paper comes after all that it cites.
 * Those of the paper at place p are at `start[p]` up to (not with) `start[p + 1]`, that of the newest paper
 * first.
 */
export interface PlacedCitations {
  readonly start: Uint32Array;
  /** The place of each citation's cited paper. */
  readonly older: Uint32Array;
  /** The number of each citation in the graph. */
  readonly citation: Uint32Array;
}

/** The citations of a graph in a depth-first order of its papers, in time O(n + m). */
export function newestFirst(graph: AcyclicIndex): PlacedCitations {
  const order = depthFirst(graph);
  const { citing, citerStart, citerCitation, referenceStart } = graph;
  const placeOf = new Uint32Array(order.length);
  const start = new Uint32Array(order.length + 1);
  order.forEach((paper, place) => {
    placeOf[paper] = place;
    start[place + 1] = start[place]! + referenceStart[paper + 1]! - referenceStart[paper]!;
  });
  const next = start.slice();
  const older = new Uint32Array(citing.length);
  const citation = new Uint32Array(citing.length);
  for (let place = order.length - 1; place >= 0; place--) {
    const paper = order[place]!;
    for (let i = citerStart[paper]!; i < citerStart[paper + 1]!; i++) {
      const number = citerCitation[i]!;
      const at = next[placeOf[citing[number]!]!]!++;
      older[at] = place;
      citation[at] = number;
    }
  }
  return { start, older, citation };
}

/**
 * The papers, each right after those it cites that did not come before: what a paper reaches is close
 * together, and the bits of a row with it.
 */
function depthFirst({ order, cited, referenceStart }: AcyclicIndex): Uint32Array {
  const found = new Uint32Array(order.length);
  const next = referenceStart.slice(0, -1);
  const seen = new Uint8Array(order.length);
  const stack: number[] = [];
  let length = 0;
  for (let i = order.length - 1; i >= 0; i--) {
    if (seen[order[i]!]) continue;
    seen[order[i]!] = 1;
    stack.push(order[i]!);
    while (stack.length > 0) {
      const paper = stack[stack.length - 1]!;
      if (next[paper] === referenceStart[paper + 1]) {
        found[length++] = stack.pop()!;
        continue;
      }
      const other = cited[next[paper]!++]!;
      if (seen[other]) continue;
      seen[other] = 1;
      stack.push(other);
    }
  }
  return found;
}
