import { seededRandom } from "../by-id.ts";
import { COLD, coolingRate } from "./cooling.ts";
import { checkGraph, type EngineGraph } from "./engine-graph.ts";
import { placeBodies, placesOf } from "./places.ts";
import { createSimulation, FORCES, type Forces } from "./simulation.ts";
import { spiral } from "./spiral.ts";
import { springsOf } from "./springs.ts";

/** Room around a paper whose radius is not given, px. */
const RADIUS = 5;
/** The heat while a paper is held. */
const DRAG_HEAT = 0.3;

export interface EngineOptions extends Partial<Forces> {
  /** x, y of each paper; those with a place that is no number start on d3's spiral. Default: all do. */
  readonly start?: Float32Array;
  /** Heat at the start, 0 to 1; 0 for a settled layout that waits to be dragged. Default 1. */
  readonly heat?: number;
  /** Ticks in which a heat of 1 cools down; default 300. */
  readonly ticks?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** A live layout of a citation graph. */
export interface Engine {
  /** x, y of each paper, px around 0,0; one array, rewritten by each tick. */
  readonly positions: Float32Array;
  /** From 0 to 1: how far papers still move. */
  readonly heat: number;
  /** One step; false once all is at rest, and then nothing moves until the next `pin` or `reheat`. */
  tick(): boolean;
  /** Holds the paper at this place while its neighbours follow. */
  pin(paper: number, x: number, y: number): void;
  /** Lets go of the paper; it finds its place under the forces again. */
  release(paper: number): void;
  /** Warms up to this heat, default 0.3, and lets it cool down again. */
  reheat(heat?: number): void;
}

/** The layout of a graph under d3-force's forces, in columns. The same graph and seed give the same places, bit for bit. */
export function createEngine(graph: EngineGraph, options: EngineOptions = {}): Engine {
  checkGraph(graph);
  const { count } = graph;
  const simulation = createSimulation(
    {
      count,
      springs: springsOf(graph),
      charges: null,
      radius: graph.radius ?? new Float32Array(count).fill(RADIUS),
      group: graph.group ?? null,
    },
    { ...FORCES, ...options },
    seededRandom(options.seed ?? 1),
  );
  const { bodies } = simulation.kernel;
  const positions = startPlaces(count, options.start);
  placeBodies(bodies, positions);
  const rate = coolingRate(options.ticks ?? 300);
  const pins = new Map<number, { readonly x: number; readonly y: number }>();
  let heat = options.heat ?? 1;
  let target = 0;

  return {
    positions,
    get heat() {
      return heat;
    },
    tick() {
      if (heat < COLD) return false;
      heat += (target - heat) * rate;
      simulation.step(heat);
      for (const [paper, { x, y }] of pins) bodies.set([x, y, 0, 0], 4 * paper);
      placesOf(bodies, positions);
      return heat >= COLD;
    },
    pin(paper, x, y) {
      if (!(paper >= 0 && paper < count))
        throw new RangeError(`no paper ${paper} to pin; there are ${count}`);
      pins.set(paper, { x, y });
      bodies.set([x, y, 0, 0], 4 * paper);
      positions.set([x, y], 2 * paper);
      target = DRAG_HEAT;
      heat = Math.max(heat, DRAG_HEAT);
    },
    release(paper) {
      if (pins.delete(paper) && pins.size === 0) target = 0;
    },
    reheat(to = DRAG_HEAT) {
      heat = Math.max(heat, to);
    },
  };
}

function startPlaces(count: number, start: Float32Array | undefined): Float32Array {
  const places = spiral(count);
  if (!start) return places;
  for (let i = 0; i < count; i++) {
    const [x, y] = [start[2 * i]!, start[2 * i + 1]!];
    if (Number.isFinite(x) && Number.isFinite(y)) places.set([x, y], 2 * i);
  }
  return places;
}
