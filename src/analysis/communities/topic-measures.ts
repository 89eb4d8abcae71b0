import type { CitationIndex } from "../../columns/citation-index.ts";
import { papersWithKnownReferences } from "../../corpus/references-known.ts";
import type { Corpus } from "../../corpus/schema.ts";
import { lazy } from "../lineage/lazy.ts";
import { coCitationOf } from "./co-citation.ts";
import { couplingOf } from "./coupling.ts";
import { type Headings, headingsOf } from "./headings.ts";
import type { Similarity } from "./similarity.ts";
import { topicGraph } from "./topic-graph.ts";

/** What can be measured about the topics of a corpus, each when first read. Papers are numbers of the index. */
export interface TopicMeasures {
  /** By paper: 1 for the survey's own. */
  readonly isSurvey: Uint8Array;
  /** By paper: 1 where all its references are known. */
  readonly knowsReferences: Uint8Array;
  /** By shared references and by shared citers (see similarTo). */
  readonly coupling: Similarity;
  readonly coCitation: Similarity;
  /** The graph in which papers are grouped by topic (see topicGraph). */
  readonly graph: CitationIndex;
  /** The survey's groups of domains, and its domains, by paper. */
  readonly groups: Headings;
  readonly domains: Headings;
}

/** The measures of a corpus with this index and root. */
export function topicMeasures(corpus: Corpus, index: CitationIndex, root: number | null): TopicMeasures {
  const isSurvey = lazy(() => Uint8Array.from(corpus.papers, ({ role }) => (role === "survey" ? 1 : 0)));
  const knowsReferences = lazy(() => {
    const known = papersWithKnownReferences(corpus);
    return Uint8Array.from(index.ids, (id) => (known.has(id) ? 1 : 0));
  });
  const coupling = lazy(() => couplingOf(index, (paper) => knowsReferences()[paper] === 1));
  const coCitation = lazy(() => coCitationOf(index));
  const graph = lazy(() => topicGraph(index, root, (paper) => isSurvey()[paper] === 1));
  const groups = lazy(() => headingsOf(corpus, index, "group"));
  const domains = lazy(() => headingsOf(corpus, index, "domain"));
  return {
    get isSurvey() {
      return isSurvey();
    },
    get knowsReferences() {
      return knowsReferences();
    },
    get coupling() {
      return coupling();
    },
    get coCitation() {
      return coCitation();
    },
    get graph() {
      return graph();
    },
    get groups() {
      return groups();
    },
    get domains() {
      return domains();
    },
  };
}
