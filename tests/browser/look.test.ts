import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { mapSettled, screenshot, test, type Visit } from "./harness.ts";

const SIZES = [
  ["desk", { width: 1440, height: 900 }],
  ["tablet", { width: 768, height: 1024 }],
  ["phone", { width: 390, height: 844 }],
] as const;

const STATES: readonly (readonly [name: string, url: string])[] = [
  ["lineage", ""],
  ["network", "#view=network"],
  ["domains", "#view=domains"],
  ["matrix", "#view=matrix"],
  ["communities", "#view=network&colour=community&regions=communities"],
  ["table", "#view=table"],
  ["selected", "#paper=arxiv:2212.00794"],
  ["traced", "#paper=arxiv:2112.12750&trace=1"],
  ["skeleton", "#links=skeleton&colour=generation"],
  ["main-path", "#links=main-path&routes=6"],
  ["path", "#from=arxiv:2103.00020&to=arxiv:2306.11029"],
  ["search", "#q=segmentation"],
  ["nothing", "#years=1999-1999&context=0"],
];

/** Opens one page and shows it one state after another, as a reader who follows links would. */
async function walk(
  openPage: (visit: Visit) => Promise<Page>,
  visit: Visit,
  name: string,
): Promise<string[]> {
  const page = await openPage(visit);
  await mapSettled(page);
  const paths: string[] = [];
  for (const [state, url] of STATES) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, url);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
    );
    paths.push(await screenshot(page, `${name}-${state}`));
  }
  return paths;
}

for (const [size, viewport] of SIZES) {
  describe(`at ${viewport.width}×${viewport.height}`, () => {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`the page can be looked at, ${colorScheme}`, async ({ openPage }) => {
        const pictures = await walk(openPage, { viewport, colorScheme }, `${size}-${colorScheme}`);
        expect(pictures).toHaveLength(STATES.length);
      });
    }
  });
}
