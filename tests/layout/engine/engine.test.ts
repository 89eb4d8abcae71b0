import { expect, test } from "vitest";
import { d3Places, d3Simulation } from "../../../scripts/bench/d3-simulation.ts";
import { graphQuality } from "../../../scripts/bench/graph-quality.ts";
import { syntheticGraph } from "../../../scripts/bench/synthetic-graph.ts";
import { createEngine, type EngineOptions } from "../../../src/layout/engine/engine.ts";
import type { EngineGraph } from "../../../src/layout/engine/engine-graph.ts";
import { spiral } from "../../../src/layout/engine/spiral.ts";
import { engineGraph } from "./random-graph.ts";

const graph = syntheticGraph({ papers: 400, citations: 2_400 });

function settled(of: EngineGraph, options: EngineOptions = {}): Float32Array {
  const engine = createEngine(of, options);
  while (engine.tick());
  return engine.positions;
}

test("createEngine starts on d3's spiral and gives the same places for the same graph and seed, bit for bit", () => {
  expect(createEngine(graph).positions).toEqual(spiral(400));
  expect(settled(graph, { seed: 5 })).toEqual(settled(graph, { seed: 5 }));
});

test("createEngine gives layouts as good as d3-force's", () => {
  const graphs = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((seed) =>
    syntheticGraph({ papers: 300, citations: 1_500, seed }),
  );
  const all = { nearSamples: 300, stressSamples: 300 };
  /** The mean quality of the graphs, each placed by `place`. */
  const quality = (place: (one: (typeof graphs)[number]) => ArrayLike<number>) => {
    const each = graphs.map((one) => graphQuality(one, place(one), all));
    const mean = (name: "stress" | "neighbourhood") =>
      each.reduce((sum, one) => sum + one[name], 0) / each.length;
    return { stress: mean("stress"), neighbourhood: mean("neighbourhood") };
  };
  const [ours, theirs] = [
    quality((one) => settled(one)),
    quality((one) => d3Places(d3Simulation(one).tick(300))),
  ];
  expect(ours.stress).toBeLessThan(1.03 * theirs.stress);
  expect(ours.neighbourhood).toBeGreaterThan(0.97 * theirs.neighbourhood);
});

test("createEngine starts where it is told, and places without a number on the spiral", () => {
  const start = Float32Array.from([3, 4, Number.NaN, 1]);
  expect([...createEngine(engineGraph(2, [[1, 0]]), { start }).positions]).toEqual([
    3,
    4,
    ...spiral(2).subarray(2),
  ]);
});

test("createEngine.tick ends when all is at rest, and nothing moves then", () => {
  const engine = createEngine(
    engineGraph(3, [
      [1, 0],
      [2, 1],
    ]),
    { ticks: 20 },
  );
  let ticks = 1;
  while (engine.tick()) ticks++;
  expect(ticks).toBe(20);
  const rest = engine.positions.slice();
  expect(engine.tick()).toBe(false);
  expect(engine.positions).toEqual(rest);
});

test("createEngine.pin holds a paper while those it is linked with follow, until release", () => {
  const engine = createEngine(engineGraph(3, [[1, 0]]));
  while (engine.tick());
  const before = engine.positions.slice();
  engine.pin(0, 500, 0);
  for (let tick = 0; tick < 100; tick++) expect(engine.tick()).toBe(true);
  expect([...engine.positions.subarray(0, 2)]).toEqual([500, 0]);
  expect(engine.positions[2]).toBeGreaterThan(300);
  expect(Math.abs((engine.positions[4] ?? 0) - (before[4] ?? 0))).toBeLessThan(30);
  engine.release(0);
  while (engine.tick());
  expect(Math.hypot(engine.positions[0] ?? 0, engine.positions[1] ?? 0)).toBeLessThan(300);
});

test("createEngine.reheat makes a layout at rest move again", () => {
  const engine = createEngine(engineGraph(2, [[1, 0]]), { heat: 0 });
  expect(engine.tick()).toBe(false);
  engine.reheat(0.5);
  expect(engine.heat).toBe(0.5);
  expect(engine.tick()).toBe(true);
});

test("createEngine takes papers without links, links of a paper with itself, and double links", () => {
  const places = settled(
    engineGraph(4, [
      [1, 1],
      [2, 0],
      [2, 0],
    ]),
  );
  expect(places.length).toBe(8);
  expect(places.every(Number.isFinite)).toBe(true);
  expect(settled(engineGraph(0, [])).length).toBe(0);
  expect(settled(engineGraph(1, [])).every(Number.isFinite)).toBe(true);
});

test("createEngine names the link or column that does not fit the graph", () => {
  expect(() =>
    createEngine(
      engineGraph(2, [
        [1, 0],
        [2, 0],
      ]),
    ),
  ).toThrow("link 1 goes from paper 2 to 0, but there are 2 papers");
  expect(() => createEngine({ ...engineGraph(2, []), radius: new Float32Array(3) })).toThrow(
    "column radius has 3 entries, expected 2",
  );
  expect(() => createEngine(engineGraph(2, [])).pin(2, 0, 0)).toThrow("no paper 2 to pin; there are 2");
});
