import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Extent, extentOf, fitting, revealing } from "../../../src/draw/map/fitting.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../../view/marked-model.ts";
import { stateWith } from "../../view/models.ts";

const room = fc.integer({ min: 0, max: 150 });
const place = fc.integer({ min: -1_500, max: 1_500 });
const extents = fc.array(fc.record({ x: place, y: place, left: room, right: room, up: room, down: room }), {
  minLength: 1,
  maxLength: 12,
});
const sizes = fc.record({
  width: fc.integer({ min: 300, max: 2_000 }),
  height: fc.integer({ min: 300, max: 1_400 }),
});

/** The room all extents take at a zoom. */
function takenAt(k: number, all: readonly Extent[]) {
  const least = (of: (extent: Extent) => number) => Math.min(...all.map(of));
  const most = (of: (extent: Extent) => number) => Math.max(...all.map(of));
  return {
    x0: least(({ x, left }) => x * k - left),
    x1: most(({ x, right }) => x * k + right),
    y0: least(({ y, up }) => y * k - up),
    y1: most(({ y, down }) => y * k + down),
  };
}

describe("fitting", () => {
  test("keeps everything within the size and its margin whenever it need not be smaller than it can", () => {
    fc.assert(
      fc.property(extents, sizes, fc.constantFrom(0, 24), (all, size, margin) => {
        const { k, x, y } = fitting(all, size, margin);
        expect(k).toBeGreaterThanOrEqual(0.15);
        expect(k).toBeLessThanOrEqual(2);
        if (k <= 0.15) return;
        const { x0, x1, y0, y1 } = takenAt(k, all);
        expect(x0 + x).toBeGreaterThanOrEqual(margin - 1e-6);
        expect(y0 + y).toBeGreaterThanOrEqual(margin - 1e-6);
        expect(x1 + x).toBeLessThanOrEqual(size.width - margin + 1e-6);
        expect(y1 + y).toBeLessThanOrEqual(size.height - margin + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test("zooms in as far as anything larger would no longer fit", () => {
    fc.assert(
      fc.property(extents, sizes, fc.constantFrom(0, 24), (all, size, margin) => {
        const { k } = fitting(all, size, margin);
        for (let larger = 2; larger > k + 0.01; larger -= 0.01) {
          const { x0, x1, y0, y1 } = takenAt(larger, all);
          const fits = x1 - x0 <= size.width - 2 * margin && y1 - y0 <= size.height - 2 * margin;
          expect(fits, `${larger} fits, not only ${k}`).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("sees that labels which face each other need less room when they are apart", () => {
    const facing = [
      { x: -10, y: 0, left: 5, right: 150, up: 8, down: 8 },
      { x: 10, y: 0, left: 150, right: 5, up: 8, down: 8 },
    ];
    const { k } = fitting(facing, { width: 265, height: 400 }, 0);
    const { x0, x1 } = takenAt(k, facing);
    expect(x1 - x0).toBeLessThanOrEqual(265);
  });

  test("puts the middle of what is drawn into the middle of the surface", () => {
    const { k, x, y } = fitting(
      [{ x: 10, y: 20, left: 5, right: 5, up: 5, down: 5 }],
      { width: 400, height: 300 },
      20,
    );
    expect([k, 10 * k + x, 20 * k + y]).toEqual([
      expect.closeTo(2, 4),
      expect.closeTo(200, 6),
      expect.closeTo(150, 6),
    ]);
  });

  test("puts the origin into the middle where there is nothing to show", () => {
    expect(fitting([], { width: 400, height: 300 }, 20)).toEqual({ k: 1, x: 200, y: 150 });
  });
});

describe("extentOf", () => {
  const { papers } = markedViewModel(
    buildSources(corpusOf("A<-B, W", { W: { role: "context" } })),
    stateWith(),
  ).map;
  const [survey, , work] = papers;
  if (!survey || !work) throw new Error("the map lacks its papers");

  test("gives a label room on its own side", () => {
    const { radius, labelWidth } = survey;
    for (const side of ["right", "left"] as const) {
      const extent = extentOf(survey, side);
      expect(extent[side]).toBeGreaterThanOrEqual(radius + labelWidth);
      expect(extent[side === "right" ? "left" : "right"]).toBe(radius);
    }
    expect(extentOf(survey, "above").up).toBeGreaterThan(radius + 12);
    expect(extentOf(survey, "below").down).toBeGreaterThan(radius + 12);
    expect(extentOf(survey, undefined)).toEqual(extentOf(survey, "right"));
  });

  test("gives a work around the survey the room of its dot alone", () => {
    const { radius } = work;
    expect(extentOf(work, "right")).toEqual({ left: radius, right: radius, up: radius, down: radius });
  });
});

describe("revealing", () => {
  const size = { width: 400, height: 300 };

  test("leaves a camera that shows all as it is", () => {
    const camera = { k: 2, x: 10, y: 20 };
    expect(revealing(camera, [[50, 50]], size)).toBe(camera);
    expect(revealing(camera, [], size)).toBe(camera);
  });

  test("moves as little as brings a place to the margin, and does not zoom", () => {
    expect(revealing({ k: 1, x: 0, y: 0 }, [[500, 150]], size)).toEqual({ k: 1, x: -124, y: 0 });
    expect(revealing({ k: 1, x: 0, y: 0 }, [[200, -100]], size)).toEqual({ k: 1, x: 0, y: 124 });
  });

  test("shows every place when all have room, and the first whatever comes after", () => {
    const places = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 });
    const zoom = fc.double({ min: 0.2, max: 3, noNaN: true });
    fc.assert(
      fc.property(places, sizes, zoom, (all, window, k) => {
        const camera = revealing({ k, x: 0, y: 0 }, all, window);
        const inView = ([x, y]: readonly [number, number]) => {
          const [left, top] = [x * k + camera.x, y * k + camera.y];
          return left > 23 && left < window.width - 23 && top > 23 && top < window.height - 23;
        };
        const spread = (axis: 0 | 1) =>
          (Math.max(...all.map((at) => at[axis])) - Math.min(...all.map((at) => at[axis]))) * k;
        const [first] = all;
        expect(first !== undefined && inView(first)).toBe(true);
        if (spread(0) < window.width - 48 && spread(1) < window.height - 48)
          expect(all.every(inView)).toBe(true);
      }),
    );
  });
});
