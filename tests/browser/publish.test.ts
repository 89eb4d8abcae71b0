import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { launchBrowser } from "../../scripts/browser/launch-browser.ts";
import { LIGHT } from "../../src/view/looks/palette.ts";
import { mapSettled, test } from "./harness.ts";
import { unexpected, watchProblems } from "./page-problems.ts";

const FLIP = "arxiv:2212.00794";

/** What a browser complains of a module in a page that was opened as a file. */
const REFUSED = [
  /console error: Access to script at 'file:.*blocked by CORS/,
  /console error: Failed to load/,
];

/** Opens the built page as a file, in a browser of its own, and looks at it. */
async function asFile(look: (page: Page) => Promise<void>, hash = ""): Promise<void> {
  const browser = await launchBrowser(inject("browserPath"));
  try {
    const context = await browser.newContext({ locale: "en", reducedMotion: "reduce" });
    context.setDefaultTimeout(45_000);
    const problems = watchProblems(context, inject("siteUrl"));
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(inject("dist"), "index.html")).href + hash);
    await look(page);
    expect(unexpected(problems, REFUSED)).toEqual([]);
  } finally {
    await browser.close();
  }
}

describe("the built page opened as a file", () => {
  test("shows the map, its views, communities and both languages", async () => {
    await asFile(async (page) => {
      await mapSettled(page);
      await expect.poll(() => page.title()).toBe("CLIP lineage");
      await page.getByRole("button", { name: "Domains", exact: true }).first().click();
      await page
        .getByText(/communities over citations/)
        .first()
        .waitFor();
      await page.getByRole("button", { name: "中文" }).click();
      await page.getByRole("button", { name: "谱系" }).waitFor();
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    });
  });

  test("keeps its state through a refresh", async () => {
    await asFile(async (page) => {
      await page.locator("#details .paper-title").waitFor();
      await page.getByRole("button", { name: "Network" }).click();
      await expect.poll(() => page.url()).toContain(`#view=network&paper=${FLIP}`);
      await page.reload();
      await page.locator("#details .paper-title").waitFor();
      await expect.poll(() => page.locator("#map").getAttribute("aria-label")).toMatch(/^Citation network/);
    }, `#paper=${FLIP}`);
  });
});

describe("the built page before it runs", () => {
  test("speaks of its survey in the survey's language, with the numbers of its corpus", async () => {
    const html = await (await fetch(inject("siteUrl"))).text();
    const content = (key: string) =>
      new RegExp(`<meta (?:name|property)="${key}" content="([^"]*)"`).exec(html)?.[1];
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).not.toContain("Loading the map");
    expect(content("description")).toMatch(/19篇论文（2021—2023年），分属10个领域，其间27条引文/);
    expect(content("og:description")).toBe(content("description"));
    expect(content("og:title")).toBe(/<title>([^<]*)/.exec(html)?.[1]);
    expect(content("og:image")).toBe("./preview.png");
    expect(content("twitter:card")).toBe("summary_large_image");
    expect(html).not.toContain('rel="canonical"');
  });

  test("has a preview of 1200 × 630 with a picture on it", async ({ openPage }) => {
    const page = await openPage();
    const { width, height, colours } = await page.evaluate(async () => {
      const picture = await createImageBitmap(await (await fetch("./preview.png")).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      if (!canvas) throw new Error("no canvas");
      canvas.drawImage(picture, 0, 0);
      const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
      const colours = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const colour = data.slice(i, i + 3).join();
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
      return {
        width: picture.width,
        height: picture.height,
        colours: [...colours].filter(([, count]) => count > 300).map(([colour]) => colour),
      };
    });
    expect([width, height]).toEqual([1200, 630]);
    // The red of the main path, the blue of training, the ink of the title.
    for (const hex of [LIGHT.accent, LIGHT.domains[1] ?? "", LIGHT.ink]) {
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      expect(colours).toContain(`${r},${g},${b}`);
    }
  });
});
