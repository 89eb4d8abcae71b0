import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { requireBrowser } from "../browser/install-browser.ts";
import { launchBrowser } from "../browser/launch-browser.ts";
import { machine } from "../browser/machine.ts";
import { buildSite } from "../site/build-site.ts";
import { serveSite } from "../site/serve-site.ts";
import { line } from "./figures.ts";
import type { FrameTimes } from "./frame-times.ts";
import { framesWhileMoved } from "./frames-while-moved.ts";
import { median } from "./large-process.ts";
import { writeFolder } from "./write-folder.ts";

export const name = "large-page";

const VIEWPORT = { width: 1440, height: 900 };
const ROUNDS = 3;
const GESTURES_MS = 1_500;
const HOVERS = 40;
const PATIENCE_MS = 120_000;

/** What one round of one map gave, ms but for frames. */
interface Round {
  readonly firstPicture: number;
  /** From the bytes of the companion to its columns. */
  readonly columns: number;
  readonly fromNavigation: number;
  readonly objects: number;
  readonly wholePage: number;
  readonly longest: number;
  readonly hover: number;
  readonly select: number;
  readonly trace: number;
  readonly filter: number;
  /** Of an empty page under the same gestures. */
  readonly empty: FrameTimes;
  readonly skeleton: Moved;
  readonly all: Moved;
}

interface Moved {
  readonly perSecond: number;
  readonly p95: number;
  readonly work: number;
  readonly complete: number;
}

/**
 * Measures the page of large maps in a real browser: until its first picture and until it is whole, what each act of a
 * reader costs the page's thread, and its frames while it is moved. The same of hep-th where HEP_TH_DIR names it.
 */
export async function run(report: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "clip-lineage-large-"));
  const maps = [{ what: "50,000 papers, 500,000 citations", dist: join(folder, "synthetic"), hepTh: false }];
  if (process.env.HEP_TH_DIR) maps.push({ what: "hep-th", dist: join(folder, "hep-th"), hepTh: true });
  else report("hep-th: not measured; set HEP_TH_DIR to the folder of its csv.gz files");
  const browser = await launchBrowser(requireBrowser(machine).path);
  try {
    for (const { dist, hepTh } of maps) {
      const out = `${dist}-data`;
      await writeFolder({ papers: 50_000, seed: 1, hepTh, out }, () => {});
      await buildSite(out, dist, "error");
    }
    const found = maps.map((): Round[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, { dist }] of maps.entries()) found[i]?.push(await measure(browser, dist));
    }
    maps.forEach(({ what }, i) => {
      tell(what, found[i] ?? [], report);
    });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function tell(what: string, rounds: readonly Round[], report: (line: string) => void): void {
  const usual = (value: (round: Round) => number) => median(rounds.map(value));
  const objects = usual((one) => one.objects);
  report(what);
  report(
    line(
      "  first picture from the bytes of papers.arrow",
      usual((one) => one.firstPicture),
      150,
      "ms",
    ),
  );
  report(
    line(
      "  its columns, as a share of the time that parsing corpus.json as objects takes",
      usual((one) => one.columns / one.objects),
      0.25,
      "",
    ),
  );
  const navigation = usual((one) => one.fromNavigation).toFixed(0);
  const whole = usual((one) => one.wholePage).toFixed(0);
  report(
    `    ${objects.toFixed(0)} ms for the objects; from navigation ${navigation} ms, the whole page ready ${whole} ms`,
  );
  report(
    line(
      "  longest task of the page's thread until it is at rest",
      usual((one) => one.longest),
      null,
      "ms",
    ),
  );
  const acts = [
    ["pointer on another paper", "hover"],
    ["a paper selected", "select"],
    ["its lineage traced", "trace"],
    ["a filter", "filter"],
  ] as const;
  for (const [act, key] of acts)
    report(
      line(
        `  ${act}, work of the page's thread`,
        usual((one) => one[key]),
        null,
        "ms",
      ),
    );
  const empty = usual((one) => one.empty.perSecond).toFixed(0);
  const emptyP95 = usual((one) => one.empty.p95).toFixed(0);
  report(
    `  an empty page in the same browser, moved: ${empty} frames/s, between frames 95 of 100 ${emptyP95} ms`,
  );
  for (const links of ["skeleton", "all"] as const) {
    const frames = usual((one) => one[links].perSecond).toFixed(0);
    const work = usual((one) => one[links].work).toFixed(1);
    report(
      `  moved, ${links === "all" ? "all links" : "skeleton"}: ${frames} frames/s, work of the page's thread ${work} ms a frame`,
    );
    report(
      line(
        "    between frames, 95 of 100",
        usual((one) => one[links].p95),
        17,
        "ms",
      ),
    );
    report(
      line(
        "    complete after rest",
        usual((one) => one[links].complete),
        1_000,
        "ms",
      ),
    );
  }
}

async function measure(browser: Browser, dist: string): Promise<Round> {
  const site = await serveSite(dist, { port: 0 });
  const blank = await browser.newPage({ viewport: VIEWPORT });
  const empty = await framesWhileMoved(blank, VIEWPORT, GESTURES_MS);
  await blank.close();
  const page = await browser.newPage({ viewport: VIEWPORT });
  try {
    const clock = await page.context().newCDPSession(page);
    await clock.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.addInitScript(WATCH_TASKS);
    await page.goto(site.url);
    await page.waitForFunction(() => performance.getEntriesByName("whole-page").length > 0, null, {
      timeout: PATIENCE_MS,
    });
    // What works on in idle time would be counted as the reader's.
    await page.waitForFunction(
      () =>
        ["analysed", "search-whole"].every((done) => performance.getEntriesByName(done).length > 0) &&
        performance.now() - (window as unknown as { lastLong: number }).lastLong > 500,
      null,
      { timeout: PATIENCE_MS },
    );
    const mark = (what: string) =>
      page.evaluate((asked) => performance.getEntriesByName(asked)[0]?.startTime ?? Number.NaN, what);
    const [bytes, columns, first, wholePage] = [
      await mark("companion-bytes"),
      await mark("companion-read"),
      await mark("first-picture"),
      await mark("whole-page"),
    ];
    const longest = await page.evaluate<number>("window.longest");
    const skeleton = await moved(page, clock);
    // Papers can be pointed at from nearer.
    await page.locator("#map").focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("+");
    await complete(page);
    const hover = (await worked(clock, () => page.evaluate(POINT_AROUND))) / HOVERS;
    const press = (key: string) => worked(clock, () => page.keyboard.press(key).then(() => complete(page)));
    await page.keyboard.press("ArrowRight");
    const select = await press("Enter");
    const trace = await press("t");
    await press("t");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("0");
    await complete(page);
    const filter = await worked(clock, () => page.evaluate(FILTER).then(() => complete(page)));
    await page.evaluate(FILTER);
    await page.getByRole("button", { name: "All", exact: true }).click();
    await complete(page);
    const all = await moved(page, clock);
    const objects = await page.evaluate<number>(PARSE);
    return {
      firstPicture: first - bytes,
      columns: columns - bytes,
      fromNavigation: first,
      objects,
      wholePage,
      longest,
      hover,
      select,
      trace,
      filter,
      empty,
      skeleton,
      all,
    };
  } finally {
    await page.close();
    await site.close();
  }
}

/** Ms of the page's thread that some work takes, by its own clock: what else the machine does is left out. */
async function worked(clock: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const read = async () => {
    const { metrics } = await clock.send("Performance.getMetrics");
    return 1000 * (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? Number.NaN);
  };
  const before = await read();
  await work();
  return (await read()) - before;
}

async function moved(page: Page, clock: CDPSession): Promise<Moved> {
  let frames = { perSecond: Number.NaN, p95: Number.NaN, frames: Number.NaN };
  const work = await worked(clock, async () => {
    frames = await framesWhileMoved(page, VIEWPORT, GESTURES_MS);
  });
  const start = Date.now();
  await complete(page);
  const { perSecond, p95 } = frames;
  return { perSecond, p95, work: work / frames.frames, complete: Date.now() - start };
}

/** Waits until the map's picture is complete, and a frame more. */
async function complete(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  await page.waitForFunction(() => document.querySelector("canvas")?.dataset.picture === "true", null, {
    timeout: PATIENCE_MS,
  });
}

// Texts, because the loader of this script gives functions a mark that a page does not know.
const WATCH_TASKS = `
  window.longest = 0;
  window.lastLong = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      window.longest = Math.max(window.longest, duration);
      window.lastLong = startTime + duration;
    }
  }).observe({ type: "longtask", buffered: true });
`;

const POINT_AROUND = `(async () => {
  const canvas = document.querySelector("#map canvas");
  const { x, y, width, height } = canvas.getBoundingClientRect();
  for (let i = 0; i < ${HOVERS}; i++) {
    // Places spread evenly over the middle of the map (Roberts's sequence).
    const at = { clientX: x + width * (0.3 + 0.4 * ((i * 0.7549) % 1)), clientY: y + height * (0.3 + 0.4 * ((i * 0.5698) % 1)) };
    canvas.dispatchEvent(new PointerEvent("pointermove", { ...at, pointerType: "mouse", bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
})()`;

const FILTER = `(document.querySelector(".group input") ?? document.querySelector("input[type=checkbox]"))?.click()`;

const PARSE = `fetch("./corpus.json").then((answer) => answer.text()).then((text) => {
  const start = performance.now();
  JSON.parse(text);
  return performance.now() - start;
})`;
