import type { Texts } from "../text/texts.ts";
import { kept } from "../view/kept.ts";
import {
  type LayerLists,
  layerLists,
  type SimilarityLayer,
  type SimilarityLinks,
  shownLayer,
  similarityLinks,
} from "../view/map/link-layers.ts";
import type { Sources } from "../view/sources.ts";
import type { State } from "../view/state/state.ts";

/** Counts pairs elsewhere, and answers once or fails once. Returns how to stop it. */
export type CountPairs = (
  similarity: LayerLists["similarity"],
  answer: (pairs: SimilarityLinks["pairs"]) => void,
  fail: (failure: Error) => void,
) => () => void;

/** Up to so often pairs are counted while the reader waits: a few hundredths of a second. */
const COUNTED_HERE = 1_000_000;

/** What is known of a layer: its lists and its pairs; null before they are counted. */
interface Counted {
  readonly lists: LayerLists;
  /** What is said in place of the pairs while they are counted. */
  readonly waiting: SimilarityLinks;
  links: SimilarityLinks | null;
}

/**
 * The sources with the similarity links a state shows: as they are where there is little to count, else with
 * links that are counted elsewhere when a state first shows their layer. Until they are there, and when that
 * failed, the layer says so in their place; `changed` is called then. A newer layer takes the place of one that
 * is still being counted.
 */
export function similaritySeeker(
  count: CountPairs,
  changed: () => void,
  { controls: said }: Pick<Texts, "controls">,
): (sources: Sources, state: State) => Sources {
  const layers = new Map<SimilarityLayer, Counted>();
  // One function for the same links, so that what follows from it can be kept.
  const finding = kept((links: SimilarityLinks) => () => links);
  let counting: { readonly layer: SimilarityLayer; readonly stop: () => void } | null = null;
  return (sources, state) => {
    const layer = shownLayer(state);
    if (layer === null) return sources;
    const known = layers.get(layer) ?? uncounted(sources, layer, said.counting[layer]);
    layers.set(layer, known);
    const { lists } = known;
    if (lists.similarity.total <= COUNTED_HERE) return sources;
    if (known.links === null && counting?.layer !== layer) {
      counting?.stop();
      const settle = (links: SimilarityLinks) => {
        known.links = links;
        counting = null;
        changed();
      };
      const stop = count(
        lists.similarity,
        (pairs) => settle(similarityLinks(lists, pairs)),
        ({ message }) => settle(similarityLinks(lists, [], said.notCounted(message))),
      );
      counting = { layer, stop };
    }
    return { ...sources, findSimilar: finding(known.links ?? known.waiting) };
  };
}

function uncounted({ catalogue, analysis }: Sources, layer: SimilarityLayer, text: string): Counted {
  const lists = layerLists(catalogue, analysis, layer);
  return { lists, waiting: similarityLinks(lists, [], text), links: null };
}
