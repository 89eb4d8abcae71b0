import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import type { DomainFacts, DomainQuestion } from "../../analysis/domains/domain-facts.ts";
import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import { buildComparison, type ComparisonModel } from "./comparison-model.ts";
import { buildFlow, type FlowModel } from "./flow-model.ts";
import { buildGaps, type GapsModel } from "./gaps-model.ts";

/** The author’s headings beside what the citations say. */
export interface DomainsModel {
  /** Said while what is shown, or missing, is being found, or why it cannot be; null otherwise. */
  readonly status: string | null;
  readonly busy: boolean;
  /** Null until it is found for the first time. */
  readonly sections: {
    readonly comparison: ComparisonModel;
    readonly flow: FlowModel;
    readonly gaps: GapsModel;
  } | null;
}

/** Facts about the domains with the communities that were held against them; null for none. */
export interface FoundDomains {
  readonly facts: DomainFacts;
  readonly clusters: ClusterFacts | null;
}

/** What is known of the domains: the last answer, null before the first, and how it stands with the next. */
export interface KnownDomains {
  readonly found: FoundDomains | null;
  /** As in DomainsModel. */
  readonly status: string | null;
  readonly busy: boolean;
}

/** Before anybody asked. */
export const NO_DOMAINS: KnownDomains = { found: null, status: null, busy: false };

/** What a state needs to know of domains, and the communities that are held against them; null where it shows none. */
export function domainWish(
  { view, communityLinks }: State,
  clusters: ClusterFacts | null,
): { readonly question: DomainQuestion; readonly clusters: ClusterFacts | null } | null {
  if (view !== "domains") return null;
  return { question: { links: communityLinks, communityOf: clusters?.communityOf ?? null }, clusters };
}

/** What of the state the domains view follows from. */
export type DomainsChoice = Pick<
  State,
  "regions" | "region" | "hiddenGroups" | "communityLinks" | "resolution" | "gapsFrom" | "gapsIn" | "selected"
>;

/** The domains view for a state; what it says is of the whole survey, whatever is filtered. */
export function buildDomains(
  sources: Sources,
  state: DomainsChoice,
  { found, status, busy }: KnownDomains,
): DomainsModel {
  return {
    status,
    busy,
    sections: found && {
      comparison: buildComparison(sources, state, found),
      flow: buildFlow(sources, state, found.facts),
      gaps: buildGaps(sources, state, found.facts),
    },
  };
}
