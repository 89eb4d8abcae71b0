import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { mapSettled, pageWhole, test } from "./harness.ts";

/** What has the focus: `button Table`, `map`, `input Search…`. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing";
    if (element.id === "map") return "map";
    const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return `${element.localName} ${name.replace(/\s+/g, " ").trim()}`.trim();
  });

const said = (page: Page) => page.locator("#announcer").textContent();

async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === wanted) return;
  }
  expect.fail(`Tab never reaches ${wanted}`);
}

describe("with the keyboard alone", () => {
  test("from the top of the page to a paper, its details, its lineage, and back step by step", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#context=0" });
    await mapSettled(page);
    await tabTo(page, "map");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said(page)).toMatch(/^CLIP,/);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said(page)).toMatch(/^CLIP-ViL,/);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said(page)).toMatch(/^EmbCLIP,/);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => said(page)).toMatch(/^CLIP-ViL,/);
    await page.keyboard.press("Enter");
    await page.locator("#details .paper-title").waitFor();
    await page.keyboard.press("t");
    await expect.poll(() => page.url()).toContain("trace=1");
    await expect.poll(() => focused(page)).toBe("map");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("trace=1");
    await page.locator("#details .paper-title").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("How to read it").waitFor();
    await expect.poll(() => focused(page)).toBe("map");
  });

  test("up goes to the newest paper cited, down to the oldest that cites", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2306.11029" });
    await mapSettled(page);
    await page.locator("#map").focus();
    for (const [key, paper] of [
      ["ArrowUp", "FLIP"],
      ["ArrowUp", "MaskCLIP"],
      ["ArrowUp", "CLIP"],
      ["ArrowDown", "CLIP-ViL"],
      ["ArrowDown", "EmbCLIP"],
      ["ArrowDown", "EmbCLIP"],
    ] as const) {
      await page.keyboard.press(key);
      await expect
        .poll(() => said(page), { message: `${key} to ${paper}` })
        .toMatch(new RegExp(`^${paper},`));
    }
  });

  test("plus, minus and zero zoom and fit, and leave the page where it is", async ({ openPage }) => {
    const page = await openPage();
    await pageWhole(page);
    await page.locator("#map").focus();
    const picture = async () => {
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      return (await page.locator("canvas").screenshot()).toString("base64");
    };
    const whole = await picture();
    await page.keyboard.press("+");
    await expect.poll(async () => (await picture()) === whole).toBe(false);
    await page.keyboard.press("0");
    await expect.poll(async () => (await picture()) === whole).toBe(true);
    await page.keyboard.press("-");
    await expect.poll(async () => (await picture()) === whole).toBe(false);
    await expect
      .poll(() => page.evaluate(() => [scrollX, scrollY, visualViewport?.scale]))
      .toEqual([0, 0, 1]);
  });

  test("Tab meets everything in the order of the page, and shows where it is", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    const seen: string[] = [];
    for (let presses = 0; presses < 70; presses++) {
      await page.keyboard.press("Tab");
      const name = await focused(page);
      if (name === "nothing") break;
      seen.push(name);
      const shown = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement)) return false;
        const outlined = [element, element.closest("label")].some(
          (one) => one !== null && getComputedStyle(one).outlineStyle !== "none",
        );
        return outlined;
      });
      expect(shown, `the focus on ${name} can be seen`).toBe(true);
    }
    const at = (name: string) => seen.findIndex((other) => other.startsWith(name));
    const order = [
      "button Lineage",
      "button Table",
      "input Search",
      "button Generation",
      "map",
      "button Zoom in",
    ];
    expect(order.map(at).every((place) => place >= 0)).toBe(true);
    expect(order.map(at)).toEqual([...order.map(at)].sort((a, b) => a - b));
    expect(at("button Start at CLIP")).toBeGreaterThan(at("map"));
    expect(at("a Semantic Scholar")).toBeGreaterThan(at("button Start at CLIP"));
    expect(new Set(seen.filter((name) => name === "map")).size).toBe(1);
  });

  test("the focus stays where the reader works while the page changes under it", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2112.12750" });
    const trace = page.getByRole("button", { name: "Trace lineage" });
    await trace.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => trace.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => focused(page)).toBe("button Trace lineage");
    const training = page.locator("#legend").getByRole("checkbox", { name: /^Training/ });
    await training.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => training.isChecked()).toBe(false);
    await expect.poll(() => training.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  test("what goes away hands the focus on: closed details to the map, a list to the paper it led to", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#paper=arxiv:2212.00794" });
    const details = page.locator("#details");
    await details.getByText(/around the survey$/).click();
    await details.locator(".around .neighbour").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toMatch(/^h2 /);
    await details.getByRole("button", { name: "Close" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("map");
  });

  test("the legend as a drawer gives the focus back to its button", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 } });
    const opener = page.getByRole("button", { name: "Legend" });
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.locator("#legend.is-open").waitFor();
    await page
      .locator("#legend")
      .getByRole("checkbox", { name: /^Training/ })
      .focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("button Legend");
  });
});
