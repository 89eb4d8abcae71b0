import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largeLineage } from "../../../src/layout/lineage/large-lineage.ts";
import { dayOf } from "../../../src/layout/lineage/time-axis.ts";

const SIZE = { width: 1200, height: 700 };

function lineageOf(papers: readonly { day: number; group: number }[], more = {}) {
  return largeLineage({
    day: Float32Array.from(papers, ({ day }) => day),
    group: Int32Array.from(papers, ({ group }) => group),
    survey: new Uint8Array(papers.length).fill(1),
    order: Uint32Array.from(papers.keys()),
    root: -1,
    ...SIZE,
    ...more,
  });
}

const paper = fc.record({
  day: fc.oneof(fc.integer({ min: dayOf(2015, 0), max: dayOf(2024, 0) }), fc.constant(Number.NaN)),
  group: fc.integer({ min: -1, max: 20 }),
});
const many = fc.array(paper, { minLength: 1, maxLength: 400 });

describe("largeLineage", () => {
  test("keeps every paper in its lane and every lane within the height", () => {
    fc.assert(
      fc.property(many, (papers) => {
        const { x, y, lanes, axis } = lineageOf(papers);
        const own = new Map(lanes.map((lane) => [lane.group, lane]));
        papers.forEach(({ day, group }, i) => {
          const lane = own.get(group) ?? own.get(null);
          expect(lane).toBeDefined();
          expect(y[i]).toBeGreaterThan(lane!.y0);
          expect(y[i]).toBeLessThan(lane!.y1);
          if (!Number.isNaN(day)) expect(x[i]).toBeCloseTo(axis.xOf(day), 2);
          else expect(x[i]).toBeGreaterThan(papers.some((one) => !Number.isNaN(one.day)) ? axis.x1 : 0);
          expect(x[i]).toBeLessThanOrEqual(SIZE.width);
        });
        lanes.forEach((lane, i) => {
          expect(lane.y0).toBeCloseTo(lanes[i - 1]?.y1 ?? 30, 6);
        });
        expect(lanes.at(-1)!.y1).toBeLessThanOrEqual(SIZE.height + 0.01);
      }),
    );
  });

  test("gives the marks of a short list rows in their lanes on which none touches another", () => {
    const someListed = fc.tuple(many, fc.uniqueArray(fc.nat(399), { maxLength: 12 }));
    fc.assert(
      fc.property(someListed, ([papers, places]) => {
        const listed = places.filter(
          (i) => i < papers.length && papers[i]!.group >= 0 && papers[i]!.group < 4,
        );
        const few = papers.map(({ day, group }) => ({ day, group: Math.min(group, 3) }));
        const { x, y, lanes } = lineageOf(few, { listed: Uint32Array.from(listed) });
        for (const i of listed) {
          const lane = lanes.find(({ group }) => group === few[i]!.group) ?? lanes.at(-1)!;
          expect(y[i]).toBeGreaterThan(lane.y0);
          expect(y[i]).toBeLessThan(lane.y1);
          for (const j of listed) {
            if (j >= i || few[j]!.group !== few[i]!.group) continue;
            expect(Math.max(Math.abs(x[i]! - x[j]!), Math.abs(y[i]! - y[j]!))).toBeGreaterThanOrEqual(11.99);
          }
        }
      }),
    );
  });

  test("puts older papers left of newer ones", () => {
    fc.assert(
      fc.property(many, (papers) => {
        const { x } = lineageOf(papers);
        papers.forEach(({ day }, i) => {
          papers.forEach((other, j) => {
            if (day < other.day) expect(x[i]!).toBeLessThanOrEqual(x[j]!);
          });
        });
      }),
      { numRuns: 20 },
    );
  });

  test("gives the largest groups lanes, largest first and highest, and the rest one together at the bottom", () => {
    const papers = [5, 40, 12].flatMap((count, group) =>
      Array.from({ length: count }, (_, i) => ({ day: dayOf(2020, i % 12), group })),
    );
    const { lanes } = lineageOf([...papers, { day: dayOf(2020, 3), group: -1 }]);
    expect(lanes.map(({ group, papers }) => [group, papers])).toEqual([
      [1, 40],
      [2, 12],
      [0, 5],
      [null, 1],
    ]);
    const heights = lanes.map(({ y0, y1 }) => y1 - y0);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  });

  test("puts the most important papers of a date in the middle of the lane, the others around them", () => {
    const papers = Array.from({ length: 9 }, () => ({ day: dayOf(2020, 5), group: 0 }));
    const order = Uint32Array.of(4, 0, 1, 2, 3, 5, 6, 7, 8);
    const { y, lanes } = lineageOf([...papers, { day: dayOf(2018, 0), group: 0 }], {
      order: Uint32Array.of(...order, 9),
    });
    const middle = y[4]!;
    const away = Array.from(order, (i) => Math.abs(y[i]! - middle));
    expect(away).toEqual(away.toSorted((a, b) => a - b));
    expect(new Set(y.subarray(0, 9)).size).toBe(9);
    expect(middle).toBeGreaterThan(lanes[0]!.y0);
  });

  test("has more than enough room on a phone, and knows a map without dates or papers", () => {
    const papers = Array.from({ length: 300 }, (_, i) => ({ day: dayOf(2020, i % 24), group: i % 15 }));
    const { lanes } = lineageOf(papers, { width: 390, height: 300 });
    expect(lanes.length).toBeLessThan(9);
    expect(lineageOf([{ day: Number.NaN, group: 0 }]).axis).toMatchObject({ ticks: [], undated: { x0: 10 } });
    expect(lineageOf([]).lanes).toHaveLength(1);
  });

  test("gives the same places for the same papers", () => {
    const papers = Array.from({ length: 200 }, (_, i) => ({ day: dayOf(2020, i % 40), group: i % 4 }));
    expect(lineageOf(papers).y).toEqual(lineageOf(papers).y);
  });
});
