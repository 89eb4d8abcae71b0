import { describe, expect } from "vitest";
import { nearPapers } from "../../src/analysis/communities/near-papers.ts";
import { citationIndexOf } from "../../src/columns/citation-index.ts";
import { expectNoViolations, test } from "./harness.ts";
import { companion, corpus, LONG, pick, text, whole } from "./large-map.ts";
import { entries } from "./large-readers-map.ts";

/** A paper whose name is its own. */
const known = entries.find(
  ({ label, paper, citedByCount }) =>
    /^\w+$/.test(label) &&
    paper.role === "survey" &&
    citedByCount > 0 &&
    entries.filter((other) => other.label === label).length === 1,
);
if (!known) throw new Error("the synthetic corpus has no paper of a single name");

const site = { corpus: text, companion };
const near = nearPapers(
  citationIndexOf(corpus.papers, corpus.citations),
  (paper) => entries[paper]?.referencesKnown === true,
  20,
);
const found = near.nearest("coupling", known.index);
const [first] = found?.nearest ?? [];
const sharing = found?.sharing.toLocaleString("en");
if (!found || !first) throw new Error(`${known.label} shares references with no other paper`);

describe("similarity on a large map", { timeout: 2 * LONG }, () => {
  test("is listed in the details, nearest first, and opens to the works behind it, by keyboard", async ({
    openPage,
  }) => {
    const page = await openPage(site);
    await whole(page);
    await pick(page, known.label);
    const list = page.locator("#details .similar").first();
    await expect
      .poll(() => list.locator("h3").innerText())
      .toMatch(new RegExp(`^Shares references with ${sharing} in this map$`, "i"));
    await list.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    const rows = list.locator("ol > li");
    await expect.poll(() => rows.count()).toBe(found.nearest.length);
    await page.keyboard.press("Tab");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
      .toContain(entries[first.paper]?.label);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows.first().locator("ul > li").count()).toBe(first.shared);
    await expect
      .poll(() => rows.first().locator("summary").innerText())
      .toMatch(`${first.shared} shared reference`);
    await expectNoViolations(page);
    await rows.first().locator("button").first().click();
    await expect
      .poll(() => page.locator("#details .paper-title").innerText())
      .toBe(entries[first.paper]?.paper.title);
    await expect.poll(() => list.locator("ol > li").count()).toBeGreaterThan(0);
  });

  test("joins the selected paper to its nearest where it is what papers are joined by", async ({
    openPage,
  }) => {
    const page = await openPage(site);
    await whole(page);
    const told = page.locator(".layer-text");
    await page.getByRole("button", { name: "Shared references" }).click();
    await expect.poll(() => told.innerText()).toMatch(/^Pick a paper/);
    await expect.poll(() => page.url()).toContain("layer=coupling");
    await pick(page, known.label);
    await expect
      .poll(() => told.innerText())
      .toMatch(`${known.label} shares references with ${sharing} papers; lines lead to the 20 nearest.`);
    await expect.poll(() => page.locator("#details .similar[open]").count()).toBe(1);
    const least = page.getByRole("slider", { name: "At least" });
    await least.focus();
    await page.keyboard.press("End");
    await expect.poll(() => told.innerText()).not.toMatch("20 nearest");
    await page.getByRole("button", { name: "Co-citation" }).click();
    await expect.poll(() => told.innerText()).toMatch("is cited together with");
    await page.locator(".control").getByRole("button", { name: "Citations", exact: true }).click();
    await expect.poll(() => told.count()).toBe(0);
  });

  test("speaks Chinese", async ({ openPage }) => {
    const page = await openPage({ ...site, lang: "zh", url: `#paper=${known.paper.id}&layer=coupling` });
    await whole(page);
    await expect.poll(() => page.locator(".layer-text").innerText()).toMatch("连线通向其中最相近的20篇");
    await expect
      .poll(() => page.locator("#details .similar h3").first().innerText())
      .toMatch("有共享参考文献");
  });
});
