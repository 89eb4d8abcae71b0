import { expect, test } from "vitest";
import { networkLayout } from "../../../src/layout/network/network-layout.ts";
import { createNetworkSimulation } from "../../../src/layout/network/network-simulation.ts";
import { fork } from "../../graphs.ts";
import { layoutGraph } from "../layout-graph.ts";

const graph = layoutGraph(fork);
const settled = networkLayout(graph.papers, graph.links).positions;

function restAfter(simulation: { tick(): boolean }): number {
  let ticks = 0;
  while (simulation.tick()) {
    ticks++;
    if (ticks > 2_000) throw new Error("never comes to rest");
  }
  return ticks;
}

test("createNetworkSimulation rests until somebody drags", () => {
  const simulation = createNetworkSimulation(graph.papers, graph.links, settled);
  expect(simulation.tick()).toBe(false);
  expect(simulation.positions).toEqual(settled);
});

test("createNetworkSimulation holds a pinned paper at its place and draws its neighbours along", () => {
  const simulation = createNetworkSimulation(graph.papers, graph.links, settled);
  const [x, y] = [(settled[0] as number) + 200, (settled[1] as number) + 50];
  simulation.pin(0, x, y);
  for (let i = 0; i < 60; i++) expect(simulation.tick()).toBe(true);
  expect([...simulation.positions.slice(0, 2)]).toEqual([x, y]);
  expect(simulation.positions[2]).toBeGreaterThan(settled[2] as number);
});

test("createNetworkSimulation comes to rest after a release and leaves the paper where it was dropped", () => {
  const simulation = createNetworkSimulation(graph.papers, graph.links, settled);
  simulation.pin(1, 400, 300);
  simulation.tick();
  simulation.release(1);
  expect(restAfter(simulation)).toBeGreaterThan(0);
  expect(
    Math.hypot((simulation.positions[2] as number) - 400, (simulation.positions[3] as number) - 300),
  ).toBeLessThan(1);
});

test("createNetworkSimulation leaves the settled positions as they were", () => {
  const before = Float64Array.from(settled);
  const simulation = createNetworkSimulation(graph.papers, graph.links, settled);
  simulation.pin(0, 500, 500);
  simulation.tick();
  expect(settled).toEqual(before);
});
