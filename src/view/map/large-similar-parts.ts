import { large as ENGLISH } from "../../text/en/large.ts";
import type { LargeTexts } from "../../text/large-texts.ts";
import type { Catalogue, Entry } from "../catalogue.ts";
import { kept } from "../kept.ts";
import type { LayerControls } from "../panels/controls.ts";
import type { LinkLayer, State } from "../state/state.ts";
import type { Subgraph } from "./emphasis.ts";
import type { LargeColumns } from "./large-columns.ts";
import type { SimilarLines } from "./large-map.ts";
import {
  buildSimilar,
  largeLayers,
  largeSimilarity,
  pointedLine,
  type SimilarModel,
  similarLines,
} from "./large-similarity.ts";

/** What similarity adds to the page of a large map in a state. */
export interface SimilarParts {
  /** What joins papers: citations everywhere but in the network. */
  readonly layer: LinkLayer;
  /** The lines of the paper attention is on; null without one, and where citations are drawn. */
  readonly lines: SimilarLines | null;
  /** The line under the pointer and what is said of it; null for none. */
  readonly pointed: (Subgraph & { readonly text: string }) | null;
  /** Null outside the network. */
  readonly layers: LayerControls | null;
  /** What the details say of the selected paper; null without one. */
  readonly model: SimilarModel | null;
}

/** The builder of these parts that keeps what it has built, as largeViewModels does; by default it speaks English. */
export function similarParts(
  said: LargeTexts = ENGLISH,
): (catalogue: Catalogue, columns: LargeColumns, state: State) => SimilarParts {
  const similarity = kept(largeSimilarity);
  const linesOf = kept(similarLines);
  const modelOf = kept(buildSimilar);
  const layersOf = kept(
    (
      catalogue: Catalogue,
      columns: LargeColumns,
      view: State["view"],
      layer: LinkLayer,
      threshold: number,
      selected: Entry | undefined,
    ) => largeLayers(catalogue, similarity(catalogue, columns), said, { view, layer, threshold }, selected),
  );
  return (catalogue, columns, { view, layer: chosen, threshold, selected, pointed, pointedLink }) => {
    const near = similarity(catalogue, columns);
    const layer = view === "network" ? chosen : "citations";
    const entryOf = (id: State["selected"]) => (id === null ? undefined : catalogue.byId.get(id));
    const attended = entryOf(pointed ?? selected);
    const open = entryOf(selected);
    const lines = layer === "citations" || !attended ? null : linesOf(near, layer, attended.index, threshold);
    return {
      layer,
      lines,
      pointed:
        lines === null || layer === "citations" || pointedLink === null
          ? null
          : pointedLine(catalogue, near, layer, lines, pointedLink),
      layers: layersOf(catalogue, columns, view, chosen, threshold, open),
      model: open ? modelOf(catalogue, near, said, open) : null,
    };
  };
}
