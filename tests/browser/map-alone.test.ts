import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { syntheticCompanion } from "../../scripts/bench/synthetic-companion.ts";
import { citationIndexOf, withArcs } from "../../src/columns/citation-index.ts";
import type { CompanionBytes } from "../../src/columns/companion.ts";
import { encodeCompanion } from "../../src/columns/encode-companion.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { DARK } from "../../src/view/looks/palette.ts";
import { MOST_PAPERS_OF_WHOLE_PAGE } from "../../src/view/state/large-map-line.ts";
import { expectNoViolations, test, type Visit } from "./harness.ts";

const PAPERS = MOST_PAPERS_OF_WHOLE_PAGE + 1;
const COMMUNITIES = ["Alpha", "Beta", "Gamma"];

/** A companion of one paper more than a page can do all for, each paper citing the one before; no corpus.json. */
const companion = beyond();

function beyond(): CompanionBytes {
  const ids = Array.from({ length: PAPERS }, (_, i) => ({ id: paperId(`p${String(i).padStart(6, "0")}`) }));
  const citing = Uint32Array.from({ length: PAPERS - 1 }, (_, i) => i + 1);
  const index = withArcs(
    citationIndexOf(ids, []),
    citing,
    citing.map((paper) => paper - 1),
  );
  const made = syntheticCompanion(index, new Uint8Array(citing.length).fill(1));
  const share = Math.ceil(PAPERS / COMMUNITIES.length);
  return encodeCompanion({
    ...made,
    communities: COMMUNITIES.map((label) => ({ label, papers: share })),
    papers: { ...made.papers, community: Int32Array.from(ids, (_, i) => Math.floor(i / share)) },
  });
}

type OpenPage = (visit?: Visit) => Promise<Page>;

async function openAlone(openPage: OpenPage, visit: Visit = {}): Promise<Page> {
  // Were the corpus fetched, its absence would be a problem of the page.
  const page = await openPage({ corpus: null, companion, ...visit });
  await page.waitForFunction(() => performance.getEntriesByName("first-picture").length > 0);
  return page;
}

/** Waits until the picture is complete, which ends with its links. */
async function complete(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("canvas")?.dataset.picture === "true");
}

describe("a map of more papers than the page can do all for", { timeout: 120_000 }, () => {
  test("stands as a picture with its regions, and says what is shown and what is not", async ({
    openPage,
  }) => {
    const page = await openAlone(openPage);
    const note = page.getByRole("complementary", { name: "What this page shows" });
    await note.getByText("200,001 papers, 200,000 citations.").waitFor();
    await note.getByText("Up to 200,000 papers this page does all it can do.").waitFor();
    await note.getByText("3 communities with their names and sizes").waitFor();
    await note.getByText("single papers: search, details").waitFor();
    await expect.poll(() => note.locator(".regions li").allInnerTexts()).toHaveLength(3);
    await expect.poll(() => page.locator("#map").getAttribute("aria-label")).toContain("200,001 papers");
    await complete(page);
    await expectNoViolations(page);
  });

  test("has no control that could not work, and those that move the map work", async ({ openPage }) => {
    const page = await openAlone(openPage);
    await complete(page);
    await expect.poll(() => page.locator("input, select, a").count()).toBe(0);
    await expect.poll(() => page.getByRole("button").allInnerTexts()).toEqual(["中文", "+", "−", "⤢"]);
    const picture = () => page.locator("canvas").screenshot();
    const differs = async (act: () => Promise<unknown>) => {
      const before = await picture();
      await act();
      await expect.poll(async () => (await picture()).equals(before)).toBe(false);
    };
    await differs(() => page.getByRole("button", { name: "Zoom in" }).click());
    await page.locator("#map").focus();
    for (const key of ["ArrowLeft", "ArrowDown", "-", "+", "0"])
      await differs(() => page.keyboard.press(key));
    // Keys and clicks of what is not there do nothing.
    for (const key of ["/", "?", "t", "s", "Enter", "Escape"]) await page.keyboard.press(key);
    await page.locator("canvas").click();
    await page.locator("canvas").hover({ position: { x: 60, y: 60 } });
    await expect.poll(() => page.url()).not.toContain("#");
  });

  test("speaks the other language, keeps what the address asks for, and follows window and colours", async ({
    openPage,
  }) => {
    const page = await openAlone(openPage, { url: "#paper=p000001", viewport: { width: 390, height: 844 } });
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("complementary", { name: "本页显示的内容" }).getByText("200,001篇论文").waitFor();
    await expect.poll(() => page.url()).toContain("lang=zh");
    await expect.poll(() => page.url()).toContain("paper=p000001");
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1_000, height: 700 });
    const width = () => page.evaluate(() => document.querySelector("canvas")?.clientWidth ?? 0);
    await expect.poll(width).toBeGreaterThan(600);
    await page.emulateMedia({ colorScheme: "dark" });
    const ground = () => page.evaluate(() => document.documentElement.style.getPropertyValue("--background"));
    await expect.poll(ground).toBe(DARK.background);
  });

  test("says in a frame that it is the picture alone, and leads to the full page", async ({ openPage }) => {
    const page = await openAlone(openPage, { url: "#compact=1", viewport: { width: 480, height: 320 } });
    await page.locator("#header").getByText("The picture alone").waitFor();
    await expect.poll(() => page.locator("#header a").getAttribute("href")).toBe("#");
    await expect.poll(() => page.locator("#legend").isVisible()).toBe(false);
  });

  test("says how to lay it out where its citations are missing", async ({ openPage }) => {
    const page = await openPage({
      corpus: null,
      companion: { papers: companion.papers },
      expectProblems: [/404/],
    });
    const failure = page.getByRole("alert");
    await failure.getByText("This map has 200,001 papers and has not been laid out.").waitFor();
    await failure.getByText("citations.arrow: the server answered 404").waitFor();
  });

  test("says how to lay it out where nothing has", async ({ openPage }) => {
    const papers = Array.from({ length: PAPERS }, () => 0);
    const page = await openPage({ corpus: { version: 1, papers, citations: [] } });
    const failure = page.getByRole("alert");
    await failure.getByText("This map has 200,001 papers and has not been laid out.").waitFor();
    await failure.getByText("npm run refresh -- FOLDER --layout-only").waitFor();
    await expect.poll(() => page.locator("canvas").count()).toBe(0);
  });
});
