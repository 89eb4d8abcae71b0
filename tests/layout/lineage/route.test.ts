import fc from "fast-check";
import { expect, test } from "vitest";
import { bentRoute, sampleRoute, stemRoute } from "../../../src/layout/lineage/route.ts";

const coordinate = fc.integer({ min: -500, max: 500 });
const point = fc.record({ x: coordinate, y: coordinate });
const share = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);

test("bentRoute starts at the citing and ends at the cited paper, horizontal at both", () => {
  fc.assert(
    fc.property(point, point, share, (citing, cited, bend) => {
      const route = bentRoute(citing, cited, bend, 60);
      expect(route.slice(0, 2)).toEqual([citing.x, citing.y]);
      expect(route.slice(-2)).toEqual([cited.x, cited.y]);
      expect(route[3]).toBe(citing.y);
      expect(route.at(-3)).toBe(cited.y);
    }),
  );
});

test("bentRoute never runs back to the right when the cited paper is to the left", () => {
  fc.assert(
    fc.property(point, fc.integer({ min: 4, max: 600 }), coordinate, share, (citing, back, y, bend) => {
      const points = sampleRoute(bentRoute(citing, { x: citing.x - back, y }, bend, 60));
      for (let i = 2; i < points.length; i += 2) {
        expect(points[i] as number).toBeLessThanOrEqual((points[i - 2] as number) + 1e-9);
      }
    }),
  );
});

test("stemRoute of two works share the way down to where they fan out", () => {
  const citing = { x: 300, y: 50 };
  const [one, two] = [
    stemRoute(citing, { x: 10, y: 400 }, 280, 380),
    stemRoute(citing, { x: 200, y: 410 }, 280, 380),
  ];
  expect(one.slice(0, 14)).toEqual(two.slice(0, 14));
  expect(one.slice(12, 14)).toEqual([280, 380]);
  expect([one.slice(-2), two.slice(-2)]).toEqual([
    [10, 400],
    [200, 410],
  ]);
});
