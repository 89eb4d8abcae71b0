import type { MarkedMap } from "./marks.ts";

/** Cubic pieces a link is made of; a link with fewer ends in pieces of no length. */
const PIECES = 4;
/** Numbers a link takes: its start, then two control points and an end for each piece. */
export const STRIDE = 2 + 6 * PIECES;

/** Where everything stands, in px of the layout's plane: index-aligned with the model's papers and links. */
export interface Picture {
  /** x and y of each paper. */
  readonly positions: Float64Array;
  /** STRIDE numbers a link: a line of cubic pieces from the citing to the cited paper, centre to centre or rim to rim. */
  readonly curves: Float64Array;
}

/** How far a link between survey papers bows, as a share of its length. */
const BOW = 0.12;

/** Gently bowed curves between placed papers; links to works around the survey are straight. */
export function curvesBetween(model: MarkedMap, positions: Float64Array): Float64Array {
  return curvesOf(model, positions, (i, [x0, y0], [x1, y1]) => {
    const bow = model.links[i]?.inner ? BOW : 0;
    const [nx, ny] = [(y1 - y0) * bow, (x0 - x1) * bow];
    const along = (a: number, b: number, t: number) => a + (b - a) * t;
    return [
      ...[x0, y0, along(x0, x1, 1 / 3) + nx, along(y0, y1, 1 / 3) + ny],
      ...[along(x0, x1, 2 / 3) + nx, along(y0, y1, 2 / 3) + ny, x1, y1],
    ];
  });
}

/** The routes of a layout as curves, their ends as the layout put them; an empty route is a straight line. */
export function curvesAlong(
  model: MarkedMap,
  positions: Float64Array,
  routes: readonly (readonly number[])[],
): Float64Array {
  return curvesOf(model, positions, (i) => routes[i] ?? []);
}

type Place = readonly [x: number, y: number];

function curvesOf(
  model: MarkedMap,
  positions: Float64Array,
  routeOf: (link: number, from: Place, to: Place) => readonly number[],
): Float64Array {
  const curves = new Float64Array(model.links.length * STRIDE);
  const at = (paper: number): Place => [positions[paper * 2] ?? 0, positions[paper * 2 + 1] ?? 0];
  model.links.forEach((link, i) => {
    const [from, to] = [at(link.citing), at(link.cited)];
    const start = i * STRIDE;
    const route = routeOf(i, from, to);
    const line = route.length >= 8 ? route.slice(0, STRIDE) : [...from, ...from, ...to, ...to];
    curves.set(line, start);
    for (let k = start + line.length; k < start + STRIDE; k += 2) curves.set(line.slice(-2), k);
  });
  return curves;
}

/** The picture a share `t` (0 to 1) of the way from one to another; they must describe the same model. */
export function between(from: Picture, to: Picture, t: number): Picture {
  return { positions: mix(from.positions, to.positions, t), curves: mix(from.curves, to.curves, t) };
}

function mix(from: Float64Array, to: Float64Array, t: number): Float64Array {
  return to.map((value, i) => (from[i] ?? value) * (1 - t) + value * t);
}
