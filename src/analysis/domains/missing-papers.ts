import { type CitationIndex, citersOf, paperNumbers, referencesOf } from "../../columns/citation-index.ts";
import type { Headings } from "../communities/headings.ts";

/** A work the survey does not list although its papers and the work are closely tied. */
export interface MissingPaper {
  readonly paper: number;
  /** The survey papers that cite it, and those it cites: the reason, ascending. */
  readonly citedBy: readonly number[];
  readonly cites: readonly number[];
  /** The heading it would fall under, a place in Headings.ids; null when undecided. */
  readonly heading: number | null;
  /**
   * The share of its neighbours with a heading that are under the most frequent one, 0 to 1; 0 without any.
   */
  readonly confidence: number;
  /** How many of its neighbours are under a heading, not counting the root. */
  readonly headed: number;
}

export interface MissingOptions {
  /** How many survey papers must cite it, or be cited by it; 3 by default. */
  readonly atLeast?: number;
  /** A paper that says nothing about the heading because all cite it. */
  readonly root?: number | null;
}

/**
 * Works missing from the survey that at least `atLeast` of its papers cite, or that cite as many: by the
 * number of both, then of citers, then number.
 *
 * The heading is that of most of its neighbours in the survey, the root not counted; undecided (null) unless
 * more than half of them, and at least two, agree. Time O(n + m).
 */
export function missingPapers(
  index: CitationIndex,
  isSurvey: (paper: number) => boolean,
  headings: Headings,
  options: MissingOptions = {},
): MissingPaper[] {
  const { atLeast = 3, root = null } = options;
  const found = paperNumbers(index).flatMap((paper): MissingPaper[] => {
    if (isSurvey(paper)) return [];
    const citedBy = [...citersOf(index, paper)].filter(isSurvey);
    const cites = [...referencesOf(index, paper)].filter(isSurvey);
    if (Math.max(citedBy.length, cites.length) < atLeast) return [];
    const neighbours = new Set([...citedBy, ...cites]);
    if (root !== null) neighbours.delete(root);
    return [{ paper, citedBy, cites, ...headingOf(neighbours, headings) }];
  });
  const ties = ({ citedBy, cites }: MissingPaper) => citedBy.length + cites.length;
  return found.sort((a, b) => ties(b) - ties(a) || b.citedBy.length - a.citedBy.length || a.paper - b.paper);
}

/**
 * Missing papers in columns, in the same order: thousands, of which somebody looks at few. The survey papers that cite
 * the i-th are `citedBy[citedByStart[i]]` up to (not with) `citedBy[citedByStart[i + 1]]`; `cites` likewise.
 */
export interface MissingColumns {
  readonly papers: Uint32Array;
  readonly citedByStart: Uint32Array;
  readonly citedBy: Uint32Array;
  readonly citesStart: Uint32Array;
  readonly cites: Uint32Array;
  /** As in MissingPaper, but -1 when undecided. */
  readonly headings: Int32Array;
  readonly confidences: Float64Array;
  readonly headed: Uint32Array;
}

/** The columns of missing papers. */
export function missingColumns(missing: readonly MissingPaper[]): MissingColumns {
  return {
    papers: Uint32Array.from(missing, ({ paper }) => paper),
    citedByStart: startsOf(missing.map(({ citedBy }) => citedBy.length)),
    citedBy: Uint32Array.from(missing.flatMap(({ citedBy }) => citedBy)),
    citesStart: startsOf(missing.map(({ cites }) => cites.length)),
    cites: Uint32Array.from(missing.flatMap(({ cites }) => cites)),
    headings: Int32Array.from(missing, ({ heading }) => heading ?? -1),
    confidences: Float64Array.from(missing, ({ confidence }) => confidence),
    headed: Uint32Array.from(missing, ({ headed }) => headed),
  };
}

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = starts[i]! + length;
  });
  return starts;
}

function headingOf(neighbours: Iterable<number>, headings: Headings) {
  const votes = new Map<number, number>();
  let all = 0;
  for (const paper of neighbours) {
    const heading = headings.of[paper]!;
    if (heading === -1) continue;
    votes.set(heading, (votes.get(heading) ?? 0) + 1);
    all++;
  }
  const [most = null, count = 0] = [...votes].sort(([x, a], [y, b]) => b - a || x - y)[0] ?? [];
  const decided = count >= 2 && count * 2 > all;
  return { heading: decided ? most : null, confidence: all === 0 ? 0 : count / all, headed: all };
}
