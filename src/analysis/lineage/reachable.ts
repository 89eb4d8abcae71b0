import type { CitationIndex } from "../../columns/citation-index.ts";

/**
 * Ancestors and descendants: which papers a paper builds on and which build on it, over any number of
 * citations.
 *
 * Direction: the ancestors of a paper are found along its references, its descendants along its citers.
 * Degenerate cases: a paper is its own ancestor or descendant only through a cycle; an isolated paper
 * has none. Complexity: O(n + m) for one paper. Source: breadth-first search, e.g. Cormen et al.,
 * Introduction to Algorithms, chapter 20.
 */

/** The numbers of the papers that `paper` rests on, ascending: those a path of citations leads to from it. */
export function ancestorsOf(index: CitationIndex, paper: number): Uint32Array {
  return reachedFrom(index, paper, "references");
}

/** The numbers of the papers that rest on `paper`, ascending: those from which a path of citations leads to it. */
export function descendantsOf(index: CitationIndex, paper: number): Uint32Array {
  return reachedFrom(index, paper, "citers");
}

/**
 * The least number of citations from each paper down to `root`: 0 for the root itself, -1 for a paper
 * from which no path of citations leads there.
 */
export function distancesTo(index: CitationIndex, root: number): Int32Array {
  const distance = new Int32Array(index.ids.length).fill(-1);
  distance[root] = 0;
  const queue = [root];
  for (const paper of queue) {
    for (let i = index.citerStart[paper]!; i < index.citerStart[paper + 1]!; i++) {
      const citer = index.citing[index.citerCitation[i]!]!;
      if (distance[citer] !== -1) continue;
      distance[citer] = distance[paper]! + 1;
      queue.push(citer);
    }
  }
  return distance;
}

function reachedFrom(index: CitationIndex, paper: number, along: "references" | "citers"): Uint32Array {
  const start = along === "references" ? index.referenceStart : index.citerStart;
  const reached = new Uint8Array(index.ids.length);
  const stack = [paper];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (let i = start[next]!; i < start[next + 1]!; i++) {
      const other = along === "references" ? index.cited[i]! : index.citing[index.citerCitation[i]!]!;
      if (reached[other]) continue;
      reached[other] = 1;
      stack.push(other);
    }
  }
  return numbersWhere(reached);
}

/** The positions at which `marks` is not 0, ascending. */
function numbersWhere(marks: Uint8Array): Uint32Array {
  const found: number[] = [];
  marks.forEach((mark, i) => {
    if (mark) found.push(i);
  });
  return Uint32Array.from(found);
}
