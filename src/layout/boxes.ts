import type { LayoutPaper, Point } from "./input.ts";

/** An upright rectangle, px. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Where a label is beside its dot. */
export type LabelSide = "right" | "left" | "above" | "below";

/** The sides in the order in which a reader expects a label. */
export const LABEL_SIDES: readonly LabelSide[] = ["right", "left", "above", "below"];

/** Height of a label's line, px: text of 13 px. */
export const LABEL_HEIGHT = 16;

/** Between the rim of a dot and its label, px. */
export const LABEL_GAP = 6;

/** The square around a dot, `padding` px wider on each side (default 0). */
export function dotBox({ x, y }: Point, radius: number, padding = 0): Box {
  const half = radius + padding;
  return { x0: x - half, y0: y - half, x1: x + half, y1: y + half };
}

/** The rectangle of the paper's label on that side of its dot; null when it has no label. */
export function labelBox(paper: LayoutPaper, { x, y }: Point, side: LabelSide): Box | null {
  const { labelWidth: width, radius } = paper;
  if (width <= 0) return null;
  const half = LABEL_HEIGHT / 2;
  switch (side) {
    case "right":
      return { x0: x + radius + LABEL_GAP, y0: y - half, x1: x + radius + LABEL_GAP + width, y1: y + half };
    case "left":
      return { x0: x - radius - LABEL_GAP - width, y0: y - half, x1: x - radius - LABEL_GAP, y1: y + half };
    case "above":
      return { x0: x - width / 2, y0: y - radius - LABEL_HEIGHT - 1, x1: x + width / 2, y1: y - radius - 1 };
    case "below":
      return { x0: x - width / 2, y0: y + radius + 1, x1: x + width / 2, y1: y + radius + LABEL_HEIGHT + 1 };
  }
}

/** The area two boxes share, px²; 0 when they only touch. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The smallest box around all of them; a point at 0,0 when there is none. */
export function enclosing(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x0: 0, y0: 0, x1: 0, y1: 0 };
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return { x0, y0, x1, y1 };
}

/** The length of the straight line from `a` to `b` inside the box, px (after Liang and Barsky 1984). */
export function lengthInside(box: Box, ax: number, ay: number, bx: number, by: number): number {
  if ((ax < box.x0 && bx < box.x0) || (ax > box.x1 && bx > box.x1)) return 0;
  if ((ay < box.y0 && by < box.y0) || (ay > box.y1 && by > box.y1)) return 0;
  const dx = bx - ax;
  const dy = by - ay;
  let from = 0;
  let to = 1;
  if (dx !== 0) {
    const [left, right] = dx > 0 ? [box.x0, box.x1] : [box.x1, box.x0];
    from = Math.max(from, (left - ax) / dx);
    to = Math.min(to, (right - ax) / dx);
  }
  if (dy !== 0) {
    const [top, bottom] = dy > 0 ? [box.y0, box.y1] : [box.y1, box.y0];
    from = Math.max(from, (top - ay) / dy);
    to = Math.min(to, (bottom - ay) / dy);
  }
  return to > from ? (to - from) * Math.hypot(dx, dy) : 0;
}
