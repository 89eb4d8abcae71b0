import type { Part } from "./separate.ts";

/** Steps of the search spiral: px of arc between two tries. */
const STEP = 4;
const TRIES = 4_000;
/** Width and height of the cells in which parts are looked up, px: as large as most of them. */
const CELL = 32;

/**
 * Moves each of the `movable` bodies whose parts still overlap another's (positions are changed in
 * place, in the order given) to the nearest free place on a spiral around it, so that none overlaps.
 */
export function moveToFreeSpots(
  positions: Float64Array,
  parts: readonly Part[],
  movable: readonly number[],
): void {
  const own = new Map<number, Part[]>();
  for (const part of parts) {
    const others = own.get(part.body);
    if (others) others.push(part);
    else own.set(part.body, [part]);
  }
  const cells = new Map<string, Part[]>();
  for (const part of parts) for (const key of cellsOf(positions, part)) at(cells, key).push(part);

  for (const body of movable) {
    const [x, y] = [positions[2 * body] ?? 0, positions[2 * body + 1] ?? 0];
    const bodyParts = own.get(body) ?? [];
    const clear = () =>
      bodyParts.every((part) =>
        cellsOf(positions, part).every((key) =>
          (cells.get(key) ?? []).every((other) => other.body === body || !overlap(positions, part, other)),
        ),
      );
    if (clear()) continue;
    for (const part of bodyParts) {
      for (const key of cellsOf(positions, part)) {
        const there = at(cells, key);
        there.splice(there.indexOf(part), 1);
      }
    }
    for (let angle = 0, tries = 0; !clear() && tries < TRIES; tries++) {
      const radius = (STEP * angle) / (2 * Math.PI);
      positions[2 * body] = x + radius * Math.cos(angle);
      positions[2 * body + 1] = y + radius * Math.sin(angle);
      angle += STEP / Math.max(STEP, radius);
    }
    for (const part of bodyParts) for (const key of cellsOf(positions, part)) at(cells, key).push(part);
  }
}

/** The cells that a part covers where its body is. */
function cellsOf(positions: Float64Array, { body, dx, dy, halfWidth, halfHeight }: Part): string[] {
  const [x, y] = [(positions[2 * body] ?? 0) + dx, (positions[2 * body + 1] ?? 0) + dy];
  const [left, right] = [Math.floor((x - halfWidth) / CELL), Math.floor((x + halfWidth) / CELL)];
  const [top, bottom] = [Math.floor((y - halfHeight) / CELL), Math.floor((y + halfHeight) / CELL)];
  const keys: string[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) keys.push(`${column} ${row}`);
  }
  return keys;
}

function at(cells: Map<string, Part[]>, key: string): Part[] {
  const there = cells.get(key);
  if (there) return there;
  const fresh: Part[] = [];
  cells.set(key, fresh);
  return fresh;
}

function overlap(positions: Float64Array, a: Part, b: Part): boolean {
  const dx = (positions[2 * a.body] ?? 0) + a.dx - (positions[2 * b.body] ?? 0) - b.dx;
  const dy = (positions[2 * a.body + 1] ?? 0) + a.dy - (positions[2 * b.body + 1] ?? 0) - b.dy;
  return Math.abs(dx) < a.halfWidth + b.halfWidth && Math.abs(dy) < a.halfHeight + b.halfHeight;
}
