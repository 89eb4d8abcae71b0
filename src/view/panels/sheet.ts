import { numbersTo } from "../../columns/citation-index.ts";
import type { ExportTexts } from "../../text/export-texts.ts";
import type { Entry } from "../catalogue.ts";
import type { Shape } from "../looks/shapes.ts";
import { CONFIDENCES } from "../map/columns.ts";
import { isVisible, type MapModel } from "../map/map.ts";
import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import type { ViewModel } from "../view-model.ts";

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

/** The sheet of a page: what its map shows, in words. */
export function buildSheet(
  { catalogue }: Sources,
  state: State,
  model: ViewModel,
  { sheet: said }: ExportTexts,
): SheetModel {
  const { map, coverage } = model;
  const papers = catalogue.entries.filter(({ index }) => isVisible(map, index));
  const survey = papers.filter(({ paper }) => paper.role === "survey");
  const around = papers.length - survey.length;
  const counts = said.counts(
    survey.length,
    around,
    linesOf(map).length,
    map.layer === "citations" ? "citation" : "pair",
  );
  const name =
    map.layer !== "citations"
      ? said.name[map.layer]
      : state.view === "network"
        ? said.name.network
        : said.name.lineage;
  const { author, title: survey_ } = catalogue.corpus.survey;
  return {
    title: model.title,
    subtitle: said.subtitle(name, counts),
    description: said.description(model.title, name, counts, namesOf(said, survey)),
    keys: keysOf(said, model, state),
    sources: [
      said.source(survey_, author, [coverage.dated, coverage.resolved, coverage.references]),
      said.countsFrom,
    ],
  };
}

/** As many names as a description can carry. */
const MOST_NAMES = 40;

function namesOf(said: ExportTexts["sheet"], survey: readonly Entry[]): string {
  const named = survey.map(({ label }) => label);
  if (named.length === 0) return "";
  return said.papers(named.slice(0, MOST_NAMES), named.length - MOST_NAMES);
}

/** The lines that are shown: citations by number, or pairs of a layer whose papers are visible. */
function linesOf(map: MapModel): Uint32Array {
  const { layer, shown, similar } = map;
  if (layer === "citations") return numbersTo(shown.length).filter((c) => shown[c] === 1);
  if (similar === null) return numbersTo(0);
  const { from, to } = similar;
  const ends = (line: number) => isVisible(map, from[line]!) && isVisible(map, to[line]!);
  return numbersTo(from.length).filter((line) => similar.shown[line] === 1 && ends(line));
}

const LIKELY = CONFIDENCES.indexOf("likely");

function keysOf(
  said: ExportTexts["sheet"],
  { legend, communities, map }: ViewModel,
  state: State,
): SheetKey[][] {
  const links = linesOf(map);
  const arrows = map.layer === "citations";
  const marks: SheetKey[] = [
    ...(map.survey.some((listed, paper) => listed === 0 && isVisible(map, paper))
      ? [mark("circle", "domain", null, said.work)]
      : []),
    ...(legend.unknownCounts > 0 ? [{ kind: "ring", label: said.unknownCount } as const] : []),
    ...legend.sizes.map(
      ({ radius, label }) =>
        ({
          kind: "size",
          radius,
          label: legend.sizedBy === "citations" ? said.size(label) : said.sizeInMap(label),
        }) as const,
    ),
    ...(arrows && links.length > 0 ? [line("solid", said.arrow)] : []),
    ...(arrows && links.some((c) => map.confidence[c] === LIKELY) ? [line("dashed", said.likely)] : []),
    ...(map.spine.length > 0 ? [line("spine", said.mainPath)] : []),
    ...(arrows || links.length === 0 ? [] : [line("plain", said.wider)]),
  ];
  return [coloursOf(legend, communities, state), marks];
}

function coloursOf(
  legend: ViewModel["legend"],
  communities: ViewModel["communities"],
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
