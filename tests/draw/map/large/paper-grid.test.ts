import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperGrid } from "../../../../src/draw/map/large/paper-grid.ts";

const place = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -20, max: 20 }));
const places = fc.array(place, { maxLength: 60 });
const columns = (points: readonly (readonly [number, number])[]) => ({
  x: Float32Array.from(points, ([x]) => x),
  y: Float32Array.from(points, ([, y]) => y),
});

describe("paperGrid", () => {
  test("finds the nearest paper that looking at each would find", () => {
    fc.assert(
      fc.property(places, place, fc.integer({ min: 1, max: 80 }), (points, [x, y], reach) => {
        const counts = (i: number) => i % 3 !== 2;
        const found = paperGrid(columns(points), counts).nearest(x, y, reach, (_, distance) => distance);
        const near = points
          .map(([px, py], i) => ({ i, distance: Math.hypot(px - x, py - y) }))
          .filter(({ i, distance }) => counts(i) && distance <= reach)
          .sort((a, b) => a.distance - b.distance || a.i - b.i);
        expect(found).toBe(near[0]?.i ?? -1);
      }),
    );
  });

  test("visits every paper of a box, and counts at least those", () => {
    fc.assert(
      fc.property(places, place, place, (points, [ax, ay], [bx, by]) => {
        const [x0, y0, x1, y1] = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
        const grid = paperGrid(columns(points), () => true);
        const visited: number[] = [];
        grid.visit(x0, y0, x1, y1, (paper) => visited.push(paper));
        expect(new Set(visited).size).toBe(visited.length);
        const inside = points.flatMap(([x, y], i) => (x >= x0 && x <= x1 && y >= y0 && y <= y1 ? [i] : []));
        for (const paper of inside) expect(visited).toContain(paper);
        expect(grid.countIn(x0, y0, x1, y1, 1e9)).toBe(visited.length);
      }),
    );
  });

  test("passes over papers whose cost is infinite, and stops counting when there are enough", () => {
    const grid = paperGrid(
      columns([
        [0, 0],
        [1, 0],
        [2, 0],
      ]),
      () => true,
    );
    expect(grid.nearest(0, 0, 9, (paper, distance) => (paper === 0 ? Infinity : distance))).toBe(1);
    expect(grid.nearest(0, 0, 9, () => Infinity)).toBe(-1);
    expect(grid.countIn(-9, -9, 9, 9, 1)).toBeGreaterThan(1);
  });

  test("knows maps without papers, with one, and with all in one place", () => {
    expect(paperGrid(columns([]), () => true).nearest(0, 0, 9, (_, d) => d)).toBe(-1);
    expect(paperGrid(columns([[3, 4]]), () => true).nearest(0, 0, 5, (_, d) => d)).toBe(0);
    const one = paperGrid(columns(Array.from({ length: 40 }, () => [7, 7] as const)), () => true);
    expect(one.nearest(7, 7, 1, (_, d) => d)).toBe(0);
    expect(one.countIn(7, 7, 7, 7, 1e9)).toBe(40);
  });
});
