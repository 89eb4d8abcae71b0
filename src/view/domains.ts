import type { State } from "./state.ts";
import type { Sources } from "./view-model.ts";

/** The author's headings beside what the citations say. */
export interface DomainsModel {
  readonly title: string;
}

/** The domains view for a state. */
export function buildDomains(_sources: Sources, _state: State): DomainsModel {
  return { title: "Domains and communities" };
}
