/** Bodies with room around them, pushed apart where they overlap. */
export type Collider = (bodies: Float32Array, order: Uint32Array) => void;

const NONE = -1;

/**
 * A function that pushes bodies (x, y, vx, vy each) apart whose circles would overlap after this tick, as
 * d3's forceCollide does at strength 1: each pair makes good its overlap, the smaller circle moving more.
 * Candidates are found in hashed grids, one for each power of two of the radius, so that a few large
 * circles do not make the search slow for all others. `order` keeps near bodies near in memory.
 */
export function collider(radius: Float32Array): Collider {
  const count = radius.length;
  const levels = levelsOf(radius);
  const slots = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const head = new Int32Array(slots);
  const next = new Int32Array(count);
  const columns = new Int32Array(count);
  const rows = new Int32Array(count);
  const hash = (column: number, row: number, level: number) =>
    (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663) ^ Math.imul(level, 83_492_791)) & (slots - 1);

  return (bodies, order) => {
    head.fill(NONE);
    for (let rank = 0; rank < levels.cells.length; rank++) {
      for (let place = 0; place < count; place++) {
        const i = order[place]!;
        if (levels.of[i] !== rank) continue;
        const x = bodies[4 * i]! + bodies[4 * i + 2]!;
        const y = bodies[4 * i + 1]! + bodies[4 * i + 3]!;
        // Larger circles are in their grids already; those of the same size as far as they came before.
        for (let grid = 0; grid <= rank; grid++) {
          const cell = levels.cells[grid]!;
          const column = Math.floor(x / cell);
          const row = Math.floor(y / cell);
          for (let dc = -1; dc <= 1; dc++) {
            for (let dr = -1; dr <= 1; dr++) {
              let j = head[hash(column + dc, row + dr, grid)]!;
              for (; j !== NONE; j = next[j]!) {
                // Other cells may share the slot, even two of these nine.
                if (columns[j] !== column + dc || rows[j] !== row + dr || levels.of[j] !== grid) continue;
                push(bodies, radius, i, j, x, y);
              }
            }
          }
        }
        const cell = levels.cells[rank]!;
        columns[i] = Math.floor(x / cell);
        rows[i] = Math.floor(y / cell);
        const slot = hash(columns[i]!, rows[i]!, rank);
        next[i] = head[slot]!;
        head[slot] = i;
      }
    }
  };
}

/** Moves i, which will stand at x, y, and j out of one another. */
function push(bodies: Float32Array, radius: Float32Array, i: number, j: number, x: number, y: number): void {
  const dx = x - bodies[4 * j]! - bodies[4 * j + 2]!;
  const dy = y - bodies[4 * j + 1]! - bodies[4 * j + 3]!;
  const square = dx * dx + dy * dy;
  const own = radius[i]!;
  const other = radius[j]!;
  const room = own + other;
  if (square >= room * room || square === 0) return;
  const distance = Math.sqrt(square);
  const overlap = (room - distance) / distance;
  const share = (other * other) / (own * own + other * other);
  bodies[4 * i + 2]! += dx * overlap * share;
  bodies[4 * i + 3]! += dy * overlap * share;
  bodies[4 * j + 2]! -= dx * overlap * (1 - share);
  bodies[4 * j + 3]! -= dy * overlap * (1 - share);
}

/** The grids' cell sides, largest first, and which of them each body is in. */
function levelsOf(radius: Float32Array): { readonly cells: readonly number[]; readonly of: Uint8Array } {
  const powers = Int8Array.from(radius, (value) => (value > 0 ? Math.ceil(Math.log2(value)) : -100));
  const found = [...new Set(powers)].sort((p, q) => q - p);
  const largest = new Map<number, number>();
  powers.forEach((power, i) => {
    largest.set(power, Math.max(largest.get(power) ?? 0, radius[i]!));
  });
  return {
    // Two circles of a level, or one with a smaller, meet only when their cells touch.
    cells: found.map((power) => Math.max(2 * (largest.get(power) ?? 0), 1e-3)),
    of: Uint8Array.from(powers, (power) => found.indexOf(power)),
  };
}
