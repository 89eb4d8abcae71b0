import type { PaperId } from "../../corpus/ids.ts";
import type { Catalogue } from "../catalogue.ts";
import { MOST_QUERY, type State } from "../state/state.ts";

/** What the search field shows. */
export interface SearchModel {
  readonly query: string;
  readonly placeholder: string;
  readonly open: boolean;
  readonly active: number;
  readonly results: readonly { readonly id: PaperId; readonly label: string; readonly detail: string }[];
  /** Said below the results, or in place of them; null when there is nothing to say. */
  readonly message: string | null;
}

const MOST_RESULTS = 12;

/** The search for a state; `hits` are null while nothing is sought. */
export function searchModel(
  catalogue: Catalogue,
  state: Pick<State, "query" | "searchAt">,
  hits: readonly PaperId[] | null,
): SearchModel {
  const said = catalogue.texts.header;
  const survey = catalogue.entries.filter((entry) => entry.paper.role === "survey").length;
  const around = catalogue.entries.length - survey;
  const results = (hits ?? []).slice(0, MOST_RESULTS).flatMap((id) => {
    const entry = catalogue.byId.get(id);
    if (!entry) return [];
    const detail = [entry.label === entry.paper.title ? null : entry.paper.title, entry.year]
      .filter((part) => part !== null)
      .join(" · ");
    return [{ id, label: entry.label, detail }];
  });
  return {
    query: state.query,
    placeholder: said.search(survey, around),
    open: hits !== null,
    active: results.length === 0 ? 0 : Math.min(state.searchAt, results.length - 1),
    results,
    message:
      state.query.length >= MOST_QUERY
        ? said.onlyFirst(MOST_QUERY)
        : hits !== null && hits.length === 0
          ? said.noMatch(state.query.trim())
          : null,
  };
}
