import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { between, curvesAlong, curvesBetween, type Picture, STRIDE } from "../../../src/draw/map/picture.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../../view/marked-model.ts";
import { stateWith } from "../../view/models.ts";

const model = markedViewModel(
  buildSources(corpusOf("A<-B<-C, A<-C, C->W", { W: { role: "context" } })),
  stateWith(),
).map;
const count = model.papers.length;
const places = fc
  .array(fc.integer({ min: -999, max: 999 }), { minLength: count * 2, maxLength: count * 2 })
  .map((list) => Float64Array.from(list));
const at = (positions: Float64Array, paper: number) => [...positions.slice(paper * 2, paper * 2 + 2)];
const lineOf = (curves: Float64Array, link: number) => [...curves.slice(link * STRIDE, (link + 1) * STRIDE)];

describe("curvesBetween", () => {
  test("leads each line from the citing to the cited paper", () => {
    fc.assert(
      fc.property(places, (positions) => {
        const curves = curvesBetween(model, positions);
        expect(curves).toHaveLength(model.links.length * STRIDE);
        model.links.forEach(({ citing, cited }, i) => {
          const line = lineOf(curves, i);
          expect([line.slice(0, 2), line.slice(-2)]).toEqual([at(positions, citing), at(positions, cited)]);
        });
      }),
    );
  });

  test("bows lines between survey papers, to opposite sides there and back, and no other", () => {
    const positions = Float64Array.from([0, 0, 100, 0, 200, 0, 300, 0]);
    const curves = curvesBetween(model, positions);
    model.links.forEach(({ inner }, i) => {
      const heights = lineOf(curves, i).filter((_, k) => k % 2 === 1);
      expect(heights.some((y) => y !== 0)).toBe(inner);
    });
  });
});

describe("curvesAlong", () => {
  test("follows the routes of a layout, and goes straight where there is none", () => {
    const positions = Float64Array.from([0, 0, 100, 0, 200, 0, 300, 0]);
    const route = [95, 0, 60, 50, 40, 50, 5, 0];
    const curves = curvesAlong(model, positions, [route]);
    expect(lineOf(curves, 0).slice(0, 8)).toEqual(route);
    expect(
      new Set(
        lineOf(curves, 0)
          .slice(8)
          .map((value, k) => (k % 2 === 0 ? value - 5 : value)),
      ),
    ).toEqual(new Set([0]));
    expect(lineOf(curves, 1).slice(0, 2)).toEqual([200, 0]);
    expect(lineOf(curves, 1).slice(-2)).toEqual([0, 0]);
  });

  test("holds a route of as many pieces as there is room for", () => {
    const route = Array.from({ length: STRIDE }, (_, i) => i + 1);
    expect(lineOf(curvesAlong(model, new Float64Array(count * 2), [route]), 0)).toEqual(route);
  });
});

describe("between", () => {
  const picture = (positions: Float64Array): Picture => ({
    positions,
    curves: curvesBetween(model, positions),
  });

  test("is the first picture at 0, the second at 1, and half way in the middle", () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const [from, to] = [picture(a), picture(b)];
        expect(between(from, to, 0)).toEqual(from);
        expect(between(from, to, 1)).toEqual(to);
        expect(between(from, to, 0.5).positions).toEqual(a.map((value, i) => (value + (b[i] ?? 0)) / 2));
      }),
    );
  });

  test("keeps the ends of every line on their papers on the way", () => {
    fc.assert(
      fc.property(places, places, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        const { positions, curves } = between(picture(a), picture(b), t);
        model.links.forEach(({ citing, cited }, i) => {
          const line = lineOf(curves, i);
          const ends = [...at(positions, citing), ...at(positions, cited)];
          [...line.slice(0, 2), ...line.slice(-2)].forEach((value, k) => {
            expect(value).toBeCloseTo(ends[k] ?? Number.NaN, 6);
          });
        });
      }),
    );
  });
});
