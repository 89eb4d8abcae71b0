import { randomLcg } from "d3";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extentOfPlaces } from "../../../../src/draw/map/large/places.ts";
import { fieldAt, regionFields } from "../../../../src/draw/map/large/region-fields.ts";

/** Papers around given middles, with the number of the middle as their region. */
function clouds(middles: readonly (readonly [x: number, y: number, papers: number])[], seed = 0.3) {
  const random = randomLcg(seed);
  const papers = middles.flatMap(([x, y, count], region) =>
    Array.from({ length: count }, () => {
      const [angle, far] = [2 * Math.PI * random(), 60 * Math.sqrt(random())];
      return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle), region };
    }),
  );
  const places = { x: Float32Array.from(papers, ({ x }) => x), y: Float32Array.from(papers, ({ y }) => y) };
  return { places, regionOf: Int32Array.from(papers, ({ region }) => region), count: papers.length };
}

function fieldsOf({ places, regionOf, count }: ReturnType<typeof clouds>, regions: number, hidden = -1) {
  const shown = Uint8Array.from(regionOf, (region) => Number(region !== hidden));
  return regionFields(
    places,
    extentOfPlaces(places, (i) => i < count),
    regionOf,
    shown,
    regions,
  );
}

describe("regionFields", () => {
  test("gives each cloud of papers a field that holds most of it and no other cloud", () => {
    const map = clouds([
      [0, 0, 400],
      [400, 0, 300],
      [200, 300, 200],
    ]);
    const fields = fieldsOf(map, 3);
    expect(fields.map(({ region }) => region)).toEqual([0, 1, 2]);
    for (const region of [0, 1, 2]) {
      const own = Array.from(map.regionOf.keys()).filter((i) => map.regionOf[i] === region);
      const at = own.map((i) => fieldAt(fields, map.places.x[i]!, map.places.y[i]!)?.region);
      expect(at.filter((found) => found === region).length).toBeGreaterThan(0.9 * own.length);
    }
    expect(fieldAt(fields, 200, 100)).toBeNull();
  });

  test("puts a name where the papers gather", () => {
    const [field] = fieldsOf(
      clouds([
        [0, 0, 300],
        [500, 0, 10],
      ]),
      2,
    );
    expect(Math.hypot(field!.x, field!.y)).toBeLessThan(25);
  });

  test("lets no two fields share a place, however regions lie over each other", () => {
    const middle = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(middle, middle, middle, (a, b, c) => {
        const fields = fieldsOf(
          clouds([
            [...a, 120],
            [...b, 120],
            [...c, 60],
          ]),
          3,
        );
        for (let x = -40; x <= 240; x += 20) {
          for (let y = -40; y <= 240; y += 20) {
            const here = fields.filter((field) => fieldAt([field], x + 0.37, y + 0.41) !== null);
            expect(here.length).toBeLessThanOrEqual(1);
          }
        }
      }),
      // Where papers are sparse two regions are often even, as in the example.
      {
        numRuns: 25,
        examples: [
          [
            [149, 4],
            [92, 14],
            [87, 24],
          ],
        ],
      },
    );
  });

  test("leaves out hidden papers, papers of no region and regions of a few scattered papers", () => {
    const map = clouds([
      [0, 0, 200],
      [400, 0, 200],
    ]);
    expect(fieldsOf(map, 2, 1).map(({ region }) => region)).toEqual([0]);
    expect(fieldsOf({ ...map, regionOf: map.regionOf.map(() => -1) }, 2)).toEqual([]);
    expect(fieldsOf(clouds([]), 3)).toEqual([]);
  });
});
