import type { Box, LabelSide } from "../../layout/boxes.ts";
import type { Theme } from "../../view/looks/palette.ts";
import { type Camera, placeOnScreen, radiusOnScreen } from "./camera.ts";
import type { MarkedMap, PaperMark } from "./marks.ts";
import type { Picture } from "./picture.ts";
import { type LabelWish, placeLabels } from "./place-labels.ts";
import type { Surface } from "./surface.ts";

/** Zoom from which works around the survey have labels. */
const CONTEXT_LABEL_ZOOM = 1.9;

/** A label that has found its place: its distance from its paper, px of the screen. */
export interface MapLabel {
  readonly index: number;
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
}

/**
 * The labels that have room under a camera and beside `titles`; while it moves they may stay with their
 * papers.
 */
export function placeMapLabels(
  surface: Surface,
  model: MarkedMap,
  { picture, labelSides }: { readonly picture: Picture; readonly labelSides: readonly LabelSide[] },
  camera: Camera,
  titles: readonly Box[] = [],
): MapLabel[] {
  const wishes = new Map<number, LabelWish>();
  const obstacles: { index: number; x: number; y: number; radius: number }[] = [];
  model.papers.forEach((paper, index) => {
    if (!paper.visible) return;
    const [x, y] = placeOnScreen(picture, index, camera);
    if (x < -300 || y < -60 || x > surface.width + 300 || y > surface.height + 60) return;
    const radius = radiusOnScreen(paper.radius, camera.k);
    const must = paper.selected || paper.pointed;
    if (paper.role === "survey" || must || paper.emphasis === "strong")
      obstacles.push({ index, x, y, radius });
    if (!wantsLabel(paper, model.focused, camera.k)) return;
    wishes.set(index, {
      index,
      x,
      y,
      radius,
      width: paper.labelWidth,
      height: paper.labelSize * 1.25,
      importance: paper.importance + (paper.emphasis === "strong" ? 1e5 : 0),
      must,
      side: labelSides[index] ?? "right",
    });
  });
  return placeLabels([...wishes.values()], obstacles, surface.width, titles).map(
    ({ index, x, y, anchor }) => {
      const wish = wishes.get(index);
      return { index, dx: x - (wish?.x ?? x), dy: y - (wish?.y ?? y), anchor };
    },
  );
}

/** Draws labels beside their papers, and where main paths are shown the pips that say how many agree. */
export function drawLabels(
  surface: Surface,
  model: MarkedMap,
  picture: Picture,
  labels: readonly MapLabel[],
  camera: Camera,
  theme: Theme,
): void {
  if (model.pipsShown) drawAllPips(surface, model, picture, labels, camera, theme);
  for (const { index, dx, dy, anchor } of labels) {
    const paper = model.papers[index];
    if (!paper?.visible) continue;
    const [x, y] = placeOnScreen(picture, index, camera);
    const loud = paper.root || paper.selected || paper.pointed;
    surface.text(x + dx, y + dy, paper.label, {
      size: paper.labelSize,
      weight: loud ? 700 : 400,
      color: paper.role === "context" && !loud ? theme.muted : theme.ink,
      halo: theme.background,
      anchor,
      alpha: paper.emphasis === "faint" ? 0.45 : 1,
    });
  }
}

/** Pips stand below their paper, or above it where its label is below. */
function drawAllPips(
  surface: Surface,
  model: MarkedMap,
  picture: Picture,
  labels: readonly MapLabel[],
  camera: Camera,
  theme: Theme,
): void {
  const below = new Set(
    labels.flatMap(({ index, anchor, dy }) => (anchor === "middle" && dy > 0 ? [index] : [])),
  );
  model.papers.forEach((paper, i) => {
    if (!paper.visible || paper.role !== "survey") return;
    const [x, y] = placeOnScreen(picture, i, camera);
    const away = radiusOnScreen(paper.radius, camera.k) + PIPS_AWAY;
    drawPips(surface, paper.spine, x, below.has(i) ? y - away : y + away, theme);
  });
}

/** From the rim of a dot to the middle of its pips, px. */
export const PIPS_AWAY = 6;

/** Three pips under a paper: as many filled as weights agree that it lies on the main path. */
export function drawPips(surface: Surface, agreeing: number, x: number, y: number, theme: Theme): void {
  if (agreeing === 0) return;
  for (let i = 0; i < 3; i++) {
    const fill = i < agreeing ? theme.accent : theme.background;
    surface.outline(x + (i - 1) * 6, y, 2.1, null, fill, { color: theme.accent, width: 1 });
  }
}

function wantsLabel(paper: PaperMark, focused: boolean, k: number): boolean {
  if (paper.selected || paper.pointed) return true;
  if (paper.role === "survey") return true;
  if (focused) return paper.emphasis === "strong" && k >= 0.9;
  return k >= CONTEXT_LABEL_ZOOM;
}
