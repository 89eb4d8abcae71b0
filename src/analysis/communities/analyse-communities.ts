import type { Corpus } from "../../corpus/schema.ts";
import { type Communities, type CommunityOptions, communitiesOf, runsFor } from "./communities.ts";
import { communityHubs } from "./community-hubs.ts";
import { type CommunityLabel, communityLabels } from "./community-labels.ts";
import { type Comparison, type CrossTable, compareGroupings, crossTable } from "./comparison.ts";
import { type HeadingPull, headingPull } from "./heading-pull.ts";
import type { HeadingLevel } from "./headings.ts";
import { stabilityOf } from "./stability.ts";
import { type Structure, structureOf } from "./structure.ts";
import type { TopicMeasures } from "./topic-measures.ts";
import { type LinkKind, type UndirectedLinks, undirectedLinks } from "./undirected-links.ts";

export interface CommunityAnalysisOptions extends CommunityOptions {
  /** What links papers; citations by default. */
  readonly links?: LinkKind;
  /** What communities are compared with; groups of domains by default. */
  readonly level?: HeadingLevel;
}

/** What the links say about topics, next to what the survey says; plain values that a worker can send. */
export interface CommunityAnalysis {
  readonly links: UndirectedLinks;
  readonly communities: Communities;
  readonly labels: readonly CommunityLabel[];
  /** The paper of each community with the most links inside it. */
  readonly hubs: readonly number[];
  readonly comparison: Comparison;
  readonly table: CrossTable;
  readonly pull: HeadingPull;
}

/**
 * The communities of a corpus, over all its papers, without a root that all have in common (see
 * topicGraph), with their labels and the comparison with the survey's headings. What takes long is in
 * communityStability and communityStructure.
 */
export function analyseCommunities(
  corpus: Corpus,
  topics: TopicMeasures,
  options: CommunityAnalysisOptions = {},
): CommunityAnalysis {
  const links = linksOf(topics, options);
  const headings = options.level === "domain" ? topics.domains : topics.groups;
  const communities = communitiesOf(links, options);
  const texts = corpus.papers.map(({ title, abstract }) =>
    abstract === null ? title : `${title}. ${abstract}`,
  );
  return {
    links,
    communities,
    labels: communityLabels(texts, communities.of, communities.count),
    hubs: communityHubs(links, communities),
    comparison: compareGroupings(headings.of, communities.of),
    table: crossTable(headings.of, communities.of),
    pull: headingPull(links, headings),
  };
}

/** How firmly papers sit in their communities (see stabilityOf): 100 runs, on large graphs fewer. */
export function communityStability(
  { links, communities }: Pick<CommunityAnalysis, "links" | "communities">,
  options: CommunityAnalysisOptions = {},
): Float64Array {
  return stabilityOf(links, communities, { ...options, runs: runsFor(links) });
}

/** Whether the communities are more than chance makes (see structureOf). */
export function communityStructure(topics: TopicMeasures, options: CommunityAnalysisOptions = {}): Structure {
  const { graph, knowsReferences } = topics;
  return structureOf(graph, (dealt) => linksOf({ graph: dealt, knowsReferences }, options), options);
}

function linksOf(
  { graph, knowsReferences }: Pick<TopicMeasures, "graph" | "knowsReferences">,
  { links = "citations" }: CommunityAnalysisOptions,
): UndirectedLinks {
  return undirectedLinks(graph, links, (paper) => knowsReferences[paper] === 1);
}
