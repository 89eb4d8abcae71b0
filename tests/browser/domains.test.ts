import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoViolations, mapSettled, test, type Visit } from "./harness.ts";
import { bundled } from "./map.ts";
import { words } from "./words.ts";

const PHONE = { width: 390, height: 844 };
const section = (page: Page, name: string) => page.getByRole("region", { name });
const comparison = (page: Page) => section(page, "Headings and communities");
const flow = (page: Page) => section(page, "How domains fed one another");
const gaps = (page: Page) => section(page, "Works the survey may be missing");
const details = (page: Page) => page.locator("#details");

async function open(openPage: (visit: Visit) => Promise<Page>, visit: Visit = {}, hash = ""): Promise<Page> {
  const page = await openPage({ ...visit, url: `#view=domains${hash}` });
  await mapSettled(page);
  return page;
}

/** What the page puts on the clipboard, or that it may put nothing there. */
async function withClipboard(page: Page, allowed: boolean): Promise<() => Promise<string>> {
  await page.evaluate((allow) => {
    const kept = { text: "" };
    Object.defineProperty(globalThis, "keptText", { value: kept });
    const writeText = async (text: string) => {
      if (!allow) throw new Error("not allowed");
      kept.text = text;
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  }, allowed);
  return () => page.evaluate(() => (globalThis as unknown as { keptText: { text: string } }).keptText.text);
}

describe("the comparison of headings and communities", () => {
  test("counts every paper of the survey once", async ({ openPage }) => {
    const page = await open(openPage);
    const table = comparison(page).getByRole("table");
    await table.waitFor();
    const counted = async () =>
      (await table.locator("tbody td").allTextContents()).reduce((sum, text) => sum + Number(text), 0);
    await expect.poll(counted).toBe(bundled.papers.filter(({ role }) => role === "survey").length);
    await expect.poll(() => comparison(page).locator(".score").count()).toBe(5);
  });

  test("a number filters the map to its heading and community, by mouse, and lets go again", async ({
    openPage,
  }) => {
    const page = await open(openPage);
    const cell = comparison(page)
      .getByRole("button", { name: /under Training in/ })
      .first();
    await cell.click();
    await expect.poll(() => cell.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.url()).toMatch(/hide=[^&]*video/);
    await expect.poll(() => page.url()).toMatch(/regions=communities&region=\d/);
    await expect
      .poll(() =>
        page
          .locator("#legend")
          .getByRole("checkbox", { name: /^Video/ })
          .isChecked(),
      )
      .toBe(false);
    await comparison(page).getByRole("button", { name: "Show on the map" }).click();
    await page.locator("canvas").waitFor();
    await page.goBack();
    await cell.click();
    await expect.poll(() => page.url()).not.toContain("hide=");
  });

  test("by keyboard: a number, a heading and a community", async ({ openPage }) => {
    const page = await open(openPage);
    const table = comparison(page).getByRole("table");
    const cell = table.getByRole("button", { name: /under Video in/ }).first();
    await cell.focus();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => words(comparison(page).locator(".chosen-cell p").first()))
      .toMatch(/under Video in/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("hide=");
    await table
      .getByRole("rowheader")
      .getByRole("button", { name: /^Segmentation/ })
      .focus();
    await page.keyboard.press("Space");
    await expect.poll(() => page.url()).toContain("hide=");
    await expect.poll(() => page.url()).not.toMatch(/hide=[^&]*segmentation/);
    await page.keyboard.press("Space");
    await table.getByRole("columnheader").getByRole("button").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(/regions=communities&region=\d/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).not.toContain("region=");
  });

  test("by mouse: a heading and a community", async ({ openPage }) => {
    const page = await open(openPage);
    const table = comparison(page).getByRole("table");
    const heading = table.getByRole("rowheader").getByRole("button", { name: /^Segmentation/ });
    await heading.click();
    await expect.poll(() => page.url()).toContain("hide=");
    await heading.click();
    await expect.poll(() => page.url()).not.toContain("hide=");
    const community = table.getByRole("columnheader").getByRole("button").first();
    await community.click();
    await expect.poll(() => page.url()).toMatch(/regions=communities&region=\d/);
    await community.click();
    await expect.poll(() => page.url()).not.toContain("region=");
  });

  test("a pull by shared references opens to these, by mouse and by keyboard", async ({ openPage }) => {
    const page = await open(openPage, {}, "&communities=coupling");
    const which = comparison(page).locator(".pulls details").first();
    await which.getByText("Which").click();
    const shared = which.locator(".paper-name");
    await shared.first().waitFor();
    await page.keyboard.press("Enter");
    await shared.first().waitFor({ state: "hidden" });
    await page.keyboard.press("Enter");
    const title = (await shared.first().getAttribute("title")) ?? "";
    await shared.first().click();
    await details(page).getByRole("heading", { name: title }).waitFor();
  });

  test("a paper that disagrees, and each that pulls it, is one press away", async ({ openPage }) => {
    const page = await open(openPage);
    const found = comparison(page).locator(".disagreeing > li").first();
    await found.waitFor();
    const names = found.locator(".paper-name");
    await expect.poll(() => names.count()).toBeGreaterThanOrEqual(3);
    for (const [i, press] of [
      [0, (at: number) => names.nth(at).click()],
      [
        1,
        async (at: number) => {
          await names.nth(at).focus();
          await page.keyboard.press("Enter");
        },
      ],
    ] as const) {
      const title = await names.nth(i).getAttribute("title");
      await press(i);
      await details(page)
        .getByRole("heading", { name: title ?? "" })
        .waitFor();
    }
  });
});

describe("the flow between domains", () => {
  test("a domain lights its own bands, by mouse and by keyboard", async ({ openPage }) => {
    const page = await open(openPage);
    const bands = flow(page).locator(".flow-band");
    await expect.poll(() => bands.count()).toBeGreaterThan(5);
    const all = await bands.count();
    const origin = flow(page).getByRole("button", { name: /^Video/ });
    await origin.click();
    await expect.poll(() => origin.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => flow(page).locator(".flow-band.is-lit").count()).toBeLessThan(all);
    await page.keyboard.press("Enter");
    await expect.poll(() => flow(page).locator(".flow-band.is-lit").count()).toBe(all);
    await expect.poll(() => origin.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("stands as a table too", async ({ openPage }) => {
    const page = await open(openPage);
    await flow(page).getByText("The same as a table").click();
    const table = flow(page).getByRole("table", { name: "Papers by domain and year" });
    const counted = async () =>
      (await table.locator("tbody td:not(:last-child)").allTextContents()).reduce(
        (sum, count) => sum + Number(count),
        0,
      );
    await expect.poll(counted).toBe(19);
    await flow(page)
      .getByRole("table", { name: /carry the lineage/ })
      .getByText("Origin")
      .first()
      .waitFor();
  });

  test("fits a phone", async ({ openPage }) => {
    const page = await open(openPage, { viewport: PHONE });
    await flow(page).locator(".flow-band").first().waitFor();
    const box = await flow(page).locator(".flow-picture").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
  });
});

describe("the gap finder", () => {
  test("the slider asks for more papers by keyboard, the list grows shorter", async ({ openPage }) => {
    const page = await open(openPage);
    const rows = gaps(page).locator(".gap");
    await rows.first().waitFor();
    const before = await rows.count();
    await gaps(page).getByRole("slider").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => rows.count()).toBeLessThan(before);
    await expect.poll(() => page.url()).toContain("gaps=3");
    const reasons = async () =>
      (await rows.locator(".gap-reason").allTextContents()).map((reason) => Number(/\d+/.exec(reason)?.[0]));
    await expect.poll(async () => Math.min(...(await reasons()))).toBeGreaterThanOrEqual(3);
    await page.keyboard.press("End");
    await expect.poll(() => rows.count()).toBeLessThan(5);
  });

  test("the slider and a work by mouse", async ({ openPage }) => {
    const page = await open(openPage);
    const slider = gaps(page).getByRole("slider");
    const width = (await slider.boundingBox())?.width ?? 0;
    await slider.click({ position: { x: width * 0.98, y: 8 } });
    await expect.poll(() => page.url()).toMatch(/gaps=\d/);
    const title = gaps(page).locator(".gap-title").first();
    const name = (await title.textContent()) ?? "";
    await title.click();
    await details(page).getByRole("heading", { name }).waitFor();
  });

  test("a domain leaves its own works, and those undecided have a choice of their own", async ({
    openPage,
  }) => {
    const page = await open(openPage);
    const select = gaps(page).getByRole("combobox", { name: "Domain" });
    const training = select.locator("option", { hasText: /^Training \(\d+\)/ });
    await training.waitFor({ state: "attached" });
    const label = await training.textContent();
    await select.selectOption({ label: (label ?? "").trim() });
    const left = Number(/\((\d+)\)/.exec(label ?? "")?.[1]);
    await expect.poll(() => gaps(page).locator(".gap").count()).toBe(left);
    await expect
      .poll(async () => new Set(await gaps(page).locator(".gap-group").allTextContents()))
      .toHaveLength(1);
    await select.focus();
    await page.keyboard.press("End");
    await expect.poll(() => page.url()).toMatch(/gaps-in=(&|$)/);
    await expect.poll(() => gaps(page).locator(".gap-group").count()).toBe(0);
  });

  test("a work opens beside the list", async ({ openPage }) => {
    const page = await open(openPage);
    const title = gaps(page).locator(".gap-title").first();
    const name = (await title.textContent()) ?? "";
    await title.focus();
    await page.keyboard.press("Enter");
    await details(page).getByRole("heading", { name }).waitFor();
    await expect.poll(() => title.getAttribute("aria-pressed")).toBe("true");
  });

  test("copies all works shown, or one, as lines of the survey and as BibTeX", async ({ openPage }) => {
    const page = await open(openPage, {}, "&gaps=4");
    const kept = await withClipboard(page, true);
    await gaps(page).locator(".gap").first().waitFor();
    const rows = await gaps(page).locator(".gap").count();
    await gaps(page).getByRole("button", { name: "Copy as Markdown", exact: true }).click();
    await gaps(page).getByText(`Copied ${rows} works as Markdown.`).waitFor();
    const lines = (await kept()).split("\n");
    expect(lines).toHaveLength(rows);
    for (const line of lines) expect(line).toMatch(/^- (?:\[.*\] \| )?\*\*.+\*\*/);
    await gaps(page).getByRole("button", { name: "Copy as BibTeX", exact: true }).focus();
    await page.keyboard.press("Enter");
    await gaps(page).getByText(`Copied ${rows} works as BibTeX.`).waitFor();
    await expect.poll(async () => (await kept()).match(/^@\w+\{/gm)).toHaveLength(rows);
    const first = gaps(page).locator(".gap").first();
    await first.getByRole("button", { name: /as BibTeX$/ }).click();
    await expect.poll(async () => (await kept()).match(/^@\w+\{/gm)?.length).toBe(1);
    await first.getByRole("button", { name: /as Markdown$/ }).click();
    await expect.poll(async () => (await kept()).split("\n").length).toBe(1);
    await expect.poll(() => kept()).toContain((await first.locator(".gap-title").textContent()) ?? "?");
  });

  test("without a clipboard the text stands there to be copied by hand", async ({ openPage }) => {
    const page = await open(openPage, {}, "&gaps=5");
    await withClipboard(page, false);
    await gaps(page).getByRole("button", { name: "Copy as Markdown", exact: true }).click();
    const byHand = gaps(page).getByRole("textbox", { name: "The text to copy" });
    await byHand.waitFor();
    await expect.poll(() => byHand.inputValue()).toMatch(/^- /);
    await expect
      .poll(() => byHand.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart))
      .toBe((await byHand.inputValue()).length);
    await expectNoViolations(page);
  });
});

describe("a corpus that has less", () => {
  const papers = [
    { id: "A", title: "Alpha" },
    { id: "B", title: "Beta" },
  ];

  test("without domains: each part says what to do", async ({ openPage }) => {
    const corpus = { version: 1, papers, citations: [{ citing: "B", cited: "A" }] };
    const page = await open(openPage, { corpus });
    await expect.poll(() => words(comparison(page))).toMatch(/Put headings above its papers/);
    await expect.poll(() => words(flow(page))).toMatch(/Put headings above its papers/);
    await expect.poll(() => words(gaps(page))).toMatch(/A refresh from Semantic Scholar/);
    await expectNoViolations(page);
  });

  test("without links: it says so and draws the domains by year all the same", async ({ openPage }) => {
    const corpus = {
      version: 1,
      survey: { domains: [{ id: "x", label: { en: "Xylo" } }] },
      papers: papers.map((paper) => ({ ...paper, year: 2021 })),
      placements: papers.map(({ id }) => ({ paper: id, domain: "x" })),
    };
    const page = await open(openPage, { corpus });
    await expect.poll(() => words(comparison(page))).toMatch(/No citation is known yet/);
    await expect.poll(() => words(gaps(page))).toMatch(/No citation is known yet/);
    await expect.poll(() => words(flow(page).locator(".flow-count"))).toBe("2");
    await expectNoViolations(page);
  });
});

describe("access", () => {
  for (const colorScheme of ["light", "dark"] as const)
    test(`axe finds no violation, on a desk and a phone, ${colorScheme}`, async ({ openPage }) => {
      for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
        const page = await open(openPage, { colorScheme, viewport });
        await comparison(page).getByRole("table").waitFor();
        await comparison(page)
          .getByRole("button", { name: /under Training in/ })
          .first()
          .click();
        await flow(page).getByText("The same as a table").click();
        await expectNoViolations(page);
      }
    });

  test("at 320 px the page does not scroll sideways", async ({ openPage }) => {
    const page = await open(openPage, { viewport: { width: 320, height: 640 } });
    await comparison(page).getByRole("table").waitFor();
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector(".domains")?.parentElement?.scrollWidth,
    ]);
    expect(widths).toEqual([320, 320]);
  });

  test("targets are at least 24 px in both directions", async ({ openPage }) => {
    const page = await open(openPage, { viewport: PHONE, touch: true });
    await comparison(page).getByRole("table").waitFor();
    const small = await page.locator(".domains").evaluate((domains) =>
      [...domains.querySelectorAll<HTMLElement>("button, input, select, summary")].flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        return width >= 24 && height >= 24 ? [] : [`${control.textContent?.trim()}: ${width} × ${height}`];
      }),
    );
    expect(small).toEqual([]);
  });
});
