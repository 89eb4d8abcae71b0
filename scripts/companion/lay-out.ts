import { createEngine } from "../../src/layout/engine/engine.ts";
import type { EngineGraph } from "../../src/layout/engine/engine-graph.ts";
import { settle } from "../../src/layout/engine/settle.ts";

/** Below this share of papers with a known place, the map has changed too much to be built on it. */
const ENOUGH = 0.5;
/** The heat with which a known map settles after papers have come, and in how many ticks it cools down. */
const HEAT = 0.05;
const TICKS = 60;

/**
 * The settled layout of a graph, x and y in turn, px of the plane. With the places some papers had before (NaN for
 * the others), these about keep them: newcomers start in the middle of the neighbours that have
 * a place, those with none where the engine puts them, and all settle with little heat. Where less than
 * half of the papers have one, it is laid out from nothing.
 */
export function layOut(graph: EngineGraph, before: Float32Array | null = null): Float32Array {
  if (before === null) return settle(graph);
  let known = 0;
  for (let i = 0; i < graph.count; i++) if (!Number.isNaN(before[2 * i])) known++;
  if (known < ENOUGH * graph.count) return settle(graph);
  const engine = createEngine(graph, { start: amongNeighbours(graph, before), heat: HEAT, ticks: TICKS });
  while (known < graph.count && engine.tick());
  return engine.positions;
}

/** The places, and for papers without one the mean of their neighbours', in as many rounds as it takes. */
function amongNeighbours({ count, citing, cited }: EngineGraph, before: Float32Array): Float32Array {
  const places = before.slice();
  for (let found = true; found; ) {
    found = false;
    const sums = new Float64Array(3 * count);
    const add = (paper: number, other: number) => {
      if (!Number.isNaN(places[2 * paper]) || Number.isNaN(places[2 * other])) return;
      sums[3 * paper] = (sums[3 * paper] ?? 0) + (places[2 * other] ?? 0);
      sums[3 * paper + 1] = (sums[3 * paper + 1] ?? 0) + (places[2 * other + 1] ?? 0);
      sums[3 * paper + 2] = (sums[3 * paper + 2] ?? 0) + 1;
    };
    citing.forEach((paper, link) => {
      const other = cited[link] ?? 0;
      add(paper, other);
      add(other, paper);
    });
    for (let paper = 0; paper < count; paper++) {
      const neighbours = sums[3 * paper + 2] ?? 0;
      if (neighbours === 0) continue;
      places[2 * paper] = (sums[3 * paper] ?? 0) / neighbours;
      places[2 * paper + 1] = (sums[3 * paper + 1] ?? 0) / neighbours;
      found = true;
    }
  }
  return places;
}
