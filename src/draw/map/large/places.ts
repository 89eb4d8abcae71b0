import type { Camera } from "../camera.ts";
import type { Furniture } from "../furniture.ts";

/** Where the papers of a large map stand, px of the plane; entry i of each column is paper i. */
export interface LargePlaces {
  /** The same for the same placement: papers travel when it changes, and jump when only the columns do. */
  readonly key: string;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The zoom from which a label is free of more important ones; null where nobody looked. */
  readonly labelZoom: Float32Array | null;
  /** Axis and lanes of the lineage; null in the network. */
  readonly furniture: Furniture | null;
}

/** The keys of a network's placement while it settles, and once it has. */
export const SETTLING = "network settling";
export const SETTLED = "network";

/** Columns of places, px of the plane. */
export interface Columns {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Where a paper of the columns stands on the surface. */
export function paperOnScreen(columns: Columns, paper: number, { k, x, y }: Camera): [number, number] {
  return [(columns.x[paper] ?? 0) * k + x, (columns.y[paper] ?? 0) * k + y];
}

/** The places a share `t` (0 to 1) of the way from one to another of the same papers. */
export function columnsBetween(from: Columns, to: Columns, t: number): Columns {
  const mix = (a: Float32Array, b: Float32Array) => {
    const mixed = new Float32Array(b.length);
    for (let i = 0; i < b.length; i++) mixed[i] = a[i]! + (b[i]! - a[i]!) * t;
    return mixed;
  };
  return { x: mix(from.x, to.x), y: mix(from.y, to.y) };
}

/** The part of the plane a map is about, px. */
export interface Extent {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** So many papers, evenly taken, tell where a map lies. */
const SAMPLE = 4096;
/** Share of papers at each edge that may lie outside: a layout throws some far away. */
const OUTLIERS = 0.002;

/**
 * The box around the papers for which `counts` holds, but for the outermost 0.2 % at each edge; a unit box
 * around the origin when there is none.
 */
export function extentOfPlaces({ x, y }: Columns, counts: (paper: number) => boolean): Extent {
  const papers: number[] = [];
  for (let i = 0; i < x.length; i++) if (counts(i)) papers.push(i);
  if (papers.length === 0) return { x0: -0.5, y0: -0.5, x1: 0.5, y1: 0.5 };
  const step = Math.max(1, papers.length / SAMPLE);
  const range = (column: Float32Array): [number, number] => {
    const values = new Float32Array(Math.ceil(papers.length / step));
    for (let i = 0; i < values.length; i++) values[i] = column[papers[Math.floor(i * step)]!]!;
    values.sort();
    const cut = Math.floor(OUTLIERS * values.length);
    return [values[cut]!, values[values.length - 1 - cut]!];
  };
  const [[x0, x1], [y0, y1]] = [range(x), range(y)];
  return { x0, y0, x1, y1 };
}
