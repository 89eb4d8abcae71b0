import { createEngine } from "../../../src/layout/engine/engine.ts";
import type { EngineGraph } from "../../../src/layout/engine/engine-graph.ts";
import { d3Simulation } from "../d3-simulation.ts";
import { syntheticGraph } from "../synthetic-graph.ts";

type Make = (graph: EngineGraph) => { tick(): unknown };

const [engine = "", papers = "0", citations = "0"] = process.argv.slice(2);

/** What an engine and the graph in it hold after a tick, in MB; the columns it was made from are let go. */
function held(make: Make): number {
  const before = memory();
  const made = started(make);
  const after = memory();
  // Another tick, so that it lives until here.
  made.tick();
  return (after - before) / 1e6;
}

/** A function of its own: while it runs, its frame would keep the columns. */
function started(make: Make): ReturnType<Make> {
  const made = make(copyOf(graph));
  made.tick();
  return made;
}

function copyOf({ count, citing, cited }: EngineGraph): EngineGraph {
  return { count, citing: citing.slice(), cited: cited.slice() };
}

function memory(): number {
  // Two rounds: what the first frees may hold more.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const graph = syntheticGraph({ papers: Number(papers), citations: Number(citations) });
console.log(held(engine === "d3" ? d3Simulation : createEngine));
