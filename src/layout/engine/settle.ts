import { seededRandom } from "../by-id.ts";
import { coarsen, finestLevel, type Level } from "./coarsen.ts";
import { COLD } from "./cooling.ts";
import { createEngine, type EngineOptions } from "./engine.ts";
import { checkGraph, type EngineGraph } from "./engine-graph.ts";
import { placeBodies, placesOf } from "./places.ts";
import { anneal, createSimulation, FORCES } from "./simulation.ts";
import { GOLDEN_ANGLE, spiral } from "./spiral.ts";
import { springsOf } from "./springs.ts";

/** Ticks of a simulation from hot to cold. */
const WHOLE_TICKS = 300;

export interface SettleOptions extends Omit<EngineOptions, "start" | "heat" | "ticks"> {
  /** How many ticks go where, for measuring; default TUNING. */
  readonly tuning?: Partial<typeof TUNING>;
}

/** Measured on synthetic graphs of 10,000 and 50,000 papers and on hep-th; see the benchmark "layout". */
export const TUNING = {
  /** Bodies at which a level is coarse enough to be laid out from a spiral. */
  coarsest: 60,
  /** The most mass of a cluster, as times the mean mass of the level's bodies. */
  growth: 100,
  /** Ticks and heat at the start of the coarsest level, of those between, and of the papers themselves. */
  coarsestTicks: 300,
  middleTicks: 60,
  middleHeat: 0.3,
  ticks: 30,
  /** Papers times ticks that are always spent: small graphs get more ticks, up to a whole simulation's. */
  leastMoves: 300_000,
  heat: 0.4,
  /** Radius of the disc a paper starts in, px; it grows with the root of how many start there. */
  room: 12,
};

/**
 * A settled layout (x, y pairs, px around 0,0) from nothing, in a fraction of the time of a whole
 * simulation. The same graph and seed give the same places, bit for bit.
 */
export function settle(graph: EngineGraph, options: SettleOptions = {}): Float32Array {
  const steps = settling(graph, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * `settle` step by step: the graph is coarsened by clusters, the coarsest picture laid out, and each finer
 * one started from the coarser and settled in few ticks (after Walshaw 2003). Each step gives the papers'
 * places so far, in an array that later steps rewrite or replace; at the end comes the engine, at rest.
 */
export function* settling(
  graph: EngineGraph,
  options: SettleOptions = {},
): Generator<Float32Array, Float32Array, undefined> {
  checkGraph(graph);
  const tuning = { ...TUNING, ...options.tuning };
  const { levels, parents } = coarsened(graph, tuning);
  let places: Float32Array = spiral(levels.at(-1)!.count).map(
    (x) => x * Math.sqrt(graph.count / levels.at(-1)!.count),
  );
  for (let depth = levels.length - 1; depth > 0; depth--) {
    const isCoarsest = depth === levels.length - 1;
    const [heat, ticks] = isCoarsest ? [1, tuning.coarsestTicks] : [tuning.middleHeat, tuning.middleTicks];
    places = settleLevel(levels[depth]!, places, heat, ticks, options);
    places = placesWithin(places, parents[depth - 1]!, levels[depth - 1]!.mass, tuning.room);
    yield papersPlaces(places, parents.slice(0, depth - 1), levels, tuning.room);
  }
  const whole = levels.length === 1;
  const ticks = Math.max(tuning.ticks, Math.min(WHOLE_TICKS, tuning.leastMoves / graph.count));
  const engine = createEngine(graph, {
    ...options,
    start: places,
    heat: whole ? 1 : tuning.heat,
    ticks: whole ? WHOLE_TICKS : ticksFromHot(ticks, tuning.heat),
  });
  while (engine.tick()) yield engine.positions;
  return engine.positions;
}

/** The graph and its coarser pictures, and by level the body of the next coarser one each body falls to. */
function coarsened(
  graph: EngineGraph,
  { coarsest, growth }: { coarsest: number; growth: number },
): { levels: Level[]; parents: Uint32Array[] } {
  const levels = [finestLevel(graph.count, springsOf(graph))];
  const parents: Uint32Array[] = [];
  for (let last = levels[0]!; last.count > coarsest; last = levels.at(-1)!) {
    const { level, parent } = coarsen(last, (growth * graph.count) / last.count);
    // Papers without links join none.
    if (level.count > 0.9 * last.count) break;
    levels.push(level);
    parents.push(parent);
  }
  return { levels, parents };
}

function settleLevel(
  { count, springs, mass }: Level,
  start: Float32Array,
  heat: number,
  ticks: number,
  options: SettleOptions,
): Float32Array {
  const simulation = createSimulation(
    { count, springs, charges: mass, radius: null, group: null },
    { ...FORCES, ...options },
    seededRandom(options.seed ?? 1),
  );
  const { bodies } = simulation.kernel;
  placeBodies(bodies, start);
  anneal(simulation, heat, ticks);
  return placesOf(bodies);
}

/** The papers' places when all levels below are within their parents. */
function papersPlaces(
  places: Float32Array,
  parents: readonly Uint32Array[],
  levels: readonly Level[],
  room: number,
): Float32Array {
  return parents.reduceRight(
    (coarse, parent, depth) => placesWithin(coarse, parent, levels[depth]!.mass, room),
    places,
  );
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
    taken[own]! += mass[i]!;
    places[2 * i] = parentPlaces[2 * own]! + radius * Math.cos(i * GOLDEN_ANGLE);
    places[2 * i + 1] = parentPlaces[2 * own + 1]! + radius * Math.sin(i * GOLDEN_ANGLE);
  });
  return places;
}

/** The ticks in which a heat of 1 cools, when this heat is to cool in so many. */
function ticksFromHot(ticks: number, heat: number): number {
  return (ticks * Math.log(COLD)) / Math.log(COLD / heat);
}
