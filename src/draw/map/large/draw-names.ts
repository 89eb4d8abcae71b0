import type { Box } from "../../../layout/boxes.ts";
import type { Theme } from "../../../view/looks/palette.ts";
import type { MapModel } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import { AXIS_HEIGHT } from "../furniture.ts";
import type { Surface } from "../surface.ts";
import { boxOfLabel, chooseLabels } from "./choose-labels.ts";
import { drawLabels, labelWishes, type TextWidths } from "./draw-labels.ts";
import { drawRegionNames, regionNames } from "./draw-regions.ts";
import { type Columns, type LargePlaces, paperOnScreen } from "./places.ts";
import type { RegionField } from "./region-fields.ts";
import { closeness, namePresence } from "./semantic-zoom.ts";

/** What names are written on. */
export interface NamedScreen {
  readonly shown: Columns;
  /** The papers in view where they are few; null where they are not. */
  readonly near: Iterable<number> | null;
  readonly fields: readonly RegionField[];
  readonly camera: Camera;
  readonly size: { readonly width: number; readonly height: number };
  /** The zoom as a multiple of the one that shows the whole map. */
  readonly times: number;
  readonly widths: TextWidths;
  readonly radiusOf: (paper: number) => number;
}

/** Up to so many papers of a list are named before regions are. */
const MOST_NAMED_FIRST = 40;
/** What of a mark no label may cover: less than all, so that its own label fits beside it, px. */
const UNCOVERED = 4;

/** Writes the names of papers and regions that have room: a short list first, then regions, then the other papers. */
export function drawNames(
  surface: Surface,
  { model, places, theme }: { readonly model: MapModel; readonly places: LargePlaces; readonly theme: Theme },
  { shown, near, fields, camera, size, times, widths, radiusOf }: NamedScreen,
): void {
  const presence = namePresence(times);
  // No label covers a mark of a short list, nor any where few are in view.
  const marks = Array.from(near ?? model.listed, (paper): Box => {
    const [x, y] = paperOnScreen(shown, paper, camera);
    const half = Math.max(1, radiusOf(paper) - UNCOVERED);
    return { x0: x - half, x1: x + half, y0: y - half, y1: y + half };
  });
  const wishes = labelWishes(model, places.labelZoom, closeness(times), size, widths.ofPaper, radiusOf);
  const first =
    model.listed.length > 0 && model.listed.length <= MOST_NAMED_FIRST
      ? chooseLabels({ ...wishes, rest: [] }, shown, camera, size, marks).map((label) =>
          boxOfLabel(label, widths.ofPaper),
        )
      : [];
  const top = places.furniture ? AXIS_HEIGHT : 0;
  const names = regionNames(fields, model, camera, size, widths.ofText, top, first).filter(
    ({ region }) => presence > 0 || region.focused || region.pointed,
  );
  const boxes = [...marks, ...(presence > 0.3 ? names.map(({ box }) => box) : [])];
  drawLabels(surface, model, chooseLabels(wishes, shown, camera, size, boxes), theme);
  drawRegionNames(surface, names, model, theme, presence);
}
