import { describe, expect, inject } from "vitest";
import { expectNoViolations, mapSettled, test } from "./harness.ts";

const SMALL = { width: 320, height: 240 };
const SLIP = "arxiv:2112.12750";

describe("the page in a frame", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`shows the map, one line and nothing else at 320×240, ${colorScheme}`, async ({ openPage }) => {
      const page = await openPage({ url: "#compact=1", viewport: SMALL, colorScheme });
      await mapSettled(page);
      for (const id of ["legend", "coverage", "details"])
        await expect.poll(() => page.locator(`#${id}`).isVisible(), { message: id }).toBe(false);
      await expect.poll(() => page.getByRole("combobox").count()).toBe(0);
      await expect.poll(() => page.locator(".tour-offer").count()).toBe(0);
      const map = () => page.locator("#map").boundingBox();
      await expect.poll(async () => (await map())?.width).toBe(320);
      await expect.poll(async () => (await map())?.height).toBeGreaterThan(200);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.locator(".compact-legend summary").click();
      const bottom = () =>
        page.locator(".compact-sheet").evaluate((sheet) => sheet.getBoundingClientRect().bottom);
      await expect.poll(bottom).toBeGreaterThan(0);
      await expect.poll(bottom).toBeLessThanOrEqual(240);
      await expectNoViolations(page);
    });
  }

  test("opens the whole page in the same state from its one line", async ({ openPage }) => {
    const page = await openPage({ url: `#compact=1&view=network&paper=${SLIP}&trace=1`, viewport: SMALL });
    await mapSettled(page);
    const link = page.getByRole("link", { name: "CLIP lineage: open the full map in a new tab" });
    const [whole] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
    await mapSettled(whole);
    await expect.poll(() => whole.url()).toBe(`${inject("siteUrl")}#view=network&paper=${SLIP}&trace=1`);
    await expect.poll(() => whole.locator("#legend").count()).toBe(1);
    await whole.getByRole("combobox", { name: /^search/i }).waitFor();
  });

  test("keeps its state through a refresh, and stays compact", async ({ openPage }) => {
    const page = await openPage({ url: "#compact=1&lang=zh", viewport: { width: 600, height: 400 } });
    await mapSettled(page);
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator("#announcer").textContent()).toMatch(/^CLIP/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("paper=arxiv:2103.00020");
    await page.reload();
    await page.locator("#details .paper-title").waitFor();
    await expect.poll(() => page.url()).toContain("#lang=zh&compact=1");
    await expect.poll(() => page.locator(".compact-title").count()).toBe(1);
  });

  test("shares the frame between the map and the selected paper", async ({ openPage }) => {
    const page = await openPage({ url: `#compact=1&paper=${SLIP}`, viewport: { width: 600, height: 400 } });
    await mapSettled(page);
    await page.locator("#details .paper-title").waitFor();
    const [map, details] = await Promise.all([
      page.locator("#map").boundingBox(),
      page.locator("#details").boundingBox(),
    ]);
    expect(map?.height).toBeGreaterThan(120);
    expect((map?.y ?? 0) + (map?.height ?? 0)).toBeLessThanOrEqual((details?.y ?? 0) + 1);
  });

  test("shows every view", async ({ openPage }) => {
    const page = await openPage({ url: "#compact=1", viewport: { width: 480, height: 320 } });
    await mapSettled(page);
    for (const [view, part] of [
      ["network", "#map canvas"],
      ["table", ".papers"],
      ["matrix", ".matrix"],
      ["domains", ".domains"],
    ] as const) {
      await page.evaluate((name) => {
        location.hash = `#compact=1&view=${name}`;
      }, view);
      await page.locator(part).first().waitFor();
    }
  });

  test("leaves the wheel to the page around, and the search key to its reader", async ({ openPage }) => {
    const page = await openPage({ url: "#compact=1", viewport: { width: 480, height: 320 } });
    await mapSettled(page);
    await page.keyboard.press("/");
    const taken = await page.evaluate(() => {
      const event = new WheelEvent("wheel", { deltaY: 100, bubbles: true, cancelable: true });
      document.querySelector("#map canvas")?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(taken).toBe(false);
    await page.locator("#map").focus();
    const zoomed = await page.evaluate(() => {
      const event = new WheelEvent("wheel", { deltaY: 100, bubbles: true, cancelable: true });
      document.querySelector("#map canvas")?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(zoomed).toBe(true);
  });
});

test("the export panel hands out the lines that show this state in another page", async ({ openPage }) => {
  const page = await openPage({ url: "#view=network" });
  await mapSettled(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Export", exact: true }).first().click();
  const copied = async (name: string) => {
    await page.getByRole("button", { name }).click();
    await page.getByText("Copied what shows this map in another page.").waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const site = inject("siteUrl");
  expect(await copied("Copy as frame")).toContain(`<iframe src="${site}#compact=1&amp;view=network"`);
  await expect
    .poll(() => copied("Copy as element"))
    .toContain(`<citation-map src="${site}corpus.json" view="network" page="${site}">`);
});
