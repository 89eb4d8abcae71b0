import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { radiusOnScreen } from "../../../src/draw/map/camera.ts";
import { hitTest } from "../../../src/draw/map/hit.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../../view/marked-model.ts";
import { stateWith } from "../../view/models.ts";

const corpus = corpusOf("A<-B, W, H", {
  H: { year: 1990 },
  A: { citationCount: 50_000 },
  W: { role: "context" },
});
const model = markedViewModel(buildSources(corpus), stateWith({ years: [2020, 2022] })).map;
const [A, B, H, W] = ["A", "B", "H", "W"].map((id) => model.papers.findIndex((paper) => paper.id === id)) as [
  number,
  number,
  number,
  number,
];
const onScreen = (i: number, k: number) => radiusOnScreen(model.papers[i]?.radius ?? 0, k);

function testAt(places: Record<number, readonly [number, number]>) {
  const positions = new Float64Array(model.papers.length * 2).fill(10_000);
  for (const [i, [x, y]] of Object.entries(places)) positions.set([x, y], Number(i) * 2);
  return hitTest(model, positions, onScreen);
}

describe("hitTest", () => {
  test("finds a paper on its dot and up to 12 px of the screen beside it, at every zoom", () => {
    const hit = testAt({ [A]: [0, 0] });
    for (const zoom of [0.15, 1, 4, 12]) {
      const reach = onScreen(A, zoom) / zoom;
      expect(hit(0, 0, zoom)).toBe(A);
      expect(hit(reach + 11 / zoom, 0, zoom)).toBe(A);
      expect(hit(0, -reach - 13 / zoom, zoom)).toBeNull();
    }
  });

  test("finds no hidden paper, and nothing where there is nothing", () => {
    expect(testAt({ [H]: [0, 0] })(0, 0, 1)).toBeNull();
    expect(testAt({})(0, 0, 1)).toBeNull();
  });

  test("prefers a paper of the survey to a work around it where both are as near", () => {
    const rim = onScreen(W, 1) - onScreen(B, 1);
    expect(testAt({ [B]: [-15, 0], [W]: [15 + rim, 0] })(0, 0, 1)).toBe(B);
    expect(testAt({ [B]: [-15, 0], [W]: [0, 0] })(0, 0, 1)).toBe(W);
  });

  test("finds the paper whose rim is nearest, as looking at each would", () => {
    const place = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }));
    fc.assert(
      fc.property(place, place, place, fc.double({ min: 0.2, max: 6, noNaN: true }), (a, b, w, zoom) => {
        const beyond = (i: number, [x, y]: readonly [number, number]) =>
          Math.hypot(x, y) * zoom - onScreen(i, zoom) + (i === W ? 4 : 0);
        const nearest = Math.min(beyond(A, a), beyond(B, b), beyond(W, w));
        const found = testAt({ [A]: a, [B]: b, [W]: w })(0, 0, zoom);
        if (nearest > 12) expect(found).toBeNull();
        else expect(beyond(found ?? -1, found === A ? a : found === B ? b : w)).toBe(nearest);
      }),
    );
  });
});
