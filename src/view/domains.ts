import { buildComparison, type ComparisonModel } from "./comparison-model.ts";
import { buildFlow, type FlowModel } from "./flow-model.ts";
import { buildGaps, type GapsModel } from "./gaps-model.ts";
import type { State } from "./state.ts";
import type { Sources } from "./view-model.ts";

/** The author’s headings beside what the citations say. */
export interface DomainsModel {
  readonly comparison: ComparisonModel;
  readonly flow: FlowModel;
  readonly gaps: GapsModel;
}

/** The domains view for a state; what it says is of the whole survey, whatever is filtered. */
export function buildDomains(sources: Sources, state: State): DomainsModel {
  return {
    comparison: buildComparison(sources, state),
    flow: buildFlow(sources, state),
    gaps: buildGaps(sources, state),
  };
}
