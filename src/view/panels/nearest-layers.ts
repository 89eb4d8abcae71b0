import type { LargeTexts } from "../../text/large-texts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Entry } from "../catalogue.ts";
import { mostShared, type NearestFinder } from "../map/similar-papers.ts";
import { atLeast, type LayerChoice, type LayerControls, layersOf } from "./layers.ts";

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
