import type { Shape } from "./shapes.ts";
import type { State } from "./state.ts";
import { counted } from "./texts.ts";
import type { MarkedViewModel, Sources } from "./view-model.ts";

/** A line of the legend under a picture. */
export type SheetKey =
  | {
      readonly kind: "mark";
      readonly shape: Shape;
      /** From which of the theme's colours; null for the grey of works around the survey. */
      readonly scale: "domain" | "generation" | "year";
      readonly step: number | null;
      readonly label: string;
    }
  | { readonly kind: "size"; readonly radius: number; readonly label: string }
  | { readonly kind: "ring"; readonly label: string }
  | { readonly kind: "line"; readonly line: "solid" | "dashed" | "spine" | "plain"; readonly label: string };

/** What stands around a map that leaves the page: its name, its legend, and where its data comes from. */
export interface SheetModel {
  readonly title: string;
  readonly subtitle: string;
  /** What the picture is, for those who cannot see it. */
  readonly description: string;
  /** Of colours, then of the other marks. */
  readonly keys: readonly (readonly SheetKey[])[];
  readonly sources: readonly string[];
}

const VIEW_NAMES = { lineage: "lineage by date and domain", network: "citation network" } as const;
const LAYER_NAMES = {
  citations: null,
  coupling: "shared references",
  "co-citation": "shared citers",
} as const;

/** The sheet of a page: what its map shows, in words. */
export function buildSheet({ catalogue }: Sources, state: State, model: MarkedViewModel): SheetModel {
  const { map, coverage } = model;
  const papers = map.papers.filter(({ visible }) => visible);
  const survey = papers.filter(({ role }) => role === "survey").length;
  const around = papers.length - survey;
  const links = map.links.filter(({ visible }) => visible).length;
  const counts = [
    counted(survey, "paper"),
    ...(around > 0 ? [`${counted(around, "work")} around them`] : []),
    map.layer === "citations" ? counted(links, "citation") : counted(links, "pair"),
  ].join(", ");
  const what = state.view === "network" ? VIEW_NAMES.network : VIEW_NAMES.lineage;
  const layer = LAYER_NAMES[map.layer];
  const name = layer === null ? what : `network of ${layer}`;
  const { author, title: survey_ } = catalogue.corpus.survey;
  return {
    title: model.title,
    subtitle: `${name[0]?.toUpperCase()}${name.slice(1)}: ${counts}`,
    description: `${model.title}, ${name}: ${counts}. ${namesOf(papers)}`,
    keys: keysOf(model, state),
    sources: [
      `${survey_}${author === null ? "" : `, by ${author}`}. ${coverage.dated}; ${coverage.resolved}; ${coverage.references}.`,
      "Citation counts: Semantic Scholar, www.semanticscholar.org",
    ],
  };
}

/** As many names as a description can carry. */
const MOST_NAMES = 40;

function namesOf(papers: MarkedViewModel["map"]["papers"]): string {
  const named = papers.filter(({ role }) => role === "survey").map(({ label }) => label);
  if (named.length === 0) return "";
  const more = named.length - MOST_NAMES;
  return `Papers: ${named.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function keysOf({ legend, communities, map }: MarkedViewModel, state: State): SheetKey[][] {
  const shown = map.papers.filter(({ visible }) => visible);
  const links = map.links.filter(({ visible }) => visible);
  const arrows = map.layer === "citations";
  const marks: SheetKey[] = [
    ...(shown.some(({ role }) => role === "context")
      ? [mark("circle", "domain", null, "work around the survey")]
      : []),
    ...(legend.unknownCounts > 0 ? [{ kind: "ring", label: "count not known yet" } as const] : []),
    ...legend.sizes.map(
      ({ radius, label }) =>
        ({ kind: "size", radius, label: `${label} ${sizeName(legend.sizeMeaning)}` }) as const,
    ),
    ...(arrows && links.length > 0 ? [line("solid", "from citing to cited paper")] : []),
    ...(arrows && links.some(({ confidence }) => confidence === "likely")
      ? [line("dashed", "the same, only likely")]
      : []),
    ...(arrows && map.spineShown && links.some(({ spine }) => spine > 0) ? [line("spine", "main path")] : []),
    ...(arrows || links.length === 0 ? [] : [line("plain", "the wider, the more is shared")]),
  ];
  return [coloursOf(legend, communities, state), marks];
}

function sizeName(meaning: string): string {
  return /within/.test(meaning) ? "citations within this map" : "citations";
}

function coloursOf(
  legend: MarkedViewModel["legend"],
  communities: MarkedViewModel["communities"],
  { colouring }: State,
): SheetKey[] {
  switch (colouring) {
    case "generation":
      return legend.generations.map(({ generation, label }) =>
        mark("circle", "generation", generation, label),
      );
    case "year":
      return legend.yearSteps.map(({ step, label }) => mark("circle", "year", step < 0 ? null : step, label));
    case "community":
      return (communities?.rows ?? []).map(({ shape, slot, label }) => mark(shape, "domain", slot, label));
    case "domain":
      return legend.groups
        .filter(({ shown }) => shown)
        .map(({ shape, slot, label }) => mark(shape ?? "circle", "domain", slot, label));
  }
}

function mark(
  shape: Shape,
  scale: "domain" | "generation" | "year",
  step: number | null,
  label: string,
): SheetKey {
  return { kind: "mark", shape, scale, step, label };
}

function line(kind: "solid" | "dashed" | "spine" | "plain", label: string): SheetKey {
  return { kind: "line", line: kind, label };
}
