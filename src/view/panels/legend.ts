import type { PaperId } from "../../corpus/ids.ts";
import { type Catalogue, inLanguage } from "../catalogue.ts";
import { type Shape, shapeOfSlot } from "../looks/shapes.ts";
import { type YearStep, yearSteps } from "../map/year-steps.ts";
import type { RadiusScale } from "../radius.ts";
import { isFiltered } from "../state/reduce.ts";
import type { State } from "../state/state.ts";

export interface LegendGroup {
  readonly id: string;
  readonly label: string;
  /** Null while colour says something else than the group. */
  readonly slot: number | null;
  /** Null while colours and shapes are those of communities. */
  readonly shape: Shape | null;
  readonly count: number;
  readonly shown: boolean;
  /** The survey's own headings in the group, as written and translated. */
  readonly headings: readonly string[];
}

export interface YearBar {
  readonly year: number;
  readonly survey: number;
  readonly inRange: boolean;
}

/** What the left rail says: domains, the meaning of marks, and when papers were published. */
export interface LegendModel {
  readonly groups: readonly LegendGroup[];
  readonly sizes: readonly { readonly radius: number; readonly label: string }[];
  readonly sizedBy: RadiusScale["measure"];
  readonly sizeMeaning: string;
  readonly unknownCounts: number;
  /** Papers of the list that are not identified yet. */
  readonly unidentified: number;
  readonly contextCount: number;
  readonly contextShown: boolean;
  readonly bars: readonly YearBar[];
  readonly years: readonly [number, number] | null;
  readonly filtered: boolean;
  /** Generations of survey papers with their numbers, while they colour the map; else []. `null` is none. */
  readonly generations: readonly {
    readonly generation: number | null;
    readonly label: string;
    readonly count: number;
  }[];
  /** The scale of years while it colours the map; else []. */
  readonly yearSteps: readonly YearStep[];
}

/** What of the state the legend follows from. */
export type LegendChoice = Parameters<typeof isFiltered>[0] & Pick<State, "context" | "colouring">;

/** The legend for a state. */
export function buildLegend(
  catalogue: Catalogue,
  scale: RadiusScale,
  generationOf: (id: PaperId) => number | null,
  state: LegendChoice,
): LegendModel {
  const hidden = new Set(state.hiddenGroups);
  const survey = catalogue.entries.filter((entry) => entry.paper.role === "survey");
  const { surveyYears } = catalogue;
  const [first, last] = surveyYears ?? [0, -1];
  const perYear = new Map<number | null, number>();
  for (const { year } of survey) perYear.set(year, (perYear.get(year) ?? 0) + 1);
  const bars: YearBar[] = [];
  for (let year = first; year <= last && bars.length < 200; year++) {
    bars.push({
      year,
      survey: perYear.get(year) ?? 0,
      inRange: state.years === null || (year >= state.years[0] && year <= state.years[1]),
    });
  }
  const { texts } = catalogue;
  const languages = [texts.language, "en", catalogue.corpus.survey.language];
  return {
    groups: catalogue.groups.map((group) => ({
      id: group.id,
      label: group.label,
      slot: state.colouring === "domain" ? group.slot : null,
      shape: state.colouring === "community" ? null : shapeOfSlot(group.slot),
      count: group.members.length,
      shown: !hidden.has(group.id),
      headings: group.domains.map((domain) => inLanguage(domain.label, ...languages)),
    })),
    sizes: (scale.measure === "citations" ? [100, 1_000, 50_000] : [1, 4, 16]).map((count) => ({
      radius: scale.ofCount(count),
      label: texts.count(count),
    })),
    sizedBy: scale.measure,
    sizeMeaning: scale.measure === "citations" ? texts.legend.sizeByCitations : texts.legend.sizeByMap,
    unknownCounts: survey.filter((entry) => !scale.of(entry).known).length,
    unidentified: survey.filter(({ paper }) => paper.identified === false).length,
    contextCount: catalogue.entries.length - survey.length,
    contextShown: state.context,
    bars,
    years: state.years,
    filtered: isFiltered(state) || !state.context,
    generations: state.colouring === "generation" ? generationsOf(catalogue, generationOf) : [],
    yearSteps: state.colouring === "year" ? yearSteps(catalogue) : [],
  };
}

function generationsOf(
  catalogue: Catalogue,
  generationOf: (id: PaperId) => number | null,
): LegendModel["generations"] {
  const said = catalogue.texts.legend;
  const counts = new Map<number | null, number>();
  for (const { paper } of catalogue.entries) {
    if (paper.role !== "survey") continue;
    const generation = generationOf(paper.id);
    counts.set(generation, (counts.get(generation) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map(([generation, count]) => ({
      generation: generation === null ? null : Math.min(generation, 6),
      label: generation === null ? said.noPath : generation === 0 ? said.origin : said.generation(generation),
      count,
    }));
}
