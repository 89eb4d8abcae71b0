import { EXTREMES } from "./extreme-corpus.ts";
import { line } from "./figures.ts";
import { output } from "./large-process.ts";
import type { ReportFigures } from "./processes/report-extreme.ts";

export const name = "extremes";

/** A complete graph of 800 has more citations than the others of 100,000. */
const COMPLETE = 800;
const SPARSE = 100_000;

/**
 * Reports what everything that `analyse` prints takes where a graph is all line, ring, star or links, each in a process
 * of its own.
 */
export async function run(report: (line: string) => void): Promise<void> {
  for (const shape of EXTREMES) {
    const count = shape === "complete" ? COMPLETE : SPARSE;
    const found = JSON.parse(output("report-extreme.ts", [shape, String(count)])) as ReportFigures;
    const { ms, megabytes, peakMegabytes } = found;
    report(line(`${shape} of ${count.toLocaleString("en")} papers, the whole report`, ms, 60_000, "ms"));
    report(line("  its JSON", megabytes, null, "MB"));
    report(line("  peak memory", peakMegabytes, null, "MB"));
  }
}
