import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { syntheticCorpus } from "../../scripts/bench/synthetic-corpus.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { holdBack, pageWhole, test } from "./harness.ts";
import { bundled, readersMap } from "./map.ts";
import { words } from "./words.ts";

const view = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("button", { name });

describe("the views", () => {
  test("switching keeps the paper, its details and its row", async ({ openPage }) => {
    const page = await openPage();
    await (await readersMap(page)).click("SLIP");
    const heading = page.locator("#details").getByRole("heading", { name: /^SLIP/ });
    await heading.waitFor();
    await view(page, "Network").click();
    await expect
      .poll(() => page.locator("#map").getAttribute("aria-label"))
      .toBe(`Citation network: ${bundled.papers.length} papers`);
    await heading.waitFor();
    await view(page, "Table").click();
    const row = page.locator("tbody tr.is-selected");
    await row.waitFor();
    await expect.poll(() => words(row.locator(".row-label"))).toBe("SLIP");
    await heading.waitFor();
    await view(page, "Lineage").click();
    await expect.poll(() => view(page, "Lineage").getAttribute("aria-pressed")).toBe("true");
    await heading.waitFor();
    await expect.poll(() => page.locator("canvas").isVisible()).toBe(true);
  });

  test("a map of hundreds of papers is laid out once what was pressed is shown, whatever is pressed next", async ({
    openPage,
  }) => {
    const many = syntheticCorpus({ papers: 400, citations: 2_000, seed: 0.42 });
    const page = await openPage({ corpus: formatCorpus(many) });
    const map = page.locator("#map");
    await expect.poll(() => map.getAttribute("aria-label")).toMatch(/^Lineage/);
    const picture = () => page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    await pageWhole(page);
    const lineage = await picture();
    // Pressed again before the layout had its turn.
    await page.evaluate(() => {
      const named = (name: string) =>
        [...document.querySelectorAll<HTMLButtonElement>(".views button")].find(
          ({ innerText }) => innerText === name,
        );
      named("Network")?.click();
      named("Lineage")?.click();
    });
    await expect.poll(() => map.getAttribute("aria-label")).toMatch(/^Lineage/);
    await expect.poll(picture).toBe(lineage);
    await view(page, "Network").click();
    await expect.poll(() => map.getAttribute("aria-label")).toMatch(/^Citation network/);
    await expect.poll(picture).not.toBe(lineage);
  });

  describe("a network of hundreds of papers", () => {
    const many = formatCorpus(syntheticCorpus({ papers: 400, citations: 2_000, seed: 0.42 }));
    const waiting = (page: Page) => page.locator("#map [role=status]");
    /** Whether the map shows anything but its ground. */
    const isDrawn = (page: Page) =>
      page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas;
        // A copy to read from: reading from the map's canvas would take it off the GPU.
        const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
        copy?.drawImage(canvas, 0, 0);
        const pixels = copy?.getImageData(0, 0, width, height).data ?? [];
        return pixels.some((value, i) => i % 4 !== 3 && value !== pixels[i % 4]);
      });

    test("is settled elsewhere: the page says so, answers meanwhile, and shows it", async ({ openPage }) => {
      const page = await openPage({ url: "#view=table", corpus: many });
      const letGo = await holdBack(page, "**/*network-worker*");
      await view(page, "Network").click();
      await expect.poll(() => words(waiting(page))).toBe("400 papers are being laid out…");
      await expect.poll(() => isDrawn(page)).toBe(false);
      await page.locator("#search").fill("paper");
      await page.locator("[role=option]").first().waitFor();
      await page.keyboard.press("Escape");
      letGo();
      await expect.poll(() => isDrawn(page)).toBe(true);
      await expect.poll(() => waiting(page).isVisible()).toBe(false);
    });

    test("leaves the lineage where it stands until then, whole", async ({ openPage }) => {
      const page = await openPage({
        url: "#view=table",
        corpus: many,
        viewport: { width: 390, height: 844 },
      });
      const letGo = await holdBack(page, "**/*network-worker*");
      await view(page, "Lineage").click();
      await expect.poll(() => isDrawn(page)).toBe(true);
      await view(page, "Network").click();
      await expect.poll(() => words(waiting(page))).toBe("400 papers are being laid out…");
      // The network has more controls, and its map less height.
      const isStretched = () =>
        page
          .locator("canvas")
          .evaluate(
            ({ width, height, clientWidth, clientHeight }: HTMLCanvasElement) =>
              width !== clientWidth || height !== clientHeight,
          );
      await expect.poll(isStretched).toBe(false);
      letGo();
      await expect.poll(() => waiting(page).isVisible()).toBe(false);
    });

    test("is settled on the page where it cannot be elsewhere", async ({ openPage }) => {
      const page = await openPage({
        url: "#view=table",
        corpus: many,
        expectProblems: [/network-worker/],
      });
      await page.route("**/*network-worker*", (route) => route.fulfill({ status: 404, body: "" }));
      await view(page, "Network").click();
      await expect.poll(() => isDrawn(page)).toBe(true);
      await expect.poll(() => waiting(page).isVisible()).toBe(false);
    });
  });

  test("papers are found where they stand after moving there", async ({ openPage }) => {
    const page = await openPage({ reducedMotion: "no-preference" });
    const map = await readersMap(page);
    await map.hover("OVSeg");
    await view(page, "Network").click();
    await expect.poll(() => view(page, "Network").getAttribute("aria-pressed")).toBe("true");
    const { x, y } = await map.placeOf("OVSeg");
    // The papers move for a while; the mouse stays near and looks again.
    let turn = 0;
    await expect
      .poll(async () => {
        turn = 1 - turn;
        await page.mouse.move(x + turn, y);
        return page.locator("#announcer").textContent();
      })
      .toMatch(/^OVSeg,/);
  });

  test("by keyboard alone", async ({ openPage }) => {
    const page = await openPage();
    await view(page, "Table").focus();
    await page.keyboard.press("Enter");
    await page.locator("tbody tr").first().waitFor();
    await expect
      .poll(() => view(page, "Table").evaluate((button) => button === document.activeElement))
      .toBe(true);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => page.url()).toContain("view=matrix");
  });
});

describe("the table", () => {
  const column = (page: Page, number: number) =>
    page
      .locator("tbody tr.row-survey")
      .evaluateAll((rows, at) => rows.map((row) => row.children[at]?.textContent?.trim() ?? ""), number);

  test("sorts by a column and back again, the unknown last, by mouse", async ({ openPage }) => {
    const page = await openPage({ url: "#view=table" });
    const header = page.locator("thead th").filter({ hasText: /^\s*Citations/ });
    await header.getByRole("button").click();
    await expect.poll(() => header.getAttribute("aria-sort")).toBe("ascending");
    await header.getByRole("button").click();
    await expect.poll(() => header.getAttribute("aria-sort")).toBe("descending");
    const counts = await column(page, 4);
    const known = counts
      .filter((count) => count !== "not known")
      .map((count) => Number(count.replace(/,/g, "")));
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(counts.slice(known.length).every((count) => count === "not known")).toBe(true);
    await expect.poll(() => words(page.locator("tbody tr .row-label").first())).toBe("CLIP");
    await expect.poll(() => page.url()).toContain("sort=-citations");
  });

  test("sorts and opens a paper by keyboard", async ({ openPage }) => {
    const page = await openPage({ url: "#view=table" });
    await page.locator("thead").getByRole("button", { name: "Published" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await column(page, 3))[0]).toBe("2023-06-19");
    const dates = await column(page, 3);
    expect(dates).toEqual([...dates].sort().reverse());
    await page
      .locator("tbody")
      .getByRole("button", { name: /^RemoteCLIP/ })
      .focus();
    await page.keyboard.press("Enter");
    await page
      .locator("#details")
      .getByRole("heading", { name: /^RemoteCLIP/ })
      .waitFor();
    await expect.poll(() => words(page.locator(":focus .row-label"))).toBe("RemoteCLIP");
  });
});
