import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./harness.ts";
import { words } from "./words.ts";

const field = (page: Page) => page.getByRole("combobox", { name: /^search/i });
const hits = (page: Page) => page.getByRole("listbox", { name: "Papers found" }).getByRole("option");

describe("search", () => {
  test("finds by name, title with a typing error, author, venue and year", async ({ openPage }) => {
    const page = await openPage();
    for (const [query, found] of [
      ["slip", /^SLIP/],
      ["pre-trainng via masking", /^FLIP/],
      ["jong wook", /^CLIP /],
      ["AAAI", /^CLIP-IQA/],
      ["remote 2023", /^RemoteCLIP/],
    ] as const) {
      await field(page).fill(query);
      await expect
        .poll(async () => (await hits(page).count()) > 0 && words(hits(page).first()))
        .toMatch(found);
    }
  });

  test("a click on a result opens the paper and closes the search", async ({ openPage }) => {
    const page = await openPage();
    await field(page).fill("nerf");
    await hits(page).filter({ hasText: "CLIP-NeRF" }).click();
    await page
      .locator("#details")
      .getByRole("heading", { name: /^CLIP-NeRF/ })
      .waitFor();
    await expect.poll(() => field(page).inputValue()).toBe("");
    await expect.poll(() => hits(page).count()).toBe(0);
  });

  test("by keyboard: slash, type, arrow down and up, Enter", async ({ openPage }) => {
    const page = await openPage();
    await page.locator("#map").waitFor();
    await page.keyboard.press("/");
    await expect.poll(() => field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type("pointclip");
    await expect.poll(() => hits(page).count()).toBeGreaterThan(1);
    await expect.poll(() => field(page).inputValue()).toBe("pointclip");
    const second = (await words(hits(page).nth(1).locator(".result-label"))).trim();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => hits(page).nth(1).getAttribute("aria-selected")).toBe("true");
    await expect
      .poll(() => field(page).getAttribute("aria-activedescendant"))
      .toBe(await hits(page).nth(1).getAttribute("id"));
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => hits(page).nth(0).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => hits(page).last().getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => hits(page).nth(1).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.title()).toContain(second);
  });

  test("says when nothing matches; Escape empties the field", async ({ openPage }) => {
    const page = await openPage();
    await field(page).fill("quantum gravity");
    await page.getByText("No paper matches “quantum gravity”.").waitFor();
    await expect.poll(() => field(page).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await expect.poll(() => field(page).inputValue()).toBe("");
    await expect.poll(() => field(page).getAttribute("aria-expanded")).toBe("false");
  });

  test("a slash typed into the field is a letter", async ({ openPage }) => {
    const page = await openPage();
    await field(page).focus();
    await page.keyboard.type("a/b");
    await expect.poll(() => field(page).inputValue()).toBe("a/b");
  });
});
