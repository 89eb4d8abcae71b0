import { derive } from "../derive.ts";
import { citationLayers, pairLayers } from "../panels/layers.ts";
import type { LinkCounts } from "./link-choices.ts";
import {
  linedUp,
  pairLines,
  type SimilarityFinder,
  shownLayer,
  similarityText,
  thresholdOf,
} from "./link-layers.ts";
import { NO_LINES, type SimilarGiven, type SimilarParts } from "./similar-parts.ts";

/** The parts of a map that shows all pairs of a layer at once. */
export function pairParts(
  counts: (given: SimilarGiven) => LinkCounts,
): (given: SimilarGiven) => SimilarParts {
  const linksOf = derive(
    ({ sources, state }: SimilarGiven) => [sources.findSimilar, shownLayer(state)],
    (find: SimilarityFinder, layer) => layer && find(layer),
  );
  const lines = derive(
    (given: SimilarGiven) => [linksOf(given), given.state.threshold],
    (links, threshold) => links && pairLines(links, thresholdOf(links, threshold)),
  );
  const layers = derive(
    (given: SimilarGiven) => [
      given.sources.catalogue,
      given.state.view,
      linksOf(given),
      counts(given),
      given.state.layer,
      given.state.threshold,
    ],
    ({ texts }, view, links, of, layer, threshold) => {
      if (view !== "network") return null;
      const choice = { layer, threshold };
      return links === null ? citationLayers(texts, of, choice) : pairLayers(texts, links, choice);
    },
  );
  return (given) => {
    const { sources, state } = given;
    const { catalogue } = sources;
    const shared = { layers: layers(given) };
    const [links, drawn] = [linksOf(given), lines(given)];
    if (links === null || drawn === null) return { ...shared, ...NO_LINES };
    const id = state.pointed ?? state.selected;
    const paper = id === null ? undefined : catalogue.byId.get(id)?.index;
    const pair = state.pointedLink === null ? undefined : links.pairs[state.pointedLink];
    return {
      ...shared,
      lines: drawn,
      attended: paper === undefined ? null : { on: "similar", paper, others: linedUp(drawn, paper) },
      pointed: pair
        ? {
            papers: new Set([pair.a, pair.b]),
            citations: new Set(),
            text: similarityText(catalogue, links, state.pointedLink ?? -1),
          }
        : null,
    };
  };
}
