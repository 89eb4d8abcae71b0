import type { Part } from "./separate.ts";

/** Steps of the search spiral: px of arc between two tries. */
const STEP = 4;
const TRIES = 4_000;

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
  for (const part of parts) own.set(part.body, [...(own.get(part.body) ?? []), part]);
  for (const body of movable) {
    const [x, y] = [positions[2 * body] ?? 0, positions[2 * body + 1] ?? 0];
    const clear = () =>
      (own.get(body) ?? []).every((part) =>
        parts.every((other) => other.body === body || !overlap(positions, part, other)),
      );
    for (let angle = 0, tries = 0; !clear() && tries < TRIES; tries++) {
      const radius = (STEP * angle) / (2 * Math.PI);
      positions[2 * body] = x + radius * Math.cos(angle);
      positions[2 * body + 1] = y + radius * Math.sin(angle);
      angle += STEP / Math.max(STEP, radius);
    }
  }
}

function overlap(positions: Float64Array, a: Part, b: Part): boolean {
  const dx = (positions[2 * a.body] ?? 0) + a.dx - (positions[2 * b.body] ?? 0) - b.dx;
  const dy = (positions[2 * a.body + 1] ?? 0) + a.dy - (positions[2 * b.body + 1] ?? 0) - b.dy;
  return Math.abs(dx) < a.halfWidth + b.halfWidth && Math.abs(dy) < a.halfHeight + b.halfHeight;
}
