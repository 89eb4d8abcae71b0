import { seededRandom } from "../by-id.ts";
import { coarsen, finestLevel, type Level } from "./coarsen.ts";
import { createEngine, type EngineOptions } from "./engine.ts";
import { checkGraph, type EngineGraph } from "./engine-graph.ts";
import { anneal, createSimulation, FORCES } from "./simulation.ts";
import { spiral } from "./spiral.ts";
import { springsOf } from "./springs.ts";

export interface SettleOptions extends Omit<EngineOptions, "start" | "heat" | "ticks"> {
  /** Is shown the places (x, y pairs) as they get better, at every tick of the finest level and once at the others. */
  readonly progress?: (positions: Float32Array) => void;
  readonly tuning?: Partial<typeof TUNING>;
}

/** Measured on synthetic graphs of 10,000 and 50,000 papers and on hep-th; see the benchmark "layout". */
export const TUNING = {
  /** Bodies at which a level is coarse enough to be laid out from a spiral. */
  coarsest: 60,
  /** Most times the mean mass of a cluster. */
  growth: 1e9,
  /** Ticks of a level: as many as this number of bodies moved, within these bounds. */
  coarseTicks: 300,
  middleTicks: 100,
  middleHeat: 0.3,
  ticks: 60,
  heat: 0.2,
  /** Radius of the disc a body's papers start in, px for a mass of 1. */
  room: 12,
};

/**
 * A settled layout (x, y pairs) from nothing, in a fraction of the time of a whole simulation: the graph is
 * coarsened by clusters, the coarsest picture laid out, and each finer one started from the coarser
 * and settled in fewer ticks. The same graph and seed give the same places on the same kernel.
 */
export function settle(graph: EngineGraph, options: SettleOptions = {}): Float32Array {
  checkGraph(graph);
  const tuning = { ...TUNING, ...options.tuning };
  const random = seededRandom(options.seed ?? 1);
  const forces = { ...FORCES, ...options };
  const levels: Level[] = [finestLevel(graph.count, springsOf(graph))];
  const parents: Uint32Array[] = [];
  for (;;) {
    const last = levels.at(-1)!;
    if (last.count <= tuning.coarsest) break;
    const { level, parent } = coarsen(last, (tuning.growth * graph.count) / last.count);
    if (level.count > 0.9 * last.count) break;
    levels.push(level);
    parents.push(parent);
  }
  let places = new Float32Array(0);
  for (let depth = levels.length - 1; depth >= 1; depth--) {
    const level = levels[depth]!;
    const isCoarsest = depth === levels.length - 1;
    const start = isCoarsest
      ? spiral(level.count).map((x) => x * Math.sqrt(graph.count / level.count))
      : placesWithin(places, parents[depth]!, levels[depth]!.mass, tuning.room);
    const simulation = createSimulation(
      { count: level.count, springs: level.springs, charges: level.mass, radius: null, group: null },
      forces,
      random,
      options.makeKernel,
    );
    const { bodies } = simulation.kernel;
    for (let i = 0; i < level.count; i++) bodies.set(start.subarray(2 * i, 2 * i + 2), 4 * i);
    if (isCoarsest) anneal(simulation, 1, tuning.coarseTicks);
    else anneal(simulation, tuning.middleHeat, tuning.middleTicks);
    places = new Float32Array(2 * level.count);
    for (let i = 0; i < level.count; i++) places.set(bodies.subarray(4 * i, 4 * i + 2), 2 * i);
  }
  const isCoarse = levels.length > 1;
  const engine = createEngine(graph, {
    ...options,
    ...(isCoarse ? { start: placesWithin(places, parents[0]!, levels[0]!.mass, tuning.room) } : {}),
    heat: isCoarse ? tuning.heat : 1,
    ticks: isCoarse ? (tuning.ticks * Math.log(0.001)) / Math.log(0.001 / tuning.heat) : 300,
  });
  while (engine.tick()) options.progress?.(engine.positions);
  return engine.positions;
}

/** Places for bodies on small sunflower discs around their parents' places, as large as their mass asks for. */
function placesWithin(
  parentPlaces: Float32Array,
  parent: Uint32Array,
  mass: Float32Array,
  room: number,
): Float32Array {
  const taken = new Float32Array(parentPlaces.length / 2);
  const places = new Float32Array(2 * parent.length);
  parent.forEach((own, i) => {
    const radius = room * Math.sqrt(taken[own]! + mass[i]! / 2);
    const angle = taken[own]! * 0 + i * Math.PI * (3 - Math.sqrt(5));
    taken[own]! += mass[i]!;
    places[2 * i] = parentPlaces[2 * own]! + radius * Math.cos(angle);
    places[2 * i + 1] = parentPlaces[2 * own + 1]! + radius * Math.sin(angle);
  });
  return places;
}
