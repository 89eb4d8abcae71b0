import type { Analysis } from "../analysis/analyse.ts";
import type { ClusterFacts, ClusterOptions } from "../analysis/cluster-facts.ts";
import { type Comparison, type CrossTable, compareGroupings, crossTable } from "../analysis/comparison.ts";
import { couplingOf } from "../analysis/coupling.ts";
import { type DomainFlow, domainFlow } from "../analysis/domain-flow.ts";
import { type HeadingPull, headingPull } from "../analysis/heading-pull.ts";
import type { Headings } from "../analysis/headings.ts";
import { lazy } from "../analysis/lazy.ts";
import { type MissingPaper, missingPapers } from "../analysis/missing-papers.ts";
import { sharedWorks } from "../analysis/similarity.ts";
import { undirectedLinks } from "../analysis/undirected-links.ts";
import type { Catalogue } from "./catalogue.ts";
import type { LineageFacts } from "./spine.ts";

/** Communities held against headings. */
export interface Agreement {
  readonly scores: Comparison;
  readonly table: CrossTable;
}

/**
 * What the links say of the survey's groups of domains, each found when first asked for and kept. Papers and
 * citations are numbers of the citation index, headings places in `headings.ids`.
 */
export interface DomainFacts {
  readonly headings: Headings;
  /** Whether the citations of and by the root are left out of `pull`: they tell no topics apart. */
  readonly withoutRoot: boolean;
  readonly flow: DomainFlow;
  /** The works around the survey with at least one survey paper that cites it or that it cites. */
  readonly missing: readonly MissingPaper[];
  pull(links: ClusterOptions["links"]): HeadingPull;
  agreement(clusters: ClusterFacts): Agreement;
  /** The works that two papers both cite, those by which `pull` links them; [] where a list is not known. */
  sharedReferences(paper: number, other: number): number[];
}

/** The facts about the domains of what was analysed, made once for an analysis. */
export function domainFactsOf({ catalogue, analysis, lineage }: DomainSources): DomainFacts {
  const known = FACTS.get(analysis) ?? domainFacts(catalogue, analysis, lineage);
  FACTS.set(analysis, known);
  return known;
}

/** Goes with the analysis: it holds nothing that does not follow from it. */
const FACTS = new WeakMap<Analysis, DomainFacts>();

/** What facts about domains follow from. */
interface DomainSources {
  readonly catalogue: Catalogue;
  readonly analysis: Analysis;
  readonly lineage: LineageFacts;
}

function domainFacts(
  catalogue: Catalogue,
  analysis: Analysis,
  lineage: Pick<LineageFacts, "isImplied">,
): DomainFacts {
  const { index, root, topics } = analysis;
  const isSurvey = (paper: number) => topics.isSurvey[paper] === 1;
  const knowsReferences = (paper: number) => topics.knowsReferences[paper] === 1;
  const flow = lazy(() => {
    const carries = carryingCitations(analysis, lineage);
    const yearOf = (paper: number) => catalogue.entries[paper]?.year ?? Number.NaN;
    return domainFlow(index, topics.groups, yearOf, (c) => carries.has(index.citationPosition[c] ?? -1));
  });
  const missing = lazy(() => missingPapers(index, isSurvey, topics.groups, { atLeast: 1, root }));
  const pull = keptByKey((kind: ClusterOptions["links"]) =>
    headingPull(undirectedLinks(topics.graph, kind, knowsReferences), topics.groups),
  );
  const coupling = lazy(() => couplingOf(topics.graph, knowsReferences));
  const agreement = keptByKey(
    ({ communityOf }: ClusterFacts): Agreement => ({
      scores: compareGroupings(topics.groups.of, communityOf),
      table: crossTable(topics.groups.of, communityOf),
    }),
  );
  return {
    get headings() {
      return topics.groups;
    },
    get withoutRoot() {
      return topics.graph !== index;
    },
    get flow() {
      return flow();
    },
    get missing() {
      return missing();
    },
    pull,
    agreement,
    sharedReferences: (paper, other) => sharedWorks(coupling(), paper, other),
  };
}

/** The citations of the lineage that no longer path implies, by their place in the corpus. */
function carryingCitations(analysis: Analysis, lineage: Pick<LineageFacts, "isImplied">): Set<number> {
  const { citationPosition } = analysis.surveyLineage.graph;
  return new Set([...citationPosition].filter((position) => !lineage.isImplied(position)));
}

/** The function with its last answer kept: the page asks the same again at every move of the pointer. */
function keptByKey<K, V>(make: (key: K) => V): (key: K) => V {
  let kept: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (kept === null || kept.key !== key) kept = { key, value: make(key) };
    return kept.value;
  };
}
