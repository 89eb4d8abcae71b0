import { type CitationIndex, indexOfCorpus } from "../../columns/citation-index.ts";
import { papersWithKnownReferences } from "../../corpus/references-known.ts";
import type { Corpus, Paper } from "../../corpus/schema.ts";
import { rootOf } from "../../corpus/survey-root.ts";
import type { ClusterFacts, ClusterOptions, CommunityFacts } from "./cluster-facts.ts";
import { type Communities, communitiesOf, runsFor } from "./communities.ts";
import { communityHubs } from "./community-hubs.ts";
import { communityLabels } from "./community-labels.ts";
import { stabilityOf } from "./stability.ts";
import { structureOf } from "./structure.ts";
import { topicGraph } from "./topic-graph.ts";
import { undirectedLinks } from "./undirected-links.ts";

/** Terms that name a community; more make no better name, and a map has little room. */
const NAME_TERMS = 2;

/**
 * The communities of a corpus over all its papers, without a root that all have in common (see topicGraph).
 * What takes long, their stability and whether chance makes as much, is left to the `settle` of the answer,
 * which gives the same facts with these. A corpus without links has no communities and no structure. `index` is
 * the corpus's own, where it is known.
 */
export function clusterFactsOf(
  corpus: Corpus,
  { links: kind, resolution }: ClusterOptions,
  index: CitationIndex = indexOfCorpus(corpus),
): { readonly rough: ClusterFacts; readonly settle: () => ClusterFacts } {
  const known = papersWithKnownReferences(corpus);
  const knows = (paper: number) => known.has(index.ids[paper]!);
  const rootId = rootOf(corpus.survey);
  const root = rootId === null ? null : (index.numberOf.get(rootId) ?? null);
  const topics = topicGraph(index, root, (paper) => corpus.papers[paper]?.role === "survey");
  const links = undirectedLinks(topics, kind, knows);
  const communities = communitiesOf(links, { resolution });
  const rough: ClusterFacts = {
    links: kind,
    resolution,
    communityOf: communities.of,
    communities: describe(communities, corpus, communityHubs(links, communities)),
    modularity: communities.modularity,
    stability: new Float64Array(index.ids.length).fill(Number.NaN),
    runs: 0,
    noStructure: communities.count === 0 ? "no-links" : null,
    rough: true,
  };
  const settle = (): ClusterFacts => {
    const { rough: _, ...facts } = rough;
    if (communities.count === 0) return facts;
    const runs = runsFor(links);
    const { found, rewirings, reached } = structureOf(
      topics,
      (graph) => undirectedLinks(graph, kind, knows),
      // One start for the graph and for chance alike, where more would take minutes.
      { resolution, ...(runs < 100 && { starts: 1 }) },
    );
    return {
      ...facts,
      stability: stabilityOf(links, communities, { resolution, runs }),
      runs,
      noStructure: found ? null : { rewirings, reached },
    };
  };
  return { rough, settle };
}

/** The label of a paper, else what its title says before a colon, else its first words. */
function shortTitle({ label, title }: Pick<Paper, "label" | "title">): string {
  const whole = label ?? title.split(/[:：]/)[0]!.trim();
  const [first = whole] = whole.match(/^.{1,36}(?!\S)/u) ?? [];
  return first === whole ? whole : `${first.trim()}…`;
}

function describe(communities: Communities, { papers }: Corpus, hubs: readonly number[]): CommunityFacts[] {
  const { of, count } = communities;
  const texts = papers.map(({ title, abstract }) => (abstract === null ? title : `${title}. ${abstract}`));
  const members = Array.from({ length: count }, (): number[] => []);
  of.forEach((community, paper) => {
    members[community]?.push(paper);
  });
  return communityLabels(texts, of, count).map(({ terms }, id) => {
    const hub = papers[hubs[id] ?? -1];
    const name = terms
      .slice(0, NAME_TERMS)
      .join(", ")
      .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return {
      id,
      label: name || null,
      hub: hub ? shortTitle(hub) : "?",
      terms,
      papers: members[id] ?? [],
    };
  });
}
