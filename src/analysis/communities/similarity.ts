import type { CommonLists, Nearest, NearPaper } from "./common-lists.ts";
import { sharingRows } from "./sharing-rows.ts";

/** The lists with how strongly papers are linked through them. */
export interface Similarity extends CommonLists {
  /** The total link strength of each paper: its shared counts with all others, summed. */
  readonly strengths: Float64Array;
  /** The sum of the strengths: twice that of all shared counts. */
  readonly total: number;
}

/** How much a paper has in common with another. */
export interface SimilarPaper extends NearPaper {
  /**
   * `shared * total / (w_a w_b)` with the total link strengths w: observed over expected, 1 as by chance.
   * van Eck & Waltman 2009 (JASIST 60:1635) recommend it. The measure of the same name that divides by how
   * often each paper occurs is another one.
   */
  readonly associationStrength: number;
}

/** Two papers, `a < b`, and what they have in common. */
export interface SimilarPair extends Omit<SimilarPaper, "paper"> {
  readonly a: number;
  readonly b: number;
}

/** A graph's rows as lists with the strengths that follow from them, in time O(m). */
export function similarityOf(lists: CommonLists): Similarity {
  const strengths = new Float64Array(lists.known.length);
  let total = 0;
  for (let paper = 0; paper < strengths.length; paper++) {
    for (let i = lists.workStart[paper]!; i < lists.workStart[paper + 1]!; i++) {
      const work = lists.works[i]!;
      // Each other paper that has this work adds one.
      strengths[paper]! += lists.holderStart[work + 1]! - lists.holderStart[work]! - 1;
    }
    total += strengths[paper]!;
  }
  return { ...lists, strengths, total };
}

/**
 * The papers that share at least one work with `paper`, by cosine, then count, then number; at most the
 * first `top`, by default all. Null when its list is not known. Time: the lengths of the lists of the
 * holders of its works, and O(n) to make room.
 */
export function similarTo(
  similarity: Similarity,
  paper: number,
  top = Number.POSITIVE_INFINITY,
): SimilarPaper[] | null {
  return similarityRows(similarity, top)(paper);
}

/** As similarTo, for many papers: the room to count in is made once. */
export function similarityRows(
  similarity: Similarity,
  top = Number.POSITIVE_INFINITY,
): (paper: number) => SimilarPaper[] | null {
  const rows = sharingRows(similarity, top, (paper, other, shared) => ({
    paper: other,
    ...scores(similarity, paper, other, shared),
  }));
  return (paper) => rows(paper)?.nearest ?? null;
}

/** As similarityRows, for lists of which no strengths are known, with how many papers there are to choose from. */
export function nearestRows(
  lists: CommonLists,
  top = Number.POSITIVE_INFINITY,
): (paper: number) => Nearest | null {
  return sharingRows(lists, top, (paper, other, shared) => ({
    paper: other,
    shared,
    cosine: cosineOf(lists, paper, other, shared),
  }));
}

/** What two papers have in common, zeros for nothing; null when one of the lists is not known. */
export function similarityBetween(similarity: Similarity, one: number, other: number): SimilarPair | null {
  if (!similarity.known[one] || !similarity.known[other]) return null;
  const [a, b] = one < other ? [one, other] : [other, one];
  return { a, b, ...scores(similarity, a, b, sharedWorks(similarity, a, b).length) };
}

/** The works on the lists of both papers, ascending: the documents behind a shared count. Time O(s_a + s_b). */
export function sharedWorks(lists: CommonLists, a: number, b: number): number[] {
  return inBoth(worksOf(lists, a), worksOf(lists, b));
}

/** The numbers that are in both of two ascending lists, ascending. */
export function inBoth(one: Uint32Array, other: Uint32Array): number[] {
  const both: number[] = [];
  let j = 0;
  for (const value of one) {
    while (j < other.length && other[j]! < value) j++;
    if (other[j] === value) both.push(value);
  }
  return both;
}

/**
 * The pairs that share a work, by a, then b: those where one is among the `top` most similar of the other,
 * by default all. All pairs of a graph of thousands can be millions; with a `top` they are at most
 * n * top.
 */
export function similarPairs(similarity: Similarity, top = Number.POSITIVE_INFINITY): SimilarPair[] {
  const n = similarity.known.length;
  const rows = Array.from({ length: n }, (): SimilarPair[] => []);
  const listed = new Set<number>();
  const rowOf = similarityRows(similarity, top);
  for (let paper = 0; paper < n; paper++) {
    for (const { paper: other, shared, cosine, associationStrength } of rowOf(paper) ?? []) {
      const [a, b] = paper < other ? [paper, other] : [other, paper];
      if (top === Number.POSITIVE_INFINITY ? paper === b : listed.has(a * n + b)) continue;
      if (top !== Number.POSITIVE_INFINITY) listed.add(a * n + b);
      rows[a]!.push({ a, b, shared, cosine, associationStrength });
    }
  }
  return rows.flatMap((row) => row.sort((x, y) => x.b - y.b));
}

/** Pairs in columns, as a worker sends them: the i-th are `a[i]` and `b[i]`, which share `shared[i]` works. */
export interface PairColumns {
  readonly a: Uint32Array<ArrayBuffer>;
  readonly b: Uint32Array<ArrayBuffer>;
  readonly shared: Uint32Array<ArrayBuffer>;
}

/** The columns of pairs. */
export function pairColumns(pairs: readonly SimilarPair[]): PairColumns {
  return {
    a: Uint32Array.from(pairs, ({ a }) => a),
    b: Uint32Array.from(pairs, ({ b }) => b),
    shared: Uint32Array.from(pairs, ({ shared }) => shared),
  };
}

/** The pairs in columns. */
export function pairsIn({ a, b, shared }: PairColumns): Pick<SimilarPair, "a" | "b" | "shared">[] {
  return Array.from(a, (one, i) => ({ a: one, b: b[i]!, shared: shared[i]! }));
}

/** The papers whose lists are not known, ascending: nothing can be said about these. */
export function unknownPapers(similarity: Similarity): number[] {
  return Array.from(similarity.known.keys()).filter((paper) => !similarity.known[paper]);
}

function worksOf({ works, workStart }: CommonLists, paper: number): Uint32Array {
  return works.subarray(workStart[paper], workStart[paper + 1]);
}

function cosineOf({ workStart }: CommonLists, a: number, b: number, shared: number): number {
  const sizes = (workStart[a + 1]! - workStart[a]!) * (workStart[b + 1]! - workStart[b]!);
  return shared === 0 ? 0 : shared / Math.sqrt(sizes);
}

function scores(similarity: Similarity, a: number, b: number, shared: number) {
  const expected = similarity.strengths[a]! * similarity.strengths[b]!;
  return {
    shared,
    cosine: cosineOf(similarity, a, b, shared),
    associationStrength: shared === 0 ? 0 : (shared * similarity.total) / expected,
  };
}
