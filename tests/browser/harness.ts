import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { test as base, expect, inject } from "vitest";
import { launchBrowser } from "../../scripts/browser/launch-browser.ts";
import { ARROW_TYPE } from "../../scripts/site/arrow-type.ts";
import type { CompanionBytes } from "../../src/columns/companion.ts";
import { unexpected, watchProblems } from "./page-problems.ts";

/** How a reader comes to the page. */
export interface Visit {
  /** What follows the site's address: `?…`, `#…` or a path; default nothing. */
  readonly url?: string;
  /** Default 1440 × 900. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Default `light`. */
  readonly colorScheme?: "light" | "dark";
  /** Default `reduce`: a test that looks at motion asks for it. */
  readonly reducedMotion?: "reduce" | "no-preference";
  /** The reader's language; default `en`. */
  readonly lang?: string;
  /** Whether the reader has a touch screen; default no. */
  readonly touch?: boolean;
  /** What `corpus.json` answers instead of the bundled one: a value, a text as it is, or null for a 404. */
  readonly corpus?: object | string | null;
  /** What `papers.arrow` and `citations.arrow` answer, with the link in the page; default no link and no files. */
  readonly companion?: Partial<CompanionBytes>;
  /** The problems this visit is meant to have; every other fails the test, and so does one that stays away. */
  readonly expectProblems?: readonly RegExp[];
}

interface Fixtures {
  /** One browser for all tests of a worker. */
  readonly browser: Browser;
  /** Opens the site as a reader of its own would; closed after the test, which fails on any problem. */
  readonly openPage: (visit?: Visit) => Promise<Page>;
}

/** vitest's `test` with `openPage`. */
export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from the pattern
    async ({}, use) => {
      const browser = await launchBrowser(inject("browserPath"));
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  openPage: async ({ browser, task }, use) => {
    const siteUrl = inject("siteUrl");
    const visits: { context: BrowserContext; check: () => string[] }[] = [];
    await use(async (visit = {}) => {
      const context = await openContext(browser, visit);
      const problems = watchProblems(context, siteUrl);
      visits.push({ context, check: () => unexpected(problems, visit.expectProblems ?? []) });
      const page = await context.newPage();
      await page.goto(new URL(visit.url ?? "", siteUrl).href);
      return page;
    });
    if (task.result?.state === "fail") await keepPictures(visits, task.name);
    // One more question to each page: what it said before the answer has arrived by then.
    for (const page of visits.flatMap(({ context }) => context.pages()))
      await page.evaluate("0").catch(() => {});
    const problems = visits.flatMap(({ check }) => check());
    for (const { context } of visits) await context.close();
    expect(problems, "problems on the page").toEqual([]);
  },
});

async function openContext(browser: Browser, visit: Visit): Promise<BrowserContext> {
  const { viewport = { width: 1440, height: 900 }, corpus, companion } = visit;
  const context = await browser.newContext({
    viewport,
    colorScheme: visit.colorScheme ?? "light",
    reducedMotion: visit.reducedMotion ?? "reduce",
    locale: visit.lang ?? "en",
    timezoneId: "UTC",
    hasTouch: visit.touch ?? false,
  });
  context.setDefaultTimeout(45_000);
  if (corpus !== undefined) {
    const body = typeof corpus === "string" ? corpus : JSON.stringify(corpus);
    const answer = corpus === null ? { status: 404, body: "" } : { contentType: "application/json", body };
    await context.route("**/corpus.json", (route) => route.fulfill(answer));
  }
  if (companion !== undefined) {
    const link = '<link id="companion" rel="preload" as="fetch" crossorigin href="./papers.arrow">';
    for (const [part, bytes] of Object.entries(companion)) {
      const body = Buffer.from(bytes);
      await context.route(`**/${part}.arrow`, (route) => route.fulfill({ contentType: ARROW_TYPE, body }));
    }
    await context.route(
      (url) => url.pathname.endsWith("/"),
      async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace("</head>", `${link}</head>`);
        await route.fulfill({ response, body: html });
      },
    );
  }
  return context;
}

async function keepPictures(visits: readonly { context: BrowserContext }[], name: string): Promise<void> {
  const pages = visits.flatMap(({ context }) => context.pages());
  for (const [i, page] of pages.entries()) await screenshot(page, `failed ${name} ${i + 1}`).catch(() => {});
}

/** Waits until the map stands still. */
export async function mapSettled(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("map-settled").length > 0);
}

/** Waits until the map stands still and all that is loaded after it is there. */
export async function pageWhole(page: Page): Promise<void> {
  await mapSettled(page);
  await page.locator("#legend .reading-host button").first().waitFor({ state: "attached" });
}

/** Keeps what a page asks for by addresses like this back, until the function returned is called. */
export async function holdBack(page: Page, addresses: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(addresses, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Writes what the page shows to `tests/screenshots/NAME.png`, for a person to look at, and returns the path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}.png`;
  const path = join(import.meta.dirname, "..", "screenshots", file);
  await page.screenshot({ path });
  return path;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES: RunOptions = {
  // Preloading would fetch the style sheets once more.
  preload: false,
  // Of what passes only the rules are counted, one element each.
  resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** A rule that a page breaks: what it asks, and the elements that break it. */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly targets: readonly string[];
}

/** Fails with every violation axe finds on the page as it is: the rule, what it asks, the elements. */
export async function expectNoViolations(page: Page): Promise<void> {
  // The debugger evaluates this text, so that the page's policy stays in force and is not asked.
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(`${AXE}; undefined`);
  // The whole result is megabytes of the page's own markup: what is not said stays there.
  const { violations, looked } = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } };
    const result = await axe.run(rules);
    return {
      looked: result.passes.length,
      violations: result.violations.map(
        ({ id, help, nodes }): Violation => ({
          id,
          help,
          targets: nodes.map((node) => node.target.join(" ")),
        }),
      ),
    };
  }, RULES);
  expect(looked, "axe looked at something").toBeGreaterThan(0);
  const found = violations.map(
    ({ id, help, targets }) => `${id}: ${help}\n${targets.map((target) => `  ${target}`).join("\n")}`,
  );
  if (found.length > 0) expect.fail(`axe found\n${found.join("\n")}`);
}
