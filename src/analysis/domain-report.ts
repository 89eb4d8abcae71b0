import { yearOf } from "../corpus/date.ts";
import { markdownEntry } from "../corpus/markdown-entry.ts";
import type { Corpus } from "../corpus/schema.ts";
import type { Analysis } from "./analyse.ts";
import {
  analyseCommunities,
  type CommunityAnalysis,
  type CommunityAnalysisOptions,
  communityStability,
  communityStructure,
} from "./communities/analyse-communities.ts";
import { compareGroupings } from "./communities/comparison.ts";
import { type Similarity, similarPairs, unknownPapers } from "./communities/similarity.ts";
import { domainFlow } from "./domains/domain-flow.ts";
import { missingPapers } from "./domains/missing-papers.ts";
import { LazyList } from "./json-lines.ts";
import { lazy } from "./lineage/lazy.ts";

/** What the members about topics are made of. */
export interface DomainContext {
  readonly corpus: Corpus;
  readonly analysis: Analysis;
  readonly communities: () => CommunityAnalysis;
  readonly options: CommunityAnalysisOptions & { readonly top: number };
}

/** The context of a corpus; its communities are found when first asked for. */
export function domainContext(
  corpus: Corpus,
  analysis: Analysis,
  options: DomainContext["options"],
): DomainContext {
  return {
    corpus,
    analysis,
    options,
    communities: lazy(() => analyseCommunities(corpus, analysis.topics, options)),
  };
}

/** The members of the report about similarity, communities and domains, in the order of printing. */
export const DOMAIN_MEMBERS: Record<string, (context: DomainContext) => unknown> = {
  unknownReferences: ({ analysis }) =>
    unknownPapers(analysis.topics.coupling).map((p) => analysis.index.ids[p]),
  coupling: ({ analysis, options }) => pairsReport(analysis, analysis.topics.coupling, options.top),
  coCitation: ({ analysis, options }) => pairsReport(analysis, analysis.topics.coCitation, options.top),
  communities: (context) =>
    Object.fromEntries(
      Array.from(context.communities().communities.of, (n, p) => [context.analysis.index.ids[p], n]).filter(
        ([, n]) => n !== -1,
      ),
    ),
  modularity: ({ communities }) => rounded(communities().communities.modularity),
  communityLabels: ({ communities }) => communities().labels.map(({ terms }) => terms),
  communityHubs: ({ analysis, communities }) => communities().hubs.map((paper) => analysis.index.ids[paper]),
  stability: ({ analysis: { index }, communities, options }) =>
    Object.fromEntries(
      Array.from(communityStability(communities(), options), (share, p) => [index.ids[p], share]).filter(
        ([, share]) => !Number.isNaN(share),
      ),
    ),
  structure: ({ analysis, options }) => {
    const { modularity, expected, spread, ...rest } = communityStructure(analysis.topics, options);
    return { modularity: rounded(modularity), expected: rounded(expected), spread: rounded(spread), ...rest };
  },
  comparison: ({ communities }) => scores(communities().comparison),
  domainComparison: ({ analysis, communities }) =>
    scores(compareGroupings(analysis.topics.domains.of, communities().communities.of)),
  crossTable: ({ analysis: { index, topics }, communities }) => {
    const { headings, communities: columns, cells } = communities().table;
    return cells.flatMap((row, i) =>
      row.flatMap((papers, j) =>
        papers.length === 0
          ? []
          : [
              {
                heading: topics.groups.ids[headings[i]!],
                community: columns[j],
                papers: papers.map((p) => index.ids[p]),
              },
            ],
      ),
    );
  },
  disagreements: ({ analysis: { index, topics }, communities }) =>
    communities().pull.disagreeing.map(({ paper, heading, pulledTo, pull, ownPull, by }) => ({
      paper: index.ids[paper],
      heading: topics.groups.ids[heading],
      pulledTo: topics.groups.ids[pulledTo],
      pull: rounded(pull),
      ownPull: rounded(ownPull),
      by: by.map((partner) => index.ids[partner.paper]),
    })),
  withoutTopicLinks: ({ analysis: { index }, communities }) =>
    communities().pull.withoutLinks.map((paper) => index.ids[paper]),
  missingPapers: ({ corpus, analysis: { index, root, topics } }) =>
    missingPapers(index, (paper) => topics.isSurvey[paper] === 1, topics.groups, { root }).map((missing) => ({
      paper: index.ids[missing.paper],
      citedBy: missing.citedBy.map((paper) => index.ids[paper]),
      cites: missing.cites.map((paper) => index.ids[paper]),
      heading: missing.heading === null ? null : topics.groups.ids[missing.heading],
      confidence: rounded(missing.confidence),
      entry: markdownEntry(corpus.papers[missing.paper]!),
    })),
  domainFlow: flowReport,
};

function flowReport({ corpus, analysis: { index, topics, surveyLineage } }: DomainContext) {
  const { groups } = topics;
  const { graph, reduction } = surveyLineage;
  const yearAt = (paper: number) => yearOf(corpus.papers[paper]!);
  const flow = domainFlow(graph, groups, yearAt, (citation) => reduction.keeps[citation] === 1);
  const used = groups.ids.map((id, i) => ({ id, i })).filter(({ i }) => groups.of.includes(i));
  return {
    years: flow.years,
    byYear: Object.fromEntries(used.map(({ id, i }) => [id, flow.byYear[i]])),
    flows: flow.flows.map(({ from, to, citations }) => ({
      from: groups.ids[from],
      to: groups.ids[to],
      citations: citations.map((c) => [index.ids[graph.cited[c]!], index.ids[graph.citing[c]!]]),
    })),
    inDomain: Object.fromEntries(
      used.map(({ id, i }) => {
        const share = flow.inDomain[i] ?? null;
        return [id, share === null ? null : rounded(share)];
      }),
    ),
  };
}

function pairsReport({ index }: Analysis, similarity: Similarity, top: number) {
  return new LazyList(function* () {
    for (const { a, b, shared, cosine, associationStrength } of similarPairs(similarity, top)) {
      yield {
        a: index.ids[a],
        b: index.ids[b],
        shared,
        cosine: rounded(cosine),
        associationStrength: rounded(associationStrength),
      };
    }
  });
}

/** The scores; null when no two papers have both a heading and a community. */
function scores({ papers, ...values }: ReturnType<typeof compareGroupings>) {
  if (papers < 2) return null;
  return {
    papers,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)])),
  };
}

/** To nine decimals: the last digits of a logarithm differ between machines. */
function rounded(value: number): number {
  return Number(value.toFixed(9)) + 0;
}
