import type { Analysis } from "../../analysis/analyse.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import {
  buildLinkFilters,
  buildSentenceThreshold,
  countLinks,
  type LinkCounts,
  type LinkFilters,
} from "../map/link-filter.ts";
import { layerText, type SimilarityLinks, thresholdOf } from "../map/link-layers.ts";
import type { LineageFacts } from "../map/spine.ts";
import { buildTimeline, type Timeline } from "../map/timeline.ts";
import { type Limits, NO_LIMITS, namesText } from "../state/limits.ts";
import type { Colouring, LinkLayer, LinkMode, State } from "../state/state.ts";

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

const LAYERS: readonly LinkLayer[] = ["citations", "coupling", "co-citation"];

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

const MODES: readonly LinkMode[] = ["all", "skeleton", "main-path"];

/** What of the controls a large map brings with it, made for its size. */
export interface ControlsParts {
  readonly timeline: Timeline;
  readonly counts: LinkCounts;
  readonly limits: Limits;
}

/** The controls for a state. */
export function buildControls(
  { catalogue, analysis, lineage }: { catalogue: Catalogue; analysis: Analysis; lineage: LineageFacts },
  state: State,
  similarity: SimilarityLinks | null = null,
  parts: ControlsParts = {
    timeline: buildTimeline(catalogue, state),
    counts: countLinks(catalogue.corpus),
    limits: NO_LIMITS,
  },
): ControlsModel {
  const { controls: said } = catalogue.texts;
  const main = state.links === "main-path";
  const spine = main ? lineage.spine(state.keyRoutes) : null;
  const onAll = spine ? [...spine.papers].filter((count) => count === 3).length : 0;
  const onSome = spine ? [...spine.papers].filter((count) => count > 0).length : 0;
  return {
    layers:
      state.view === "network" ? layersOf(catalogue.texts.controls, similarity, parts.counts, state) : null,
    links: MODES.map((mode) => ({ mode, label: said.link[mode], chosen: state.links === mode })),
    linksText: main ? said.onMainPath(onSome, onAll) : said.carrying(lineage.total, lineage.carrying),
    keyRoutes: main
      ? {
          value: state.keyRoutes,
          most: Math.min(20, lineage.total),
          text: state.keyRoutes === 0 ? said.heaviestAlone : said.heaviest(state.keyRoutes),
        }
      : null,
    explanation: main ? explain(said, spine?.ties ?? []) : null,
    colouring: state.colouring,
    filters: buildLinkFilters(parts.counts, state, catalogue.texts),
    timeline: parts.timeline,
    cycles: describeCycles(catalogue, analysis, parts.limits),
  };
}

function layersOf(
  said: Texts["controls"],
  similarity: SimilarityLinks | null,
  counts: LinkCounts,
  state: State,
): LayerControls {
  const least = similarity === null ? 1 : thresholdOf(similarity, state);
  return {
    layers: LAYERS.map((layer) => ({ layer, label: said.layer[layer], chosen: layer === state.layer })),
    threshold:
      similarity === null
        ? { name: said.inText, least: 0, ...buildSentenceThreshold(counts, state, said) }
        : similarity.most < 2
          ? null
          : {
              name: said.atLeast,
              value: least,
              least: 1,
              most: similarity.most,
              text: said.orMore(least),
              disabled: null,
            },
    text: similarity === null ? null : layerText(similarity, least, said),
  };
}

function explain(said: Texts["controls"], ties: readonly bigint[]): string[] {
  const tied = ties.some((count) => count > 1n);
  return [
    said.waysCounted,
    said.weights,
    // Of key routes nobody counts how many tie.
    ...(ties.length > 0 ? [tied ? said.tied(ties) : said.untied] : []),
    said.limits,
  ];
}

/** Each group of papers that cite one another, and which citation was set aside to count paths. */
function describeCycles(catalogue: Catalogue, { cycles, index }: Analysis, limits: Limits): string[] {
  const { texts, entries } = catalogue;
  const label = (paper: number) => entries[paper]?.label ?? "?";
  return cycles.components.slice(0, limits.names).map((component) => {
    const inside = new Set(component);
    const aside = cycles.setAside
      .filter((citation) => inside.has(index.citing[citation] ?? -1))
      .map((citation) => `${label(index.citing[citation] ?? -1)} → ${label(index.cited[citation] ?? -1)}`);
    const papers = namesText(texts, component.map(label), limits);
    return texts.controls.cycle(papers, namesText(texts, aside, limits), aside.length);
  });
}
