import type { Catalogue, Entry } from "../catalogue.ts";
import { YEAR_STEPS } from "../looks/palette.ts";

/** A step of the year colours with the years it stands for and its number of survey papers. */
export interface YearStep {
  /** -1 for papers of unknown year. */
  readonly step: number;
  readonly label: string;
  readonly count: number;
}

/**
 * The colour step of a paper: 0 for the first year of the survey up to the last step for its last; older
 * works take the first, newer ones the last. -1 when the year is not known.
 */
export function yearStepOf({ surveyYears }: Pick<Catalogue, "surveyYears">, { year }: Entry): number {
  if (year === null || surveyYears === null) return -1;
  const [first, last] = surveyYears;
  const share = last === first ? 1 : (year - first) / (last - first);
  return Math.round(Math.min(1, Math.max(0, share)) * (YEAR_STEPS - 1));
}

/** The steps that a survey paper has, from the oldest, each with its years; unknown years last. */
export function yearSteps(catalogue: Catalogue): YearStep[] {
  const { surveyYears, allYears } = catalogue;
  const said = catalogue.texts.timeline;
  const older = (allYears?.[0] ?? 0) < (surveyYears?.[0] ?? 0);
  const survey = catalogue.entries.filter(({ paper }) => paper.role === "survey");
  return Array.from({ length: YEAR_STEPS + 1 }, (_, i) => (i === YEAR_STEPS ? -1 : i)).flatMap((step) => {
    const own = survey.filter((entry) => yearStepOf(catalogue, entry) === step);
    if (own.length === 0) return [];
    const years = [...new Set(own.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
    const [first, last] = [years[0], years.at(-1)];
    const label =
      step === -1 || first === undefined
        ? said.yearUnknown
        : first === last
          ? String(first)
          : said.years(String(first), String(last));
    return [{ step, label: step === 0 && older ? said.andOlder(label) : label, count: own.length }];
  });
}
