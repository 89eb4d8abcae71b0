import type { Analysis } from "./analyse.ts";
import { WEIGHT_KINDS } from "./lineage/path-counts.ts";

/**
 * What the page needs from an analysis before a reader asks for anything: plain values and typed arrays, so
 * that a worker can send them. Papers and citations by number.
 */
export interface LineageSummary {
  readonly generations: Int32Array;
  readonly oddOnesOut: readonly number[];
  /** Strong components of at least two papers, and the citations set aside, as numbers of the index. */
  readonly components: readonly (readonly number[])[];
  readonly setAside: readonly number[];
  /** Citations among the survey's root and its descendants, and how many no longer path implies. */
  readonly total: number;
  readonly carrying: number;
  /** By citation: 1 for one that a longer path implies. */
  readonly implied: Uint8Array;
  /** On how many of the three global main paths a paper and a citation lie. */
  readonly spinePapers: Uint8Array;
  readonly spineCitations: Uint8Array;
  /** How many paths tie for the heaviest, by weight. */
  readonly ties: readonly bigint[];
}

/** The summary of an analysis; the costly part of it, O(n · k) for the reduction. */
export function summarise(analysis: Analysis): LineageSummary {
  const { index, cycles, surveyLineage } = analysis;
  const { graph, reduction, agreement } = surveyLineage;
  const summary = emptySummary(index.ids.length, index.citing.length);
  for (const citation of reduction.removed) summary.implied[graph.inWhole[citation] ?? 0] = 1;
  agreement.citations.forEach((count, citation) => {
    summary.spineCitations[graph.inWhole[citation] ?? 0] = count;
  });
  return {
    ...summary,
    generations: analysis.generations,
    oddOnesOut: analysis.oddOnesOut,
    components: cycles.components,
    setAside: cycles.setAside,
    total: graph.citing.length,
    carrying: reduction.kept,
    spinePapers: agreement.papers,
    ties: WEIGHT_KINDS.map((kind) => surveyLineage.mainPaths(kind).global.count),
  };
}

/** The summary while nothing is known yet: no generation, nothing implied, no main path. */
export function emptySummary(papers: number, citations: number): LineageSummary {
  return {
    generations: new Int32Array(papers).fill(-1),
    oddOnesOut: [],
    components: [],
    setAside: [],
    total: 0,
    carrying: 0,
    implied: new Uint8Array(citations),
    spinePapers: new Uint8Array(papers),
    spineCitations: new Uint8Array(citations),
    ties: [],
  };
}

/** The analysis with what a summary has taken from it; the rest is still computed when first read. */
export function withSummary(analysis: Analysis, summary: LineageSummary): Analysis {
  const { components, setAside, generations, oddOnesOut } = summary;
  return {
    index: analysis.index,
    root: analysis.root,
    topics: analysis.topics,
    generations,
    oddOnesOut,
    cycles: {
      components,
      setAside,
      get acyclic() {
        return analysis.cycles.acyclic;
      },
    },
    get graph() {
      return analysis.graph;
    },
    get whole() {
      return analysis.whole;
    },
    get lineage() {
      return analysis.lineage;
    },
    get surveyLineage() {
      return analysis.surveyLineage;
    },
    get distances() {
      return analysis.distances;
    },
  };
}
