import type { CitationIndex } from "../../columns/citation-index.ts";
import type { Headings } from "../communities/headings.ts";

/** How headings grow and feed one another; headings are places in Headings.ids. */
export interface DomainFlow {
  /** The years from the first to the last paper with a heading; [] when none is dated. */
  readonly years: readonly number[];
  /** For each heading the number of its papers in each of the years. */
  readonly byYear: readonly (readonly number[])[];
  /** The flows between different headings and within one, by from, then to. */
  readonly flows: readonly Flow[];
  /**
   * For each heading the share of its papers' citations of papers under any heading that stay under it; null
   * when they cite none.
   */
  readonly inDomain: readonly (number | null)[];
}

/** What one heading's papers took from another's. */
export interface Flow {
  /** The heading of the cited papers: the older, that which feeds. */
  readonly from: number;
  /** The heading of the citing papers. */
  readonly to: number;
  /** The numbers of the citations, ascending. */
  readonly citations: readonly number[];
}

/**
 * The flow between headings along the citations of `index` that `follows` picks: those that a transitive
 * reduction keeps, say, so that what came through another paper is not counted twice. Shares within a heading
 * are over all citations of `index`, reduced or not. `yearOf` gives NaN for an undated paper. Time O(n + m).
 */
export function domainFlow(
  index: CitationIndex,
  headings: Headings,
  yearOf: (paper: number) => number,
  follows: (citation: number) => boolean,
): DomainFlow {
  const flows = new Map<number, number[]>();
  const count = headings.ids.length;
  const made = new Uint32Array(count);
  const within = new Uint32Array(count);
  for (const [c, citing] of index.citing.entries()) {
    const from = headings.of[index.cited[c]!]!;
    const to = headings.of[citing]!;
    if (from === -1 || to === -1) continue;
    made[to]!++;
    if (from === to) within[to]!++;
    if (!follows(c)) continue;
    const flow = flows.get(from * count + to);
    if (flow) flow.push(c);
    else flows.set(from * count + to, [c]);
  }
  const dated = Array.from(headings.of.entries()).filter(
    ([paper, heading]) => heading !== -1 && !Number.isNaN(yearOf(paper)),
  );
  const { years, byYear } = countByYear(dated, yearOf, count);
  return {
    years,
    byYear,
    flows: [...flows]
      .sort(([x], [y]) => x - y)
      .map(([key, citations]) => ({ from: Math.floor(key / count), to: key % count, citations })),
    inDomain: Array.from(made, (all, heading) => (all === 0 ? null : within[heading]! / all)),
  };
}

function countByYear(
  dated: readonly [paper: number, heading: number][],
  yearOf: (paper: number) => number,
  headings: number,
) {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [paper] of dated) {
    first = Math.min(first, yearOf(paper));
    last = Math.max(last, yearOf(paper));
  }
  const years = dated.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const byYear = Array.from({ length: headings }, () => years.map(() => 0));
  for (const [paper, heading] of dated) byYear[heading]![yearOf(paper) - first]!++;
  return { years, byYear };
}
