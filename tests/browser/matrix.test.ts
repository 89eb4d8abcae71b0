import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoViolations, test, type Visit } from "./harness.ts";
import { words } from "./words.ts";

const PHONE = { width: 390, height: 844 };

async function openMatrix(openPage: (visit?: Visit) => Promise<Page>, visit: Visit = {}): Promise<Page> {
  const page = await openPage({ url: "#view=matrix", ...visit });
  await page.getByRole("grid").waitFor();
  return page;
}

const cell = (page: Page, name: RegExp) => page.getByRole("gridcell", { name });
const facts = (page: Page) => page.getByRole("region", { name: "The two papers of a cell" });
const flipCitesSlip = /^FLIP cites SLIP, verified/;

describe("the matrix", () => {
  test("is opened from the views and has a row and a column for each paper of the survey", async ({
    openPage,
  }) => {
    const page = await openPage();
    await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Matrix" }).click();
    await page.getByRole("grid", { name: "19 papers by 19" }).waitFor();
    await expect.poll(() => page.locator("tbody th[scope=row]").count()).toBe(19);
    await expect.poll(() => page.locator("thead th[scope=col]").count()).toBe(19);
    await expect.poll(() => page.locator("td.is-verified, td.is-likely").count()).toBe(27);
    await expect.poll(() => page.url()).toContain("view=matrix");
  });

  test("tells by mouse what a cell says, down to the works both papers cite", async ({ openPage }) => {
    const page = await openMatrix(openPage);
    await cell(page, flipCitesSlip).hover();
    await facts(page).getByRole("heading", { name: "FLIP → SLIP" }).waitFor();
    await expect.poll(() => words(facts(page))).toContain("They share 14 references on this map.");
    await expect.poll(() => facts(page).getByRole("list").getByRole("button").count()).toBe(14);
    await expect.poll(() => words(page.locator("th.is-lit").first())).toBe("SLIP");
    await page.mouse.move(5, 5);
    await expect.poll(() => page.locator(".is-lit").count()).toBe(0);
    await cell(page, flipCitesSlip).click();
    await facts(page).getByRole("list").getByRole("button").first().click();
    await page.locator("#details").getByText("Work around the survey").waitFor();
    await facts(page).getByRole("heading", { name: "FLIP → SLIP" }).waitFor();
  });

  test("selects a paper by its row or column and marks both", async ({ openPage }) => {
    const page = await openMatrix(openPage);
    await page.locator("thead").getByRole("button", { name: "SLIP" }).click();
    await page.locator("#details").getByRole("heading", { name: /^SLIP/ }).waitFor();
    await expect.poll(() => page.locator("th.is-selected").count()).toBe(2);
    // Its row and its column without the cell where they meet twice.
    await expect.poll(() => page.locator("td.is-selected-line").count()).toBe(37);
  });

  test("by keyboard alone", async ({ openPage }) => {
    const page = await openMatrix(openPage);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await expect.poll(() => page.locator(".matrix-grid [tabindex='0']").count()).toBe(1);
    await page.getByRole("button", { name: "CLIP", exact: true }).last().focus();
    await press("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft");
    await expect.poll(() => focused()).toMatch(/^Chinese CLIP cites CLIP, verified/);
    await expect.poll(() => words(facts(page))).toMatch(/^Chinese CLIP → CLIP/);
    await press("Enter");
    await expect.poll(() => words(page.locator(".matrix [role=status]"))).toMatch(/14 references.*BERT/);
    await expect.poll(() => page.locator(".matrix-grid [tabindex='0']").count()).toBe(1);
    await press("Home");
    await expect.poll(() => words(page.locator(":focus"))).toBe("Chinese CLIP");
    await press("Enter");
    await page
      .locator("#details")
      .getByRole("heading", { name: /^Chinese CLIP/ })
      .waitFor();
    await expect.poll(() => words(page.locator(":focus"))).toBe("Chinese CLIP");
    await press("Control+End", "Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".matrix-grid"))).toBeNull();
    await press("Shift+Tab");
    await expect.poll(() => focused()).toBe("CLIP-ViL, the paper itself");
    await press("Escape");
    await page.locator("#details .paper-title").waitFor({ state: "hidden" });
  });

  test("follows the filters of the legend", async ({ openPage }) => {
    const page = await openMatrix(openPage);
    await page.locator("#legend").getByText("Training").click();
    await page.getByRole("grid", { name: "15 papers by 15" }).waitFor();
    await page.locator("#legend").getByText("likely: abstract").click();
    await expect.poll(() => page.locator("tbody .is-likely").count()).toBe(0);
    await expect.poll(() => page.locator("tbody .is-verified").count()).toBeGreaterThan(5);
  });

  test("orders by community once communities are found", async ({ openPage }) => {
    const page = await openMatrix(openPage);
    const community = page
      .getByRole("group", { name: "Order by" })
      .getByRole("button", { name: "Community" });
    await expect.poll(() => community.isEnabled()).toBe(true);
    await community.click();
    await expect.poll(() => community.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.url()).toContain("order=community");
    await page.getByRole("group", { name: "Order by" }).getByRole("button", { name: "Domain" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).not.toContain("order=");
  });

  test("says so when no paper is left", async ({ openPage }) => {
    const page = await openPage({ url: "#view=matrix&years=1999-1999&context=0" });
    await page.getByText("No paper of the survey passes the filters.").waitFor();
    await expectNoViolations(page);
  });

  test("scrolls in a region of its own on a phone, its headers in sight, and its targets are large enough", async ({
    openPage,
  }) => {
    const page = await openMatrix(openPage, { viewport: PHONE, touch: true });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    const last = page.locator("td[data-row='18'][data-column='17']");
    await last.scrollIntoViewIfNeeded();
    const frame = await page.locator(".matrix-frame").boundingBox();
    const row = await page.locator("th[data-row='18']").boundingBox();
    const column = await page.locator("th[data-column='17']").boundingBox();
    const box = await last.boundingBox();
    if (!frame || !row || !column || !box) throw new Error("the matrix is not there");
    expect(row.x).toBeGreaterThanOrEqual(0);
    expect(box.x).toBeGreaterThanOrEqual(row.x + row.width - 1);
    expect(column.y).toBeGreaterThanOrEqual(frame.y);
    expect(box.y).toBeGreaterThanOrEqual(column.y + column.height - 1);
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await last.tap();
    await facts(page).getByRole("heading", { name: "CLIP-ViL and RemoteCLIP" }).waitFor();
    await expectNoViolations(page);
  });

  test("keeps the cell the keyboard walks to clear of its headers", async ({ openPage }) => {
    const page = await openMatrix(openPage, { viewport: PHONE });
    await page.locator("td[data-row='18'][data-column='18']").focus();
    for (let i = 0; i < 16; i++) await page.keyboard.press("ArrowLeft");
    for (let i = 0; i < 16; i++) await page.keyboard.press("ArrowUp");
    const at = await page.locator(":focus").boundingBox();
    const row = await page.locator("th[data-row='2']").boundingBox();
    const column = await page.locator("th[data-column='2']").boundingBox();
    if (!at || !row || !column) throw new Error("the focused cell is not there");
    expect(at.x).toBeGreaterThanOrEqual(row.x + row.width - 1);
    expect(at.y).toBeGreaterThanOrEqual(column.y + column.height - 1);
  });

  for (const colorScheme of ["light", "dark"] as const)
    test(`axe finds nothing, ${colorScheme}, with and without a paper`, async ({ openPage }) => {
      const page = await openMatrix(openPage, { colorScheme });
      await expectNoViolations(page);
      await cell(page, flipCitesSlip).click();
      await page.locator("tbody").getByRole("button", { name: "FLIP" }).click();
      await page.locator("#details .paper-title").waitFor();
      await expectNoViolations(page);
    });
});
