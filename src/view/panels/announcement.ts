import type { Citation } from "../../corpus/schema.ts";
import type { Entry } from "../catalogue.ts";
import { saidOfMarks } from "../map/own-marks.ts";
import type { Sources } from "../sources.ts";
import { type Limits, NO_LIMITS, namesText } from "../state/limits.ts";
import type { State } from "../state/state.ts";

/** What a screen reader says of the paper attention is on; "" when it is on none. */
export function announce(sources: Sources, state: State, limits: Limits = NO_LIMITS): string {
  const id = state.pointed ?? state.selected;
  const entry = id === null ? undefined : sources.catalogue.byId.get(id);
  if (!entry) return "";
  const { paper: said } = sources.catalogue.texts;
  const marks = saidOfMarks(sources.marks, sources.catalogue, entry);
  const open = id === state.selected ? said.open(state.traced) : "";
  return describe(sources, entry, limits) + open + marks;
}

/** A paper in one sentence, for those who cannot see the map. */
export function describe(
  { catalogue, analysis }: Pick<Sources, "catalogue" | "analysis">,
  entry: Entry,
  limits: Limits = NO_LIMITS,
): string {
  const said = catalogue.texts.paper;
  const group = entry.group === null ? null : catalogue.groupById.get(entry.group)?.label;
  const named = (citations: readonly Citation[], end: "citing" | "cited") => {
    const survey: string[] = [];
    for (const citation of citations) {
      const other = catalogue.byId.get(citation[end]);
      if (other?.paper.role === "survey") survey.push(other.label);
    }
    const around = citations.length - survey.length;
    const names = survey.length > limits.names ? [namesText(catalogue.texts, survey, limits)] : survey;
    return [...names, ...(around > 0 ? [said.around(around)] : [])];
  };
  const cites = named(entry.cites, "cited");
  const citedBy = named(entry.citedBy, "citing");
  const generationNumber = analysis.generations[entry.index] ?? -1;
  const parts = [
    said.head(
      [entry.label, entry.year, group ?? (entry.paper.role === "context" ? said.context : null)].flatMap(
        (part) => (part === null || part === undefined ? [] : [String(part)]),
      ),
    ),
    entry.paper.identified === false ? said.unidentified : null,
    cites.length > 0 ? said.cites(cites) : entry.referencesKnown ? said.citesNothing : said.citesUnknown,
    citedBy.length > 0 ? said.citedBy(citedBy) : said.notCited,
    generationNumber < 0 ? null : said.generation(generationNumber),
  ];
  return said.sentence(parts.filter((part) => part !== null));
}
