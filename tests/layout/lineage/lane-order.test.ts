import fc from "fast-check";
import { expect, test } from "vitest";
import { type LaneLink, laneOrder } from "../../../src/layout/lineage/lane-order.ts";

const length = (order: readonly number[], links: readonly LaneLink[]) =>
  links.reduce((sum, { a, b, weight }) => sum + weight * Math.abs(order.indexOf(a) - order.indexOf(b)), 0);

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

test("laneOrder keeps the survey's order where no link says otherwise", () => {
  expect(laneOrder(4, [], [0, 0, 0, 0])).toEqual([0, 1, 2, 3]);
  expect(laneOrder(0, [], [])).toEqual([]);
});

test("laneOrder puts a lane that is drawn down at the bottom", () => {
  expect(laneOrder(3, [], [1, 0, 0]).at(-1)).toBe(0);
});

test("laneOrder finds the shortest arrangement of up to six lanes", () => {
  const lane = fc.integer({ min: 0, max: 5 });
  const link = fc.record({ a: lane, b: lane, weight: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 12 }), (links) => {
      const best = Math.min(...permutations([0, 1, 2, 3, 4, 5]).map((order) => length(order, links)));
      const order = laneOrder(6, links, [0, 0, 0, 0, 0, 0]);
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
      expect(length(order, links)).toBe(best);
    }),
    {
      numRuns: 60,
      examples: [
        [
          [
            { a: 1, b: 0, weight: 2 },
            { a: 3, b: 5, weight: 2 },
            { a: 4, b: 2, weight: 2 },
            { a: 3, b: 0, weight: 1 },
            { a: 0, b: 4, weight: 1 },
          ],
        ],
      ],
    },
  );
});
