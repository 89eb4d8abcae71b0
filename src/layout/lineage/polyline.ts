import { type Box, lengthInside } from "../boxes.ts";
import { type Route, sampleRoute } from "./route.ts";

/** A route as straight pieces, with the box around it. */
export interface Polyline extends Box {
  readonly points: readonly number[];
}

/** The route as straight pieces. */
export function polylineOf(route: Route): Polyline {
  const points = sampleRoute(route, 7);
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { points, x0, y0, x1, y1 };
}

/** The length of the line inside the box, px. */
export function lineInside({ points, x0, y0, x1, y1 }: Polyline, box: Box): number {
  if (x1 < box.x0 || box.x1 < x0 || y1 < box.y0 || box.y1 < y0) return 0;
  let sum = 0;
  for (let i = 0; i + 3 < points.length; i += 2) {
    sum += lengthInside(
      box,
      points[i] as number,
      points[i + 1] as number,
      points[i + 2] as number,
      points[i + 3] as number,
    );
  }
  return sum;
}

/** How often two lines cross. */
export function crossings(a: Polyline, b: Polyline): number {
  if (a.x1 < b.x0 || b.x1 < a.x0 || a.y1 < b.y0 || b.y1 < a.y0) return 0;
  let count = 0;
  const [p, q] = [a.points, b.points];
  for (let i = 0; i + 3 < p.length; i += 2) {
    const [ax, ay, bx, by] = [p[i] as number, p[i + 1] as number, p[i + 2] as number, p[i + 3] as number];
    if (apart(ax, bx, b.x0, b.x1) || apart(ay, by, b.y0, b.y1)) continue;
    for (let j = 0; j + 3 < q.length; j += 2) {
      const [cx, cy, dx, dy] = [q[j] as number, q[j + 1] as number, q[j + 2] as number, q[j + 3] as number];
      if (apart(ax, bx, cx, dx) || apart(ay, by, cy, dy)) continue;
      const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
      const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
      if (c * d >= 0) continue;
      const e = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
      const f = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
      if (e * f < 0) count++;
    }
  }
  return count;
}

/** Whether the interval between a and b and that between c and d, each in any order, have nothing in common. */
function apart(a: number, b: number, c: number, d: number): boolean {
  return (a < c && a < d && b < c && b < d) || (a > c && a > d && b > c && b > d);
}
