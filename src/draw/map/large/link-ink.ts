import type { Camera } from "../camera.ts";
import type { Columns } from "./places.ts";

/** How much ink lies on each pixel, row by row: a line of weight 1 leaves 1 on each column or row it crosses. */
export interface InkField {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

/** Links by their ends; entry i of each column is link i. */
export interface LinkColumns {
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  /** How much ink the link leaves, at most 1; 0 for one that is not drawn. */
  readonly weight: Float32Array;
}

/** A link shorter than this share of the map's size is at its full weight. */
const FULL_WEIGHT = 0.04;
/** However long it is, a link keeps this share of its weight. */
const LEAST_WEIGHT = 0.12;

/** The links of a placement with their weights, and what there is of them in all. */
export interface WeighedLinks extends LinkColumns {
  /** Pixels all drawn lines cross at zoom 1, as they are and by weight. */
  readonly pixels: number;
  readonly ink: number;
}

/**
 * The links of a placement with the weight of each that is drawn: full for short ones, less for those that cross the map, since
 * the many that do would hide where papers gather. `size` is the map's diagonal in px of the plane.
 */
export function weighLinks(
  { citing, cited }: Pick<LinkColumns, "citing" | "cited">,
  drawn: Uint8Array,
  { x, y }: Columns,
  size: number,
): WeighedLinks {
  const weight = new Float32Array(citing.length);
  const full = FULL_WEIGHT * size;
  let [pixels, ink] = [0, 0];
  for (let link = 0; link < weight.length; link++) {
    if (drawn[link] === 0) continue;
    const [from, to] = [citing[link]!, cited[link]!];
    const length = Math.max(Math.abs(x[from]! - x[to]!), Math.abs(y[from]! - y[to]!));
    const amount = length <= full ? 1 : Math.max(LEAST_WEIGHT, full / length);
    weight[link] = amount;
    pixels += length;
    ink += length * amount;
  }
  return { citing, cited, weight, pixels, ink };
}

/**
 * Adds the ink of straight lines between placed papers to a field whose pixel 0,0 is the camera's corner;
 * lines are clipped to it (Liang and Barsky 1984) and walked pixel by pixel. With `smooth`, each step is
 * shared between the two pixels it runs between (Wu 1991), at twice the cost.
 */
export function inkLinks(
  { width, height, ink }: InkField,
  { citing, cited, weight }: LinkColumns,
  { x, y }: Columns,
  camera: Camera,
  smooth: boolean,
): void {
  const { k } = camera;
  const [mostX, mostY] = [width - 1, height - 1];
  for (let link = 0; link < citing.length; link++) {
    const amount = weight[link]!;
    if (amount === 0) continue;
    const [from, to] = [citing[link]!, cited[link]!];
    // Half a pixel less, so that whole numbers are the middles of pixels.
    const x0 = x[from]! * k + camera.x - 0.5;
    const y0 = y[from]! * k + camera.y - 0.5;
    const dx = x[to]! * k + camera.x - 0.5 - x0;
    const dy = y[to]! * k + camera.y - 0.5 - y0;
    let [start, end] = [0, 1];
    if (dx !== 0) {
      const [a, b] = [-x0 / dx, (mostX - x0) / dx];
      start = Math.max(start, Math.min(a, b));
      end = Math.min(end, Math.max(a, b));
    } else if (x0 < 0 || x0 > mostX) continue;
    if (dy !== 0) {
      const [a, b] = [-y0 / dy, (mostY - y0) / dy];
      start = Math.max(start, Math.min(a, b));
      end = Math.min(end, Math.max(a, b));
    } else if (y0 < 0 || y0 > mostY) continue;
    if (!(start < end)) continue;
    const flat = Math.abs(dx) >= Math.abs(dy);
    const long = flat ? dx : dy;
    const steps = Math.floor(Math.abs(long) * (end - start));
    const along = 1 / Math.max(1e-9, Math.abs(long));
    let px = x0 + dx * start;
    let py = y0 + dy * start;
    const [stepX, stepY] = [dx * along, dy * along];
    if (!smooth) {
      for (let step = 0; step <= steps; step++) {
        ink[((py + 0.5) | 0) * width + ((px + 0.5) | 0)]! += amount;
        px += stepX;
        py += stepY;
      }
      continue;
    }
    const beside = flat ? width : 1;
    const most = flat ? mostY : mostX;
    for (let step = 0; step <= steps; step++) {
      const across = flat ? py : px;
      const near = across | 0;
      const share = across - near;
      const at = flat ? near * width + ((px + 0.5) | 0) : ((py + 0.5) | 0) * width + near;
      ink[at]! += amount * (1 - share);
      if (near < most) ink[at + beside]! += amount * share;
      px += stepX;
      py += stepY;
    }
  }
}
