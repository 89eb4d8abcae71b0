import { type Marks, markOf, NO_MARKS } from "../../reading/marks.ts";
import type { Catalogue, Entry } from "../catalogue.ts";
import type { State } from "../state/state.ts";

/** Whether each entry of the catalogue passes the reader's filters, by entry index. `marks` are the reader's own. */
export function visibleEntries(catalogue: Catalogue, state: State, marks: Marks = NO_MARKS): boolean[] {
  const hidden = new Set(state.hiddenGroups);
  const survey = catalogue.entries.map(
    (entry) => passes(entry, state) && inShownGroup(entry, hidden) && isMine(entry, state, marks),
  );
  return catalogue.entries.map((entry) => {
    if (entry.paper.role === "survey") return survey[entry.index] ?? false;
    // A work around the survey is there for the survey papers it touches.
    if (!state.context || !passes(entry, state) || !isMine(entry, state, marks)) return false;
    // What the reader marked is there for itself.
    const marked = state.mine === "starred" || state.mine === "noted";
    return marked || touchesShown(catalogue, entry, state, survey);
  });
}

function isMine({ paper }: Entry, { mine }: State, marks: Marks): boolean {
  if (mine === null) return true;
  const mark = markOf(marks, paper.id);
  return { starred: mark.starred, unread: !mark.read, noted: mark.notes.length > 0 }[mine];
}

function passes(entry: Entry, state: State): boolean {
  if (isLate(entry, state) && entry.paper.role === "survey") return false;
  if (state.years === null || entry.year === null) return true;
  // The range is one of survey years; older works around the survey belong to what cites them.
  const [from, to] = state.years;
  if (entry.paper.role === "context") return entry.year <= to;
  return entry.year >= from && entry.year <= to;
}

function inShownGroup(entry: Entry, hidden: ReadonlySet<string>): boolean {
  return entry.groups.length === 0 || entry.groups.some((group) => !hidden.has(group));
}

function isLate(entry: Entry, { until }: State): boolean {
  return until !== null && entry.day !== null && entry.day > until;
}

function touchesShown(catalogue: Catalogue, entry: Entry, state: State, shown: readonly boolean[]): boolean {
  const citing = entry.citedBy.map((citation) => citation.citing);
  // In the time-lapse a work around the survey appears with the first paper that cites it, however
  // roughly its own date is known; one that cites the survey appears on its own day.
  const ends = isLate(entry, state) ? citing : [...citing, ...entry.cites.map(({ cited }) => cited)];
  if (entry.cites.length + entry.citedBy.length === 0) return !isLate(entry, state);
  return ends.some((id) => shown[catalogue.byId.get(id)?.index ?? -1] === true);
}
