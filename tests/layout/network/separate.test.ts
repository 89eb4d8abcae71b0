import fc from "fast-check";
import { expect, test } from "vitest";
import { moveToFreeSpots } from "../../../src/layout/network/free-spot.ts";
import { type Part, separate } from "../../../src/layout/network/separate.ts";

const square = (body: number, half = 10): Part => ({ body, dx: 0, dy: 0, halfWidth: half, halfHeight: half });

function overlaps(positions: Float64Array, parts: readonly Part[]): number {
  let count = 0;
  for (const a of parts) {
    for (const b of parts) {
      const dx = Math.abs((positions[2 * a.body] as number) - (positions[2 * b.body] as number));
      const dy = Math.abs((positions[2 * a.body + 1] as number) - (positions[2 * b.body + 1] as number));
      if (a.body < b.body && dx < a.halfWidth + b.halfWidth - 1e-3 && dy < a.halfHeight + b.halfHeight - 1e-3)
        count++;
    }
  }
  return count;
}

test("separate leaves alone what does not overlap", () => {
  const positions = Float64Array.of(0, 0, 100, 0);
  expect(separate(positions, [square(0), square(1)], () => 1)).toBe(0);
  expect([...positions]).toEqual([0, 0, 100, 0]);
});

test("separate parts two bodies at the same place", () => {
  const positions = new Float64Array(4);
  separate(positions, [square(0), square(1)], () => 1);
  expect(overlaps(positions, [square(0), square(1)])).toBe(0);
});

test("separate moves only what yields", () => {
  const positions = Float64Array.of(0, 0, 5, 0);
  separate(positions, [square(0), square(1)], (body) => body);
  expect([...positions.slice(0, 2)]).toEqual([0, 0]);
  expect(positions[2]).toBeGreaterThanOrEqual(20);
});

test("moveToFreeSpots leaves no overlap, however crowded the start", () => {
  const place = fc.integer({ min: -30, max: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 25 }), (places) => {
      const positions = Float64Array.from(places.flat());
      const parts = places.map((_, body) => square(body, 6));
      moveToFreeSpots(positions, parts, [...places.keys()]);
      expect(overlaps(positions, parts)).toBe(0);
    }),
    { numRuns: 50 },
  );
});
