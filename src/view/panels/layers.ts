import type { Texts } from "../../text/texts.ts";
import { buildSentenceThreshold, type LinkCounts } from "../map/link-choices.ts";
import { layerText, type SimilarityLinks, thresholdOf } from "../map/link-layers.ts";
import type { LinkLayer, State } from "../state/state.ts";

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

/** What of the state decides about layers. */
export type LayerChoice = Pick<State, "layer" | "threshold">;

const LAYERS: readonly LinkLayer[] = ["citations", "coupling", "co-citation"];

/** The layers with their names, one of them chosen. */
export function layersOf({ layer: labels }: Texts["controls"], chosen: LinkLayer): LayerControls["layers"] {
  return LAYERS.map((layer) => ({ layer, label: labels[layer], chosen: layer === chosen }));
}

/** The choice while citations are shown, with that of how many sentences make them. */
export function citationLayers(
  { controls: said }: Pick<Texts, "controls">,
  counts: LinkCounts,
  { layer, threshold }: LayerChoice,
): LayerControls {
  return {
    layers: layersOf(said, layer),
    threshold: { name: said.inText, least: 0, ...buildSentenceThreshold(counts, threshold, said) },
    text: null,
  };
}

/** The choice while pairs of papers with works in common are shown. */
export function pairLayers(
  { controls: said }: Pick<Texts, "controls">,
  similarity: SimilarityLinks,
  { layer, threshold }: LayerChoice,
): LayerControls {
  const value = thresholdOf(similarity, threshold);
  return {
    layers: layersOf(said, layer),
    threshold: atLeast(said, value, similarity.most),
    text: layerText(similarity, value, said),
  };
}

/** How many works the ends of a line must share; null where there is no choice. */
export function atLeast(said: Texts["controls"], value: number, most: number): LayerControls["threshold"] {
  if (most < 2) return null;
  return { name: said.atLeast, value, least: 1, most, text: said.orMore(value), disabled: null };
}
