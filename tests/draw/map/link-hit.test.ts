import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkAt } from "../../../src/draw/map/link-hit.ts";
import { curvesAlong, curvesBetween, type Picture, STRIDE } from "../../../src/draw/map/picture.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../../view/marked-model.ts";
import { stateWith } from "../../view/models.ts";

const corpus = corpusOf("A<-B, C<-D, C->W", { A: { year: 2021 }, B: { year: 2022 }, W: { role: "context" } });
const mapOf = (years: [number, number] | null = null) =>
  markedViewModel(buildSources(corpus), stateWith({ years })).map;
const model = mapOf();
// A and B far above C, D and W.
const positions = Float64Array.from([0, 0, 400, 0, 0, 500, 400, 500, 0, 900]);
const picture: Picture = { positions, curves: curvesBetween(model, positions) };

/** The point of a line's first piece at a share of it. */
function pointOf({ curves }: Picture, link: number, t: number): [number, number] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = curves.slice(link * STRIDE);
  const mix = (a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return [mix(x0, x1, x2, x3), mix(y0, y1, y2, y3)];
}

describe("linkAt", () => {
  test("finds the line a point lies on, at every zoom", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(0, 2),
        share,
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (link, t, zoom) => {
          const [x, y] = pointOf(picture, link, t);
          expect(linkAt(model, picture, x, y, zoom)).toBe(link);
        },
      ),
    );
  });

  test("finds a line within 6 px of the screen, and none farther away", () => {
    const [x, y] = pointOf(picture, 0, 0.5);
    for (const zoom of [0.5, 1, 3]) {
      expect(linkAt(model, picture, x, y + 5.5 / zoom, zoom)).toBe(0);
      expect(linkAt(model, picture, x, y + 7 / zoom, zoom)).toBeNull();
    }
    expect(linkAt(model, picture, 200, 250, 1)).toBeNull();
    expect(linkAt(model, picture, -50, 0, 1)).toBeNull();
  });

  test("finds a line along every piece of its route", () => {
    const route = [0, 0, 10, 0, 20, 0, 30, 0, 40, 0, 50, 50, 60, 60, 100, 60, 200, 60, 300, 60];
    const routed: Picture = { positions, curves: curvesAlong(model, positions, [route]) };
    for (const [x, y] of [
      [15, 0],
      [60, 60],
      [250, 60],
    ] as const) {
      expect(linkAt(model, routed, x, y, 1)).toBe(0);
    }
  });

  test("finds the nearer of two lines", () => {
    const near = [0, 0, 100, 0, 200, 0, 300, 0];
    const far = near.map((value, i) => (i % 2 === 1 ? 8 : value));
    const both: Picture = { positions, curves: curvesAlong(model, positions, [near, [], far]) };
    expect([linkAt(model, both, 150, 3, 1), linkAt(model, both, 150, 5, 1)]).toEqual([0, 2]);
  });

  test("finds no line to a work around the survey, and none that is hidden", () => {
    const [x, y] = pointOf(picture, 1, 0.5);
    expect(linkAt(model, picture, x, y, 1)).toBeNull();
    const [hiddenX, hiddenY] = pointOf(picture, 0, 0.5);
    expect(linkAt(mapOf([2021, 2021]), picture, hiddenX, hiddenY, 1)).toBeNull();
  });
});
