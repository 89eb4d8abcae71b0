import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { mapSettled, test } from "./harness.ts";
import { bundled, readersMap } from "./map.ts";

const legend = (page: Page) => page.locator("#legend");
const shown = async (page: Page) =>
  Number(/(\d+) papers?$/.exec((await page.locator("#map").getAttribute("aria-label")) ?? "")?.[1]);
const all = bundled.papers.length;
const survey = bundled.papers.filter((paper) => paper.role === "survey").length;

describe("the legend", () => {
  test("a domain switched off leaves the map and comes back, by mouse", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0" });
    await mapSettled(page);
    await expect.poll(() => shown(page)).toBe(survey);
    const segmentation = legend(page).getByText("Segmentation", { exact: true });
    await segmentation.click();
    await expect.poll(() => shown(page)).toBe(survey - 3);
    await expect.poll(() => page.url()).toContain("hide=segmentation");
    await segmentation.click();
    await expect.poll(() => shown(page)).toBe(survey);
  });

  test("by keyboard: the space bar toggles, only leaves one, Escape brings all back", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#context=0" });
    await legend(page)
      .getByRole("checkbox", { name: /^Training/ })
      .focus();
    await page.keyboard.press("Space");
    await expect.poll(() => shown(page)).toBe(survey - 4);
    await page.keyboard.press("Space");
    await expect.poll(() => shown(page)).toBe(survey);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page)).toBe(4);
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page)).toBe(survey);
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page)).toBe(4);
    await page.keyboard.press("Escape");
    await expect.poll(() => shown(page)).toBe(survey);
  });

  test("what is filtered away is not under the mouse", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const { x, y } = await map.placeOf("CLIP-IQA");
    await legend(page)
      .getByRole("checkbox", { name: /^Image quality/ })
      .focus();
    await page.keyboard.press("Space");
    await expect.poll(() => page.url()).toContain("hide=image-quality");
    await map.hover("OVSeg");
    await page.mouse.move(x, y);
    await expect.poll(() => page.locator("#announcer").textContent()).not.toMatch(/^OVSeg,/);
    await expect.poll(() => page.locator("#announcer").textContent()).not.toMatch(/^CLIP-IQA,/);
  });

  test("works around the survey can be left out", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    await legend(page)
      .getByText(/works around the survey$/)
      .click();
    await expect.poll(() => shown(page)).toBe(survey);
    await legend(page).getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => shown(page)).toBe(all);
  });

  test("the range of years narrows by keyboard", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0" });
    await legend(page).getByRole("slider", { name: "from" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url()).toContain("years=2022-2023");
    const from2022 = bundled.papers.filter((paper) => paper.role === "survey" && (paper.year ?? 0) >= 2022);
    await expect.poll(() => shown(page)).toBe(from2022.length);
    await legend(page).getByRole("slider", { name: "to" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => page.url()).toContain("years=2022-2022");
    await page.keyboard.press("Escape");
    await expect.poll(() => shown(page)).toBe(survey);
  });

  test("links that are only likely can be left out", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const likely = legend(page).getByRole("checkbox", { name: /^likely/ });
    await map.hoverLink("CLIP-IQA", "CLIP");
    const tooltip = page.locator(".tooltip");
    await expect.poll(() => tooltip.textContent()).toMatch(/^CLIP-IQA cites CLIP · likely/);
    await likely.click();
    await expect.poll(() => page.url()).toContain("without=likely");
    await map.hoverLink("CLIP-IQA", "CLIP");
    await expect.poll(() => tooltip.textContent()).not.toMatch(/^CLIP-IQA cites CLIP/);
    await expect.poll(() => shown(page)).toBe(all);
    await page.keyboard.press("Space");
    await expect.poll(() => page.url()).not.toContain("without");
  });

  test("a filter on what nobody knows yet is off and says why", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    for (const control of [
      legend(page).getByRole("checkbox", { name: /^from Semantic Scholar/ }),
      legend(page).getByRole("checkbox", { name: "influential only" }),
      legend(page).getByRole("combobox", { name: /^Intent/ }),
    ])
      await expect.poll(() => control.isDisabled()).toBe(true);
    await legend(page)
      .getByText(/Intent and influence: Not known yet/)
      .waitFor();
  });
});

describe("when nothing passes the filters", () => {
  test("the map says so and offers a way back", async ({ openPage }) => {
    const page = await openPage({ url: "#years=1999-1999" });
    const notice = page.locator(".notice");
    await notice.getByText("No paper passes the filters.").waitFor();
    await expect.poll(() => shown(page)).toBe(0);
    await notice.getByRole("button", { name: "Show all papers" }).click();
    await expect.poll(() => shown(page)).toBe(all);
    await expect.poll(() => notice.count()).toBe(0);
  });

  test("so does the table, and Escape is a way back too", async ({ openPage }) => {
    const page = await openPage({ url: "#years=1999-1999&view=table" });
    await page.getByText("No paper passes the filters.").waitFor();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(0);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("tbody tr").count()).toBe(all);
  });
});
