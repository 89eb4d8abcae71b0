import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { analyse } from "../../src/analysis/analyse.ts";
import { WEIGHT_KINDS } from "../../src/analysis/path-counts.ts";
import { readCorpus } from "../read-corpus.ts";
import { line, timed } from "./figures.ts";

const BUNDLED = "data/clip";

export const name = "analysis";

/**
 * Reports times of the analysis against their goals, one line each: the bundled corpus as the page
 * computes it, and hep-th from the folder in HEP_TH_DIR; a line says so when that is not there.
 */
export async function run(report: (line: string) => void, folder = process.env.HEP_TH_DIR): Promise<void> {
  for (const line of bundledLines()) report(line);
  // A process of its own, so that its memory is that of the analysis and nothing else.
  const program = join(import.meta.dirname, "processes", "analyse-hep-th.ts");
  const lines = execFileSync(process.execPath, ["--import", "tsx", program, folder ?? ""], {
    encoding: "utf8",
  });
  for (const line of lines.trim().split("\n")) report(line);
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
