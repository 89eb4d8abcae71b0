import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { corpusOf, diamond } from "../graphs.ts";
import { expectNoViolations, mapSettled, test } from "./harness.ts";
import { words } from "./words.ts";

const card = (page: Page) => page.getByRole("region", { name: "Tour of the map" });
const offer = (page: Page) => page.locator(".tour-offer:visible");
const help = (page: Page) => page.getByRole("dialog", { name: "Help" });
const hasFocus = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Waits until the part of the page that is loaded after the map is there. */
const ready = (page: Page) =>
  page.locator("#legend .reading-host button").first().waitFor({ state: "attached" });

describe("the tour", () => {
  test("is offered once: taken, it leads through the map and gives the page back", async ({ openPage }) => {
    const page = await openPage({ url: "#links=skeleton&context=0" });
    await offer(page).getByRole("button", { name: "Take the tour, 1 minute" }).click();
    const texts: string[] = [];
    for (let step = 1; step <= 6; step++) {
      await card(page).getByText(`Step ${step} of 6`).waitFor();
      texts.push(await words(card(page).locator("[aria-live]")));
      if (step === 4) await expect.poll(() => page.url()).toContain("links=main-path");
      if (step === 5) await page.locator("#details .paper-title").waitFor();
      if (step === 6) await expect.poll(() => page.url()).toContain("view=network");
      await card(page).locator(".tour-next").click();
    }
    expect(texts[0]).toMatch(/CLIP is where it begins/);
    await expect.poll(() => card(page).count()).toBe(0);
    await expect.poll(() => new URL(page.url()).hash).toBe("#context=0&links=skeleton");
    await expect.poll(() => hasFocus(page, "#map")).toBe(true);
    await page.reload();
    await ready(page);
    await expect.poll(() => offer(page).count()).toBe(0);
  });

  test("is offered no second time after a No, nor to who comes back", async ({ openPage }) => {
    const page = await openPage();
    await offer(page).getByRole("button", { name: "No, thanks" }).click();
    await expect.poll(() => offer(page).count()).toBe(0);
    await page.reload();
    await ready(page);
    await expect.poll(() => offer(page).count()).toBe(0);
    const unanswered = await openPage();
    await offer(unanswered).waitFor();
    const later = await unanswered.context().newPage();
    await later.goto(unanswered.url());
    await ready(later);
    await expect.poll(() => offer(later).count()).toBe(0);
  });

  test("goes by arrow keys, holds no keyboard, and Escape leaves it as the page was", async ({
    openPage,
  }) => {
    const page = await openPage();
    await offer(page)
      .getByRole("button", { name: /Take the tour/ })
      .focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => hasFocus(page, ".tour-next")).toBe(true);
    await page.keyboard.press("ArrowRight");
    await card(page).getByText("Step 2 of 6").waitFor();
    await expect.poll(() => page.locator("#legend .groups").getAttribute("class")).toContain("is-toured");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await card(page).getByText("Step 1 of 6").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect.poll(() => hasFocus(page, ".tour, .tour *")).toBe(false);
    await page.keyboard.press("Escape");
    await expect.poll(() => card(page).count()).toBe(0);
    await expect.poll(() => page.locator(".is-toured").count()).toBe(0);
    await expect.poll(() => new URL(page.url()).hash).toBe("");
  });

  test("keeps what the reader opened on the way", async ({ openPage }) => {
    const page = await openPage();
    await offer(page)
      .getByRole("button", { name: /Take the tour/ })
      .click();
    await card(page).getByText("Step 1 of 6").waitFor();
    await page.getByRole("button", { name: "Start at CLIP" }).click();
    await page.locator("#details .paper-title").waitFor();
    await card(page).getByRole("button", { name: "Leave the tour" }).click();
    await expect.poll(() => page.url()).toContain("paper=arxiv:2103.00020");
  });

  test("is made of the survey it is on, with a root or without", async ({ openPage }) => {
    const rootless = corpusOf(diamond, { A: { date: "2020-01-01" } }, { survey: { root: null } });
    const page = await openPage({ corpus: rootless });
    await offer(page)
      .getByRole("button", { name: /Take the tour/ })
      .click();
    await expect.poll(() => words(card(page))).toMatch(/names no origin.*A, is the oldest/);
    const empty = await openPage({ corpus: { version: 1, papers: [], citations: [] } });
    await ready(empty);
    await expect.poll(() => offer(empty).count()).toBe(0);
  });

  test("is offered on a phone too, out of the way of the map's tools", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, touch: true });
    await offer(page)
      .getByRole("button", { name: /Take the tour/ })
      .tap();
    await card(page).getByText("Step 1 of 6").waitFor();
    const box = await card(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    await expectNoViolations(page);
  });
});

describe("help", () => {
  test("opens by its button and by ?, holds the focus, and gives it back on Escape", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2212.00794" });
    const button = page.getByRole("button", { name: "Help" });
    await button.click();
    await help(page).waitFor();
    await expect.poll(() => hasFocus(page, "dialog *")).toBe(true);
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press("Tab");
      await expect.poll(() => hasFocus(page, "header *, main *, footer *")).toBe(false);
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => help(page).count()).toBe(0);
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    // Escape closed the panel and nothing behind it.
    await expect.poll(() => page.url()).toContain("paper=arxiv:2212.00794");
    await page.keyboard.press("?");
    await help(page).waitFor();
    await help(page).getByRole("button", { name: "Close" }).click();
    await expect.poll(() => help(page).count()).toBe(0);
  });

  test("a question mark in the search is a letter", async ({ openPage }) => {
    const page = await openPage();
    await ready(page);
    await page.locator("#search").focus();
    await page.keyboard.type("why?");
    await expect.poll(() => page.locator("#search").inputValue()).toBe("why?");
    await expect.poll(() => help(page).count()).toBe(0);
  });

  test("draws every mark it explains, and explains every measure", async ({ openPage }) => {
    const page = await openPage();
    await page.getByRole("button", { name: "Help" }).click();
    const blank = await help(page)
      .locator("canvas")
      .evaluateAll((canvases) =>
        canvases.flatMap((canvas) => {
          if (!(canvas instanceof HTMLCanvasElement)) return ["no canvas"];
          const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
          const colours = new Set<string>();
          for (let i = 0; i < pixels.length; i += 4)
            colours.add([pixels[i], pixels[i + 1], pixels[i + 2]].join());
          return colours.size < 3 ? [canvas.dataset.mark] : [];
        }),
      );
    expect(blank).toEqual([]);
    const text = await words(help(page));
    for (const term of [
      "Main path",
      "SPC, SPLC, SPNP",
      "Skeleton",
      "Co-citation",
      "Stability",
      "ARI",
      "Resolution",
    ])
      expect(text).toContain(term);
  });

  test("begins the tour again", async ({ openPage }) => {
    const page = await openPage();
    await offer(page).getByRole("button", { name: "No, thanks" }).click();
    await page.keyboard.press("?");
    await help(page)
      .getByRole("button", { name: /Take the tour/ })
      .click();
    await card(page).getByText("Step 1 of 6").waitFor();
    await expect.poll(() => help(page).count()).toBe(0);
  });

  for (const lang of ["en", "zh"] as const)
    for (const colorScheme of ["light", "dark"] as const)
      test(`axe finds no violation in help, tour and own reading, ${lang}, ${colorScheme}`, async ({
        openPage,
      }) => {
        const page = await openPage({ lang, colorScheme, url: "#paper=arxiv:2212.00794" });
        await page.locator(".own .button").first().click();
        await page.locator(".note-field").fill("…");
        await page.locator(".help-button").click();
        await page.locator("dialog.help").waitFor();
        await expectNoViolations(page);
        await page.keyboard.press("Escape");
        await page.locator(".reading-host .small-button").last().click();
        await page.locator("dialog.reading").waitFor();
        await expectNoViolations(page);
        await page.keyboard.press("Escape");
        // A letter that is typed before the dialog is gone is a letter of the dialog.
        await expect.poll(() => page.locator("dialog.reading").count()).toBe(0);
        await page.keyboard.press("?");
        await page.locator("dialog.help .button").first().click();
        await page.locator(".tour").waitFor();
        await page.locator(".tour-next").click();
        await page.locator(".is-toured").waitFor();
        await expectNoViolations(page);
      });
});

test("a part of the page that does not load is said, and tried again when it is asked for", async ({
  openPage,
}) => {
  const page = await openPage({
    corpus: corpusOf("A<-B"),
    expectProblems: [/console error: .*ERR_FAILED/],
  });
  await page.context().route("**/reader-*.js", (route) => route.abort());
  await page.reload();
  await mapSettled(page);
  await page.getByText(/did not load/).waitFor();
  await page.context().unroute("**/reader-*.js");
  await page.getByRole("button", { name: "Help" }).click();
  await help(page).waitFor();
  await expect.poll(() => page.getByText(/did not load/).count()).toBe(0);
});

test("a browser without a canvas says so, and what to do", async ({ openPage }) => {
  const page = await openPage();
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.reload();
  const failure = page.getByRole("alert");
  await failure.waitFor();
  await expect.poll(() => words(failure)).toMatch(/offers no 2D canvas.*another browser/);
  await expect.poll(() => words(failure)).not.toContain("npm run refresh");
});

describe("keys of a single letter or sign", () => {
  test("do nothing once they are switched off in the help, on the next visit too", async ({ openPage }) => {
    const page = await openPage();
    await ready(page);
    await page.keyboard.press("?");
    await help(page)
      .getByRole("checkbox", { name: /^Keys of a single letter/ })
      .uncheck();
    await page.keyboard.press("Escape");
    for (const visit of ["this", "the next"]) {
      await page.keyboard.press("/");
      await expect.poll(() => hasFocus(page, "#search"), { message: visit }).toBe(false);
      await page.keyboard.press("?");
      await expect.poll(() => help(page).count(), { message: visit }).toBe(0);
      await page.locator("#map").focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.locator("#details .paper-title").waitFor();
      await page.keyboard.press("t");
      await expect
        .poll(() => page.getByRole("button", { name: "Trace lineage" }).getAttribute("aria-pressed"))
        .toBe("false");
      await page.reload();
      await ready(page);
    }
  });
});
