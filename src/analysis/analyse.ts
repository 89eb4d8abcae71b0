import { type CitationIndex, indexOfCorpus } from "../columns/citation-index.ts";
import type { Corpus } from "../corpus/schema.ts";
import { rootOf } from "../corpus/survey-root.ts";
import { type TopicMeasures, topicMeasures } from "./communities/topic-measures.ts";
import { type AcyclicIndex, breakCycles, type Cycles } from "./lineage/acyclic.ts";
import { generationsOf } from "./lineage/generations.ts";
import { lazy } from "./lineage/lazy.ts";
import { lineageOf } from "./lineage/lineage-of.ts";
import { type LineageMeasures, measureLineage } from "./lineage/measure-lineage.ts";
import { oddOnesOut } from "./lineage/odd-ones-out.ts";
import { distancesTo } from "./lineage/reachable.ts";

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
  /** What can be measured over all papers of the corpus. */
  readonly whole: LineageMeasures;
  /** The same over the root and its descendants; over all papers without a root. */
  readonly lineage: LineageMeasures;
  /** The same over those of them that are the survey's own; over all of them where none is. */
  readonly surveyLineage: LineageMeasures;
  /** By paper; -1 for a paper that has none. */
  readonly generations: Int32Array;
  /** The least number of citations from each paper to the root; -1 for none, and everywhere without a root. */
  readonly distances: Int32Array;
  /** Survey papers without a path of citations to the root. */
  readonly oddOnesOut: readonly number[];
  /** Shared references and citers, headings, and the graph of topics. */
  readonly topics: TopicMeasures;
}

/** The analysis of a corpus: any with the required fields, a root or none. `index` is its own, where it is known. */
export function analyse(corpus: Corpus, index: CitationIndex = indexOfCorpus(corpus)): Analysis {
  const rootId = rootOf(corpus.survey);
  const root = rootId === null ? null : (index.numberOf.get(rootId) ?? null);
  const isSurvey = Uint8Array.from(corpus.papers, ({ role }) => (role === "survey" ? 1 : 0));
  const cycles = lazy(() => breakCycles(index));
  const whole = lazy(() => measureLineage(cycles().acyclic));
  const lineage = lazy(() => (root === null ? whole() : measureLineage(lineageOf(cycles().acyclic, root))));
  // Where no paper is the survey's own, all papers are what the map is about.
  const hasSurvey = isSurvey.includes(1);
  const surveyLineage = lazy(() =>
    hasSurvey
      ? measureLineage(lineageOf(cycles().acyclic, root, (paper) => isSurvey[paper] === 1))
      : lineage(),
  );
  const generations = lazy(() => generationsOf(cycles().acyclic, root));
  const distances = lazy(() =>
    root === null ? new Int32Array(index.ids.length).fill(-1) : distancesTo(index, root),
  );
  const odd = lazy(() => oddOnesOut(index, root, (paper) => isSurvey[paper] === 1));
  const topics = topicMeasures(corpus, index, root);
  return {
    index,
    root,
    topics,
    get cycles() {
      return cycles();
    },
    get graph() {
      return cycles().acyclic;
    },
    get whole() {
      return whole();
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
