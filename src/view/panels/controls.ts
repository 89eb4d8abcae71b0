import type { Analysis } from "../../analysis/analyse.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import { buildLinkFilters, type LinkCounts, type LinkFilters } from "../map/link-choices.ts";
import type { Timeline } from "../map/timeline.ts";
import type { Sources } from "../sources.ts";
import { type Limits, namesText } from "../state/limits.ts";
import type { Colouring, LinkMode, State } from "../state/state.ts";
import type { LayerControls } from "./layers.ts";

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

/** What the controls are made of beside the state. */
export interface ControlsParts {
  readonly timeline: Timeline;
  readonly counts: LinkCounts;
  readonly layers: LayerControls | null;
  readonly limits: Limits;
}

/** The controls for a state. */
export function buildControls(
  { catalogue, analysis, lineage }: Pick<Sources, "catalogue" | "analysis" | "lineage">,
  state: Pick<State, "links" | "keyRoutes" | "colouring" | "hiddenEvidence" | "intent" | "influentialOnly">,
  parts: ControlsParts,
): ControlsModel {
  const { controls: said } = catalogue.texts;
  const main = state.links === "main-path";
  const spine = main ? lineage.spine(state.keyRoutes) : null;
  const onAll = spine ? [...spine.papers].filter((count) => count === 3).length : 0;
  const onSome = spine ? [...spine.papers].filter((count) => count > 0).length : 0;
  return {
    layers: parts.layers,
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
  const few = { names: limits.cycles };
  const label = (paper: number) => entries[paper]?.label ?? "?";
  return cycles.components.slice(0, limits.cycles).map((component) => {
    const inside = new Set(component);
    const aside = cycles.setAside
      .filter((citation) => inside.has(index.citing[citation] ?? -1))
      .map((citation) => `${label(index.citing[citation] ?? -1)} → ${label(index.cited[citation] ?? -1)}`);
    const papers = namesText(texts, component.map(label), few);
    return texts.controls.cycle(papers, namesText(texts, aside, few), aside.length);
  });
}
