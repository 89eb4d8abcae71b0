import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { analyse } from "../../src/analysis/analyse.ts";
import { communitiesOf } from "../../src/analysis/communities/communities.ts";
import { similarTo } from "../../src/analysis/communities/similarity.ts";
import { undirectedLinks } from "../../src/analysis/communities/undirected-links.ts";
import { WEIGHT_KINDS } from "../../src/analysis/lineage/path-counts.ts";
import { readCorpus } from "../read-corpus.ts";
import { line, timed } from "./figures.ts";
import { syntheticCorpus } from "./synthetic-corpus.ts";

const BUNDLED = "data/clip";

export const name = "analysis";

/**
 * Reports times of the analysis against their goals, one line each: the bundled corpus as the page
 * computes it, and hep-th from the folder in HEP_TH_DIR; a line says so when that is not there.
 */
export async function run(report: (line: string) => void, folder = process.env.HEP_TH_DIR): Promise<void> {
  for (const line of [...bundledLines(), ...syntheticLines()]) report(line);
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

/** Communities, and one paper's most similar ones, where a literature is large. */
function syntheticLines(): string[] {
  const { index, topics } = analyse(syntheticCorpus({ papers: 10_000, citations: 100_000, seed: 0.5 }));
  const communities = Array.from({ length: 5 }, () =>
    timed(() => communitiesOf(undirectedLinks(index, "citations", () => true))),
  );
  const { coupling } = topics;
  // Every paper once in 20, so that the few that share a work with nearly all are among them.
  const single = Array.from({ length: 500 }, (_, i) => timed(() => similarTo(coupling, 20 * i, 10)).ms);
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const found = communities[0]?.value;
  return [
    line(
      `10,000 papers, 100,000 citations, communities (${found?.count}, Q = ${found?.modularity.toFixed(3)}), median of 5`,
      middle(communities.map(({ ms }) => ms)),
      1_000,
      "ms",
    ),
    line(
      "10,000 papers, 100,000 citations, a paper's 10 most similar by coupling, median",
      middle(single),
      5,
      "ms",
    ),
    line("the same, 95 of 100 papers within", single[475] ?? Number.NaN, 5, "ms"),
  ];
}
