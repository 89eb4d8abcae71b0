import { contours } from "d3";
import type { Columns, Extent } from "./places.ts";

/** The field of one region of a large map. */
export interface RegionField {
  /** Its place among the model's regions. */
  readonly region: number;
  /** Closed outlines as x, y pairs in px of the plane, holes included; fill with the even-odd rule. */
  readonly rings: readonly Float32Array[];
  /** Where most of its papers gather, px of the plane: the middle of its name. */
  readonly x: number;
  readonly y: number;
  /** Area of the field, px² of the plane. */
  readonly area: number;
}

/** Cells along the longer side of the map. */
const CELLS = 150;
/** How far a paper's presence is spread, in cells: three passes of a box of this reach are nearly a Gaussian. */
const BLUR = 2;
/** What a region must have of its own mean presence for a place to be its own. */
const LEAST_SHARE = 0.3;
/** A region with less than this share of the papers is no place on a map of them all: rings of crumbs would frame it. */
const LEAST_OF_ALL = 1 / 500;
/** A field of fewer cells is a speck, not a place. */
const LEAST_CELLS = 6;
/** What is above zero is a region's own; where two are even nothing is, or both would have the place. */
const ABOVE_ZERO = Number.MIN_VALUE;

/**
 * The fields of regions as a political map has countries (after Gansner, Hu and Kobourov's GMap, 2010):
 * a place belongs to the region that has most papers near it, if that region is dense enough there.
 * `regionOf` gives each paper's region from 0 to `regions` - 1, or -1; papers for which `shown` is 0 have
 * no part. Fields never overlap; a region too small or scattered has none. Large regions first.
 */
export function regionFields(
  { x, y }: Columns,
  { x0, y0, x1, y1 }: Extent,
  regionOf: Int32Array,
  shown: Uint8Array,
  regions: number,
): RegionField[] {
  const span = Math.max(x1 - x0, y1 - y0, 1e-6);
  const cell = span / CELLS;
  const pad = 4 * BLUR;
  const columns = Math.ceil((x1 - x0) / cell) + 2 * pad;
  const rows = Math.ceil((y1 - y0) / cell) + 2 * pad;
  const [left, top] = [x0 - pad * cell, y0 - pad * cell];
  const counts = new Uint32Array(regions);
  const presence = Array.from({ length: regions }, (): Float32Array | null => null);
  for (let i = 0; i < x.length; i++) {
    const region = regionOf[i]!;
    if (region < 0 || region >= regions || shown[i] === 0) continue;
    const column = Math.floor((x[i]! - left) / cell);
    const row = Math.floor((y[i]! - top) / cell);
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    presence[region] ??= new Float32Array(columns * rows);
    presence[region][row * columns + column]!++;
    counts[region]!++;
  }
  const fewest = LEAST_OF_ALL * counts.reduce((sum, count) => sum + count, 0);
  counts.forEach((count, region) => {
    if (count < fewest) presence[region] = null;
  });
  const best = new Float32Array(columns * rows);
  const second = new Float32Array(columns * rows);
  for (const field of presence) {
    if (field === null) continue;
    blur(field, columns, rows);
    for (let at = 0; at < field.length; at++) {
      const value = field[at]!;
      if (value > best[at]!) {
        second[at] = best[at]!;
        best[at] = value;
      } else if (value > second[at]!) second[at] = value;
    }
  }
  const found: RegionField[] = [];
  presence.forEach((field, region) => {
    if (field === null) return;
    const least = LEAST_SHARE * meanWherePresent(field);
    let peak = 0;
    for (let at = 1; at < field.length; at++) if (field[at]! > field[peak]!) peak = at;
    const lead = new Float64Array(field.length);
    let cells = 0;
    for (let at = 0; at < field.length; at++) {
      const value = field[at]!;
      const rival = best[at] === value ? second[at]! : best[at]!;
      lead[at] = Math.min(value - least, value - rival);
      if (lead[at]! > 0) cells++;
    }
    if (cells < LEAST_CELLS) return;
    const [shape] = contours().size([columns, rows]).thresholds([ABOVE_ZERO])(lead as unknown as number[]);
    const rings = (shape?.coordinates ?? []).flatMap((polygon) =>
      polygon
        .filter((ring) => Math.abs(areaOf(ring)) >= LEAST_CELLS)
        .map((ring) => smoothed(ring, left, top, cell)),
    );
    if (rings.length === 0) return;
    const [column, row] = middleNear(lead, columns, peak, field);
    found.push({
      region,
      rings,
      x: left + (column + 0.5) * cell,
      y: top + (row + 0.5) * cell,
      area: cells * cell * cell,
    });
  });
  return found.sort((a, b) => counts[b.region]! - counts[a.region]! || a.region - b.region);
}

/** The centre of the mass a region holds as its own, weighed towards where it is dense; its peak when that lies outside. */
function middleNear(
  lead: Float64Array,
  columns: number,
  peak: number,
  field: Float32Array,
): [number, number] {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let at = 0; at < lead.length; at++) {
    if (lead[at]! <= 0) continue;
    const weight = field[at]!;
    sum += weight;
    sumX += weight * (at % columns);
    sumY += weight * Math.floor(at / columns);
  }
  const [x, y] = [sumX / sum, sumY / sum];
  const inside = lead[Math.round(y) * columns + Math.round(x)]! > 0;
  return inside ? [x, y] : [peak % columns, Math.floor(peak / columns)];
}

function meanWherePresent(field: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (const value of field) {
    sum += value;
    squares += value * value;
  }
  // Each paper counted by how many are with it: the density its typical paper sees.
  return sum > 0 ? squares / sum : 0;
}

/** Spreads values over neighbouring cells by three passes of a box in each direction, in place. */
function blur(field: Float32Array, columns: number, rows: number): void {
  const line = new Float32Array(Math.max(columns, rows));
  const pass = (start: number, step: number, length: number) => {
    let sum = 0;
    for (let i = 0; i < length; i++) line[i] = field[start + i * step]!;
    for (let i = 0; i < Math.min(BLUR, length); i++) sum += line[i]!;
    for (let i = 0; i < length; i++) {
      if (i + BLUR < length) sum += line[i + BLUR]!;
      if (i - BLUR - 1 >= 0) sum -= line[i - BLUR - 1]!;
      field[start + i * step] = sum / (2 * BLUR + 1);
    }
  };
  for (let turn = 0; turn < 3; turn++) {
    for (let row = 0; row < rows; row++) pass(row * columns, 1, columns);
    for (let column = 0; column < columns; column++) pass(column, columns, rows);
  }
}

function areaOf(ring: readonly (readonly number[])[]): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    twice += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  }
  return twice / 2;
}

/** A ring in px of the plane after one round of corner cutting (Chaikin 1974). */
function smoothed(
  ring: readonly (readonly number[])[],
  left: number,
  top: number,
  cell: number,
): Float32Array {
  const corners = ring.length - 1;
  const points = new Float32Array(4 * corners);
  for (let i = 0; i < corners; i++) {
    const [ax, ay] = ring[i]! as [number, number];
    const [bx, by] = ring[i + 1]! as [number, number];
    points[4 * i] = left + (0.75 * ax + 0.25 * bx) * cell;
    points[4 * i + 1] = top + (0.75 * ay + 0.25 * by) * cell;
    points[4 * i + 2] = left + (0.25 * ax + 0.75 * bx) * cell;
    points[4 * i + 3] = top + (0.25 * ay + 0.75 * by) * cell;
  }
  return points;
}

/** The field that holds a place of the plane; null for none. */
export function fieldAt(fields: readonly RegionField[], x: number, y: number): RegionField | null {
  return fields.find(({ rings }) => rings.filter((ring) => holds(ring, x, y)).length % 2 === 1) ?? null;
}

/** Whether a closed ring winds around a point: the number of its sides right of the point is odd. */
function holds(ring: Float32Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
