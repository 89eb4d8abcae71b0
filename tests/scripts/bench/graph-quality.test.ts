import { expect, test } from "vitest";
import { graphQuality } from "../../../scripts/bench/graph-quality.ts";
import { layoutQuality } from "../../../src/layout/quality.ts";

/** 0 ← 1 ← 2 ← 3 ← 4 */
const chain = { count: 5, citing: Uint32Array.of(1, 2, 3, 4), cited: Uint32Array.of(0, 1, 2, 3) };

test("graphQuality has no stress in places as far apart as papers are, at any scale", () => {
  const { stress, neighbourhood } = graphQuality(chain, [0, 0, 7, 0, 14, 0, 21, 0, 28, 0]);
  expect(stress).toBeCloseTo(0, 10);
  expect(neighbourhood).toBe(1);
});

test("graphQuality tells a bent chain from a straight one", () => {
  expect(graphQuality(chain, [0, 0, 1, 0, 1, 1, 0, 1, 0, 0.1]).stress).toBeGreaterThan(0.1);
});

test("graphQuality counts neighbours as layoutQuality does where no distances are equal", () => {
  const places = [0, 0, 9, 1, 2, 5, 1, 3, 30, 0];
  const papers = Array.from({ length: 5 }, () => ({ radius: 1, label: null })) as never;
  const links = [...chain.citing].map((citing, e) => ({ citing, cited: chain.cited[e] })) as never;
  const sides = Array.from({ length: 5 }, () => "right" as const);
  const expected = layoutQuality(papers, links, Float64Array.from(places), sides).neighbourhood;
  expect(expected).toBeLessThan(1);
  expect(graphQuality(chain, places).neighbourhood).toBeCloseTo(expected, 10);
});

test("graphQuality of places that are no numbers is NaN", () => {
  expect(graphQuality(chain, new Array(10).fill(Number.NaN)).stress).toBeNaN();
});
