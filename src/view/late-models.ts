import { carryingCitations, domainFinder } from "../analysis/domains/domain-facts.ts";
import { large as ENGLISH } from "../text/en/large.ts";
import type { LargeTexts } from "../text/large-texts.ts";
import type { Catalogue, Entry } from "./catalogue.ts";
import { kept } from "./kept.ts";
import type { MapColumns } from "./map/columns.ts";
import { buildSimilar, nearestFinder, type SimilarModel } from "./map/similar-papers.ts";
import { buildDomains, type DomainsChoice, type DomainsModel } from "./panels/domains.ts";
import { buildMatrix } from "./panels/matrix.ts";
import { buildTable } from "./panels/table.ts";
import type { Sources } from "./sources.ts";
import type { State } from "./state/state.ts";

/** What builds the views that no first picture needs: they are loaded after it, with their panels. */
export interface LateModels {
  readonly domains: (sources: Sources, state: DomainsChoice) => DomainsModel;
  readonly matrix: typeof buildMatrix;
  /** What has most in common with a paper. */
  readonly similar: (catalogue: Catalogue, columns: MapColumns, paper: Entry) => SimilarModel;
  readonly table: typeof buildTable;
}

/** The late models, which find the facts about domains themselves where nobody else does, and keep the last. */
export function lateModels(said: LargeTexts = ENGLISH): LateModels {
  const finder = kept(finderOf);
  const nearest = kept(nearestFinder);
  const found = kept(
    (find: ReturnType<typeof finderOf>, links: State["communityLinks"], clusters: Sources["clusters"]) => ({
      facts: find({ links, communityOf: clusters?.communityOf ?? null }),
      clusters,
    }),
  );
  return {
    domains: (sources, state) => {
      const { catalogue, analysis, lineage, clusters } = sources;
      if (sources.domains !== null) return buildDomains(sources, state, sources.domains);
      const known = found(finder(catalogue, analysis, lineage), state.communityLinks, clusters);
      return buildDomains(sources, state, { found: known, status: null, busy: false });
    },
    matrix: buildMatrix,
    similar: (catalogue, columns, paper) => buildSimilar(catalogue, nearest(catalogue, columns), said, paper),
    table: buildTable,
  };
}

function finderOf(
  { entries }: Sources["catalogue"],
  { index, root, topics, surveyLineage }: Sources["analysis"],
  { isImplied }: Sources["lineage"],
) {
  return domainFinder({
    index,
    root,
    topics,
    carrying: carryingCitations(surveyLineage, index.citing.length, isImplied),
    yearOf: (paper) => entries[paper]?.year ?? Number.NaN,
  });
}
