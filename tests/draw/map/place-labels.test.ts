import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LabelWish, type PlacedLabel, placeLabels } from "../../../src/draw/map/place-labels.ts";

const wish = (index: number, more: Partial<LabelWish> = {}): LabelWish => ({
  index,
  x: 100,
  y: 100,
  radius: 6,
  width: 60,
  height: 15,
  importance: 1,
  must: false,
  side: "right",
  ...more,
});

const wishes = fc
  .array(
    fc.record({
      x: fc.integer({ min: -20, max: 420 }),
      y: fc.integer({ min: -20, max: 320 }),
      radius: fc.integer({ min: 2, max: 20 }),
      width: fc.integer({ min: 5, max: 150 }),
      height: fc.constantFrom(12, 15, 18),
      importance: fc.nat(3),
      must: fc.constantFrom(false, false, false, true),
      side: fc.constantFrom("right", "left", "above", "below"),
    } as const),
    { maxLength: 25 },
  )
  .map((list) => list.map((one, index): LabelWish => ({ index, ...one })));

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Where the letters of a placed label stand. */
function boxOf({ index, x, y, anchor }: PlacedLabel, all: readonly LabelWish[]): Box {
  const { width = 0, height = 0 } = all.find((one) => one.index === index) ?? {};
  const x0 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x0, y0: y - height / 2, x1: x0 + width, y1: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

describe("placeLabels", () => {
  test("never lets a label touch another or a dot that is not its own, save those that must be shown", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const placed = placeLabels(all, all);
        const may = placed.filter(({ index }) => !all[index]?.must);
        for (const label of may) {
          const box = boxOf(label, all);
          for (const other of placed) {
            if (other !== label) expect(overlap(box, boxOf(other, all))).toBe(false);
          }
          for (const { index, x, y, radius } of all) {
            const dot = { x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius };
            if (index !== label.index) expect(overlap(box, dot)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("always places what must be shown, and each label at most once", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const placed = placeLabels(all, all, 400).map(({ index }) => index);
        expect(placed).toEqual(
          expect.arrayContaining(all.flatMap(({ must, index }) => (must ? [index] : []))),
        );
        expect(placed).toEqual([...new Set(placed)].sort((a, b) => a - b));
      }),
    );
  });

  test("keeps labels between 0 and the width, save those that must be shown", () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 100, max: 400 }), (all, width) => {
        for (const label of placeLabels(all, all, width)) {
          if (all[label.index]?.must) continue;
          const { x0, x1 } = boxOf(label, all);
          expect(x0).toBeGreaterThanOrEqual(0);
          expect(x1).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  test("does not depend on the order in which labels and dots are given", () => {
    const shuffled = wishes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, dealt]) => {
        expect(placeLabels(dealt, dealt, 400)).toEqual(placeLabels(all, all, 400));
      }),
    );
  });

  test("never moves a label that has room from the side that was wished for", () => {
    const anchors = { right: "start", left: "end", above: "middle", below: "middle" } as const;
    for (const side of ["right", "left", "above", "below"] as const) {
      const [label] = placeLabels([wish(0, { side })], []);
      expect(label?.anchor).toBe(anchors[side]);
      if (side === "above") expect(label?.y).toBeLessThan(100 - 6);
      if (side === "below") expect(label?.y).toBeGreaterThan(100 + 6);
    }
  });

  test("gives the place to the more important of two, and to the first of equals", () => {
    const walls = Array.from({ length: 8 }, (_, i) => ({
      index: 10 + i,
      x: 20 * i - 10,
      y: 130,
      radius: 10,
    }));
    const crowd = [
      ...walls,
      ...walls.map((wall) => ({ ...wall, y: 70 })),
      { index: 30, x: 40, y: 100, radius: 10 },
    ];
    const placed = (first: number, second: number) =>
      placeLabels([wish(0, { importance: first }), wish(1, { x: 101, importance: second })], crowd).map(
        ({ index }) => index,
      );
    expect(placed(1, 2)).toEqual([1]);
    expect(placed(2, 1)).toEqual([0]);
    expect(placed(1, 1)).toEqual([0]);
  });

  test("places every label of marks that stand far apart, and none of no marks", () => {
    const far = Array.from({ length: 20 }, (_, i) => wish(i, { x: 200 * i }));
    expect(placeLabels(far, far)).toHaveLength(20);
    expect(placeLabels([], [])).toEqual([]);
  });
});
