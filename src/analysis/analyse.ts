import type { Corpus } from "../corpus/schema.ts";
import { type AcyclicIndex, breakCycles, type Cycles } from "./acyclic.ts";
import { type CitationIndex, citationIndexOf } from "./citation-index.ts";
import { generationsOf } from "./generations.ts";
import { lazy } from "./lazy.ts";
import { lineageOf } from "./lineage-of.ts";
import { oddOnesOut } from "./odd-ones-out.ts";
import { distancesTo } from "./reachable.ts";

/**
 * What the citations of a corpus say. Papers and citations are numbers of `index` in every member, also
 * in its parts of the graph (see withCitations); what costs time is computed when first read.
 */
export interface Analysis {
  /** All papers and citations. */
  readonly index: CitationIndex;
  /** The paper the lineage starts from; null when the corpus names none. */
  readonly root: number | null;
  readonly cycles: Cycles;
  /** All papers and the citations that are not set aside. */
  readonly graph: AcyclicIndex;
  /** The root, its descendants and the citations among them; the whole graph without a root. */
  readonly lineage: AcyclicIndex;
  /** The lineage by the survey's own papers alone. */
  readonly surveyLineage: AcyclicIndex;
  /** By paper; -1 for a paper that has none. */
  readonly generations: Int32Array;
  /** The least number of citations from each paper to the root; -1 for none, and everywhere without a root. */
  readonly distances: Int32Array;
  /** Survey papers without a path of citations to the root. */
  readonly oddOnesOut: readonly number[];
}

/** The analysis of a corpus: any with the required fields, a root or none. */
export function analyse(corpus: Corpus): Analysis {
  const index = citationIndexOf(corpus.papers, corpus.citations);
  const { root: rootId } = corpus.survey;
  const root = rootId === null ? null : (index.numberOf.get(rootId) ?? null);
  const isSurvey = Uint8Array.from(index.paperPosition, (position) =>
    corpus.papers[position]?.role === "survey" ? 1 : 0,
  );
  const cycles = lazy(() => breakCycles(index));
  const lineage = lazy(() => lineageOf(cycles().acyclic, root));
  const surveyLineage = lazy(() => lineageOf(cycles().acyclic, root, (paper) => isSurvey[paper] === 1));
  const generations = lazy(() => generationsOf(cycles().acyclic, root));
  const distances = lazy(() =>
    root === null ? new Int32Array(index.ids.length).fill(-1) : distancesTo(index, root),
  );
  const odd = lazy(() => oddOnesOut(index, root, (paper) => isSurvey[paper] === 1));
  return {
    index,
    root,
    get cycles() {
      return cycles();
    },
    get graph() {
      return cycles().acyclic;
    },
    get lineage() {
      return lineage();
    },
    get surveyLineage() {
      return surveyLineage();
    },
    get generations() {
      return generations();
    },
    get distances() {
      return distances();
    },
    get oddOnesOut() {
      return odd();
    },
  };
}
