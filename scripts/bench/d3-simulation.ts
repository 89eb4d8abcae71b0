import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationNodeDatum,
} from "d3";
import type { EngineGraph } from "../../src/layout/engine/engine-graph.ts";

/** d3-force with the forces of the engine at d3's defaults, from these places (x, y pairs) or its own start. */
export function d3Simulation(
  { count, citing, cited }: EngineGraph,
  start?: Float32Array,
): Simulation<SimulationNodeDatum, undefined> {
  const nodes = Array.from(
    { length: count },
    (_, i): SimulationNodeDatum => (start ? { x: start[2 * i] ?? 0, y: start[2 * i + 1] ?? 0 } : {}),
  );
  const links = Array.from(citing, (source, e) => ({ source, target: cited[e] ?? 0 }));
  return forceSimulation(nodes)
    .stop()
    .force("link", forceLink(links))
    .force("charge", forceManyBody())
    .force("collide", forceCollide(5))
    .force("x", forceX().strength(0.05))
    .force("y", forceY().strength(0.05));
}

/** Where d3's nodes are, as x, y pairs. */
export function d3Places(simulation: Simulation<SimulationNodeDatum, undefined>): Float64Array {
  return Float64Array.from(simulation.nodes().flatMap(({ x = 0, y = 0 }) => [x, y]));
}
