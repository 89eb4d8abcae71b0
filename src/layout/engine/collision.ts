import { createGrid, type Grid } from "./grid.ts";

/** Pushes bodies (x, y, vx, vy each) out of one another. */
export type Collider = (bodies: Float32Array) => void;

/**
 * A function that pushes bodies apart whose circles would overlap after this tick, as d3's forceCollide does
 * at strength 1: each pair resolves its overlap, the smaller circle moving more. Candidates come from grids,
 * one for each power of two of the radius, so that a few large circles do not make the search slow for all
 * others.
 */
export function collider(radius: Float32Array): Collider {
  const grids = gridsBySize(radius);
  return (bodies) => {
    grids.forEach((grid, rank) => {
      grid.fill(bodies);
      pushWithin(grid, bodies, radius);
      for (const larger of grids.slice(0, rank)) pushBetween(grid, larger, bodies, radius);
    });
  };
}

/** Each pair of the grid once: a body against those after it in its cell and the next, and the row above. */
function pushWithin(grid: Grid, bodies: Float32Array, radius: Float32Array): void {
  const { start, columns, cells } = grid;
  for (let cell = columns; cell < cells - columns; cell++) {
    const end = start[cell + 2]!;
    const above = cell + columns;
    for (let place = start[cell]!; place < start[cell + 1]!; place++) {
      pushRange(grid, place, grid, place + 1, end, bodies, radius);
      pushRange(grid, place, grid, start[above - 1]!, start[above + 2]!, bodies, radius);
    }
  }
}

/** Each pair of one grid's and a coarser one's bodies. */
function pushBetween(grid: Grid, larger: Grid, bodies: Float32Array, radius: Float32Array): void {
  for (let place = 0; place < grid.body.length; place++) {
    const cell = larger.cellAt(grid.x[place]!, grid.y[place]!);
    for (const row of [cell - larger.columns, cell, cell + larger.columns]) {
      pushRange(grid, place, larger, larger.start[row - 1]!, larger.start[row + 2]!, bodies, radius);
    }
  }
}

/** Moves the body at `place` and those of the other grid's places `from` up to `to` out of one another. */
function pushRange(
  grid: Grid,
  place: number,
  other: Grid,
  from: number,
  to: number,
  bodies: Float32Array,
  radius: Float32Array,
): void {
  const x = grid.x[place]!;
  const y = grid.y[place]!;
  const i = grid.body[place]!;
  const own = radius[i]!;
  for (let k = from; k < to; k++) {
    const dx = x - other.x[k]!;
    const dy = y - other.y[k]!;
    const square = dx * dx + dy * dy;
    const j = other.body[k]!;
    const room = own + radius[j]!;
    if (square >= room * room || square === 0) continue;
    const distance = Math.sqrt(square);
    const overlap = (room - distance) / distance;
    const share = (radius[j]! * radius[j]!) / (own * own + radius[j]! * radius[j]!);
    const toI = overlap * share;
    const toJ = overlap * (1 - share);
    bodies[4 * i + 2]! += dx * toI;
    bodies[4 * i + 3]! += dy * toI;
    bodies[4 * j + 2]! -= dx * toJ;
    bodies[4 * j + 3]! -= dy * toJ;
    other.x[k]! -= dx * toJ;
    other.y[k]! -= dy * toJ;
  }
}

/** Bodies whose radii lie between two powers of two share a grid; largest first, those without room in none. */
function gridsBySize(radius: Float32Array): Grid[] {
  const members = new Map<number, number[]>();
  radius.forEach((value, i) => {
    if (!(value > 0)) return;
    const power = Math.ceil(Math.log2(value));
    const sameSize = members.get(power);
    if (sameSize) sameSize.push(i);
    else members.set(power, [i]);
  });
  return [...members]
    .sort(([one], [other]) => other - one)
    .map(([, same]) => {
      // Two circles of a grid, or one with a smaller, meet only when their cells touch.
      const largest = same.reduce((most, i) => Math.max(most, radius[i]!), 0);
      return createGrid(Uint32Array.from(same), 2 * largest);
    });
}
