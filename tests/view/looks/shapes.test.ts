import { describe, expect, test } from "vitest";
import { COLOURS } from "../../../src/view/looks/palette.ts";
import { cornersOf, type Shape, shapeOfSlot } from "../../../src/view/looks/shapes.ts";

const shapes = [...new Set(Array.from({ length: 10 }, (_, slot) => shapeOfSlot(slot)))];

/** The area within closed corners, by the shoelace formula. */
function areaOf(corners: readonly (readonly [number, number])[]): number {
  const twice = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

describe("shapeOfSlot", () => {
  test("gives ten groups ten shapes, the first a circle", () => {
    expect(shapes).toHaveLength(10);
    expect(shapeOfSlot(0)).toBe("circle");
  });

  test("never gives two of a hundred groups the same shape in the same colour", () => {
    const pairs = Array.from({ length: 100 }, (_, slot) => `${shapeOfSlot(slot)} ${slot % COLOURS}`);
    expect(new Set(pairs).size).toBe(100);
  });
});

describe("cornersOf", () => {
  test.each(shapes.map((shape) => [shape]))(
    "gives the %s the area of a circle of radius 1",
    (shape: Shape) => {
      const corners = cornersOf(shape);
      if (corners === null) expect(shape).toBe("circle");
      else expect(areaOf(corners)).toBeCloseTo(Math.PI, 9);
    },
  );

  test("gives no two shapes the same outline", () => {
    const outlines = shapes.map((shape) =>
      (cornersOf(shape) ?? [])
        .map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`.replaceAll("-0.000", "0.000"))
        .sort()
        .join(" "),
    );
    expect(new Set(outlines).size).toBe(shapes.length);
  });
});
