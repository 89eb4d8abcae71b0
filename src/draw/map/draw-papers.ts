import { domainColour, generationColour, type Theme, yearColour } from "../../view/looks/palette.ts";
import { cornersOf } from "../../view/looks/shapes.ts";
import { type Camera, placeOnScreen, radiusOnScreen } from "./camera.ts";
import type { MarkedMap, PaperMark } from "./marks.ts";
import type { Picture } from "./picture.ts";
import type { Surface } from "./surface.ts";

/** Draws papers, what is faint under what is not. */
export function drawPapers(
  surface: Surface,
  model: MarkedMap,
  picture: Picture,
  camera: Camera,
  theme: Theme,
): void {
  const order = model.papers
    .map((paper, i) => ({ paper, i }))
    .filter(({ paper }) => paper.visible)
    .sort((a, b) => rankOf(a.paper) - rankOf(b.paper) || a.i - b.i);
  for (const { paper, i } of order) {
    const [x, y] = placeOnScreen(picture, i, camera);
    drawPaper(surface, paper, x, y, radiusOnScreen(paper.radius, camera.k), theme);
  }
}

function rankOf(paper: PaperMark): number {
  const emphasis = { faint: 0, normal: 1, strong: 2 }[paper.emphasis];
  return (paper.selected || paper.pointed ? 10 : 0) + (paper.role === "survey" ? 3 : 0) + emphasis;
}

/** What the look of a paper follows from. */
export type PaperLook = Pick<
  PaperMark,
  | "role"
  | "slot"
  | "shape"
  | "sizeKnown"
  | "emphasis"
  | "generation"
  | "yearStep"
  | "fresh"
  | "selected"
  | "pointed"
>;

/** Draws one paper at a place of the surface; `radius` in px of the screen. */
export function drawPaper(
  surface: Surface,
  paper: PaperLook,
  x: number,
  y: number,
  radius: number,
  theme: Theme,
): void {
  const faint = paper.emphasis === "faint";
  const color = colourOf(paper, theme);
  const corners = cornersOf(paper.shape);
  // A disc of the background under every mark keeps links from showing through open and faint ones.
  surface.outline(x, y, radius + 1.2, corners, theme.background, null);
  if (paper.role === "context") {
    surface.outline(x, y, radius, null, color, null, faint ? 0.18 : paper.emphasis === "strong" ? 1 : 0.6);
  } else if (paper.sizeKnown) {
    surface.outline(x, y, radius, corners, color, null, faint ? 0.22 : 1);
  } else {
    const stroke = { color, width: 2, dash: [3, 2.2], alpha: faint ? 0.3 : 1 };
    surface.outline(x, y, radius, corners, color, stroke, faint ? 0.05 : 0.16);
  }
  if (paper.fresh) {
    surface.outline(x, y, radius + 3.5, null, null, { color: theme.accent, width: 1.6, dash: [2, 2] });
  }
  if (paper.selected) {
    surface.outline(x, y, radius + 5, null, null, { color: theme.ink, width: 2 });
  } else if (paper.pointed) {
    surface.outline(x, y, radius + 5, null, null, { color: theme.accent, width: 2 });
  }
}

function colourOf({ slot, generation, yearStep }: PaperLook, theme: Theme): string {
  if (yearStep !== null) return yearColour(theme, yearStep, theme.context);
  if (generation !== null) return generationColour(theme, generation, theme.context);
  return domainColour(theme, slot, theme.context);
}
