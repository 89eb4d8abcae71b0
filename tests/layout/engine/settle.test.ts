import { expect, test } from "vitest";
import { graphQuality } from "../../../scripts/bench/graph-quality.ts";
import { syntheticGraph } from "../../../scripts/bench/synthetic-graph.ts";
import { coarsen, finestLevel } from "../../../src/layout/engine/coarsen.ts";
import { createEngine } from "../../../src/layout/engine/engine.ts";
import { settle, settling } from "../../../src/layout/engine/settle.ts";
import { springsOf } from "../../../src/layout/engine/springs.ts";
import { engineGraph } from "./random-graph.ts";

const graph = syntheticGraph({ papers: 1_000, citations: 8_000 });

test("settle is nearly as good as a whole simulation, by stress and by neighbourhood", () => {
  const engine = createEngine(graph);
  while (engine.tick());
  const [quick, whole] = [graphQuality(graph, settle(graph)), graphQuality(graph, engine.positions)];
  expect(quick.stress).toBeLessThan(1.08 * whole.stress);
  expect(quick.neighbourhood).toBeGreaterThan(0.97 * whole.neighbourhood);
});

test("settle gives the same places for the same graph and seed, bit for bit", () => {
  expect(settle(graph, { seed: 2 })).toEqual(settle(graph, { seed: 2 }));
});

test("settle draws papers of a group together", () => {
  const group = Int32Array.from({ length: graph.count }, (_, i) => (i % 2 === 0 ? i % 8 : -1));
  const spread = (places: Float32Array) => {
    const [first = 0, second = 0] = [0, 2].map((own) => {
      const members = [...group.keys()].filter((i) => group[i] === own);
      return members.reduce((sum, i) => sum + (places[2 * i] ?? 0), 0) / members.length;
    });
    const square = (i: number) => ((places[2 * i] ?? 0) - (group[i] === 0 ? first : second)) ** 2;
    return [...group.keys()]
      .filter((i) => group[i] === 0 || group[i] === 2)
      .reduce((sum, i) => sum + square(i), 0);
  };
  expect(spread(settle({ ...graph, group }))).toBeLessThan(0.9 * spread(settle(graph)));
});

test("settle takes graphs without links, without papers and in many pieces", () => {
  for (const links of [
    [],
    [
      [1, 0],
      [3, 2],
      [150, 149],
    ],
  ] as [number, number][][]) {
    const places = settle(engineGraph(200, links));
    expect(places.length).toBe(400);
    expect(places.every(Number.isFinite)).toBe(true);
  }
  expect(settle(engineGraph(0, [])).length).toBe(0);
});

test("settling shows every paper's place at each step and ends with the settled ones", () => {
  const steps = settling(graph);
  let shown = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      expect(step.value).toEqual(settle(graph));
      break;
    }
    expect(step.value.length).toBe(2_000);
    expect(step.value.every(Number.isFinite)).toBe(true);
    shown++;
  }
  expect(shown).toBeGreaterThan(20);
});

test("coarsen keeps all papers and all links, between clusters or within them", () => {
  const fine = finestLevel(1_000, springsOf(graph));
  const { level, parent } = coarsen(fine, 40);
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
  expect(level.count).toBeLessThan(500);
  expect(parent.every((own) => own < level.count)).toBe(true);
  expect(sum(level.mass)).toBe(1_000);
  expect(Math.max(...level.mass)).toBeLessThanOrEqual(40);
  expect(2 * sum(level.links) + sum(level.inner)).toBe(16_000);
});

test("coarsen pulls a cluster as its papers are pulled on average", () => {
  // Three papers that cite one another, two more that do, and one link between them.
  const pairs: [number, number][] = [
    [1, 0],
    [2, 0],
    [2, 1],
    [4, 3],
    [3, 2],
  ];
  const springs = springsOf(engineGraph(5, pairs));
  const between = springs.a.findIndex((a, e) => a === 3 && springs.b[e] === 2);
  const { level, parent } = coarsen(finestLevel(5, springs), 3);
  expect([...parent]).toEqual([0, 0, 0, 1, 1]);
  expect(level.springs.a.length).toBe(1);
  expect(level.springs.pullA[0]).toBeCloseTo((springs.pullB[between] ?? 0) / 3, 6);
  expect(level.springs.pullB[0]).toBeCloseTo((springs.pullA[between] ?? 0) / 2, 6);
  expect([...level.inner]).toEqual([6, 2]);
});
