import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LABEL_HEIGHT, type LabelColumns, labelZooms } from "../../../src/layout/network/label-zoom.ts";

function columnsOf(
  labels: readonly { x: number; y: number; width: number; radius?: number }[],
): LabelColumns {
  return {
    x: Float32Array.from(labels, ({ x }) => x),
    y: Float32Array.from(labels, ({ y }) => y),
    width: Float32Array.from(labels, ({ width }) => width),
    radius: Float32Array.from(labels, ({ radius = 4 }) => radius),
  };
}

const maps = fc
  .array(
    fc.record({
      x: fc.double({ min: -500, max: 500, noNaN: true }),
      y: fc.double({ min: -500, max: 500, noNaN: true }),
      width: fc.double({ min: 10, max: 150, noNaN: true }),
      radius: fc.double({ min: 2, max: 26, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map(columnsOf);

/** Where a label lies on the screen when dots have this share of their size. */
function boxOf({ x, y, width, radius }: LabelColumns, paper: number, k: number, factor: number) {
  const left = (x[paper] ?? 0) * k + (radius[paper] ?? 0) * factor;
  const middle = (y[paper] ?? 0) * k;
  return {
    left,
    right: left + (width[paper] ?? 0),
    top: middle - LABEL_HEIGHT / 2,
    bottom: middle + LABEL_HEIGHT / 2,
  };
}

describe("labelZooms", () => {
  test("lets no two shown labels touch, at whatever zoom and size of the dots", () => {
    fc.assert(
      fc.property(
        maps,
        fc.double({ min: 0.02, max: 100, noNaN: true }),
        fc.double({ min: 0.62, max: 2.4, noNaN: true }),
        (columns, k, factor) => {
          const zooms = labelZooms(columns, columns.x.keys());
          const boxes = [...zooms.keys()]
            .filter((paper) => (zooms[paper] ?? 0) <= k)
            .map((paper) => boxOf(columns, paper, k, factor));
          boxes.forEach((a, i) => {
            for (const b of boxes.slice(i + 1)) {
              const apart =
                a.left >= b.right - 0.01 ||
                b.left >= a.right - 0.01 ||
                a.top >= b.bottom - 0.01 ||
                b.top >= a.bottom - 0.01;
              expect(apart, JSON.stringify([a, b])).toBe(true);
            }
          });
        },
      ),
    );
  });

  test("shows the first of the order at every zoom, and each further one as soon as it is free", () => {
    // On one line: the labels are 94 px wide with their air, 100 px of the plane apart.
    const row = columnsOf([
      { x: 0, y: 0, width: 94 },
      { x: 100, y: 0, width: 94 },
      { x: 200, y: 0, width: 94 },
    ]);
    expect([...labelZooms(row, [1, 0, 2])]).toEqual([1, 0, 1]);
    // The middle one comes last: it yields to its neighbours, which are twice as far apart.
    expect([...labelZooms(row, [0, 2, 1])]).toEqual([0, 1, 0.5]);
  });

  test("waits only for labels that are shown by then", () => {
    // 1 hides behind 0 until zoom 16; 2 is free of 0 sooner and would wait for 1 if that were shown before.
    const columns = columnsOf([
      { x: 0, y: 0, width: 994 },
      { x: 0, y: 1, width: 994 },
      { x: 0, y: -2, width: 994 },
    ]);
    expect([...labelZooms(columns, [0, 1, 2])]).toEqual([0, 16, 8]);
  });

  test("is Infinity for a paper without a label, outside the order, or in the place of another", () => {
    const columns = columnsOf([
      { x: 0, y: 0, width: 50 },
      { x: 0, y: 0, width: 50 },
      { x: 9, y: 9, width: 0 },
      { x: 500, y: 500, width: 50 },
    ]);
    const never = Number.POSITIVE_INFINITY;
    expect([...labelZooms(columns, [0, 1, 2])]).toEqual([0, never, never, never]);
    expect([...labelZooms(columnsOf([]), [])]).toEqual([]);
  });
});
