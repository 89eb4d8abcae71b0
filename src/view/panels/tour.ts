import type { PaperId } from "../../corpus/ids.ts";
import type { GuideTexts } from "../../text/guide-texts.ts";
import type { Catalogue, Entry } from "../catalogue.ts";
import type { LineageFacts } from "../map/spine.ts";
import { INITIAL_STATE, type State } from "../state/state.ts";

/** A part of the page that a step of the tour points at. */
export type TourPlace = "map" | "domains" | "links" | "details" | "views";

export interface TourStep {
  readonly heading: string;
  readonly text: string;
  readonly place: TourPlace;
  /** What the page shows in this step, over the page as it opens. */
  readonly look: Partial<State>;
}

/** How many domains or cited papers a sentence names. */
const MOST_NAMED = 3;

/**
 * The guided reading of a survey: four to six steps, derived from its root, its domains, its citations and its
 * main path; a step without anything to point at is left out. [] for a corpus without survey papers.
 */
export function buildTour(
  { catalogue, lineage }: { readonly catalogue: Catalogue; readonly lineage: LineageFacts },
  texts: GuideTexts["tour"],
): TourStep[] {
  const survey = catalogue.entries.filter(({ paper }) => paper.role === "survey").sort(byTime);
  const first = catalogue.root ?? survey[0];
  if (!first) return [];
  const begin = catalogue.root
    ? { heading: texts.root.heading(first.label), text: texts.root.text(first.label, survey.length) }
    : { heading: texts.oldest.heading, text: texts.oldest.text(first.label, survey.length) };
  const example = exampleOf(catalogue, survey, first);
  return [
    { ...begin, place: "map", look: { pointed: first.paper.id } },
    ...domainsStep(catalogue, texts),
    ...arrowsStep(catalogue, example, texts),
    ...spineStep(survey, lineage, texts),
    {
      heading: texts.details.heading,
      text: texts.details.text((example ?? first).label),
      place: "details",
      look: { selected: (example ?? first).paper.id },
    },
    { ...texts.views, place: "views", look: { view: "network" } },
  ];
}

/** The page as a step shows it to a reader who was at `before`, whose language stays. */
export function enterStep(before: State, step: TourStep): State {
  return { ...INITIAL_STATE, language: before.language, ...step.look };
}

/** The state for a reader who leaves the tour: as before it, but what the reader changed in its last step stays. */
export function leaveStep(before: State, shown: State, now: State): State {
  const own = Object.entries(now).filter(([key, value]) => value !== shown[key as keyof State]);
  return { ...before, ...Object.fromEntries(own), pointed: null };
}

/** The paper to explain citations by: the one that cites most of the survey, and the root among it where any does. */
function exampleOf(catalogue: Catalogue, survey: readonly Entry[], first: Entry): Entry | null {
  let best: Entry | null = null;
  let most = 0;
  for (const entry of survey) {
    const cited = citedInSurvey(catalogue, entry);
    const worth = cited.length + (cited.some(({ paper }) => paper.id === first.paper.id) ? survey.length : 0);
    if (entry !== first && worth > most) [best, most] = [entry, worth];
  }
  return best;
}

function domainsStep({ groups, surveyYears }: Catalogue, texts: GuideTexts["tour"]): TourStep[] {
  if (groups.length === 0 || surveyYears === null) return [];
  const bySize = [...groups].sort((a, b) => b.papers.length - a.papers.length || a.slot - b.slot);
  const named = bySize.slice(0, MOST_NAMED).map(({ label }) => label);
  const [from, to] = surveyYears;
  const text = texts.domains.text(from, to, named, groups.length - named.length);
  return [{ heading: texts.domains.heading, text, place: "domains", look: {} }];
}

function arrowsStep(catalogue: Catalogue, example: Entry | null, texts: GuideTexts["tour"]): TourStep[] {
  if (example === null) return [];
  const cited = citedInSurvey(catalogue, example).slice(0, MOST_NAMED);
  return [
    {
      heading: texts.arrows.heading,
      text: texts.arrows.text(
        example.label,
        cited.map(({ label }) => label),
      ),
      place: "map",
      look: { pointed: example.paper.id },
    },
  ];
}

/** The main path that most weights agree on. */
function spineStep(survey: readonly Entry[], lineage: LineageFacts, texts: GuideTexts["tour"]): TourStep[] {
  const { papers } = lineage.spine(0);
  const on = survey.filter(({ index }) => (papers[index] ?? 0) > 0);
  const [first, last] = [on[0], on.at(-1)];
  if (!first || !last || first === last) return [];
  const text = texts.spine.text(on.length, first.label, last.label);
  return [{ heading: texts.spine.heading, text, place: "links", look: { links: "main-path" } }];
}

function citedInSurvey(catalogue: Catalogue, { cites }: Entry): Entry[] {
  const ids: PaperId[] = cites.map(({ cited }) => cited);
  return ids
    .flatMap((id) => catalogue.byId.get(id) ?? [])
    .filter(({ paper }) => paper.role === "survey")
    .sort(byTime);
}

function byTime(a: Entry, b: Entry): number {
  return (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY) || a.index - b.index;
}
