import type { MapModel } from "../view/map.ts";

/** Where everything stands, in px of the layout's plane: index-aligned with the model's papers and links. */
export interface Picture {
  /** x and y of each paper. */
  readonly positions: Float64Array;
  /** Eight numbers a link: start, two control points, end of a cubic curve, from the citing to the cited paper. */
  readonly curves: Float64Array;
}

/** How far a link between survey papers bows, as a share of its length. */
const BOW = 0.12;

/** Gently bowed curves between placed papers; links to works around the survey are straight. */
export function curvesBetween(model: MapModel, positions: Float64Array): Float64Array {
  const curves = new Float64Array(model.links.length * 8);
  model.links.forEach((link, i) => {
    const x0 = positions[link.citing * 2] ?? 0;
    const y0 = positions[link.citing * 2 + 1] ?? 0;
    const x1 = positions[link.cited * 2] ?? 0;
    const y1 = positions[link.cited * 2 + 1] ?? 0;
    const bow = link.inner ? BOW : 0;
    const [nx, ny] = [(y1 - y0) * bow, (x0 - x1) * bow];
    const third = (a: number, b: number, t: number) => a + (b - a) * t;
    curves.set(
      [
        x0,
        y0,
        third(x0, x1, 1 / 3) + nx,
        third(y0, y1, 1 / 3) + ny,
        third(x0, x1, 2 / 3) + nx,
        third(y0, y1, 2 / 3) + ny,
        x1,
        y1,
      ],
      i * 8,
    );
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
