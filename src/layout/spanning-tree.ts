import type { Point } from "./input.ts";

export interface Segment {
  readonly from: Point;
  readonly to: Point;
  /** px. */
  readonly length: number;
}

/** The shortest tree that joins all points (Prim 1957, in quadratic time); none for fewer than two. */
export function spanningTree(points: readonly Point[]): Segment[] {
  const segments: Segment[] = [];
  const nearest = points.map(() => ({ from: 0, length: Infinity }));
  const outside = new Set(points.keys());
  for (let current: number | null = outside.size > 0 ? 0 : null; current !== null; ) {
    outside.delete(current);
    let next: number | null = null;
    for (const i of outside) {
      const known = nearest[i] as { from: number; length: number };
      const length = distance(points[current] as Point, points[i] as Point);
      if (length < known.length) Object.assign(known, { from: current, length });
      if (next === null || known.length < (nearest[next]?.length ?? 0)) next = i;
    }
    if (next !== null) {
      const { from, length } = nearest[next] as { from: number; length: number };
      segments.push({ from: points[from] as Point, to: points[next] as Point, length });
    }
    current = next;
  }
  return segments;
}

/** The distance of a place from a segment, px. */
export function separationFrom(x: number, y: number, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / square));
  return Math.sqrt((x - from.x - t * dx) ** 2 + (y - from.y - t * dy) ** 2);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
