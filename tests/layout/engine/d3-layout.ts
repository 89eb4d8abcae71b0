import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3";
import type { EngineGraph } from "../../../src/layout/engine/engine-graph.ts";

/** The places (x, y pairs) d3-force itself settles a graph at, with the forces the engine has. */
export function d3Layout({ count, citing, cited }: EngineGraph): Float64Array {
  const nodes = Array.from({ length: count }, (): SimulationNodeDatum => ({}));
  const links = Array.from(citing, (source, e) => ({ source, target: cited[e] ?? 0 }));
  forceSimulation(nodes)
    .stop()
    .force("link", forceLink(links))
    .force("charge", forceManyBody())
    .force("collide", forceCollide(5))
    .force("x", forceX().strength(0.05))
    .force("y", forceY().strength(0.05))
    .tick(300);
  return Float64Array.from(nodes.flatMap(({ x = 0, y = 0 }) => [x, y]));
}
