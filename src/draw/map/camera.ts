import type { Picture } from "./picture.ts";

/** How the plane of a layout stands on the surface: screen = plane × k + (x, y). */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** Dots grow slower than distances when one zooms, so that zooming in makes room. */
export function radiusOnScreen(radius: number, k: number): number {
  return radius * Math.min(2.4, Math.max(0.62, k ** 0.5));
}

/** Where a paper of a picture stands on the surface. */
export function placeOnScreen({ positions }: Picture, paper: number, { k, x, y }: Camera): [number, number] {
  return [(positions[paper * 2] ?? 0) * k + x, (positions[paper * 2 + 1] ?? 0) * k + y];
}

/** Whether two cameras show the same. */
export function sameCamera(a: Camera, b: Camera): boolean {
  return a.k === b.k && a.x === b.x && a.y === b.y;
}
