import type { Analysis } from "../analysis/analyse.ts";
import type { Catalogue } from "./catalogue.ts";
import { buildLinkFilters, buildSentenceThreshold, type LinkFilters } from "./link-filter.ts";
import { layerText, type SimilarityLinks, thresholdOf } from "./link-layers.ts";
import type { LineageFacts } from "./spine.ts";
import type { Colouring, LinkLayer, LinkMode, State } from "./state.ts";
import { counted, listed } from "./texts.ts";
import { buildTimeline, type Timeline } from "./timeline.ts";

/** The choice of what joins papers in the network. */
export interface LayerControls {
  readonly layers: readonly { readonly layer: LinkLayer; readonly label: string; readonly chosen: boolean }[];
  /** How strong a link must be; null where no choice is left. */
  readonly threshold: {
    readonly name: string;
    readonly value: number;
    readonly least: number;
    readonly most: number;
    readonly text: string;
    /** Why nothing can be chosen; null when it can. */
    readonly disabled: string | null;
  } | null;
  /** What the layer shows and what it cannot know; null for citations. */
  readonly text: string | null;
}

const LAYERS: readonly (readonly [LinkLayer, string])[] = [
  ["citations", "Citations"],
  ["coupling", "Shared references"],
  ["co-citation", "Co-citation"],
];

/** The controls under the map, and the words that go with them. */
export interface ControlsModel {
  /** Null outside the network. */
  readonly layers: LayerControls | null;
  readonly links: readonly { readonly mode: LinkMode; readonly label: string; readonly chosen: boolean }[];
  /** What the chosen links mean, with their counts. */
  readonly linksText: string;
  /** The slider of key routes; null unless the main path is chosen. */
  readonly keyRoutes: { readonly value: number; readonly most: number; readonly text: string } | null;
  /** What the main path means and its limits; null unless it is chosen. */
  readonly explanation: readonly string[] | null;
  readonly colouring: Colouring;
  readonly filters: LinkFilters;
  readonly timeline: Timeline;
  /** Mutual citations, and what was done about them; [] when there are none. */
  readonly cycles: readonly string[];
}

const MODES: readonly (readonly [LinkMode, string])[] = [
  ["all", "All"],
  ["skeleton", "Skeleton"],
  ["main-path", "Main path"],
];

/** The controls for a state. */
export function buildControls(
  { catalogue, analysis, lineage }: { catalogue: Catalogue; analysis: Analysis; lineage: LineageFacts },
  state: State,
  similarity: SimilarityLinks | null = null,
): ControlsModel {
  const main = state.links === "main-path";
  const spine = main ? lineage.spine(state.keyRoutes) : null;
  const onAll = spine ? [...spine.papers].filter((count) => count === 3).length : 0;
  const onSome = spine ? [...spine.papers].filter((count) => count > 0).length : 0;
  return {
    layers: state.view === "network" ? layersOf(catalogue, similarity, state) : null,
    links: MODES.map(([mode, label]) => ({ mode, label, chosen: state.links === mode })),
    linksText: main
      ? `${counted(onSome, "paper")} on a main path, ${onAll} of them by all three weights`
      : `${counted(lineage.total, "citation")}, ${lineage.carrying} carry the lineage`,
    keyRoutes: main
      ? {
          value: state.keyRoutes,
          most: Math.min(20, lineage.total),
          text:
            state.keyRoutes === 0
              ? "heaviest path alone"
              : `the ${counted(state.keyRoutes, "heaviest citation")} and their best continuation`,
        }
      : null,
    explanation: main ? explain(spine?.ties ?? []) : null,
    colouring: state.colouring,
    filters: buildLinkFilters(catalogue.corpus, state),
    timeline: buildTimeline(catalogue, state),
    cycles: describeCycles(catalogue, analysis),
  };
}

function layersOf(
  { corpus, texts }: Catalogue,
  similarity: SimilarityLinks | null,
  state: State,
): LayerControls {
  const least = similarity === null ? 1 : thresholdOf(similarity, state);
  return {
    layers: LAYERS.map(([layer, label]) => ({ layer, label, chosen: layer === state.layer })),
    threshold:
      similarity === null
        ? { name: "Cited in the text", least: 0, ...buildSentenceThreshold(corpus, state) }
        : similarity.most < 2
          ? null
          : {
              name: "At least",
              value: least,
              least: 1,
              most: similarity.most,
              text: `${least} or more`,
              disabled: null,
            },
    text: similarity === null ? null : layerText(similarity, least, texts.controls),
  };
}

function explain(ties: readonly bigint[]): string[] {
  const tied = ties.some((count) => count > 1n);
  const heaviest = tied
    ? `Several paths weigh the same and all are drawn (${ties.join(", ")} by the three weights).`
    : "No other path weighs as much.";
  return [
    "Count every way from the root to the newest papers. A citation that lies on many of them carries much of the field; the main path follows the heaviest.",
    "There are three customary ways to count (SPC, SPLC, SPNP). Pips under a paper say by how many of them it lies on the path: three of three is stable, one of three is a matter of method.",
    // Of key routes nobody counts how many tie.
    ...(ties.length > 0 ? [heaviest] : []),
    "It sees only citations among the papers of this survey whose links are known. It says where ideas could have flowed, not that they did.",
  ];
}

/** Each group of papers that cite one another, and which citation was set aside to count paths. */
function describeCycles(catalogue: Catalogue, { cycles, index }: Analysis): string[] {
  const label = (paper: number) => catalogue.entries[paper]?.label ?? "?";
  return cycles.components.map((component) => {
    const aside = cycles.setAside
      .filter((citation) => component.includes(index.citing[citation] ?? -1))
      .map((citation) => `${label(index.citing[citation] ?? -1)} → ${label(index.cited[citation] ?? -1)}`);
    const outcome =
      aside.length === 1
        ? "is set aside: it runs against the dates. It stays on the map."
        : "are set aside: they run against the dates. They stay on the map.";
    return `${listed(component.map(label))} cite one another. To count generations and paths, ${listed(aside)} ${outcome}`;
  });
}
