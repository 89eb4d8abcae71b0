import type { Theme } from "../../view/looks/palette.ts";
import type { Camera } from "./camera.ts";
import { drawLabels, placeMapLabels } from "./draw-labels.ts";
import { drawLinks } from "./draw-links.ts";
import { drawPapers } from "./draw-papers.ts";
import { drawAxis, drawLanes } from "./furniture.ts";
import type { MarkedMap } from "./marks.ts";
import type { Placement } from "./placement.ts";
import { drawRegionTitles, placeRegionTitles, surveyDots } from "./region-titles.ts";
import { drawRegions } from "./regions.ts";
import type { Surface } from "./surface.ts";

/** Draws a whole map at rest, in the order in which the page draws it. */
export function drawMap(
  surface: Surface,
  model: MarkedMap,
  placement: Placement,
  camera: Camera,
  theme: Theme,
): void {
  const { picture, furniture, regions } = placement;
  surface.rect(0, 0, surface.width, surface.height, theme.background);
  if (furniture) drawLanes(surface, furniture, camera, theme);
  if (model.regions) drawRegions(surface, regions, model.regions, camera, theme);
  drawLinks(surface, model, picture, camera, theme);
  drawPapers(surface, model, picture, camera, theme);
  const dots = surveyDots(model, picture, camera);
  const titles = placeRegionTitles(regions, model.regions, camera, surface, dots);
  const boxes = titles.map(({ box }) => box);
  const labels = placeMapLabels(surface, model, placement, camera, boxes);
  drawRegionTitles(surface, titles, theme);
  drawLabels(surface, model, picture, labels, camera, theme);
  if (furniture) drawAxis(surface, furniture, camera, theme);
}
