import { describe, expect } from "vitest";
import { mapSettled, pageWhole, test } from "./harness.ts";
import { bundled, readersMap } from "./map.ts";
import { words } from "./words.ts";

const survey = bundled.papers.filter((paper) => paper.role === "survey");

describe("the page on the bundled survey", () => {
  test("says how many papers the map holds", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    await expect
      .poll(() => page.locator("#map").getAttribute("aria-label"))
      .toBe(`Lineage by date and domain: ${bundled.papers.length} papers`);
    await expect
      .poll(() => page.getByRole("combobox", { name: /search/i }).getAttribute("placeholder"))
      .toContain(`${survey.length} papers, ${bundled.papers.length - survey.length} works around them`);
  });

  test("lists every paper in the table", async ({ openPage }) => {
    const page = await openPage({ url: "#view=table" });
    await page.locator("tbody tr").first().waitFor();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(bundled.papers.length);
    await expect.poll(() => page.locator("tbody tr.row-survey").count()).toBe(survey.length);
  });

  test("says how old and how complete its data is, and whose", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    const line = await words(page.locator("#coverage"));
    const known = survey.filter((paper) => paper.referencesKnown).length;
    expect(line).toMatch(/Data of \d+ \w+ \d{4} from/);
    expect(line).toContain(
      `${survey.length} of ${survey.length + bundled.unresolved.length} papers resolved`,
    );
    expect(line).toContain(`reference lists known for ${known} of ${survey.length}`);
    expect(line).toMatch(/\d+ citations among them \(\d+ verified, \d+ likely/);
    expect(line).toContain("no citation path to CLIP: Per-Clip VOS");
    const credit = page.locator("#coverage").getByRole("link", { name: "Semantic Scholar" });
    await expect
      .poll(() => credit.getAttribute("href"))
      .toBe("https://www.semanticscholar.org/?utm_source=api");
  });

  test("shows every paper of the survey under the mouse, where the layout puts it", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    for (const { label, title } of survey) await map.hover(label ?? title);
  });

  test("draws what it says: the ground differs from the dot of the root", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const root = await map.placeOf("CLIP");
    await expect
      .poll(() => map.colourAt(root))
      .not.toBe(await map.colourAt({ x: root.x - 120, y: root.y + 12 }));
  });

  test("tells a newcomer how to read it and where to start", async ({ openPage }) => {
    const page = await openPage();
    const intro = page.locator("#details");
    await intro.getByText("How to read it").waitFor();
    await expect.poll(() => words(intro)).toMatch(/points from the citing to the cited paper/);
    await intro.getByRole("button", { name: "Start at CLIP" }).click();
    await intro
      .getByRole("heading", { name: "Learning Transferable Visual Models From Natural Language Supervision" })
      .waitFor();
    await expect.poll(() => page.title()).toBe("CLIP · CLIP lineage");
  });

  test("draws the same picture twice", async ({ openPage }) => {
    const pictures: string[] = [];
    for (let visit = 0; visit < 2; visit++) {
      const page = await openPage({ url: "#view=network" });
      await pageWhole(page);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      pictures.push((await page.locator("canvas").screenshot()).toString("base64"));
    }
    expect(pictures[0] === pictures[1]).toBe(true);
  });
});
