import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { syntheticCorpus } from "../../scripts/bench/synthetic-corpus.ts";
import { markOf } from "../../scripts/companion/companion-file.ts";
import { companionOf } from "../../scripts/companion/companion-of.ts";
import { layOut } from "../../scripts/companion/lay-out.ts";
import { decodeCompanion } from "../../src/columns/decode-companion.ts";
import { encodeCompanion } from "../../src/columns/encode-companion.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { crowding } from "../../src/draw/map/large/semantic-zoom.ts";
import { largeLineage } from "../../src/layout/lineage/large-lineage.ts";
import { buildCatalogue } from "../../src/view/catalogue.ts";
import { companionLineage } from "../../src/view/map/companion-lineage.ts";
import { companionMap } from "../../src/view/map/companion-map.ts";
import { shortList } from "../../src/view/map/short-list.ts";
import { expectNoViolations, test } from "./harness.ts";
import { LONG, whole } from "./large-map.ts";

/** 2,000 papers of which the author lists every fiftieth. */
const corpus = (() => {
  const many = syntheticCorpus({ papers: 2_000, citations: 16_000, seed: 0.42 });
  const listed = new Set(many.papers.filter((_, i) => i % 50 === 0).map(({ id }) => id));
  return parseCorpus({
    ...many,
    papers: many.papers.map((paper) => ({ ...paper, role: listed.has(paper.id) ? "survey" : "context" })),
    placements: many.placements.filter(({ paper }) => listed.has(paper)),
  });
})();
const text = formatCorpus(corpus);
const companion = encodeCompanion(companionOf(corpus, markOf(Buffer.from(text)), layOut));
const { entries } = buildCatalogue(corpus);

/** Where the papers of the list stand on the screen while all of the lineage is in view. */
async function listedOnScreen(page: Page) {
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the page has no map");
  const known = decodeCompanion(companion);
  const { map, columns, lanes } = companionLineage(known, companionMap(known));
  const listed = shortList(columns);
  const size = { width: Math.round(box.width), height: Math.round(box.height) };
  const placed = largeLineage({
    day: Float32Array.from(columns.day),
    group: lanes.of,
    survey: columns.survey,
    order: columns.labelOrder,
    listed,
    root: map.root,
    ...size,
  });
  const { x0, x1 } = placed.axis;
  const extent = { x0, x1, y0: placed.lanes[0]?.y0 ?? 0, y1: placed.lanes.at(-1)?.y1 ?? 0 };
  const { k, x, y } = crowding(extent, map.radius, size, true).camera;
  return Array.from(listed, (paper) => ({
    label: entries[paper]?.label ?? "",
    x: box.x + (placed.x[paper] ?? 0) * k + x,
    y: box.y + (placed.y[paper] ?? 0) * k + y,
  }));
}

describe("a short list among thousands of works", { timeout: 2 * LONG }, () => {
  test("opens in the lineage, and says in the address when another view is chosen", async ({ openPage }) => {
    const page = await openPage({ corpus: text, companion });
    await whole(page);
    const view = page.locator(".views [aria-pressed=true]");
    await expect.poll(() => view.innerText()).toBe("Lineage");
    await expect.poll(() => page.url()).not.toContain("#");
    await page.getByRole("button", { name: "Network", exact: true }).click();
    await page.waitForFunction(() => window.location.hash.includes("view=network"));
    const again = await openPage({ corpus: text, companion, url: new URL(page.url()).hash });
    await whole(again);
    await expect.poll(() => again.locator(".views [aria-pressed=true]").innerText()).toBe("Network");
    await expectNoViolations(again);
  });

  test("shows each listed paper as a mark that the pointer finds among all the others", async ({
    openPage,
  }) => {
    const page = await openPage({ corpus: text, companion });
    await whole(page);
    await page.waitForFunction(() => performance.getEntriesByName("analysed").length > 0);
    const papers = await listedOnScreen(page);
    expect(papers).toHaveLength(40);
    for (const { label, x, y } of [papers[1], papers[9], papers[30]].flatMap((one) => one ?? [])) {
      await expect
        .poll(async () => {
          await page.mouse.move(x + 1, y);
          await page.mouse.move(x, y);
          return page.locator("#announcer").textContent();
        })
        .toContain(label);
    }
  });
});
