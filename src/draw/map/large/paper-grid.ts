import type { Columns } from "./places.ts";

/** About so many papers share a cell. */
const PER_CELL = 4;

/** Papers by the cell of a uniform grid they lie in, to be asked for what is near. */
export interface PaperGrid {
  /** The paper for which `beyond` is least among those within `reach` of a place, px of the plane; -1 for none. */
  nearest(x: number, y: number, reach: number, beyond: (paper: number, distance: number) => number): number;
  /** How many papers lie in a box, cells at its edge counted whole; stops counting above `enough`. */
  countIn(x0: number, y0: number, x1: number, y1: number, enough: number): number;
  /** Calls `visit` with each paper of the cells that meet a box. */
  visit(x0: number, y0: number, x1: number, y1: number, visit: (paper: number) => void): void;
}

/** A grid over the papers for which `counts` holds; built and kept in O(n). Ties go to the lower number. */
export function paperGrid({ x, y }: Columns, counts: (paper: number) => boolean): PaperGrid {
  const n = x.length;
  let [minX, minY, maxX, maxY, members] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (let i = 0; i < n; i++) {
    if (!counts(i)) continue;
    members++;
    minX = Math.min(minX, x[i]!);
    maxX = Math.max(maxX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  const [wide, high] = members === 0 ? [1, 1] : [maxX - minX, maxY - minY];
  const cells = Math.max(1, members / PER_CELL);
  const size = Math.max(Math.sqrt((wide * high) / cells), Math.max(wide, high) / 1024, 1e-6);
  const columns = Math.floor(wide / size) + 1;
  const rows = Math.floor(high / size) + 1;
  const columnOf = (px: number) => Math.max(0, Math.min(columns - 1, Math.floor((px - minX) / size)));
  const rowOf = (py: number) => Math.max(0, Math.min(rows - 1, Math.floor((py - minY) / size)));
  const start = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < n; i++) if (counts(i)) start[rowOf(y[i]!) * columns + columnOf(x[i]!) + 1]!++;
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1]! += start[cell]!;
  const papers = new Uint32Array(members);
  const next = start.slice();
  for (let i = 0; i < n; i++) if (counts(i)) papers[next[rowOf(y[i]!) * columns + columnOf(x[i]!)]!++] = i;

  const inCells = (
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    take: (from: number, to: number) => boolean,
  ) => {
    if (members === 0 || x1 < minX || y1 < minY || x0 > maxX || y0 > maxY) return;
    const [left, right] = [columnOf(x0), columnOf(x1)];
    for (let row = rowOf(y0); row <= rowOf(y1); row++) {
      // The cells of a row lie side by side in the list.
      if (!take(start[row * columns + left]!, start[row * columns + right + 1]!)) return;
    }
  };

  return {
    nearest(px, py, reach, beyond) {
      let best = -1;
      let least = Infinity;
      inCells(px - reach, py - reach, px + reach, py + reach, (from, to) => {
        for (let at = from; at < to; at++) {
          const i = papers[at]!;
          const distance = Math.hypot(x[i]! - px, y[i]! - py);
          if (distance > reach) continue;
          const cost = beyond(i, distance);
          if (cost < least || (cost === least && i < best)) [best, least] = [i, cost];
        }
        return true;
      });
      return best;
    },
    countIn(x0, y0, x1, y1, enough) {
      let count = 0;
      inCells(x0, y0, x1, y1, (from, to) => {
        count += to - from;
        return count <= enough;
      });
      return count;
    },
    visit(x0, y0, x1, y1, visit) {
      inCells(x0, y0, x1, y1, (from, to) => {
        for (let at = from; at < to; at++) visit(papers[at]!);
        return true;
      });
    },
  };
}
