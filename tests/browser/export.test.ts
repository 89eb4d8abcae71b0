import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { wellFormed } from "../export/well-formed.ts";
import { expectNoViolations, mapSettled, test, type Visit } from "./harness.ts";
import { words } from "./words.ts";

const PATH = "#from=arxiv:2103.00020&to=arxiv:2306.11029";

/** The page with the export panel open. */
async function open(openPage: (visit: Visit) => Promise<Page>, visit: Visit = {}): Promise<Page> {
  const page = await openPage(visit);
  await mapSettled(page);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await panel(page).waitFor();
  return page;
}
const panel = (page: Page) => page.getByRole("dialog", { name: "Export and share" });
const said = (page: Page) => panel(page).getByRole("status");

/** What the button of the panel saves. */
async function download(page: Page, name: RegExp = /^Download/): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    panel(page).getByRole("button", { name }).click(),
  ]);
  // The panel says so and may grow by a line: the next click waits for it.
  await expect.poll(() => said(page).textContent()).toContain(file.suggestedFilename());
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Replaces the clipboard by one that can be read here, or that refuses. */
async function withClipboard(page: Page, allowed: boolean): Promise<() => Promise<string>> {
  await page.evaluate((allow) => {
    const kept = { text: "" };
    Object.assign(window, { kept });
    const writeText = async (text: string) => {
      if (!allow) throw new Error("not allowed");
      kept.text = text;
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  }, allowed);
  return () => page.evaluate(() => (window as unknown as { kept: { text: string } }).kept.text);
}

describe("the export panel", () => {
  test("saves what the map shows as a picture that a browser draws", async ({ openPage, browser }) => {
    const page = await open(openPage, { url: "#hide=segmentation" });
    const { name, bytes } = await download(page);
    expect(name).toBe("clip-lineage-shown.svg");
    await expect.poll(() => said(page).textContent()).toBe("clip-lineage-shown.svg is in your downloads.");
    const svg = bytes.toString("utf8");
    const texts = [...wellFormed(svg).getElementsByTagName("text")].map(({ textContent }) => textContent);
    expect(texts).toContain("SLIP");
    expect(texts).not.toContain("OVSeg");
    const viewer = await browser.newPage();
    await viewer.setContent(svg.replace(/^<\?xml.*?\?>/, ""));
    const [drawn, text] = await viewer.evaluate(() => {
      const picture = document.querySelector("svg");
      const label = [...document.querySelectorAll("text")].find((one) => one.textContent === "SLIP");
      return [picture?.getBoundingClientRect().width ?? 0, label?.getBoundingClientRect().width ?? 0];
    });
    await viewer.close();
    expect(drawn).toBeGreaterThan(300);
    expect(text).toBeGreaterThan(10);
  });

  test("saves a PNG with as many pixels as it says", async ({ openPage }) => {
    const page = await open(openPage);
    await panel(page).getByRole("radio", { name: "PNG" }).check();
    for (const scale of [1, 3]) {
      await panel(page).getByLabel("Size").selectOption(String(scale));
      const told = await panel(page).locator(".export-scale option:checked").textContent();
      const [width, height] = [...(told ?? "").matchAll(/[\d,]{3,}/g)].map(([n]) =>
        Number(n.replace(",", "")),
      );
      const { bytes } = await download(page);
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
    }
  });

  // A page may save ten files a second; Chromium drops those beyond without a word. Hence two visits.
  test.for<readonly [kind: string, formats: readonly string[], endings: readonly string[]]>([
    [
      "references and tables",
      ["BibTeX", "RIS", "CSL-JSON", "CSV", "JSON"],
      [".bib", ".ris", ".csl.json", "-papers.csv", "-citations.csv", ".json"],
    ],
    [
      "graphs",
      ["GraphML", "GEXF", "Pajek", "VOSviewer"],
      [".graphml", ".gexf", ".net", ".clu", ".vosviewer.json"],
    ],
  ])(
    "saves %s in every format without a complaint of the page",
    async ([, formats, endings], { openPage }) => {
      const page = await open(openPage);
      const names: string[] = [];
      const saved = new Set<string>();
      for (const format of formats) {
        await panel(page).getByRole("radio", { name: format, exact: true }).check();
        const buttons = panel(page).getByRole("button", { name: /^Download/ });
        // The buttons of the format before are there until the next frame.
        await expect
          .poll(async () => {
            const offered = await buttons.allTextContents();
            return offered.length > 0 && !offered.some((label) => saved.has(label.trim()));
          })
          .toBe(true);
        for (const button of await buttons.all()) {
          const label = await words(button);
          const { name, bytes } = await download(page, new RegExp(`^${label.replace(/[.\\]/g, "\\$&")}$`));
          expect(label).toBe(`Download ${name}`);
          expect(bytes.length).toBeGreaterThan(100);
          saved.add(label);
          names.push(name.replace("clip-lineage-shown", ""));
        }
      }
      expect(names).toEqual(endings);
    },
  );

  test("takes a path, a paper's lineage or a domain alone", async ({ openPage }) => {
    const page = await open(openPage, { url: PATH });
    const papers = async (label: RegExp) => {
      const options = await panel(page).locator(".export-scope option").allTextContents();
      await panel(page)
        .getByLabel("What to take")
        .selectOption({ label: options.find((text) => label.test(text)) ?? "" });
      const { bytes } = await download(page);
      return parseCorpus(JSON.parse(bytes.toString("utf8"))).papers.length;
    };
    await panel(page).getByRole("radio", { name: "JSON", exact: true }).check();
    expect(await papers(/^The path: CLIP to RemoteCLIP/)).toBe(4);
    expect(await papers(/^Segmentation/)).toBe(3);
    expect(await papers(/^The survey/)).toBe(19);
    expect(await papers(/^Everything/)).toBe(108);
  });

  test("is worked by keyboard alone: opened, chosen in, copied from, left with Escape", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#paper=arxiv:2112.12750" });
    await mapSettled(page);
    const kept = await withClipboard(page, true);
    const button = page.getByRole("button", { name: "Export", exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await panel(page).waitFor();
    await panel(page).getByLabel("What to take").focus();
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => panel(page).locator(".export-scope option:checked").textContent())
      .toMatch(/^Only SLIP/);
    await panel(page).getByRole("radio", { name: "SVG" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => panel(page).getByRole("radio", { name: "BibTeX" }).isChecked()).toBe(true);
    await panel(page).getByRole("button", { name: "Copy to clipboard" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page).textContent()).toBe("Copied 1 paper, 0 citations as BibTeX.");
    await expect.poll(() => kept()).toMatch(/^@misc\{mu2022slip,\n[\s\S]*title = \{\{SLIP: /);
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "hidden" });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    // The paper is still selected: Escape was for the panel.
    await expect.poll(() => page.url()).toContain("paper=arxiv:2112.12750");
  });

  test("copies a link that opens the same picture", async ({ openPage }) => {
    const page = await open(openPage, { url: "#view=network&paper=arxiv:2112.12750" });
    const kept = await withClipboard(page, true);
    await panel(page).getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => said(page).textContent()).toBe("Copied the link.");
    const other = await openPage({ url: new URL(await kept()).hash });
    await mapSettled(other);
    await expect.poll(() => other.title()).toBe(await page.title());
    await expect
      .poll(() => other.locator("#map").getAttribute("aria-label"))
      .toBe(await page.locator("#map").getAttribute("aria-label"));
  });

  test("gives the text to copy by hand where there is no clipboard", async ({ openPage }) => {
    const page = await open(openPage);
    await withClipboard(page, false);
    await panel(page).getByRole("radio", { name: "RIS" }).check();
    await panel(page).getByRole("button", { name: "Copy to clipboard" }).click();
    const byHand = panel(page).getByRole("textbox", { name: "The text to copy" });
    await byHand.waitFor();
    await expect.poll(() => byHand.inputValue()).toMatch(/^TY {2}- /);
    await expect.poll(() => byHand.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("closes with its button and with a click beside it", async ({ openPage }) => {
    const page = await open(openPage);
    await panel(page).getByRole("button", { name: "Close" }).click();
    await panel(page).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await panel(page).waitFor();
    await page.mouse.click(5, 5);
    await panel(page).waitFor({ state: "hidden" });
  });

  for (const [where, visit] of [
    ["in light", { colorScheme: "light" }],
    ["in dark", { colorScheme: "dark", url: "#view=network" }],
    ["on a phone", { viewport: { width: 390, height: 844 }, touch: true }],
    ["at 320 px", { viewport: { width: 320, height: 640 } }],
  ] as const)
    test(`has no violation of accessibility and no sideways scrolling, ${where}`, async ({ openPage }) => {
      const page = await open(openPage, visit);
      await panel(page).getByRole("radio", { name: "PNG" }).check();
      await expectNoViolations(page);
      const [scroll, client] = await panel(page).evaluate((dialog) => [
        dialog.scrollWidth,
        dialog.clientWidth,
      ]);
      expect(scroll).toBe(client);
      const small = await panel(page).evaluate(
        (dialog) =>
          [...dialog.querySelectorAll("button, select, input, label.export-choice")]
            .filter((control) => !control.matches("label.export-choice input"))
            .map((control) => control.getBoundingClientRect())
            .filter(({ width, height }) => width < 24 || height < 24).length,
      );
      expect(small).toBe(0);
    });
});

describe("printing", () => {
  test("shows map and table in the place of the page, and the page again afterwards", async ({
    openPage,
  }) => {
    const page = await open(openPage, { colorScheme: "dark" });
    await page.evaluate(() => {
      window.print = () => document.body.classList.add("print-was-asked");
    });
    await panel(page).getByRole("button", { name: "Print or PDF" }).click();
    await page.locator("body.print-was-asked").waitFor();
    await expect.poll(() => panel(page).isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    const picture = page.locator(".printed img");
    await expect.poll(() => picture.isVisible()).toBe(true);
    await expect
      .poll(() => picture.getAttribute("alt"))
      .toMatch(/^CLIP lineage, lineage by date and domain: 19 papers/);
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(300);
    await expect.poll(() => page.locator(".printed tbody tr").count()).toBe(19);
    await expect.poll(() => page.locator("#header").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await expect.poll(() => page.locator(".printed").count()).toBe(0);
    await expect.poll(() => page.locator("#header").isVisible()).toBe(true);
  });

  test("of the page itself leaves out what cannot be used on paper", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    await page.emulateMedia({ media: "print" });
    for (const selector of [".views", ".search", ".export-button", ".map-bar"])
      await expect.poll(() => page.locator(selector).first().isVisible(), { message: selector }).toBe(false);
    for (const selector of ["h1", "#map canvas", "#legend", "#coverage"])
      await expect.poll(() => page.locator(selector).first().isVisible(), { message: selector }).toBe(true);
  });
});
