import { breakCycles } from "../../src/analysis/acyclic.ts";
import { analyse } from "../../src/analysis/analyse.ts";
import { measureLineage } from "../../src/analysis/measure-lineage.ts";
import { WEIGHT_KINDS } from "../../src/analysis/path-counts.ts";
import { implyingPaths, transitiveReduction } from "../../src/analysis/transitive-reduction.ts";
import { readCorpus } from "../read-corpus.ts";
import { readHepTh } from "./hep-th.ts";

const BUNDLED = "data/clip";

export const name = "analysis";

/**
 * Reports times of the analysis against their goals, one line each: the bundled corpus as the page
 * computes it, and hep-th from the folder in HEP_TH_DIR; a line says so when that is not there.
 */
export async function run(report: (line: string) => void, folder = process.env.HEP_TH_DIR): Promise<void> {
  for (const line of [...bundledLines(), ...hepThLines(folder)]) report(line);
}

function bundledLines(): string[] {
  const corpus = readCorpus(BUNDLED);
  const everything = () => {
    const analysis = analyse(corpus);
    const { generations, distances, oddOnesOut } = analysis;
    for (const measures of [analysis.lineage, analysis.surveyLineage]) {
      for (const kind of WEIGHT_KINDS) measures.mainPaths(kind).keyRoutes(5);
      void [measures.reduction, measures.agreement, measures.longestPathBasket];
    }
    return [generations, distances, oddOnesOut];
  };
  const first = timed(everything).ms;
  const rest = Array.from({ length: 21 }, () => timed(everything).ms).sort((a, b) => a - b);
  const size = `${corpus.papers.length} papers, ${corpus.citations.length} citations`;
  return [
    line(`bundled corpus (${size}), first analysis, cold`, first, 20, "ms"),
    line("bundled corpus, median of 21 more", rest[10] ?? Number.NaN, 20, "ms"),
  ];
}

function hepThLines(folder: string | undefined): string[] {
  const index = readHepTh(folder);
  if (!index) return ["hep-th: not measured; name the folder of its csv.gz files in HEP_TH_DIR"];
  const cycles = timed(() => breakCycles(index));
  const graph = cycles.value.acyclic;
  const measures = measureLineage(graph);
  const counts = timed(() => WEIGHT_KINDS.map((kind) => measures.weights(kind)));
  const paths = timed(() => {
    for (const kind of WEIGHT_KINDS) {
      const { global, localForward, localBackward, keyRoutes } = measures.mainPaths(kind);
      void [global, localForward, localBackward, keyRoutes(10)];
    }
  });
  const reduction = timed(() => transitiveReduction(graph));
  const via = timed(() => {
    const pathsOf = implyingPaths(graph, reduction.value);
    for (let paper = 0; paper < graph.ids.length; paper++) pathsOf(paper);
  });
  let heaviest = 0n;
  for (const weight of measures.weights("spnp")) if (weight > heaviest) heaviest = weight;
  const bits = heaviest.toString(2).length;
  const memory = process.resourceUsage().maxRSS / 1024;
  const perPaper = (citations: number) => (citations / graph.ids.length).toFixed(2);
  const size = `${graph.ids.length} papers, ${graph.citing.length} citations`;
  return [
    line(`hep-th (${size}), cycles and order`, cycles.ms, 1_000, "ms"),
    line(`hep-th, SPC, SPLC, SPNP of every citation, exact (${bits} bits)`, counts.ms, 2_000, "ms"),
    line("hep-th, main paths and key routes by all three", paths.ms, 5_000, "ms"),
    line(`hep-th, transitive reduction (keeps ${reduction.value.kept})`, reduction.ms, 5_000, "ms"),
    `hep-th, mean in-degree ${perPaper(graph.citing.length)} -> ${perPaper(reduction.value.kept)} (published 12.82 -> 2.27 on the cleaned graph)`,
    line(
      `hep-th, the path implying each of ${reduction.value.removed.length} citations`,
      via.ms,
      10_000,
      "ms",
    ),
    line("whole process, most memory", memory, 500, "MB"),
  ];
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function line(what: string, value: number, goal: number, unit: string): string {
  const verdict = value <= goal ? "met" : "MISSED";
  return `${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit} (goal ${goal} ${unit}, ${verdict})`;
}
