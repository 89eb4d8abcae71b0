import type { Theme } from "../../view/looks/palette.ts";
import { cornersOf } from "../../view/looks/shapes.ts";
import type { OwnMark } from "../../view/map/own-marks.ts";
import { type Camera, placeOnScreen, radiusOnScreen } from "./camera.ts";
import type { MarkedMap } from "./marks.ts";
import type { Picture } from "./picture.ts";
import type { Surface } from "./surface.ts";

/** Where own marks stand beside a dot, as a share of its radius: on its rim, halfway between right and top or bottom. */
const ON_RIM = Math.SQRT1_2;
const STAR_RADIUS = 3.6;
const CORNERS = cornersOf("star");

/** Draws the reader's own marks beside papers: a star above, a tick below. */
export function drawOwnMarks(
  surface: Surface,
  model: MarkedMap,
  picture: Picture,
  camera: Camera,
  theme: Theme,
): void {
  model.papers.forEach((paper, i) => {
    if (!paper.visible || !(paper.starred || paper.read)) return;
    const [x, y] = placeOnScreen(picture, i, camera);
    drawOwnMark(
      surface,
      paper,
      x,
      y,
      radiusOnScreen(paper.radius, camera.k),
      paper.emphasis === "faint",
      theme,
    );
  });
}

/** Draws the reader's own mark beside a dot of this radius, px of the screen. */
export function drawOwnMark(
  surface: Surface,
  { starred, read }: OwnMark,
  x: number,
  y: number,
  radius: number,
  faint: boolean,
  theme: Theme,
): void {
  const away = radius * ON_RIM + 3;
  const alpha = faint ? 0.4 : 1;
  const rim = { color: theme.background, width: 3, alpha };
  if (starred) {
    surface.outline(x + away, y - away, STAR_RADIUS, CORNERS, theme.background, rim, alpha);
    surface.outline(x + away, y - away, STAR_RADIUS, CORNERS, theme.ink, null, alpha);
  }
  if (read) {
    for (const { color, width } of [rim, { color: theme.ink, width: 1.6 }])
      drawTick(surface, x + away, y + away, { color, width: width + (color === rim.color ? 1 : 0), alpha });
  }
}

function drawTick(
  surface: Surface,
  x: number,
  y: number,
  stroke: { readonly color: string; readonly width: number; readonly alpha: number },
): void {
  surface.line(x - 3.2, y + 0.2, x - 0.8, y + 2.6, stroke);
  surface.line(x - 0.8, y + 2.6, x + 3.4, y - 2.8, stroke);
}
