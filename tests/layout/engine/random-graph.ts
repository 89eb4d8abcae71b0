import { seededRandom } from "../../../src/layout/by-id.ts";
import type { EngineGraph } from "../../../src/layout/engine/engine-graph.ts";
import { FORCES, type Forces, type System } from "../../../src/layout/engine/simulation.ts";
import { emptySprings } from "../../../src/layout/engine/springs.ts";

/** Places (x, y pairs) spread evenly over a square of this side around 0,0. */
export function randomPlaces(count: number, side: number, seed = 1): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: 2 * count }, () => (random() - 0.5) * side);
}

/** A graph of links written as "citing cited" pairs of numbers. */
export function engineGraph(count: number, links: readonly (readonly [number, number])[]): EngineGraph {
  return {
    count,
    citing: Uint32Array.from(links, ([citing]) => citing),
    cited: Uint32Array.from(links, ([, cited]) => cited),
  };
}

/** Bodies that feel nothing, to which a test adds the one part it is about. */
export function bareSystem(count: number, parts: Partial<System> = {}): System {
  return { count, springs: emptySprings(0), charges: null, radius: null, group: null, ...parts };
}

/** Forces of strength 0 and no friction, except those a test is about. */
export function only(forces: Partial<Forces>): Forces {
  return { ...FORCES, repulsion: 0, gravity: 0, groupPull: 0, velocityDecay: 0, ...forces };
}
