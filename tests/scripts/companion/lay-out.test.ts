import { describe, expect, test } from "vitest";
import { syntheticGraph } from "../../../scripts/bench/synthetic-graph.ts";
import { layOut } from "../../../scripts/companion/lay-out.ts";
import type { EngineGraph } from "../../../src/layout/engine/engine-graph.ts";

/** The first `count` papers of a literature that grows: with more of them the old ones keep their citations. */
function graphOf(count: number): EngineGraph {
  const { citing, cited } = syntheticGraph({ papers: 2_000, citations: 12_000, seed: 0.3 });
  const links = citing.findIndex((paper) => paper >= count);
  const own = links === -1 ? citing.length : links;
  return { count, citing: citing.subarray(0, own), cited: cited.subarray(0, own) };
}

/** The positions of before, and no place for so many newcomers. */
function grown(places: Float32Array, count: number): Float32Array {
  const before = new Float32Array(2 * count).fill(Number.NaN);
  before.set(places);
  return before;
}

const distances = (a: Float32Array, b: Float32Array) =>
  Array.from({ length: a.length / 2 }, (_, i) =>
    Math.hypot((a[2 * i] ?? 0) - (b[2 * i] ?? 0), (a[2 * i + 1] ?? 0) - (b[2 * i + 1] ?? 0)),
  ).sort((x, y) => x - y);

const spread = (places: Float32Array) => distances(places, new Float32Array(places.length)).at(-1) ?? 0;

describe("layOut", () => {
  const old = layOut(graphOf(1_900));

  test("keeps old papers about where they were when papers come", () => {
    const places = layOut(graphOf(2_000), grown(old, 2_000));
    const moved = distances(old, places.subarray(0, old.length));
    expect(moved[moved.length >> 1]).toBeLessThan(0.02 * spread(old));
    expect(moved[Math.floor(0.95 * moved.length)]).toBeLessThan(0.06 * spread(old));
    expect(places.every(Number.isFinite)).toBe(true);
  });

  test("puts newcomers near their neighbours", () => {
    const graph = graphOf(2_000);
    const places = layOut(graph, grown(old, 2_000));
    const lengths: number[] = [];
    graph.citing.forEach((citing, link) => {
      if (citing < 1_900) return;
      const cited = graph.cited[link] ?? 0;
      const at = (i: number) => places.subarray(2 * i, 2 * i + 2);
      lengths.push(distances(at(citing), at(cited))[0] ?? 0);
    });
    lengths.sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThan(0.5 * spread(places));
  });

  test("moves nothing when nobody comes", () => {
    expect(layOut(graphOf(1_900), old)).toEqual(old);
  });

  test("begins from nothing when less than half of the papers have a place", () => {
    const few = grown(old.subarray(0, 1_000), 1_900);
    expect(layOut(graphOf(1_900), few)).toEqual(old);
  });

  test("gives the same places for the same graph", () => {
    expect(layOut(graphOf(1_900))).toEqual(old);
  });
});
