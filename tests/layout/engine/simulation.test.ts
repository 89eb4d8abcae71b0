import {
  type Force,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3";
import { describe, expect, test } from "vitest";
import { syntheticGraph } from "../../../scripts/bench/synthetic-graph.ts";
import { seededRandom } from "../../../src/layout/by-id.ts";
import { placeBodies } from "../../../src/layout/engine/places.ts";
import { createSimulation, type Forces, type System } from "../../../src/layout/engine/simulation.ts";
import { type Springs, springsOf } from "../../../src/layout/engine/springs.ts";
import { bareSystem, engineGraph, only, randomPlaces } from "./random-graph.ts";

const HEAT = 0.5;

/** Velocities (vx, vy pairs) after one tick under one of d3's forces, without friction. */
function d3Velocities(places: Float32Array, force: Force<SimulationNodeDatum, undefined>): Float64Array {
  const nodes = Array.from(
    { length: places.length / 2 },
    (_, i): SimulationNodeDatum => ({ x: places[2 * i] ?? 0, y: places[2 * i + 1] ?? 0 }),
  );
  forceSimulation(nodes).stop().alpha(HEAT).alphaDecay(0).velocityDecay(0).force("one", force).tick();
  return Float64Array.from(nodes.flatMap(({ vx = 0, vy = 0 }) => [vx, vy]));
}

/** d3's links in the order of the springs: each feels what those before it have done. */
function d3Link({ a, b }: Springs) {
  return forceLink(Array.from(a, (source, e) => ({ source, target: b[e] ?? 0 })));
}

describe("createSimulation", () => {
  function velocities(places: Float32Array, system: System, forces: Forces): Float64Array {
    const simulation = createSimulation(system, forces, seededRandom(1));
    const { bodies } = simulation.kernel;
    placeBodies(bodies, places);
    simulation.step(HEAT);
    return Float64Array.from(places, (_, k) => bodies[4 * (k >> 1) + 2 + (k & 1)] ?? 0);
  }

  test("pulls links as d3's forceLink does, link by link", () => {
    const graph = syntheticGraph({ papers: 300, citations: 2_000 });
    const places = randomPlaces(300, 400);
    const springs = springsOf(graph);
    expect(springs.a.length).toBe(2_000);
    const ours = velocities(places, bareSystem(300, { springs }), only({}));
    expect(differenceOf(ours, d3Velocities(places, d3Link(springs)))).toBeLessThan(1e-5);
  });

  test("pushes small graphs exactly as d3's forceManyBody does when no cell may stand for its papers", () => {
    const places = randomPlaces(200, 300);
    const ours = velocities(places, bareSystem(200), only({ repulsion: 30, theta: 0 }));
    expect(differenceOf(ours, d3Velocities(places, forceManyBody().theta(0)))).toBeLessThan(1e-5);
  });

  test("softens pushes below a distance of 1 as d3 does", () => {
    const places = Float32Array.from([0, 0, 0.25, 0, 0, 0.5, 10, 10]);
    const ours = velocities(places, bareSystem(4), only({ repulsion: 30 }));
    // d3 sets papers of one column aside by up to a millionth of a px.
    expect(differenceOf(ours, d3Velocities(places, forceManyBody()))).toBeLessThan(1e-4);
  });

  test("is at least as near to the exact pushes as d3 is at the same theta", () => {
    const places = randomPlaces(1_500, 1_500);
    const exact = d3Velocities(places, forceManyBody().theta(0));
    const ours = velocities(places, bareSystem(1_500), only({ repulsion: 30 }));
    const theirs = differenceOf(d3Velocities(places, forceManyBody()), exact);
    expect(theirs).toBeGreaterThan(0);
    expect(differenceOf(ours, exact)).toBeLessThan(theirs);
  });

  test("lets heavy bodies push as many times as they stand for papers", () => {
    const [places, charges] = [
      randomPlaces(500, 500),
      Float32Array.from({ length: 500 }, (_, i) => 1 + (i % 7)),
    ];
    const ours = velocities(places, bareSystem(500, { charges }), only({ repulsion: 30, theta: 0 }));
    const d3Charge = forceManyBody()
      .theta(0)
      .strength((_, i) => -30 * (charges[i] ?? 0));
    expect(differenceOf(ours, d3Velocities(places, d3Charge))).toBeLessThan(1e-5);
  });

  test("pulls to the middle as d3's forceX and forceY do", () => {
    const places = randomPlaces(50, 900);
    const ours = velocities(places, bareSystem(50), only({ gravity: 0.05 }));
    const [x, y] = [
      d3Velocities(places, forceX().strength(0.05)),
      d3Velocities(places, forceY().strength(0.05)),
    ];
    expect(
      differenceOf(
        ours,
        x.map((value, k) => value + (y[k] ?? 0)),
      ),
    ).toBeLessThan(1e-5);
  });

  test("pulls papers of a group to its middle and others nowhere", () => {
    const places = Float32Array.from([0, 0, 10, 0, 50, 50]);
    const system = bareSystem(3, { group: Int32Array.from([0, 0, -1]) });
    const ours = velocities(places, system, only({ groupPull: 0.2 }));
    expect([...ours].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([0.5, 0, -0.5, 0, 0, 0]);
  });
});

describe("createSimulation", () => {
  test("pushes overlapping circles of two papers apart as d3's forceCollide does", () => {
    const places = Float32Array.from([0, 0, 7, 3]);
    const radius = Float32Array.from([4, 9]);
    const ours = step(places, radius);
    const theirs = d3Velocities(
      places,
      forceCollide((_, i) => radius[i] ?? 0),
    );
    expect(differenceOf(ours, theirs)).toBeLessThan(1e-5);
  });

  test("finds the same overlaps as d3 among circles of many sizes that touch one other at most", () => {
    // Pairs far apart from one another, so that the order in which overlaps are worked off does not matter.
    const random = seededRandom(3);
    const radius = Float32Array.from({ length: 2_000 }, () => 2 ** (5 * random()));
    const places = Float32Array.from({ length: 4_000 }, (_, k) => {
      const pair = k >> 2;
      const corner = k % 2 === 0 ? pair % 40 : Math.floor(pair / 40);
      return 200 * corner + 60 * random();
    });
    const theirs = d3Velocities(
      places,
      forceCollide((_, i) => radius[i] ?? 0),
    );
    expect(theirs.filter((value) => value !== 0).length).toBeGreaterThan(500);
    expect(differenceOf(step(places, radius), theirs)).toBeLessThan(1e-4);
  });

  test("leaves circles without room alone", () => {
    expect([...step(Float32Array.from([0, 0, 0.5, 0]), new Float32Array(2))]).toEqual([0, 0, 0, 0]);
  });

  test("parts papers at one and the same place", () => {
    const simulation = createSimulation(bareSystem(40), only({ repulsion: 30 }), seededRandom(1));
    for (let tick = 0; tick < 5; tick++) simulation.step(1);
    const { bodies } = simulation.kernel;
    const seen = new Set(Array.from({ length: 40 }, (_, i) => `${bodies[4 * i]} ${bodies[4 * i + 1]}`));
    expect(seen.size).toBe(40);
    expect(bodies.every(Number.isFinite)).toBe(true);
  });

  test("does nothing without papers, and does not fall over", () => {
    const simulation = createSimulation(
      bareSystem(0, { springs: springsOf(engineGraph(0, [])) }),
      only({ repulsion: 30 }),
      seededRandom(1),
    );
    simulation.step(1);
    expect(simulation.kernel.bodies.length).toBe(0);
  });

  function step(places: Float32Array, radius: Float32Array): Float64Array {
    const simulation = createSimulation(bareSystem(radius.length, { radius }), only({}), seededRandom(1));
    const { bodies } = simulation.kernel;
    placeBodies(bodies, places);
    simulation.step(HEAT);
    return Float64Array.from(places, (_, k) => bodies[4 * (k >> 1) + 2 + (k & 1)] ?? 0);
  }
});

/** The root of the summed squared differences, as a share of the second's own. */
function differenceOf(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  let [error, size] = [0, 0];
  for (let k = 0; k < theirs.length; k++) {
    error += ((ours[k] ?? Number.NaN) - (theirs[k] ?? Number.NaN)) ** 2;
    size += (theirs[k] ?? Number.NaN) ** 2;
  }
  return Math.sqrt(error / size);
}
