import type { Catalogue, Entry } from "./catalogue.ts";
import type { State } from "./state.ts";

/** Whether each entry of the catalogue passes the reader's filters, by entry index. */
export function visibleEntries(catalogue: Catalogue, state: State): boolean[] {
  const hidden = new Set(state.hiddenGroups);
  const survey = catalogue.entries.map((entry) => passes(entry, state) && inShownGroup(entry, hidden));
  return catalogue.entries.map((entry) => {
    if (entry.paper.role === "survey") return survey[entry.index] ?? false;
    // A work around the survey is there for the survey papers it touches.
    return state.context && passes(entry, state) && touchesShown(catalogue, entry, survey);
  });
}

function passes(entry: Entry, state: State): boolean {
  // In the time-lapse a work around the survey appears with the first paper that cites it.
  const late = state.until !== null && entry.day !== null && entry.day > state.until;
  if (late && entry.paper.role === "survey") return false;
  if (state.years === null || entry.year === null) return true;
  // The range is one of survey years; older works around the survey belong to what cites them.
  const [from, to] = state.years;
  if (entry.paper.role === "context") return entry.year <= to;
  return entry.year >= from && entry.year <= to;
}

function inShownGroup(entry: Entry, hidden: ReadonlySet<string>): boolean {
  return entry.group === null || !hidden.has(entry.group);
}

function touchesShown(catalogue: Catalogue, entry: Entry, shown: readonly boolean[]): boolean {
  const ends = [...entry.cites.map(({ cited }) => cited), ...entry.citedBy.map(({ citing }) => citing)];
  if (ends.length === 0) return true;
  return ends.some((id) => shown[catalogue.byId.get(id)?.index ?? -1] === true);
}
