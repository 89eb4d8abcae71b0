import { MORTON_BITS, type MortonOrder } from "./morton-order.ts";

/** Points of a leaf: they share one walk through the tree, so fewer walks against more direct pairs. */
const LEAF = 32;

/**
 * A quadtree over points in Morton order, without pointers: cells are in depth-first order, so a cell's first
 * child is the next cell, and `next` is where the walk continues when the children are skipped.
 */
export interface Quadtree {
  /** How many cells there are; 0 without points. */
  cells: number;
  /** The cell after this one and all within it. */
  next: Uint32Array;
  /** The points of the cell, as places in the order: from `first` up to `end`. */
  first: Uint32Array;
  end: Uint32Array;
  /** 1 for a cell without children. */
  leaf: Uint8Array;
  /** Sum of the charges, and their centre. */
  charge: Float32Array;
  x: Float32Array;
  y: Float32Array;
  /** Side of the cell. */
  width: Float32Array;
}

/** An empty tree with room for the cells of some points; it grows when they lie so that it needs more. */
export function emptyQuadtree(points: number): Quadtree {
  return { cells: 0, ...columns(Math.ceil(points / 4) + 16) };
}

/**
 * Rebuilds the tree over points sorted to `xs` and `ys`; `charges` are in the same order, null for 1 each.
 */
export function buildQuadtree(
  tree: Quadtree,
  { keys, side }: MortonOrder,
  xs: Float32Array,
  ys: Float32Array,
  charges: Float32Array | null,
): void {
  tree.cells = 0;
  const addCell = (first: number, end: number, depth: number): number => {
    let level = depth;
    // Where all points lie in one quarter, the quarter takes the cell's place.
    while (
      level < MORTON_BITS &&
      end - first > LEAF &&
      quarter(keys, first, level) === quarter(keys, end - 1, level)
    )
      level++;
    if (tree.cells === tree.next.length) grow(tree);
    const cell = tree.cells++;
    tree.first[cell] = first;
    tree.end[cell] = end;
    tree.width[cell] = side / 2 ** level;
    let x = 0;
    let y = 0;
    let charge = 0;
    if (end - first <= LEAF || level === MORTON_BITS) {
      for (let i = first; i < end; i++) {
        const weight = charges ? charges[i]! : 1;
        charge += weight;
        x += weight * xs[i]!;
        y += weight * ys[i]!;
      }
      tree.leaf[cell] = 1;
    } else {
      tree.leaf[cell] = 0;
      for (let from = first; from < end; ) {
        const to = endOfQuarter(keys, from, end, level);
        const child = addCell(from, to, level + 1);
        const weight = tree.charge[child]!;
        charge += weight;
        x += weight * tree.x[child]!;
        y += weight * tree.y[child]!;
        from = to;
      }
    }
    tree.charge[cell] = charge;
    tree.x[cell] = x / charge;
    tree.y[cell] = y / charge;
    tree.next[cell] = tree.cells;
    return cell;
  };
  if (keys.length > 0) addCell(0, keys.length, 0);
}

/** Which quarter of its cell at this depth the point lies in. */
function quarter(keys: Uint32Array, point: number, depth: number): number {
  return (keys[point]! >>> (2 * (MORTON_BITS - 1 - depth))) & 3;
}

/** The place after the last point, from `from` on, that lies in the same quarter as it. */
function endOfQuarter(keys: Uint32Array, from: number, end: number, depth: number): number {
  const wanted = quarter(keys, from, depth);
  let low = from + 1;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quarter(keys, middle, depth) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Columns = Omit<Quadtree, "cells">;

function columns(cells: number): Columns {
  return {
    next: new Uint32Array(cells),
    first: new Uint32Array(cells),
    end: new Uint32Array(cells),
    leaf: new Uint8Array(cells),
    charge: new Float32Array(cells),
    x: new Float32Array(cells),
    y: new Float32Array(cells),
    width: new Float32Array(cells),
  };
}

function grow(tree: Quadtree): void {
  const larger = columns(2 * tree.next.length);
  for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(tree[name]);
  Object.assign(tree, larger);
}
