import { line } from "./figures.ts";
import { median, output, rounds } from "./large-process.ts";
import type { LargeFigures } from "./processes/analyse-large.ts";

export const name = "growth";

const SIZES = ["1000", "5000", "10000", "50000", "200000"];
const GOAL = "50000";
const COLUMNS = [
  ["components", "ms"],
  ["generations", "ms"],
  ["paths", "ms"],
  ["reduction", "ms"],
  ["communities", "ms"],
  ["labels", "ms"],
  ["encode", "ms"],
  ["decode", "ms"],
  ["companionMegabytes", "MB"],
  ["megabytes", "MB"],
] as const satisfies readonly (readonly [keyof LargeFigures, string])[];

/**
 * Reports how time and memory of the analysis and the companion grow from 1,000 to 200,000 papers of ten citations
 * each, one line a size, and holds the analysis at 50,000 (and of hep-th where HEP_TH_DIR names it) against its
 * goals and graphology. Each figure comes from processes of their own, in three interleaved rounds.
 */
export async function run(report: (line: string) => void): Promise<void> {
  const hepTh = process.env.HEP_TH_DIR ? ["hep-th"] : [];
  const ofOurs = new Map<string, readonly LargeFigures[]>();
  const sizes = [...SIZES, ...hepTh];
  rounds(sizes.map((size) => () => figures("ours", size))).forEach((found, i) => {
    ofOurs.set(sizes[i] ?? "", found);
  });
  for (const size of sizes) {
    const found = ofOurs.get(size) ?? [];
    const parts = COLUMNS.map(([column, unit]) => `${column} ${medianOf(found, column).toFixed(1)} ${unit}`);
    report(`${nameOf(found[0])}: ${parts.join(", ")}`);
  }
  for (const size of [GOAL, ...hepTh]) {
    const ours = ofOurs.get(size) ?? [];
    const [theirs = []] = rounds([() => figures("graphology", size)]);
    const load = ours.map(
      ({ components = 0, generations = 0, paths = 0 }) => components + generations + paths,
    );
    report(
      line(`${nameOf(ours[0])}: components, path counts, generations together`, median(load), 1_000, "ms"),
    );
    for (const [column, goal] of [
      ["components", null],
      ["communities", 5_000],
    ] as const) {
      const [own, other] = [medianOf(ours, column), medianOf(theirs, column)];
      report(line(`  ${column}`, own, goal, "ms"));
      report(`    graphology: ${other.toFixed(0)} ms, ratio ${(own / other).toFixed(3)}`);
    }
    const quality = (found: readonly LargeFigures[]) => medianOf(found, "modularity").toFixed(4);
    report(`  modularity of the communities: ${quality(ours)}, of graphology's ${quality(theirs)}`);
  }
  if (hepTh.length === 0) report("hep-th: not measured; set HEP_TH_DIR to the folder of its csv.gz files");
}

function figures(what: "ours" | "graphology", size: string): LargeFigures {
  return JSON.parse(output("analyse-large.ts", [what, size])) as LargeFigures;
}

function medianOf(found: readonly LargeFigures[], column: keyof LargeFigures): number {
  return median(found.map((one) => one[column] ?? Number.NaN));
}

function nameOf(found: LargeFigures | undefined): string {
  const count = (value = 0) => value.toLocaleString("en");
  return `${count(found?.papers)} papers, ${count(found?.citations)} citations`;
}
