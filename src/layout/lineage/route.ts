import type { Point } from "../input.ts";

/**
 * A smooth line as cubic Bézier pieces: the start, then for each piece two control points and its end,
 * as x, y pairs (2 + 6 × pieces numbers). Runs from the citing to the cited paper.
 */
export type Route = readonly number[];

/** How far a line runs out sideways when the cited paper is not left of the citing one, px. */
const LOOP = 26;

/**
 * A line from `citing` leftwards to `cited`, horizontal at both ends, with one bend between: `bend` 0
 * puts it next to the cited paper, 1 next to the citing one. When there is no room between them it
 * loops out to the side. Bends of one `width` (px) that start at one paper never cross each other.
 */
export function bentRoute(citing: Point, cited: Point, bend: number, bendWidth: number): Route {
  const dx = citing.x - cited.x;
  if (dx < 4) {
    const out = LOOP + Math.abs(dx) / 2;
    return [citing.x, citing.y, citing.x - out, citing.y, cited.x + out, cited.y, cited.x, cited.y];
  }
  const width = Math.min(dx, bendWidth);
  const near = cited.x + bend * (dx - width);
  const far = near + width;
  const middle = (near + far) / 2;
  return [
    ...[citing.x, citing.y],
    ...straight(citing.x, citing.y, far, citing.y),
    ...[middle, citing.y, middle, cited.y, near, cited.y],
    ...straight(near, cited.y, cited.x, cited.y),
  ];
}

/**
 * A line from `citing` to a work in a band below (or above): sideways to the stem at `stemX`, along the
 * stem to `fanY`, and from there fanning out to `cited`. All lines of one paper share its stem.
 */
export function stemRoute(citing: Point, cited: Point, stemX: number, fanY: number): Route {
  const down = Math.sign(fanY - citing.y) || 1;
  const turn = Math.min(Math.abs(fanY - citing.y), Math.abs(citing.x - stemX) + 8);
  const turnY = citing.y + down * turn;
  const half = (fanY + cited.y) / 2;
  return [
    ...[citing.x, citing.y],
    ...[stemX, citing.y, stemX, citing.y, stemX, turnY],
    ...straight(stemX, turnY, stemX, fanY),
    ...[stemX, half, cited.x, half, cited.x, cited.y],
  ];
}

function straight(x0: number, y0: number, x1: number, y1: number): number[] {
  return [x0 + (x1 - x0) / 3, y0 + (y1 - y0) / 3, x0 + (2 * (x1 - x0)) / 3, y0 + (2 * (y1 - y0)) / 3, x1, y1];
}

/** Points along the route, x, y pairs; bent pieces give `steps` of them (default 8), straight ones one. */
export function sampleRoute(route: Route, steps = 8): number[] {
  const points = [route[0] ?? 0, route[1] ?? 0];
  for (let i = 2; i + 5 < route.length; i += 6) {
    const [x0, y0] = [points.at(-2) as number, points.at(-1) as number];
    const [x1, y1, x2, y2, x3, y3] = route.slice(i, i + 6) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const flat = (y0 === y1 && y1 === y2 && y2 === y3) || (x0 === x1 && x1 === x2 && x2 === x3);
    const count = flat ? 1 : steps;
    for (let step = 1; step <= count; step++) {
      const t = step / count;
      const u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
    }
  }
  return points;
}
