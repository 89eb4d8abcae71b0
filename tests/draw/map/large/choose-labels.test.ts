import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseLabels, type LabelWishes } from "../../../../src/draw/map/large/choose-labels.ts";

const SIZE = { width: 400, height: 200 };
const CAMERA = { k: 1, x: 0, y: 0 };
const columns = (points: readonly (readonly [number, number])[]) => ({
  x: Float32Array.from(points, ([x]) => x),
  y: Float32Array.from(points, ([, y]) => y),
});
const wishes = (rest: readonly number[], more: Partial<LabelWishes> = {}): LabelWishes => ({
  must: [],
  first: [],
  rest,
  labelZoom: null,
  mostFirst: 50,
  mostRest: 50,
  widthOf: () => 60,
  radiusOf: () => 4,
  ...more,
});
const boxOf = ({ x, y, anchor }: ReturnType<typeof chooseLabels>[number]) =>
  anchor === "start"
    ? { x0: x, x1: x + 60, y }
    : anchor === "end"
      ? { x0: x - 60, x1: x, y }
      : { x0: x - 30, x1: x + 30, y };

describe("chooseLabels", () => {
  test("lets no two labels touch, and keeps them on the screen and off the boxes", () => {
    const point = fc.tuple(fc.integer({ min: -20, max: 420 }), fc.integer({ min: -20, max: 220 }));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), (points) => {
        const box = { x0: 100, y0: 50, x1: 220, y1: 90 };
        const labels = chooseLabels(wishes([...points.keys()]), columns(points), CAMERA, SIZE, [box]);
        const boxes = labels.map(boxOf);
        boxes.forEach((one, i) => {
          expect(one.x0 >= 0 && one.x1 <= 400 && one.y >= 7 && one.y <= 193).toBe(true);
          expect(one.x1 <= box.x0 || one.x0 >= box.x1 || one.y + 7 <= box.y0 || one.y - 7 >= box.y1).toBe(
            true,
          );
          for (const other of boxes.slice(0, i)) {
            expect(one.x1 <= other.x0 || one.x0 >= other.x1 || Math.abs(one.y - other.y) >= 14).toBe(true);
          }
        });
      }),
    );
  });

  test("puts what comes first above or below where both sides are taken, and the rest nowhere", () => {
    const sides = [
      { x0: 112, y0: 98, x1: 180, y1: 102 },
      { x0: 20, y0: 98, x1: 88, y1: 102 },
    ];
    const alone = columns([[100, 100]]);
    const above = chooseLabels(wishes([], { first: [0] }), alone, CAMERA, SIZE, sides);
    expect(above).toEqual([{ paper: 0, x: 100, y: 86, anchor: "middle", loud: false }]);
    const lid = { x0: 70, y0: 70, x1: 130, y1: 84 };
    const below = chooseLabels(wishes([], { first: [0] }), alone, CAMERA, SIZE, [...sides, lid]);
    expect(below).toMatchObject([{ y: 114, anchor: "middle" }]);
    expect(chooseLabels(wishes([0]), alone, CAMERA, SIZE, sides)).toEqual([]);
  });

  test("prefers what comes first, and puts it on the left where the right is taken", () => {
    const labels = chooseLabels(
      wishes([0, 1, 2]),
      columns([
        [100, 100],
        [90, 100],
        [95, 100],
      ]),
      CAMERA,
      SIZE,
    );
    expect(labels.map(({ paper, anchor }) => [paper, anchor])).toEqual([
      [0, "start"],
      [1, "end"],
    ]);
  });

  test("shows a label from the zoom on at which it is free, but what is attended at any zoom", () => {
    const labelZoom = Float32Array.of(2, Infinity, 0.5);
    const points = columns([
      [20, 20],
      [20, 60],
      [20, 100],
    ]);
    const at = (k: number, more = {}) =>
      chooseLabels(wishes([0, 1, 2], { labelZoom, ...more }), points, { ...CAMERA, k }, SIZE).map(
        ({ paper }) => paper,
      );
    expect(at(1)).toEqual([2]);
    expect(at(1.9, { first: [0] })).toEqual([0, 2]);
    expect(at(2)).toEqual([0]);
    expect(at(1, { must: [1] })).toEqual([1, 2]);
  });

  test("always shows what it must, and no more than it may", () => {
    const points = columns([
      [100, 100],
      [100, 100],
      [100, 100],
      [300, 20],
      [300, 60],
    ]);
    const labels = chooseLabels(wishes([3, 4], { must: [0, 1, 2], mostRest: 1 }), points, CAMERA, SIZE);
    expect(labels.map(({ paper }) => paper)).toEqual([0, 1, 2, 3]);
    expect(labels.map(({ loud }) => loud)).toEqual([true, true, true, false]);
  });

  test("leaves out papers without a label", () => {
    expect(chooseLabels(wishes([0], { widthOf: () => 0 }), columns([[50, 50]]), CAMERA, SIZE)).toEqual([]);
  });
});
