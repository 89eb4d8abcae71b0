import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { createEngine } from "../../src/layout/engine/engine.ts";
import type { EngineGraph } from "../../src/layout/engine/engine-graph.ts";
import { settle } from "../../src/layout/engine/settle.ts";
import { d3Places, d3Simulation } from "./d3-simulation.ts";
import { type GraphQuality, graphQuality } from "./graph-quality.ts";
import { readHepTh } from "./hep-th.ts";
import { syntheticGraph } from "./synthetic-graph.ts";

export const name = "layout";

const ROUNDS = [1, 2, 3];
/** Heat at which ticks are compared: papers are spread out, and still move. */
const HEAT = 0.3;

/**
 * Reports the layout engine against d3-force and against its own whole run, one line each, as ratios of
 * medians of three interleaved rounds: synthetic graphs, and hep-th from the folder in HEP_TH_DIR. Times are
 * the processor's, which other work on the machine hardly changes.
 */
export async function run(report: (line: string) => void, folder = process.env.HEP_TH_DIR): Promise<void> {
  const small = syntheticGraph({ papers: 10_000, citations: 100_000 });
  const large = syntheticGraph({ papers: 50_000, citations: 500_000 });
  report(wholeRun("10,000 papers, 100,000 links", small, 12));
  report(ticks("50,000 papers, 500,000 links", large, 25));
  report(settled("50,000 papers, 500,000 links", large));
  report(memory(50_000, 500_000));
  const hepTh = readHepTh(folder);
  if (hepTh) {
    const graph = { count: hepTh.ids.length, citing: hepTh.citing, cited: hepTh.cited };
    const size = `hep-th, ${graph.count} papers, ${graph.citing.length} links`;
    report(ticks(size, graph, 12));
    report(settled(size, graph));
  } else report("hep-th: not measured; set HEP_TH_DIR to the folder of its csv.gz files");
  for (const papers of [1_000, 5_000, 10_000, 50_000, 200_000]) {
    const graph = syntheticGraph({ papers, citations: 10 * papers });
    report(
      `settled from nothing, ${papers} papers, ${10 * papers} links: ${timed(() => settle(graph)).ms.toFixed(0)} ms`,
    );
  }
}

/** All 300 ticks of both, a third in turn, and how good the settled pictures are. */
function wholeRun(size: string, graph: EngineGraph, goal: number): string {
  const [theirs, ours] = [d3Simulation(graph), createEngine(graph)];
  const times = ROUNDS.map(() => ({
    theirs: timed(() => theirs.tick(100)).ms / 100,
    ours: timed(() => repeat(100, () => ours.tick())).ms / 100,
  }));
  const all = { nearSamples: graph.count };
  const better = compared(
    graphQuality(graph, ours.positions, all),
    graphQuality(graph, d3Places(theirs), all),
  );
  return `tick, ${size}: ${faster(times, goal)}; after 300 ticks ${better(1.03, 0.97)}`;
}

/** A few ticks of both from one settled picture, in turn. */
function ticks(size: string, graph: EngineGraph, goal: number): string {
  const start = settle(graph);
  const [theirs, ours] = [d3Simulation(graph, start).alpha(HEAT), createEngine(graph, { start, heat: HEAT })];
  // Code runs at full speed only after a while.
  theirs.tick();
  repeat(10, () => ours.tick());
  const times = ROUNDS.map(() => ({
    theirs: timed(() => theirs.tick()).ms,
    ours: timed(() => repeat(10, () => ours.tick())).ms / 10,
  }));
  return `tick, ${size}: ${faster(times, goal)}`;
}

/** The quick layout against all 300 ticks, in turn. */
function settled(size: string, graph: EngineGraph): string {
  const times = ROUNDS.map(() => {
    const quick = timed(() => settle(graph));
    const whole = timed(() => {
      const engine = createEngine(graph);
      while (engine.tick());
      return engine.positions;
    });
    return { quick, whole };
  });
  const [quick, whole] = [median(times.map((t) => t.quick.ms)), median(times.map((t) => t.whole.ms))];
  const last = times.at(-1) as (typeof times)[number];
  const better = compared(graphQuality(graph, last.quick.value), graphQuality(graph, last.whole.value));
  const share = quick / whole;
  return [
    `settled from nothing, ${size}: ${quick.toFixed(0)} ms, ${share.toFixed(2)} of 300 ticks' ${whole.toFixed(0)} ms`,
    ` (goal under 0.33, ${verdict(share < 1 / 3)}); ${better(1.08, 0.97)}`,
  ].join("");
}

/** Each in a process of its own, so that nothing else is counted. */
function memory(papers: number, citations: number): string {
  const program = join(import.meta.dirname, "processes", "layout-memory.ts");
  const [theirs = 0, ours = 0] = ["d3", "engine"].map((engine) =>
    Number(
      execFileSync(
        process.execPath,
        ["--expose-gc", "--import", "tsx", program, engine, String(papers), String(citations)],
        { encoding: "utf8" },
      ),
    ),
  );
  const share = ours / theirs;
  return [
    `memory of graph and layout, ${papers} papers, ${citations} links: ${ours.toFixed(1)} MB,`,
    ` ${share.toFixed(2)} of d3-force's ${theirs.toFixed(1)} MB (goal under 0.2, ${verdict(share < 0.2)})`,
  ].join("");
}

function faster(times: readonly { theirs: number; ours: number }[], goal: number): string {
  const [theirs, ours] = [median(times.map((time) => time.theirs)), median(times.map((time) => time.ours))];
  const ratio = theirs / ours;
  return `${ratio.toFixed(1)} times faster than d3-force (${ours.toFixed(1)} ms, ${theirs.toFixed(0)} ms; goal ${goal}, ${verdict(ratio >= goal)})`;
}

/** Says ours against the other's, given the most stress and the least neighbourhood that are allowed as shares of it. */
function compared(ours: GraphQuality, other: GraphQuality): (most: number, least: number) => string {
  return (most, least) => {
    const isGood = ours.stress <= most * other.stress && ours.neighbourhood >= least * other.neighbourhood;
    return [
      `stress ${ours.stress.toFixed(4)} against ${other.stress.toFixed(4)}`,
      `neighbourhood ${ours.neighbourhood.toFixed(4)} against ${other.neighbourhood.toFixed(4)}`,
      `(goal at most ${most} and at least ${least} of it, ${verdict(isGood)})`,
    ].join(", ");
  };
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "MISSED";
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** What the work gives and the ms of processor time it took. */
function timed<T>(work: () => T): { value: T; ms: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1_000 };
}

function repeat(times: number, work: () => void): void {
  for (let i = 0; i < times; i++) work();
}
