import type { LargeTexts } from "../../text/large-texts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Entry } from "../catalogue.ts";
import { buildSentenceThreshold, type LinkCounts } from "../map/link-choices.ts";
import { layerText, type SimilarityLinks, thresholdOf } from "../map/link-layers.ts";
import { mostShared, type NearestFinder } from "../map/similar-papers.ts";
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

function layersOf({ layer: labels }: Texts["controls"], chosen: LinkLayer): LayerControls["layers"] {
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

/** The choice while the lines of one paper are shown, and what they are: of the selected paper, or how to see some. */
export function nearestLayers(
  { controls }: Pick<Texts, "controls">,
  finder: NearestFinder,
  { similar: said }: LargeTexts,
  { layer, threshold }: LayerChoice,
  selected: Entry | undefined,
): LayerControls {
  const layers = layersOf(controls, layer);
  if (layer === "citations") return { layers, threshold: null, text: null };
  if (selected === undefined) return { layers, threshold: null, text: said.pick[layer] };
  const found = finder.nearest(layer, selected.index);
  if (found === null) return { layers, threshold: null, text: said.listUnknown(selected.label) };
  const most = mostShared(found.nearest);
  const value = Math.max(1, Math.min(threshold, most));
  const drawn = found.nearest.filter(({ shared }) => shared >= value).length;
  return {
    layers,
    threshold: atLeast(controls, value, most),
    text: said.lines[layer](selected.label, drawn, found.sharing),
  };
}

/** How many works the ends of a line must share; null where there is no choice. */
function atLeast(said: Texts["controls"], value: number, most: number): LayerControls["threshold"] {
  if (most < 2) return null;
  return { name: said.atLeast, value, least: 1, most, text: said.orMore(value), disabled: null };
}
