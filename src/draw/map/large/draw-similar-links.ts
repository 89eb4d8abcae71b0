import type { Theme } from "../../../view/looks/palette.ts";
import { isVisible, type MapModel } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import { BOW } from "./draw-strong-links.ts";
import { toneColour } from "./paper-looks.ts";
import type { Columns } from "./places.ts";

/** How much wider than 2 px the line is whose ends share most, px. */
const WIDTH = 3;
const ALPHA = 0.85;

/** Draws the lines between papers that have works in common: without heads, the wider the more they share. */
export function drawSimilarLinks(
  context: CanvasRenderingContext2D,
  model: MapModel,
  { x, y }: Columns,
  camera: Camera,
  theme: Theme,
): void {
  if (model.similar === null) return;
  const { from, to, strength, shown } = model.similar;
  const px = (i: number) => x[i]! * camera.k + camera.x;
  const py = (i: number) => y[i]! * camera.k + camera.y;
  context.setLineDash([]);
  context.globalAlpha = ALPHA;
  from.forEach((paper, i) => {
    const other = to[i]!;
    if (shown[i] === 0 || !isVisible(model, paper) || !isVisible(model, other)) return;
    const [x0, y0] = [px(paper), py(paper)];
    const [x1, y1] = [px(other), py(other)];
    context.strokeStyle = toneColour(model, theme, model.tone[other]!);
    context.lineWidth = 2 + WIDTH * Math.sqrt(strength[i]!);
    context.beginPath();
    context.moveTo(x0, y0);
    context.quadraticCurveTo((x0 + x1) / 2 + (y1 - y0) * BOW, (y0 + y1) / 2 + (x0 - x1) * BOW, x1, y1);
    context.stroke();
  });
  context.globalAlpha = 1;
}
