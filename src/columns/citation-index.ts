import { isCanonical } from "../corpus/canonical-order.ts";
import { dayNumber } from "../corpus/date.ts";
import { byCodeUnit } from "../corpus/format-corpus.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Corpus, Paper } from "../corpus/schema.ts";

/** What the index needs of a paper. */
export type IndexedPaper = Pick<Paper, "id"> & Partial<Pick<Paper, "date" | "year">>;

/** What the index needs of a citation. */
export interface IndexedCitation {
  readonly citing: PaperId;
  readonly cited: PaperId;
}

/**
 * A citation graph as compressed sparse rows of typed arrays.
 *
 * Papers are numbered 0…n-1 in the order of their ids, citations 0…m-1 in the order of their citing,
 * then their cited paper: numbers do not depend on the order of the input. A citation is stored as it
 * is written, citing → cited; every lineage and path count runs along it backwards, cited → citing,
 * older → newer, the way knowledge flows.
 *
 * The references of paper p are the citations `referenceStart[p]` up to (not with)
 * `referenceStart[p + 1]`; those that cite it are `citerCitation[i]` for i from `citerStart[p]` up to
 * `citerStart[p + 1]`, both in ascending order.
 */
export interface CitationIndex {
  /** The id of each paper, in the order of UTF-16 code units. */
  readonly ids: readonly PaperId[];
  /** The number of each paper. */
  readonly numberOf: ReadonlyMap<PaperId, number>;
  /** The day of each paper since 1970-01-01, else of the middle of its year; NaN where both are unknown. */
  readonly days: Float64Array;
  /** The citing paper of each citation. */
  readonly citing: Uint32Array;
  /** The cited paper of each citation. */
  readonly cited: Uint32Array;
  /** The number of each citation in the whole graph that this is a part of; its own number where this is the whole. */
  readonly inWhole: Uint32Array;
  readonly referenceStart: Uint32Array;
  readonly citerStart: Uint32Array;
  readonly citerCitation: Uint32Array;
}

/**
 * The index of these papers and citations, in time O(n log n + m). Throws when two papers share an id,
 * or a citation names a paper that is not among them; a corpus that was parsed has neither.
 */
export function citationIndexOf(
  papers: readonly IndexedPaper[],
  citations: readonly IndexedCitation[],
): CitationIndex {
  const sorted = papers.toSorted((a, b) => byCodeUnit(a.id, b.id));
  const ids = sorted.map(({ id }) => id);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  if (numberOf.size < ids.length) {
    const twice = ids.find((id, i) => id === ids[i - 1]);
    throw new Error(`paper "${twice}" is listed twice`);
  }
  const number = (id: PaperId, place: string) => {
    const found = numberOf.get(id);
    if (found === undefined) throw new Error(`${place}: no paper "${id}"`);
    return found;
  };
  const citing = new Uint32Array(citations.length);
  const cited = new Uint32Array(citations.length);
  citations.forEach((citation, i) => {
    citing[i] = number(citation.citing, `citations[${i}].citing`);
    cited[i] = number(citation.cited, `citations[${i}].cited`);
  });
  return {
    ids,
    numberOf,
    days: Float64Array.from(sorted, dayOf),
    ...withoutOrder(rowsOf(ids.length, citing, cited)),
    inWhole: numbersTo(citations.length),
  };
}

/**
 * The index of a corpus, in which numbers are places in its lists. Throws for one that is not in canonical order, as
 * parseCorpus gives it.
 */
export function indexOfCorpus(corpus: Pick<Corpus, "papers" | "citations">): CitationIndex {
  if (!isCanonical(corpus))
    throw new Error("the papers or citations of the corpus are not in canonical order");
  return citationIndexOf(corpus.papers, corpus.citations);
}

/**
 * The same papers under the same numbers with only the citations that `keep` says yes to, numbered anew:
 * a part of a graph whose papers need no translation. Time O(n + m).
 */
export function withCitations(index: CitationIndex, keep: (citation: number) => boolean): CitationIndex {
  const kept = numbersTo(index.citing.length).filter(keep);
  const { order, ...rows } = rowsOf(
    index.ids.length,
    kept.map((c) => index.citing[c]!),
    kept.map((c) => index.cited[c]!),
  );
  return { ...index, ...rows, inWhole: order.map((i) => index.inWhole[kept[i]!]!) };
}

/**
 * The same papers under the same numbers with other citations: from `citing[i]` to `cited[i]`, any order. It is a
 * whole of its own. Time O(n + m).
 */
export function withArcs(index: CitationIndex, citing: Uint32Array, cited: Uint32Array): CitationIndex {
  return {
    ...index,
    ...withoutOrder(rowsOf(index.ids.length, citing, cited)),
    inWhole: numbersTo(citing.length),
  };
}

/** The number of the citation of `cited` by `citing`; -1 when there is none. Time O(log of the references). */
export function citationBetween(index: CitationIndex, citing: number, cited: number): number {
  let low = index.referenceStart[citing]!;
  let high = index.referenceStart[citing + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.cited[middle]! < cited) low = middle + 1;
    else high = middle;
  }
  return low < index.referenceStart[citing + 1]! && index.cited[low] === cited ? low : -1;
}

/** The numbers of the papers that `paper` cites, ascending. */
export function referencesOf(index: CitationIndex, paper: number): Uint32Array {
  return index.cited.subarray(index.referenceStart[paper], index.referenceStart[paper + 1]);
}

/** The numbers of the papers that cite `paper`, ascending. */
export function citersOf(index: CitationIndex, paper: number): Uint32Array {
  return index.citerCitation
    .subarray(index.citerStart[paper], index.citerStart[paper + 1])
    .map((citation) => index.citing[citation]!);
}

/** The numbers of all papers. */
export function paperNumbers(index: CitationIndex): number[] {
  return Array.from(index.ids, (_, paper) => paper);
}

/** The numbers of all citations. */
export function citationNumbers(index: CitationIndex): number[] {
  return Array.from(index.citing, (_, citation) => citation);
}

function dayOf({ date, year }: IndexedPaper): number {
  if (date) return dayNumber(date);
  return year ? dayNumber(String(year)) : Number.NaN;
}

function withoutOrder({ order: _, ...rows }: ReturnType<typeof rowsOf>) {
  return rows;
}

/** Both adjacencies of the arcs `citing[i]` → `cited[i]`, and their order: counting sorts, so that rows are in order. */
function rowsOf(n: number, citing: Uint32Array, cited: Uint32Array) {
  const m = citing.length;
  const byCited = countingSort(n, cited, numbersTo(m));
  const { order, start } = countingSort(n, citing, byCited.order);
  const sortedCiting = order.map((i) => citing[i]!);
  const sortedCited = order.map((i) => cited[i]!);
  const citers = countingSort(n, sortedCited, numbersTo(m));
  return {
    citing: sortedCiting,
    cited: sortedCited,
    order,
    referenceStart: start,
    citerStart: citers.start,
    citerCitation: citers.order,
  };
}

/** The numbers 0…count-1. */
export function numbersTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

/**
 * The items in the order of their keys (`keys[item]`, 0…n-1), of equal ones in the order given; the items of
 * key k are `order[start[k]]` up to (not with) `order[start[k + 1]]`. Time O(n + items).
 */
export function countingSort(n: number, keys: Uint32Array, items: Uint32Array) {
  const start = new Uint32Array(n + 1);
  for (const key of keys) start[key + 1]!++;
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const order = new Uint32Array(items.length);
  for (const item of items) order[next[keys[item]!]!++] = item;
  return { start, order };
}
