import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoViolations, mapSettled, test } from "./harness.ts";
import { bundled, readersMap } from "./map.ts";
import { words } from "./words.ts";

const NETWORK = "#view=network";
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const legend = (page: Page, name: string) =>
  page.locator("#legend").getByRole("button", { name, exact: true });
const tooltip = (page: Page) => page.locator(".tooltip");
const communities = (page: Page) => page.locator("#legend").getByRole("list", { name: "Communities" });

/** Presses the mouse on a slider at a share of its width. */
async function pressAt(slider: Locator, share: number): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error("the slider is not to be seen");
  await slider.click({ position: { x: box.width * share, y: box.height / 2 } });
}

describe("regions of the network", () => {
  test("say under the pointer how many links lie within and lead out, and let the rest recede", async ({
    openPage,
  }) => {
    const page = await openPage({ url: NETWORK });
    const map = await readersMap(page);
    const far = await map.placeOf("FLIP");
    const before = await map.colourAt(far);
    const { x, y } = await map.regionPlace("segmentation");
    await page.mouse.move(x, y);
    await tooltip(page)
      .filter({ hasText: /^Segmentation: 3 papers · \d+ links? within · \d+ to other survey papers/ })
      .waitFor();
    await expect.poll(() => map.colourAt(far)).not.toBe(before);
    await page.mouse.move(0, 0);
    await tooltip(page).waitFor({ state: "hidden" });
  });

  test("are focused by a click, and let go by another or by Escape", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    const map = await readersMap(page);
    const { x, y } = await map.regionPlace("segmentation");
    await page.mouse.click(x, y);
    await expect.poll(() => page.url()).toContain("region=segmentation");
    await page.locator("#legend [aria-pressed=true]", { hasText: "Segmentation" }).waitFor();
    await page.mouse.click(x, y);
    await expect.poll(() => page.url()).not.toContain("region=");
    await page.mouse.click(x, y);
    await expect.poll(() => page.url()).toContain("region=segmentation");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("region=");
  });

  test("are buttons of the legend: focus points at one, Enter focuses it", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    await mapSettled(page);
    await legend(page, "Video").focus();
    await tooltip(page)
      .filter({ hasText: /^Video: 2 papers/ })
      .waitFor();
    await expect.poll(() => words(page.locator("#announcer"))).toMatch(/^Video: 2 papers/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("region=video");
    await expect.poll(() => legend(page, "Video").getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("region=");
  });

  test("are focused from the legend by mouse too", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    await mapSettled(page);
    await legend(page, "Segmentation").click();
    await expect.poll(() => page.url()).toContain("region=segmentation");
    await legend(page, "Segmentation").click();
    await expect.poll(() => page.url()).not.toContain("region=");
  });

  test("can be switched off and on, by mouse and by keyboard", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    await mapSettled(page);
    await legend(page, "None").click();
    await expect.poll(() => page.url()).toContain("regions=none");
    await expect.poll(() => legend(page, "Video").count()).toBe(0);
    await legend(page, "Domains").last().focus();
    await page.keyboard.press("Space");
    await legend(page, "Video").waitFor();
  });
});

describe("communities", () => {
  test("colour the map, with a legend of names, numbers, stability, and of those in none", async ({
    openPage,
  }) => {
    const page = await openPage({ url: NETWORK });
    const map = await readersMap(page);
    const place = await map.placeOf("OVSeg");
    const before = await map.colourAt(place);
    await button(page, "Community").click();
    await communities(page).waitFor();
    await expect.poll(() => map.colourAt(place)).not.toBe(before);
    const rows = communities(page).getByRole("listitem");
    await expect
      .poll(() => words(rows.first()), { timeout: 30_000 })
      .toMatch(/^\p{L}.* \d+ papers, \d+ % stable$/u);
    await expect.poll(() => words(rows.last())).toMatch(/^6 survey papers in no community/);
  }, 60_000);

  test("are the regions on request, each a button", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    await mapSettled(page);
    await button(page, "Communities").focus();
    await page.keyboard.press("Enter");
    const first = page.locator("#legend").getByRole("list", { name: "Regions" }).getByRole("button").first();
    await first.waitFor();
    await first.focus();
    await tooltip(page)
      .filter({ hasText: /survey papers/ })
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("region=0");
  });

  test("follow the choice of links and the resolution", async ({ openPage }) => {
    const page = await openPage({ url: `${NETWORK}&colour=community` });
    const rows = communities(page).getByRole("listitem");
    await rows.nth(4).waitFor();
    const usual = await rows.count();
    const slider = page.locator("#legend").getByRole("slider", { name: "Resolution" });
    await slider.focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url()).toContain("resolution=3");
    await expect.poll(() => rows.count()).toBeGreaterThan(usual);
    await button(page, "Shared refs").click();
    await expect.poll(() => page.url()).toContain("communities=coupling");
    await expect.poll(() => words(rows.last())).toMatch(/survey papers and \d+ works around in no community/);
  });

  test("follow the colouring by keyboard, the links by keyboard and the resolution by mouse", async ({
    openPage,
  }) => {
    const page = await openPage({ url: NETWORK });
    await mapSettled(page);
    await button(page, "Community").focus();
    await page.keyboard.press("Enter");
    await communities(page).getByRole("listitem").nth(2).waitFor();
    await button(page, "Both").focus();
    await page.keyboard.press("Space");
    await expect.poll(() => page.url()).toContain("communities=both");
    await pressAt(page.locator("#legend").getByRole("slider", { name: "Resolution" }), 0.95);
    await expect.poll(() => page.url()).toMatch(/resolution=(2\.[68]|3)/);
    await button(page, "Communities").click();
    await expect.poll(() => page.url()).toContain("regions=communities");
    await communities(page).getByRole("button").first().click();
    await expect.poll(() => page.url()).toContain("region=0");
  });

  test("are looked for when they are first wanted, while the page says so and stays at hand", async ({
    openPage,
  }) => {
    const page = await openPage();
    await mapSettled(page);
    const scripts = () =>
      page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    await expect
      .poll(async () => (await scripts()).filter((name) => name.includes("cluster-worker")))
      .toEqual([]);
    await page.route("**/*cluster-worker*", async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue();
    });
    await button(page, "Community").click();
    await page.locator(".toast", { hasText: "Looking for communities…" }).waitFor();
    await button(page, "Network").click();
    await expect.poll(() => page.url()).toContain("view=network");
    await communities(page).getByRole("listitem").nth(2).waitFor();
    await page.locator(".toast").waitFor({ state: "detached" });
  });

  test("that cannot be found are said to be, and the map stays", async ({ openPage }) => {
    const page = await openPage({ expectProblems: [/cluster-worker/] });
    await mapSettled(page);
    await page.route("**/*cluster-worker*", (route) => route.fulfill({ status: 404, body: "" }));
    await button(page, "Community").click();
    await page.locator(".toast", { hasText: "Communities could not be found: the script" }).waitFor();
    await legend(page, "Domain").click();
    await page.locator(".toast").waitFor({ state: "detached" });
  });
});

describe("link layers", () => {
  const coupling = { layer: "coupling" } as const;

  test("join papers by shared references, and say under the pointer which", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    await button(page, "Shared references").click();
    await page.getByText("for 10 papers the reference list is not known").waitFor();
    const map = await readersMap(page, bundled, [], coupling);
    await map.hoverLink("OVSeg", "PointCLIP V2");
    await tooltip(page)
      .filter({ hasText: /^OVSeg and PointCLIP V2 both cite \d+ works: .* and \d+ more$/ })
      .waitFor();
  });

  test("have a threshold, by keyboard, that stays in the address", async ({ openPage }) => {
    const page = await openPage({ url: `${NETWORK}&layer=coupling` });
    await mapSettled(page);
    const text = page.locator(".layer-text");
    await expect.poll(() => words(text)).toMatch(/^32 pairs with shared references/);
    await page.getByRole("slider", { name: /At least/ }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => words(text)).toMatch(/^\d+ pairs with 2 or more shared references/);
    await expect.poll(() => page.url()).toContain("least=2");
  });

  test("have a threshold by mouse", async ({ openPage }) => {
    const page = await openPage({ url: `${NETWORK}&layer=co-citation` });
    await mapSettled(page);
    await pressAt(page.getByRole("slider", { name: /At least/ }), 0.98);
    await expect.poll(() => page.url()).toMatch(/least=\d/);
  });

  test("lead back to citations, with their own controls", async ({ openPage }) => {
    const page = await openPage({ url: `${NETWORK}&layer=coupling` });
    await mapSettled(page);
    await expect.poll(() => button(page, "Skeleton").count()).toBe(0);
    await button(page, "Co-citation").focus();
    await page.keyboard.press("Enter");
    await page.getByText(/pairs with papers that cite both/).waitFor();
    await button(page, "Citations").first().click();
    await button(page, "Skeleton").waitFor();
    await expect.poll(() => page.url()).not.toContain("layer=");
  });
});

describe("the threshold of citing sentences", () => {
  const threshold = (page: Page) => page.getByRole("slider", { name: /^Cited in the text/ });
  const told = {
    ...bundled,
    citations: bundled.citations.map((citation, i) => ({
      ...citation,
      contexts: Array.from({ length: i % 4 }, (_, sentence) => `Sentence ${sentence + 1}.`),
    })),
  };

  test("leaves the citations with as many, by mouse and by keyboard, and stays in the address", async ({
    openPage,
  }) => {
    const page = await openPage({ url: NETWORK, corpus: told });
    await mapSettled(page);
    await threshold(page).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByText(/^2 or more citing sentences: \d+ of \d+ citations; of \d+ no sentence/).waitFor();
    await expect.poll(() => page.url()).toContain("least=2");
    await pressAt(threshold(page), 0.98);
    await page.getByText(/^3 or more citing sentences/).waitFor();
    await pressAt(threshold(page), 0.02);
    await page.getByText("any number of citing sentences").waitFor();
    await expect.poll(() => page.url()).not.toContain("least=");
  });

  test("is disabled while no sentence is known, and says what brings them", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    await mapSettled(page);
    await expect.poll(() => threshold(page).isDisabled()).toBe(true);
    await page.getByText("not known yet: a refresh brings it").waitFor();
    await page.getByTitle(/^How often a paper is cited in the text is not known yet/).waitFor();
  });
});

describe("years", () => {
  test("colour the map on a scale that the legend lists", async ({ openPage }) => {
    const page = await openPage({ url: NETWORK });
    const map = await readersMap(page);
    const place = await map.placeOf("OVSeg");
    const before = await map.colourAt(place);
    await button(page, "Year").click();
    await expect.poll(() => map.colourAt(place)).not.toBe(before);
    const rows = await page.locator(".year-key li").all();
    await expect
      .poll(() => Promise.all(rows.map(words)))
      .toEqual(["2021, works before it too 7", "2022 10", "2023 2"]);
  });
});

describe("accessibility", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the network has no violations, ${colorScheme}`, async ({ openPage }) => {
      const page = await openPage({ url: `${NETWORK}&colour=community&regions=communities`, colorScheme });
      await communities(page).getByRole("listitem").nth(2).waitFor();
      await expectNoViolations(page);
      await page.evaluate(() => {
        location.hash = "view=network&colour=year&layer=coupling&region=video";
      });
      await page.locator(".year-key").waitFor();
      await expectNoViolations(page);
    });
  }
});
