import { type CitationIndex, numbersTo, withCitations } from "../../columns/citation-index.ts";
import { arxivNumber } from "../../corpus/ids.ts";
import { strongComponents } from "./strong-components.ts";

/** A citation graph without cycles. `order` holds every paper, each after all that it cites. */
export interface AcyclicIndex extends CitationIndex {
  readonly order: Uint32Array;
}

/** What was done to make a graph acyclic. */
export interface Cycles {
  /** The strong components of at least two papers, each ascending, in the order of their first paper. */
  readonly components: readonly (readonly number[])[];
  /** The citations set aside, as numbers of the graph that was given, ascending. */
  readonly setAside: readonly number[];
  /** The graph without them: the same papers under the same numbers. */
  readonly acyclic: AcyclicIndex;
}

/**
 * The graph with its cycles broken, so that paths can be counted in it.
 *
 * Definition: within each strong component the papers are put in the order of time, and every citation
 * that runs against it, from an older paper to a newer one, is set aside. It is reported and stays in
 * the graph; only path counts, levels and the reduction do without it. Time is the date, where equal or
 * unknown the arXiv number, where equal or absent the id; the unknown comes last. Degenerate cases: a
 * graph without cycles loses nothing. Complexity: O(n + m), and a sort of each component. Source: Clough,
 * Gollings, Loach & Evans, Transitive reduction of citation networks, J. Complex Networks 3 (2015) 189,
 * who drop the arcs against time; here only those that lie on a cycle.
 */
export function breakCycles(index: CitationIndex): Cycles {
  const components = strongComponents(index);
  const component = new Int32Array(index.ids.length).fill(-1);
  const rank = new Uint32Array(index.ids.length);
  components.forEach((members, number) => {
    [...members].sort(byTime(index)).forEach((paper, place) => {
      component[paper] = number;
      rank[paper] = place;
    });
  });
  const runsAgainstTime = (citation: number) => {
    const citing = index.citing[citation]!;
    const cited = index.cited[citation]!;
    return (
      component[citing] !== -1 && component[citing] === component[cited] && rank[citing]! <= rank[cited]!
    );
  };
  const setAside =
    components.length === 0 ? [] : Array.from(numbersTo(index.citing.length).filter(runsAgainstTime));
  const left = setAside.length === 0 ? index : withCitations(index, (citation) => !runsAgainstTime(citation));
  return { components, setAside, acyclic: { ...left, order: topologicalOrder(left) } };
}

/** The acyclic graph with only the citations that `keep` says yes to (see withCitations). */
export function withCitationsOf(graph: AcyclicIndex, keep: (citation: number) => boolean): AcyclicIndex {
  return { ...withCitations(graph, keep), order: graph.order };
}

/**
 * The papers, each after all that it cites; the same graph has the same order. Throws when the
 * graph has a cycle. Source: A. B. Kahn, Topological sorting of large networks, CACM 5 (1962) 558.
 */
function topologicalOrder(index: CitationIndex): Uint32Array {
  const n = index.ids.length;
  const order = new Uint32Array(n);
  const waiting = new Uint32Array(n);
  let length = 0;
  for (let paper = 0; paper < n; paper++) {
    waiting[paper] = index.referenceStart[paper + 1]! - index.referenceStart[paper]!;
    if (waiting[paper] === 0) order[length++] = paper;
  }
  for (let i = 0; i < length; i++) {
    const paper = order[i]!;
    for (let j = index.citerStart[paper]!; j < index.citerStart[paper + 1]!; j++) {
      const citer = index.citing[index.citerCitation[j]!]!;
      waiting[citer]!--;
      if (waiting[citer] === 0) order[length++] = citer;
    }
  }
  if (length < n)
    throw new Error(`the graph has a cycle: ${n - length} of ${n} papers have no place in time`);
  return order;
}

/** Older before newer: by day, then by arXiv number, then by id, what is unknown last. */
function byTime(index: CitationIndex): (a: number, b: number) => number {
  return (a, b) =>
    ascending(index.days[a]!, index.days[b]!) ||
    ascending(arxivRank(index.ids[a]!), arxivRank(index.ids[b]!)) ||
    a - b;
}

function ascending(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : a - b;
}

/** The arXiv number as a number that grows with time; both schemes start with year and month. NaN for none. */
function arxivRank(id: string): number {
  const digits = /(\d{2})(\d{2})\.?(\d{3,5})$/.exec(arxivNumber(id) ?? "");
  if (!digits) return Number.NaN;
  const [, year = "", month = "", serial = ""] = digits;
  const century = Number(year) >= 91 ? 1900 : 2000;
  return ((century + Number(year)) * 100 + Number(month)) * 100_000 + Number(serial);
}
