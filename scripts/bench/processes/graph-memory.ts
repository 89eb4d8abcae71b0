import { setTimeout } from "node:timers/promises";
import { forceLink, forceSimulation } from "d3";
import { citationIndexOf, withArcs } from "../../../src/columns/citation-index.ts";
import { decodeCompanion } from "../../../src/columns/decode-companion.ts";
import { encodeCompanion } from "../../../src/columns/encode-companion.ts";
import { paperId } from "../../../src/corpus/ids.ts";
import { createEngine } from "../../../src/layout/engine/engine.ts";
import { syntheticCompanion } from "../synthetic-companion.ts";
import { type SyntheticGraph, syntheticGraph } from "../synthetic-graph.ts";

/**
 * Prints how many megabytes the process holds for a graph with its layout, of the papers and citations of the
 * arguments: `columns` as the page keeps them, `engine` with the layout engine at work, `objects` for d3-force's
 * nodes and links.
 */
const [, , what = "", papers, citations] = process.argv;
const graph = syntheticGraph({ papers: Number(papers), citations: Number(citations) });
const makers: Record<string, (graph: SyntheticGraph) => unknown> = { columns, engine, objects };

function columns({ count, citing, cited }: SyntheticGraph) {
  const ids = Array.from({ length: count }, (_, i) => ({ id: paperId(`p${String(i).padStart(6, "0")}`) }));
  const index = withArcs(citationIndexOf(ids, []), citing, cited);
  const companion = syntheticCompanion(index, new Uint8Array(citing.length));
  return decodeCompanion(encodeCompanion(companion));
}

function engine({ count, citing, cited }: SyntheticGraph) {
  const made = createEngine({ count, citing: citing.slice(), cited: cited.slice() });
  made.tick();
  return made;
}

function objects({ count, citing, cited }: SyntheticGraph) {
  const links = Array.from(citing, (source, i) => ({ source, target: cited[i] ?? 0 }));
  const nodes = Array.from({ length: count }, () => ({}));
  return forceSimulation(nodes).force("link", forceLink(links)).stop().tick();
}

async function held(): Promise<number> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error("run with --expose-gc");
  // Buffers are given back a little after the objects that held them.
  for (let i = 0; i < 3; i++) {
    collect();
    await setTimeout(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const before = await held();
const made = makers[what]?.(graph);
if (!made) throw new Error(`columns, engine or objects, not ${what}`);
console.log(((await held()) - before) / 1e6);
// Held until here.
if (Object.keys(made).length === 0) throw new Error("nothing was made");
