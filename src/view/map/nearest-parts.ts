import { large as ENGLISH } from "../../text/en/large.ts";
import type { LargeTexts } from "../../text/large-texts.ts";
import { derive } from "../derive.ts";
import { citationLayers } from "../panels/layers.ts";
import { nearestLayers } from "../panels/nearest-layers.ts";
import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import type { LinkCounts } from "./link-choices.ts";
import { shownLayer } from "./link-layers.ts";
import { nearestFinder, pointedLine, similarLines } from "./similar-papers.ts";
import { NO_LINES, type SimilarGiven, type SimilarParts } from "./similar-parts.ts";

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
      if (layer === "citations") {
        // A map of thousands has no room for a choice that nobody can make.
        const { threshold: sentences, ...rest } = citationLayers(texts, of, choice);
        return { ...rest, threshold: sentences?.disabled == null ? sentences : null };
      }
      return nearestLayers(texts, near, said, choice, selected);
    },
  );
  return (given) => {
    const { sources, state } = given;
    const shared = { layers: layers(given) };
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
