import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "d3";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { requireBrowser } from "../browser/install-browser.ts";
import { launchBrowser } from "../browser/launch-browser.ts";
import { machine } from "../browser/machine.ts";
import { serveSite } from "../site/serve-site.ts";
import type { DrawingPage } from "./drawing-page/drawing-page.ts";
import { line } from "./figures.ts";
import { framesWhileMoved } from "./frames-while-moved.ts";

export const name = "drawing";

const VIEWPORT = { width: 1280, height: 800 };
const SIZES = [
  { papers: 10_000, citations: 100_000 },
  { papers: 50_000, citations: 500_000 },
];
const ROUNDS = 3;
const GESTURES_MS = 3_000;
const REFERENCE_MS = 1_500;

/** What one round of one size gave; times in ms. */
interface Round {
  readonly perSecond: number;
  readonly p95: number;
  /** Of the page's own thread in each frame, by its own clock: what else the machine does is left out. */
  readonly work: number;
  readonly atRest: number;
  readonly first: number;
  /** Frames/s of an empty page under the same gestures, and of a canvas that strokes each link. */
  readonly empty: number;
  readonly naive: number;
}

/** Lets a browser without a graphics card draw WebGL, which sigma needs. */
const SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/**
 * Measures the drawing of large maps, all links on, while it is moved: against an empty page, a canvas that strokes each
 * link, and sigma 3, which draws with WebGL: without a graphics card it is far slower than with one.
 */
export async function run(report: (line: string) => void): Promise<void> {
  const dist = await mkdtemp(join(tmpdir(), "clip-lineage-drawing-"));
  await build({
    configFile: false,
    root: join(import.meta.dirname, "drawing-page"),
    base: "./",
    logLevel: "error",
    build: { outDir: dist, emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
  });
  const site = await serveSite(dist, { port: 0 });
  const { path } = requireBrowser(machine);
  const browser = await launchBrowser(path);
  const withGl = await launchBrowser(path, SOFTWARE_GL);
  try {
    const rounds = SIZES.map((): Round[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, { papers, citations }] of SIZES.entries()) {
        rounds[i]?.push(await measure(browser, addressOf(site.url, papers, citations)));
      }
    }
    for (const [i, { papers, citations }] of SIZES.entries()) {
      const usual = (value: (round: Round) => number) => median(rounds[i] ?? [], value) ?? Number.NaN;
      report(
        `${papers.toLocaleString("en")} papers, ${citations.toLocaleString("en")} links, all of them drawn`,
      );
      const frames = `${usual((one) => one.perSecond).toFixed(0)} frames/s while moved`;
      report(`  ${frames} (goal 60; an empty page has ${usual((one) => one.empty).toFixed(0)})`);
      report(
        `  ${line(
          "between frames, 95 of 100",
          usual((one) => one.p95),
          17,
          "ms",
        )}`,
      );
      report(
        `  ${line(
          "work of the page's thread in a frame",
          usual((one) => one.work),
          null,
          "ms",
        )}`,
      );
      report(
        `  ${line(
          "complete after rest",
          usual((one) => one.atRest),
          1_000,
          "ms",
        )}`,
      );
      report(
        `  ${line(
          "complete at first",
          usual((one) => one.first),
          null,
          "ms",
        )}`,
      );
      const naive = usual((one) => one.naive);
      const ratio = usual((one) => one.perSecond / one.naive).toFixed(0);
      report(`  ${ratio} times the frames of a canvas that strokes each link: ${naive.toFixed(1)} frames/s`);
      // Once: half a million links take it half a minute.
      const sigma = await framesOfSigma(withGl, addressOf(site.url, papers, citations));
      const times = (usual((one) => one.perSecond) / sigma).toFixed(0);
      report(`  ${times} times the frames of sigma 3 over software WebGL: ${sigma.toFixed(1)} frames/s`);
    }
  } finally {
    await browser.close();
    await withGl.close();
    await site.close();
    await rm(dist, { recursive: true, force: true });
  }
}

function addressOf(site: string, papers: number, citations: number): string {
  return `${site}?papers=${papers}&citations=${citations}`;
}

async function framesOfSigma(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(url);
  const perSecond = await ask(page, `withSigma(${REFERENCE_MS})`);
  await page.close();
  return perSecond;
}

async function measure(browser: Browser, url: string): Promise<Round> {
  const blank = await browser.newPage({ viewport: VIEWPORT });
  const empty = await framesWhileMoved(blank, VIEWPORT, REFERENCE_MS);
  await blank.close();

  const page = await browser.newPage({ viewport: VIEWPORT });
  const clock = await page.context().newCDPSession(page);
  await clock.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await clock.send("Performance.getMetrics");
    return 1000 * (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? Number.NaN);
  };
  await page.goto(url);
  const first = await ask(page, "mount()");
  const before = await worked();
  const moved = await framesWhileMoved(page, VIEWPORT, GESTURES_MS);
  const work = ((await worked()) - before) / moved.frames;
  const atRest = await ask(page, "complete()");
  const naive = await ask(page, `strokeEachLink(${REFERENCE_MS})`);
  await page.close();
  return { perSecond: moved.perSecond, p95: moved.p95, work, atRest, first, empty: empty.perSecond, naive };
}

/** What a function of the page answers. */
function ask(page: Page, call: `${keyof DrawingPage}(${string})`): Promise<number> {
  return page.evaluate(`window.drawingPage.${call}`);
}
