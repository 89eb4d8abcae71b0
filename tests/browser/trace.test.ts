import { describe, expect } from "vitest";
import { test } from "./harness.ts";
import { readersMap } from "./map.ts";

describe("tracing a lineage", () => {
  test("lets what is no ancestor or descendant recede, by the button", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const [inside, outside] = [await map.placeOf("FLIP"), await map.placeOf("OVSeg")];
    const [insideBefore, outsideBefore] = [await map.colourAt(inside), await map.colourAt(outside)];
    await map.click("SLIP");
    const button = page.getByRole("button", { name: "Trace lineage" });
    await button.click();
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
    await page.locator("#coverage").hover();
    await expect.poll(() => map.colourAt(outside)).not.toBe(outsideBefore);
    await expect.poll(() => map.colourAt(inside)).toBe(insideBefore);
    await button.click();
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");
  });

  test("reaches farther than the neighbours: RemoteCLIP rests on MaskCLIP through FLIP", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#paper=arxiv:2208.12262" });
    const map = await readersMap(page);
    const remote = await map.placeOf("RemoteCLIP");
    const receded = await map.colourAt(remote);
    await page.locator("#map").focus();
    await page.keyboard.press("t");
    await expect.poll(() => page.url()).toContain("trace=1");
    await expect.poll(() => map.colourAt(remote)).not.toBe(receded);
    await page.keyboard.press("t");
    await expect.poll(() => page.url()).not.toContain("trace=1");
  });

  test("T without a paper does nothing", async ({ openPage }) => {
    const page = await openPage();
    await page.locator("#map").focus();
    const before = page.url();
    await page.keyboard.press("t");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator("#announcer").textContent()).not.toBe("");
    await expect.poll(() => page.url()).toBe(before);
  });
});
