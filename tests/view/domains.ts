import type { ClusterFacts } from "../../src/analysis/communities/cluster-facts.ts";
import type { Corpus, CorpusInput } from "../../src/corpus/schema.ts";
import { lateModels } from "../../src/view/late-models.ts";
import type { DomainsModel } from "../../src/view/panels/domains.ts";
import type { Sources } from "../../src/view/sources.ts";
import type { State } from "../../src/view/state/state.ts";
import { corpusOf } from "../graphs.ts";
import { stateWith } from "./models.ts";

/** A corpus of the graph in `text`, with papers under domains of one letter, labelled in capitals. */
export function inDomains(
  text: string,
  domainOf: Record<string, string>,
  facts: Record<string, Partial<CorpusInput["papers"][number]>> = {},
  root: string | null = "A",
): Corpus {
  const ids = [...new Set(Object.values(domainOf))];
  return corpusOf(text, facts, {
    survey: { root, domains: ids.map((id) => ({ id, label: { en: id.toUpperCase() } })) },
    placements: Object.entries(domainOf).map(([paper, domain]) => ({ paper, domain })),
  });
}

/** The sources with communities given by paper id; a paper that is not named is in none. */
export function withCommunities(
  sources: Sources,
  communityOf: Record<string, number>,
  more: Partial<ClusterFacts> = {},
): Sources {
  const { ids } = sources.analysis.index;
  const of = Int32Array.from(ids, (id) => communityOf[id] ?? -1);
  const count = Math.max(-1, ...of) + 1;
  return {
    ...sources,
    clusters: {
      links: "citations",
      resolution: 1,
      communityOf: of,
      communities: Array.from({ length: count }, (_, id) => ({
        id,
        label: `topic ${id}`,
        hub: "",
        terms: [`topic ${id}`, "more"],
        papers: [...of.keys()].filter((paper) => of[paper] === id),
      })),
      modularity: 0.5,
      stability: new Float64Array(ids.length).fill(1),
      runs: 100,
      noStructure: null,
      ...more,
    },
  };
}

/** What the domains view of these sources shows for these choices. */
export function sectionsOf(
  sources: Sources,
  choices: Partial<State> = {},
): NonNullable<DomainsModel["sections"]> {
  const { sections } = lateModels().domains(sources, stateWith({ view: "domains", ...choices }));
  if (sections === null) throw new Error("the domains of a small map are found at once");
  return sections;
}
