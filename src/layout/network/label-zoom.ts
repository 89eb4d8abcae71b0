/** Papers whose labels want room, in columns. */
export interface LabelColumns {
  /** Where the papers are, px of the plane. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radii of the dots, px at zoom 1. */
  readonly radius: Float32Array;
  /** Widths of the labels, px of the screen at every zoom; 0 for a paper that has none. */
  readonly width: Float32Array;
}

/** Height of a label with the air around it, px of the screen. */
export const LABEL_HEIGHT = 16;
/** Air to the side of a label, px of the screen. */
const AIR = 6;
/** How much dots shrink and grow against distances while one zooms: their least and greatest factor. */
const LEAST_FACTOR = 0.62;
const GREATEST_FACTOR = 2.4;
/** Labels that still touch here never find room: their papers share one place. */
const LARGEST_ZOOM = 128;

/**
 * The zoom from which each paper's label is shown, so that at every zoom the shown labels touch none of each
 * other and a label once shown stays while one zooms in; labels are to the right of their dots. Earlier
 * papers of `order` have precedence. Infinity for a paper without a label, outside the order, or in the very
 * place of an earlier one.
 *
 * Two labels touch up to one zoom and no more after (see freeFrom), so a label is shown from the greatest of
 * these zooms over the labels that are shown before it is reached. Labels that are first shown in the same
 * octave of zoom share one grid; as they touch none of each other, a cell holds few. O(n log extent).
 */
export function labelZooms(columns: LabelColumns, order: Iterable<number>): Float32Array {
  const zoom = new Float32Array(columns.x.length).fill(Number.POSITIVE_INFINITY);
  const grids = gridsOf(columns);
  const shown = emptyBuckets(columns.x.length);
  const { first, next } = shown;
  const { y } = columns;
  for (const paper of order) {
    if (!(columns.width[paper]! > 0)) continue;
    let from = 0;
    for (const grid of grids) {
      const column = columnOf(grid, columns, paper);
      const row = rowOf(grid, columns, paper);
      for (let r = row - 1; r <= row + 1; r++) {
        for (let c = column - 1; c <= column + 1; c++) {
          // A bucket may hold labels of other cells too; they touch nothing, or are found twice.
          for (let other = first[bucketOf(shown, grid, c, r)]!; other !== -1; other = next[other]!) {
            if (Math.abs(y[paper]! - y[other]!) * from >= LABEL_HEIGHT) continue;
            const free = freeFrom(columns, paper, other);
            if (free > from && free > zoom[other]!) from = free;
          }
        }
      }
    }
    if (from > LARGEST_ZOOM) continue;
    zoom[paper] = from;
    const grid = grids.findLast((one) => one.zoom <= zoom[paper]!) ?? grids[0]!;
    const bucket = bucketOf(shown, grid, columnOf(grid, columns, paper), rowOf(grid, columns, paper));
    next[paper] = first[bucket]!;
    first[bucket] = paper;
  }
  return zoom;
}

/** The zoom from which two labels touch no more: the first at which either the sides or the lines are apart. */
function freeFrom({ x, y, radius, width }: LabelColumns, a: number, b: number): number {
  const [left, right] = x[a]! <= x[b]! ? [a, b] : [b, a];
  const inset = radius[left]! - radius[right]!;
  // Whatever the zoom does to the dots, the label of the left one does not reach further than this.
  const reach = width[left]! + AIR + inset * (inset > 0 ? GREATEST_FACTOR : LEAST_FACTOR);
  const aside = reach <= 0 ? 0 : reach / Math.abs(x[right]! - x[left]!);
  return Math.min(aside, LABEL_HEIGHT / Math.abs(y[a]! - y[b]!));
}

/** The labels first shown between this zoom and its double, in cells in which only neighbours can touch. */
interface Grid {
  readonly octave: number;
  readonly zoom: number;
  /** Of a cell, px of the plane. */
  readonly width: number;
  readonly height: number;
}

/** The labels of all grids in linked lists: the first of each bucket, the next of each paper, -1 at the end. */
interface Buckets {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** A grid for each octave from the zoom at which all labels share one place to LARGEST_ZOOM. */
function gridsOf({ x, y, radius, width }: LabelColumns): Grid[] {
  const reach = most(width) + AIR + GREATEST_FACTOR * most(radius);
  const span = Math.max(most(x) + most(x.map((value) => -value)), most(y) + most(y.map((value) => -value)));
  const octaves = Math.max(1, Math.ceil(Math.log2((LARGEST_ZOOM * span) / AIR)));
  return Array.from({ length: octaves }, (_, octave) => {
    const zoom = LARGEST_ZOOM / 2 ** (octaves - octave);
    return { octave, zoom, width: reach / zoom, height: LABEL_HEIGHT / zoom };
  });
}

/** The greatest number of a column; 0 for an empty one. */
function most(column: Float32Array): number {
  return column.length === 0 ? 0 : column.reduce((a, b) => Math.max(a, b));
}

function emptyBuckets(papers: number): Buckets {
  const buckets = 2 ** Math.ceil(Math.log2(2 * papers + 1));
  return { first: new Int32Array(buckets).fill(-1), next: new Int32Array(papers).fill(-1) };
}

function columnOf(grid: Grid, { x }: LabelColumns, paper: number): number {
  return Math.floor(x[paper]! / grid.width);
}

function rowOf(grid: Grid, { y }: LabelColumns, paper: number): number {
  return Math.floor(y[paper]! / grid.height);
}

function bucketOf({ first }: Buckets, { octave }: Grid, column: number, row: number): number {
  const key = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b) ^ Math.imul(octave, 0xc2b2ae35);
  return (key ^ (key >>> 15)) & (first.length - 1);
}
