import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { requireBrowser } from "../browser/install-browser.ts";
import { launchBrowser } from "../browser/launch-browser.ts";
import { machine } from "../browser/machine.ts";
import { buildSite } from "../site/build-site.ts";
import { openingScripts } from "../site/opening-scripts.ts";
import { serveSite } from "../site/serve-site.ts";
import { BUNDLED_SURVEY } from "../site.ts";
import type { FrameTimes } from "./frame-times.ts";
import { framesWhileMoved } from "./frames-while-moved.ts";
import { syntheticCorpus } from "./synthetic-corpus.ts";

export const name = "page";

const GOAL_KB = 120;
const GESTURES_MS = 3_000;
/** So long after its first gestures a page has nothing left to prepare. */
const REST_MS = 2_000;
const VIEWPORT = { width: 1440, height: 900 };

/** Measures the page's JavaScript, the time until the map stands, and the frames while it is moved. */
export async function run(report: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "clip-lineage-bench-"));
  try {
    const dist = join(folder, "dist");
    await buildSite(BUNDLED_SURVEY, dist, "error");
    const opening = [...openingScripts(dist).values()].reduce((sum, size) => sum + size, 0);
    report(
      `JavaScript of the page, gzipped: ${(opening / 1000).toFixed(1)} kB (goal: at most ${GOAL_KB} kB)`,
    );
    await measure("bundled survey", dist, report);
    const synthetic = join(folder, "synthetic");
    await buildSite(BUNDLED_SURVEY, synthetic, "error");
    // The last is about as large as a map may be that is drawn as small ones are.
    for (const [papers, citations] of [
      [500, 5_000],
      [1_400, 14_000],
    ] as const) {
      const corpus = syntheticCorpus({ papers, citations, seed: 0.42 });
      await writeFile(join(synthetic, "corpus.json"), formatCorpus(corpus));
      await measure(
        `${papers.toLocaleString("en")} papers, ${citations.toLocaleString("en")} links`,
        synthetic,
        report,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(what: string, dist: string, report: (line: string) => void): Promise<void> {
  const site = await serveSite(dist, { port: 0 });
  const browser = await launchBrowser(requireBrowser(machine).path);
  try {
    const reference = await browser.newPage({ viewport: VIEWPORT });
    const still = await framesWhileMoved(reference, VIEWPORT, GESTURES_MS);
    await reference.close();

    const page = await browser.newPage({ viewport: VIEWPORT });
    const metrics = await page.context().newCDPSession(page);
    await metrics.send("Performance.enable");
    await page.goto(site.url);
    await page.waitForFunction(() => performance.getEntriesByName("map-settled").length > 0);
    const settled = await page.evaluate(() => performance.getEntriesByName("map-settled")[0]?.startTime ?? 0);
    const { metrics: values } = await metrics.send("Performance.getMetrics");
    const work = 1000 * (values.find((value) => value.name === "TaskDuration")?.value ?? Number.NaN);
    report(`${what}: settled ${settled.toFixed(0)} ms after navigation, ${work.toFixed(0)} ms of work`);
    const analysis = await page.evaluate(() => performance.getEntriesByName("analysis")[0]?.duration ?? 0);
    report(`${what}: analysed in ${analysis.toFixed(1)} ms (goal for the bundled survey: 20 ms)`);
    const tell = (when: string, moved: FrameTimes) =>
      report(
        `${what}, moved ${when}: ${described(moved)}; ${(moved.perSecond / still.perSecond).toFixed(2)} of an empty page's`,
      );
    // A worker still settles the network of hundreds of papers then.
    tell("at once", await framesWhileMoved(page, VIEWPORT, GESTURES_MS));
    await page.waitForTimeout(REST_MS);
    tell("at rest", await framesWhileMoved(page, VIEWPORT, GESTURES_MS));
    report(`  an empty page in the same browser: ${described(still)}`);
  } finally {
    await browser.close();
    await site.close();
  }
}

function described({ median, p95, perSecond, frames }: FrameTimes): string {
  return `${perSecond.toFixed(0)} frames/s over ${frames} frames, interval median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}
