import { large as ENGLISH } from "../../text/en/large.ts";
import type { LargeTexts } from "../../text/large-texts.ts";
import { derive } from "../derive.ts";
import { citationLayers, type LayerControls, nearestLayers, pairLayers } from "../panels/layers.ts";
import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import type { Attention, Subgraph } from "./emphasis.ts";
import type { LinkCounts } from "./link-choices.ts";
import {
  linedUp,
  pairLines,
  type SimilarityFinder,
  shownLayer,
  similarityText,
  thresholdOf,
} from "./link-layers.ts";
import type { SimilarLines } from "./map.ts";
import {
  buildSimilar,
  nearestFinder,
  pointedLine,
  type SimilarModel,
  similarLines,
} from "./similar-papers.ts";

/** What these parts follow from. */
export interface SimilarGiven {
  readonly sources: Sources;
  readonly state: State;
}

/** What similarity adds to the page in a state. */
export interface SimilarParts {
  /** The lines of the layer that is shown; null where citations are, and where there is nothing to draw yet. */
  readonly lines: SimilarLines | null;
  /** The paper attention is on, and those that lines lead to from it; null without one, and where citations are shown. */
  readonly attended: Extract<Attention, { on: "similar" }> | null;
  /** The line under the pointer and what is said of it; null for none. */
  readonly pointed: (Subgraph & { readonly text: string }) | null;
  /** Null outside the network. */
  readonly layers: LayerControls | null;
  /** What the details say of the selected paper; null without one. */
  readonly model: SimilarModel | null;
}

/** Where citations are shown: no lines. */
const NO_LINES = { lines: null, attended: null, pointed: null };

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
    const shared = { layers: layers(given), model: null };
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

/** The parts of a map that shows the lines of one paper, since all would be millions; by default in English. */
export function nearestParts(
  counts: (given: SimilarGiven) => LinkCounts,
  said: LargeTexts = ENGLISH,
): (given: SimilarGiven) => SimilarParts {
  const finder = derive(({ sources }: SimilarGiven) => [sources.catalogue, sources.columns], nearestFinder);
  const entryOf = ({ catalogue }: Sources, id: State["selected"]) =>
    id === null ? undefined : catalogue.byId.get(id);
  const selectedOf = ({ sources, state }: SimilarGiven) => entryOf(sources, state.selected);
  const attendedOf = ({ sources, state }: SimilarGiven) => entryOf(sources, state.pointed ?? state.selected);
  const lines = derive(
    (given: SimilarGiven) => [
      finder(given),
      shownLayer(given.state),
      attendedOf(given)?.index ?? null,
      given.state.threshold,
    ],
    (near, layer, paper, threshold) =>
      layer === null || paper === null ? null : similarLines(near, layer, paper, threshold),
  );
  const model = derive(
    (given: SimilarGiven) => [given.sources.catalogue, finder(given), selectedOf(given)],
    (catalogue, near, selected) => (selected ? buildSimilar(catalogue, near, said, selected) : null),
  );
  const layers = derive(
    (given: SimilarGiven) => [
      given.sources.catalogue,
      finder(given),
      given.state.view,
      counts(given),
      given.state.layer,
      given.state.threshold,
      selectedOf(given),
    ],
    ({ texts }, near, view, of, layer, threshold, selected) => {
      if (view !== "network") return null;
      const choice = { layer, threshold };
      if (layer === "citations") return citationLayers(texts, of, choice);
      return nearestLayers(texts, near, said, choice, selected);
    },
  );
  return (given) => {
    const { sources, state } = given;
    const shared = { layers: layers(given), model: model(given) };
    const [layer, drawn, paper] = [shownLayer(state), lines(given), attendedOf(given)?.index];
    if (layer === null || drawn === null || paper === undefined) return { ...shared, ...NO_LINES };
    const { pointedLink } = state;
    return {
      ...shared,
      lines: drawn,
      attended: { on: "similar", paper, others: drawn.to },
      pointed:
        pointedLink === null
          ? null
          : pointedLine(sources.catalogue, finder(given), layer, drawn, pointedLink),
    };
  };
}
