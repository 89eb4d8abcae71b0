import * as fc from "fast-check";
import { type AcyclicIndex, breakCycles } from "../../src/analysis/lineage/acyclic.ts";
import { WEIGHT_KINDS } from "../../src/analysis/lineage/path-counts.ts";
import { type CitationIndex, citationBetween, citationIndexOf } from "../../src/columns/citation-index.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { graphOf } from "../graphs.ts";

/** The index of a graph in ASCII (see graphOf), with dates for some of its papers. */
export function indexOf(text: string, dates: Record<string, string> = {}): CitationIndex {
  const { papers, citations } = graphOf(text);
  return indexOfPairs(
    papers,
    citations.map(({ citing, cited }) => [cited, citing] as const),
    dates,
  );
}

/** The acyclic graph drawn in ASCII. */
export function acyclicOf(text: string, dates: Record<string, string> = {}): AcyclicIndex {
  return breakCycles(indexOf(text, dates)).acyclic;
}

/** The index of arcs from the older to the newer paper, as the published examples write them. */
export function indexOfPairs(
  papers: readonly string[],
  pairs: readonly (readonly [cited: string, citing: string])[],
  dates: Record<string, string> = {},
): CitationIndex {
  return citationIndexOf(
    papers.map((id) => ({ id: paperId(id), date: dates[id] ?? null })),
    pairs.map(([cited, citing]) => ({ citing: paperId(citing), cited: paperId(cited) })),
  );
}

/** The ids of these paper numbers. */
export function ids(index: CitationIndex, papers: Iterable<number>): string[] {
  return Array.from(papers, (paper) => index.ids[paper] ?? `no paper ${paper}`);
}

/** These citations as [cited, citing], the way knowledge flows. */
export function pairs(index: CitationIndex, citations: Iterable<number>): [string, string][] {
  return Array.from(citations, (c) => {
    const [cited = "", citing = ""] = ids(index, [index.cited[c] ?? -1, index.citing[c] ?? -1]);
    return [cited, citing];
  });
}

/** The number of a paper of the graph. */
export function at(index: CitationIndex, id: string): number {
  const number = index.numberOf.get(paperId(id));
  if (number === undefined) throw new Error(`no paper ${id} in the graph`);
  return number;
}

/** Small graphs of at most `size` papers p00, p01, …; acyclic when every paper cites only lower ones. */
export function smallGraphs({ size = 8, acyclic = true } = {}): fc.Arbitrary<CitationIndex> {
  const name = (i: number) => `p${String(i).padStart(2, "0")}`;
  return fc.integer({ min: 1, max: size }).chain((n) => {
    const arc = fc
      .tuple(fc.nat(n - 1), fc.nat(n - 1))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => (acyclic && a > b ? ([b, a] as const) : ([a, b] as const)));
    const arcs = n === 1 ? fc.constant([]) : fc.uniqueArray(arc, { maxLength: 3 * n, selector: String });
    // Names are dealt anew so that the order of time is not the order of names.
    return fc.tuple(arcs, fc.shuffledSubarray([...Array(n).keys()], { minLength: n })).map(([list, deal]) =>
      indexOfPairs(
        deal.map((_, i) => name(i)),
        list.map(([a, b]) => [name(deal[a] ?? 0), name(deal[b] ?? 0)] as const),
      ),
    );
  });
}

/** Every path from `from` to `to` along cited → citing, as lists of paper numbers; exponential, for small graphs. */
export function allPaths(index: CitationIndex, from: number, to: number): number[][] {
  if (from === to) return [[from]];
  const citers = [...index.citing].flatMap((citing, c) => (index.cited[c] === from ? [citing] : []));
  return citers.flatMap((citer) => allPaths(index, citer, to).map((rest) => [from, ...rest]));
}

/** Small acyclic graphs. */
export const acyclicGraphs = smallGraphs().map((index) => breakCycles(index).acyclic);

/** One of the three weights. */
export const weightKinds = fc.constantFrom(...WEIGHT_KINDS);

/** Every path from a source to a sink with at least one citation. */
export function sourceToSink(graph: AcyclicIndex): number[][] {
  const papers = [...graph.ids.keys()];
  const sources = papers.filter((p) => !graph.citing.includes(p) && graph.cited.includes(p));
  const sinks = papers.filter((p) => graph.citing.includes(p) && !graph.cited.includes(p));
  return sources.flatMap((from) => sinks.flatMap((to) => allPaths(graph, from, to)));
}

/** The citations from paper to paper of a path, oldest first. */
export function stepsOf(graph: AcyclicIndex, path: readonly number[]): number[] {
  return path.slice(1).map((citing, i) => citationBetween(graph, citing, path[i] ?? -1));
}

/** The sum of the weights along a path. */
export function sumAlong(graph: AcyclicIndex, path: readonly number[], weights: readonly bigint[]): bigint {
  return stepsOf(graph, path).reduce((sum, citation) => sum + (weights[citation] ?? 0n), 0n);
}

/** The greatest of the sums; 0 of none. */
export function greatest(sums: readonly bigint[]): bigint {
  let most = 0n;
  for (const sum of sums) if (sum > most) most = sum;
  return most;
}
