import type { MarkedMap } from "./marks.ts";
import { type Picture, STRIDE } from "./picture.ts";

/** How near the pointer must be to a line, px of the screen. */
const REACH = 6;
const SAMPLES = 12;
/** Above this many links between survey papers, lines are not looked for under the pointer. */
const MOST_LINKS = 2_000;

/**
 * The number of the visible citation between survey papers whose line passes nearest to a
 * point of the plane, or null when none is within 6 px of the screen. O(links).
 */
export function linkAt(
  model: MarkedMap,
  { curves }: Picture,
  x: number,
  y: number,
  zoom: number,
): number | null {
  if (model.links.length > MOST_LINKS * 5) return null;
  let best: number | null = null;
  let bestDistance = REACH / zoom;
  model.links.forEach((link, i) => {
    if (!link.visible || !link.inner) return;
    const distance = distanceTo(curves, i * STRIDE, x, y, bestDistance);
    if (distance < bestDistance) {
      best = i;
      bestDistance = distance;
    }
  });
  return best;
}

/** The distance from a point to a line of cubic pieces, by straight steps along it. */
function distanceTo(curves: Float64Array, start: number, x: number, y: number, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  const at = (i: number) => curves[start + i] ?? 0;
  let [fromX, fromY] = [at(0), at(1)];
  for (let piece = 2; piece + 5 < STRIDE; piece += 6) {
    const [x0, y0] = [at(piece - 2), at(piece - 1)];
    if (outOfReach(curves, start + piece - 2, x, y, enough)) {
      [fromX, fromY] = [at(piece + 4), at(piece + 5)];
      continue;
    }
    for (let step = 1; step <= SAMPLES; step++) {
      const t = step / SAMPLES;
      const u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      const toX = a * x0 + b * at(piece) + c * at(piece + 2) + d * at(piece + 4);
      const toY = a * y0 + b * at(piece + 1) + c * at(piece + 3) + d * at(piece + 5);
      least = Math.min(least, toSegment(x, y, fromX, fromY, toX, toY));
      [fromX, fromY] = [toX, toY];
    }
  }
  return least;
}

/** Whether a point is farther than `reach` from the box of a piece's four points. */
function outOfReach(curves: Float64Array, at: number, x: number, y: number, reach: number): boolean {
  for (const [axis, value] of [
    [0, x],
    [1, y],
  ] as const) {
    const values = [0, 2, 4, 6].map((i) => curves[at + i + axis] ?? 0);
    if (value < Math.min(...values) - reach || value > Math.max(...values) + reach) return true;
  }
  return false;
}

function toSegment(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}
