import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { holdBack, mapSettled, test } from "./harness.ts";

/** So many papers all cite one and the same: above a million pairs to count, which is more than the page does itself. */
const MANY = 1_010;
/** So long a machine with other work may take, ms. */
const LONG = 60_000;

const ids = Array.from({ length: MANY }, (_, i) => `paper ${i}`);
const corpus = {
  version: 1,
  survey: { title: "Of one mind", root: "old" },
  papers: ["old", ...ids].map((id) => ({ id, title: id, year: 2020, referencesKnown: true })),
  citations: ids.map((id) => ({ citing: id, cited: "old" })),
};

const layer = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const text = (page: Page) => page.locator(".layer-text");
/** Which scripts of a worker that counts were loaded. */
const counters = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes("similarity-worker")),
  );

describe("what the papers of a survey share", { timeout: 2 * LONG }, () => {
  test("is counted at once where there is little to count", async ({ openPage }) => {
    const page = await openPage({ url: "#view=network" });
    await mapSettled(page);
    await layer(page, "Shared references").click();
    await expect.poll(() => text(page).textContent()).toMatch(/^32 pairs with shared references/);
    await expect.poll(() => counters(page)).toEqual([]);
  });

  test("is counted by a worker where there is much: meanwhile the layer says so and the page answers", async ({
    openPage,
  }) => {
    const page = await openPage({ corpus, url: "#view=network" });
    await page.waitForFunction(() => performance.getEntriesByName("map-settled").length > 0, null, {
      timeout: LONG,
    });
    const letGo = await holdBack(page, "**/*similarity-worker*");
    await layer(page, "Shared references").click();
    await expect.poll(() => text(page).textContent()).toBe("Shared references are being counted…");
    await expect.poll(() => text(page).getAttribute("role")).toBe("status");
    await layer(page, "Citations").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => text(page).count()).toBe(0);
    await layer(page, "Shared references").click();
    await expect.poll(() => text(page).textContent()).toBe("Shared references are being counted…");
    letGo();
    await expect
      .poll(() => text(page).textContent(), { timeout: LONG })
      .toMatch(/^[\d,]+ pairs with shared references/);
  });

  test("says why it could not be counted and what to do", async ({ openPage }) => {
    const page = await openPage({
      corpus,
      lang: "zh-CN",
      url: "#view=network",
      expectProblems: [/similarity-worker/],
    });
    await page.waitForFunction(() => performance.getEntriesByName("map-settled").length > 0, null, {
      timeout: LONG,
    });
    await page.route("**/*similarity-worker*", (route) => route.fulfill({ status: 404, body: "" }));
    await layer(page, "共享参考文献").click();
    await expect
      .poll(() => text(page).textContent())
      .toBe("未能统计论文之间的共同之处：负责统计的脚本没有载入。请检查网络连接后重新加载页面。");
    await layer(page, "引文").click();
    await expect.poll(() => text(page).count()).toBe(0);
  });
});
