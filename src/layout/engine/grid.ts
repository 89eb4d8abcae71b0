/** Bodies in the square cells of a grid, row after row; a margin of empty cells surrounds them. */
export interface Grid {
  /** Places of the bodies after this tick, and which bodies they are, in the order of their cells. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly body: Uint32Array;
  /** The bodies of cell c are at `start[c]` up to `start[c + 1]`. */
  readonly start: Uint32Array;
  /** Cells in a row, and in all. */
  columns: number;
  cells: number;
  /** Sorts the grid's bodies by where x + vx, y + vy will be. */
  fill(bodies: Float32Array): void;
  /** The cell of a point; of one outside, the cell nearest to it. */
  cellAt(x: number, y: number): number;
}

/** Cells for each body: more would cost more to clear than they save. */
const CELLS = 2;

/** A grid for these bodies with cells of this side, px, or of a larger one where bodies lie far apart. */
export function createGrid(members: Uint32Array, side: number): Grid {
  const count = members.length;
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  const body = new Uint32Array(count);
  const cellOf = new Uint32Array(count);
  const start = new Uint32Array(CELLS * count + 64);
  let [left, top, scale, rows] = [0, 0, 1, 0];

  const grid: Grid = {
    x,
    y,
    body,
    start,
    columns: 0,
    cells: 0,
    fill(bodies) {
      const box = boxOf(bodies, members);
      const [width, height] = [box.right - box.left, box.bottom - box.top];
      let cell = side;
      while ((width / cell + 3) * (height / cell + 3) > start.length - 2) cell *= 1.25;
      [left, top, scale] = [box.left, box.top, 1 / cell];
      grid.columns = Math.floor(width * scale) + 3;
      rows = Math.floor(height * scale) + 3;
      const cells = grid.columns * rows;
      grid.cells = cells;
      start.fill(0, 0, cells + 2);
      for (let m = 0; m < count; m++) {
        const at = 4 * members[m]!;
        const own = grid.cellAt(bodies[at]! + bodies[at + 2]!, bodies[at + 1]! + bodies[at + 3]!);
        cellOf[m] = own;
        // One further, so that filling moves each start to where it belongs.
        start[own + 2]!++;
      }
      for (let c = 2; c < cells + 2; c++) start[c]! += start[c - 1]!;
      for (let m = 0; m < count; m++) {
        const at = 4 * members[m]!;
        const place = start[cellOf[m]! + 1]!++;
        x[place] = bodies[at]! + bodies[at + 2]!;
        y[place] = bodies[at + 1]! + bodies[at + 3]!;
        body[place] = members[m]!;
      }
    },
    cellAt(px, py) {
      const column = Math.floor((px - left) * scale) + 1;
      const row = Math.floor((py - top) * scale) + 1;
      const inside = Math.max(1, Math.min(grid.columns - 2, column));
      return Math.max(1, Math.min(rows - 2, row)) * grid.columns + inside;
    },
  };
  return grid;
}

function boxOf(
  bodies: Float32Array,
  members: Uint32Array,
): { left: number; right: number; top: number; bottom: number } {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const member of members) {
    const px = bodies[4 * member]! + bodies[4 * member + 2]!;
    const py = bodies[4 * member + 1]! + bodies[4 * member + 3]!;
    if (px < left) left = px;
    if (px > right) right = px;
    if (py < top) top = py;
    if (py > bottom) bottom = py;
  }
  return { left, right, top, bottom };
}
