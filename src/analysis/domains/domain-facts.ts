import type { CitationIndex } from "../../columns/citation-index.ts";
import { type Comparison, type CrossTable, compareGroupings, crossTable } from "../communities/comparison.ts";
import { sharedReferences } from "../communities/coupling.ts";
import { type Disagreement, type HeadingPull, headingPull } from "../communities/heading-pull.ts";
import type { Headings } from "../communities/headings.ts";
import type { TopicMeasures } from "../communities/topic-measures.ts";
import { type LinkKind, undirectedLinks } from "../communities/undirected-links.ts";
import { lazy } from "../lineage/lazy.ts";
import type { LineageMeasures } from "../lineage/measure-lineage.ts";
import { type DomainFlow, domainFlow } from "./domain-flow.ts";
import { type MissingColumns, missingColumns, missingPapers } from "./missing-papers.ts";

/** What is asked about the survey's groups of domains. */
export interface DomainQuestion {
  /** The links that may pull a paper away from its heading. */
  readonly links: LinkKind;
  /** By paper: its community, which is compared with its heading; -1 for none. Null while none are known. */
  readonly communityOf: Int32Array | null;
}

/**
 * What the citations say of the survey's groups of domains: plain values and typed arrays, so that a worker
 * can send them. Papers and citations are numbers of the citation index, headings places in `headings.ids`.
 */
export interface DomainFacts {
  readonly headings: Headings;
  /** Whether the citations of and by the root are left out of `pull`: they separate no topics. */
  readonly withoutRoot: boolean;
  readonly flow: DomainFlow;
  /** Related works: each cites a survey paper or is cited by one. */
  readonly missing: MissingColumns;
  readonly pull: ListedPull;
  /** Null where the question named no communities. */
  readonly agreement: Agreement | null;
}

/** Communities compared with headings. */
export interface Agreement {
  readonly scores: Comparison;
  readonly table: CrossTable;
}

/** What links of a kind say of the headings, as far as somebody reads on. */
export interface ListedPull {
  readonly links: LinkKind;
  /** The first 50 papers that disagree with their heading, and how many do. */
  readonly disagreeing: readonly ListedDisagreement[];
  readonly count: number;
  readonly withoutLinks: HeadingPull["withoutLinks"];
}

/** A paper that disagrees with its heading; `shared` are the works behind a link by coupling, [] for none. */
export interface ListedDisagreement extends Omit<Disagreement, "by"> {
  readonly by: readonly (Disagreement["by"][number] & { readonly shared: readonly number[] })[];
}

/** As many as a reader may look through. */
const MOST_DISAGREEING = 50;

/** What facts about domains follow from. */
export interface DomainGround {
  readonly index: CitationIndex;
  /** The paper the lineage starts from; null when the corpus names none. */
  readonly root: number | null;
  readonly topics: Pick<TopicMeasures, "graph" | "groups" | "isSurvey" | "knowsReferences">;
  /** By citation: 1 for a citation of the survey's lineage that no longer path implies. */
  readonly carrying: Uint8Array;
  /** The year of a paper; NaN for one without. */
  readonly yearOf: (paper: number) => number;
}

/** The citations of a lineage that no longer path implies, for DomainGround; `isImplied` is asked by number. */
export function carryingCitations(
  { graph }: Pick<LineageMeasures, "graph">,
  citations: number,
  isImplied: (citation: number) => boolean,
): Uint8Array {
  const carrying = new Uint8Array(citations);
  for (const citation of graph.inWhole) if (!isImplied(citation)) carrying[citation] = 1;
  return carrying;
}

/**
 * Answers questions about the domains; what many questions have in common is found once. Where no paper is
 * under a heading, none is pulled and no flow leads anywhere.
 */
export function domainFinder(ground: DomainGround): (question: DomainQuestion) => DomainFacts {
  const { index, root, topics, carrying, yearOf } = ground;
  const isSurvey = (paper: number) => topics.isSurvey[paper] === 1;
  const common = lazy(() => ({
    headings: topics.groups,
    withoutRoot: topics.graph !== index,
    flow: domainFlow(index, topics.groups, yearOf, (c) => carrying[c] === 1),
    missing: missingColumns(missingPapers(index, isSurvey, topics.groups, { atLeast: 1, root })),
  }));
  const pulls = new Map<LinkKind, ListedPull>();
  const pullOver = (links: LinkKind) => {
    const pull = pulls.get(links) ?? listedPull(ground, links);
    pulls.set(links, pull);
    return pull;
  };
  return ({ links, communityOf }) => ({
    ...common(),
    pull: pullOver(links),
    agreement: communityOf && {
      scores: compareGroupings(topics.groups.of, communityOf),
      table: crossTable(topics.groups.of, communityOf),
    },
  });
}

function listedPull({ topics }: DomainGround, links: LinkKind): ListedPull {
  const { graph, groups } = topics;
  const knows = (paper: number) => topics.knowsReferences[paper] === 1;
  // Without headings the links, which take longest, need not be found.
  if (groups.of.every((heading) => heading === -1))
    return { links, disagreeing: [], count: 0, withoutLinks: [] };
  const { disagreeing, withoutLinks } = headingPull(undirectedLinks(graph, links, knows), groups);
  const behind = (one: number, other: number) =>
    links !== "citations" && knows(one) && knows(other) ? sharedReferences(graph, one, other) : [];
  return {
    links,
    disagreeing: disagreeing.slice(0, MOST_DISAGREEING).map(({ by, ...found }) => ({
      ...found,
      by: by.map((partner) => ({ ...partner, shared: behind(found.paper, partner.paper) })),
    })),
    count: disagreeing.length,
    withoutLinks,
  };
}
