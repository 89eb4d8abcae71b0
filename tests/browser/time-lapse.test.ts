import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { mapSettled, test } from "./harness.ts";
import { words } from "./words.ts";

const slider = (page: Page) => page.getByRole("slider", { name: "Show papers up to" });
const said = (page: Page) => words(page.locator(".timeline .control-text"));
const shown = async (page: Page) =>
  Number(/(\d+) papers?$/.exec((await page.locator("#map").getAttribute("aria-label")) ?? "")?.[1]);

describe("the time-lapse", () => {
  test("plays from the first paper and stops where it is paused, by mouse", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0" });
    await mapSettled(page);
    await page.getByRole("button", { name: "Play the time-lapse" }).click();
    await expect.poll(() => shown(page)).toBe(1);
    await expect.poll(() => said(page)).toBe("26 February 2021: CLIP");
    await expect.poll(() => shown(page)).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Pause the time-lapse" }).click();
    await page.getByRole("button", { name: "Play the time-lapse" }).waitFor();
    const paused = await shown(page);
    await expect.poll(() => page.url()).toMatch(/until=2021-/);
    await page.getByRole("button", { name: "Play the time-lapse" }).click();
    await expect.poll(() => shown(page)).toBeGreaterThan(paused);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Play the time-lapse" }).waitFor();
  });

  test("ends by itself with everything shown", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0&until=2023-01-02" });
    await mapSettled(page);
    await expect.poll(() => shown(page)).toBe(18);
    await page.getByRole("button", { name: "Play the time-lapse" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause the time-lapse" }).waitFor();
    await page.getByRole("button", { name: "Play the time-lapse" }).waitFor();
    await expect.poll(() => shown(page)).toBe(19);
    await expect.poll(() => page.url()).not.toContain("until");
  });

  test("the slider goes through the dates by keyboard", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0" });
    await mapSettled(page);
    await slider(page).focus();
    await page.keyboard.press("Home");
    await expect.poll(() => slider(page).getAttribute("aria-valuetext")).toBe("26 February 2021: CLIP");
    await expect.poll(() => shown(page)).toBe(1);
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => slider(page).getAttribute("aria-valuetext"))
      .toBe("2 December 2021: MaskCLIP (dense)");
    await expect.poll(() => shown(page)).toBe(4);
    await page.keyboard.press("End");
    await expect.poll(() => said(page)).toBe("All 19 papers");
    await expect.poll(() => shown(page)).toBe(19);
  });

  test("and by mouse", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0" });
    await mapSettled(page);
    const box = await slider(page).boundingBox();
    if (!box) throw new Error("the slider has no place");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => shown(page)).toBeLessThan(19);
    await expect.poll(() => shown(page)).toBeGreaterThan(1);
  });

  test("asked for less motion, nothing moves between two papers; it still plays", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0", reducedMotion: "reduce" });
    await mapSettled(page);
    await page.getByRole("button", { name: "Play the time-lapse" }).click();
    await expect.poll(() => shown(page)).toBe(1);
    const moving = await page.evaluate(
      () => document.getAnimations().filter((animation) => animation.playState === "running").length,
    );
    expect(moving).toBe(0);
    await expect.poll(() => shown(page)).toBeGreaterThan(1);
  });
});
