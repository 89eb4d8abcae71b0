import type { Citation } from "../corpus/schema.ts";
import type { Entry } from "./catalogue.ts";
import { type Limits, NO_LIMITS, namesText } from "./limits.ts";
import type { State } from "./state.ts";
import { counted, listed } from "./texts.ts";
import type { Sources } from "./view-model.ts";

/** What a screen reader says of the paper attention is on; "" when it is on none. */
export function announce(sources: Sources, state: State, limits: Limits = NO_LIMITS): string {
  const id = state.pointed ?? state.selected;
  const entry = id === null ? undefined : sources.catalogue.byId.get(id);
  return entry ? describe(sources, entry, limits) : "";
}

/** A paper in one sentence, for those who cannot see the map. */
export function describe({ catalogue, analysis }: Sources, entry: Entry, limits: Limits = NO_LIMITS): string {
  const group = entry.group === null ? null : catalogue.groupById.get(entry.group)?.label;
  const named = (citations: readonly Citation[], end: "citing" | "cited") => {
    const survey: string[] = [];
    for (const citation of citations) {
      const other = catalogue.byId.get(citation[end]);
      if (other?.paper.role === "survey") survey.push(other.label);
    }
    const around = citations.length - survey.length;
    const names = survey.length > limits.names ? [namesText(survey, limits)] : survey;
    return listed([...names, ...(around > 0 ? [`${counted(around, "work")} around the survey`] : [])]);
  };
  const cites = named(entry.cites, "cited");
  const citedBy = named(entry.citedBy, "citing");
  const generationNumber = analysis.generations[entry.index] ?? -1;
  const parts = [
    [entry.label, entry.year, group ?? (entry.paper.role === "context" ? "work around the survey" : null)]
      .filter((part) => part !== null && part !== undefined)
      .join(", "),
    cites
      ? `cites ${cites}`
      : entry.referencesKnown
        ? "cites nothing on this map"
        : "what it cites is not known yet",
    citedBy ? `cited by ${citedBy}` : "not cited on this map",
    generationNumber < 0 ? null : `generation ${generationNumber}`,
  ];
  return `${parts.filter((part) => part !== null).join("; ")}.`;
}
