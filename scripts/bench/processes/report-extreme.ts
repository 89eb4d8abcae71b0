import { analysisReport } from "../../../src/analysis/analysis-report.ts";
import { jsonLines } from "../../../src/analysis/json-lines.ts";
import { type Extreme, extremeCorpus } from "../extreme-corpus.ts";
import { timed } from "../figures.ts";
import { peakMemory } from "../peak-memory.ts";

/** What the whole report of an extreme graph takes, printed as JSON. */
export interface ReportFigures {
  readonly ms: number;
  readonly peakMegabytes: number;
  /** Of the JSON. */
  readonly megabytes: number;
}

const [shape, count] = process.argv.slice(2);
const corpus = extremeCorpus(shape as Extreme, Number(count));
const { ms, value } = timed(() => {
  let length = 0;
  for (const piece of jsonLines(analysisReport(corpus), 20e6)) length += piece.length;
  return length;
});
const figures: ReportFigures = { ms, peakMegabytes: peakMemory(), megabytes: value / 1e6 };
console.log(JSON.stringify(figures));
