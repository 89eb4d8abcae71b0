import { ENGLISH_EXPORT } from "../../text/en/export.ts";
import type { ExportTexts } from "../../text/export-texts.ts";
import type { Theme } from "../../view/looks/palette.ts";
import { layoutGraphOf } from "../../view/map/layout-papers.ts";
import { buildSheet } from "../../view/panels/sheet.ts";
import type { Sources } from "../../view/sources.ts";
import type { State } from "../../view/state/state.ts";
import { buildViewModel } from "../../view/view-model.ts";
import { markedMap } from "../map/marks.ts";
import type { Placement, Size } from "../map/placement.ts";
import { placerHere } from "../map/settled-network.ts";
import type { Sheet } from "./draw-sheet.ts";

/**
 * The sheet of a state's map, its papers placed as the page places them on a stage of that size, or as
 * `placed` says, with words of a language, English by default; views without a map give the lineage. Nothing is pointed at on it.
 */
export function sheetOf(
  sources: Sources,
  asked: State,
  size: Size,
  theme: Theme,
  said: ExportTexts = ENGLISH_EXPORT,
  placed?: Placement,
): Sheet {
  const state: State = {
    ...asked,
    view: asked.view === "network" ? "network" : "lineage",
    pointed: null,
    pointedLink: null,
    pointedRegion: null,
  };
  const model = buildViewModel(sources, state);
  const map = markedMap(model.map);
  const place = placerHere(sources.catalogue, layoutGraphOf(sources));
  return {
    words: buildSheet(sources, state, model, said),
    map,
    placement: placed ?? place(state.view, size, map),
    size,
    theme,
  };
}
