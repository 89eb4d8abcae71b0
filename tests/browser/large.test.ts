import { stat } from "node:fs/promises";
import { describe, expect } from "vitest";
import { companionOf } from "../../scripts/companion/companion-of.ts";
import { layOut } from "../../scripts/companion/lay-out.ts";
import { encodeCompanion } from "../../src/columns/encode-companion.ts";
import { buildCatalogue } from "../../src/view/catalogue.ts";
import { expectNoViolations, test } from "./harness.ts";
import { companion, corpus, LONG, pick, text, whole } from "./large-map.ts";

const stale = encodeCompanion(companionOf(corpus, { bytes: 7, sha256: "7" }, layOut));

const entries = buildCatalogue(corpus).entries.filter(
  ({ paper, citedByCount }) => paper.role === "survey" && citedByCount > 0,
);
/** A paper of the survey whose name is its own. */
const known = entries.find(
  ({ label }) => entries.filter((other) => other.label === label).length === 1 && /^\w+$/.test(label),
);
if (!known) throw new Error("the synthetic corpus has no paper of a single name");

describe("a large map", { timeout: 2 * LONG }, () => {
  test("opens from its companion, names regions and answers like a small one", async ({ openPage }) => {
    const page = await openPage({ corpus: text, companion });
    await whole(page);
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByName("first-picture").length))
      .toBe(1);
    await expect.poll(() => page.locator(".views [aria-pressed=true]").innerText()).toBe("Network");
    await expect
      .poll(() => page.getByRole("button", { name: "Skeleton" }).getAttribute("aria-pressed"))
      .toBe("true");
    await expect.poll(() => page.locator(".regions button, .community button").count()).toBeGreaterThan(2);
    await expect.poll(() => page.locator("#map").getAttribute("aria-label")).toContain("2,000 papers");
    await expect.poll(() => page.url()).not.toContain("#");

    await pick(page, known.label);
    await expect.poll(() => page.url()).toContain("paper=");
    await expect.poll(() => page.locator("#details .paper-title").innerText()).toBe(known.paper.title);
    await page.getByRole("button", { name: "Trace lineage" }).click();
    await expect.poll(() => page.url()).toContain("trace=1");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".group input").first().uncheck();
    await page.waitForFunction(() => !document.querySelector("#map")?.ariaLabel?.includes("2,000"));
    await expect.poll(() => page.url()).toContain("hide=");
  });

  test("keeps its state in the address", async ({ openPage }) => {
    const first = await openPage({ corpus: text, companion });
    await whole(first);
    await pick(first, known.label);
    await first.getByRole("button", { name: "All", exact: true }).click();
    await first.getByRole("button", { name: "Lineage", exact: true }).click();
    await first.waitForFunction(() => window.location.hash.includes("view=lineage"));
    const hash = new URL(first.url()).hash;
    const page = await openPage({ corpus: text, companion, url: hash });
    await whole(page);
    await expect.poll(() => page.locator("#details .paper-title").innerText()).toBe(known.paper.title);
    await expect.poll(() => page.locator(".views [aria-pressed=true]").innerText()).toBe("Lineage");
    await expect
      .poll(() => page.getByRole("button", { name: "All", exact: true }).getAttribute("aria-pressed"))
      .toBe("true");
  });

  test("is walked by keyboard and listed in a table that says how much it leaves out", async ({
    openPage,
  }) => {
    const page = await openPage({ corpus: text, companion });
    await whole(page);
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector("#announcer")?.textContent?.includes("cites"));
    await page.keyboard.press("Enter");
    await page.locator("#details .paper-title").waitFor();
    await page.getByRole("button", { name: "Table" }).click();
    await page.locator("table.papers tbody tr").nth(199).waitFor();
    await expect.poll(() => page.locator("table.papers tbody tr").count()).toBe(200);
    await expect.poll(() => page.locator(".table-more").innerText()).toMatch(/^1,800 more papers/);
  });

  test("is taken away as data, and as the picture on the screen rather than as a drawing", async ({
    openPage,
  }) => {
    const page = await openPage({ corpus: text, companion });
    await whole(page);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const dialog = page.locator("#export");
    const downloads = dialog.getByRole("button", { name: /^Download/ });
    await dialog.getByLabel("SVG", { exact: true }).check();
    await dialog.getByText("too many for a drawing").waitFor();
    await expect.poll(() => downloads.count()).toBe(0);
    for (const [format, size] of [
      ["PNG", 10_000],
      ["GraphML", 500_000],
    ] as const) {
      await dialog.getByLabel(format, { exact: true }).check();
      const [download] = await Promise.all([page.waitForEvent("download"), downloads.click()]);
      const file = await download.path();
      await expect.poll(async () => (await stat(file)).size).toBeGreaterThan(size);
    }
    await dialog.getByRole("button", { name: "Print or PDF" }).click();
    await dialog.getByText("too many to be printed").waitFor();
  });

  test("passes axe in the network and the table", async ({ openPage }) => {
    const page = await openPage({ corpus: text, companion });
    await whole(page);
    await expectNoViolations(page);
    await page.getByRole("button", { name: "Table" }).click();
    await page.locator("table.papers").waitFor();
    await expectNoViolations(page);
  });

  test("is laid out on the page where it has no companion", async ({ openPage }) => {
    const page = await openPage({ corpus: text });
    await whole(page);
    await expect.poll(() => page.locator(".toast:not(.waiting)").count()).toBe(0);
    await pick(page, known.label);
  });

  test("says that a companion of another corpus is not used, and goes on without it", async ({
    openPage,
  }) => {
    const page = await openPage({ corpus: text, companion: stale });
    await whole(page);
    await expect
      .poll(() => page.locator(".toast:not(.waiting)").innerText())
      .toContain("made from another corpus.json");
    await pick(page, known.label);
  });

  for (const part of ["papers", "citations"] as const) {
    test(`says that a companion with broken ${part} is not used, and goes on without it`, async ({
      openPage,
    }) => {
      const broken = { ...companion, [part]: companion[part].slice(0, 2_000) };
      const page = await openPage({ corpus: text, companion: broken });
      await whole(page);
      await expect
        .poll(() => page.locator(".toast:not(.waiting)").innerText())
        .toContain(`papers.arrow and citations.arrow are not used: ${part}.arrow is cut short`);
      await pick(page, known.label);
    });
  }

  test("says that a companion without citations is not used, and goes on without it", async ({
    openPage,
  }) => {
    const { papers } = companion;
    const page = await openPage({ corpus: text, companion: { papers }, expectProblems: [/404/] });
    await whole(page);
    await expect
      .poll(() => page.locator(".toast:not(.waiting)").innerText())
      .toContain("are not used: citations.arrow: the server answered 404");
    await pick(page, known.label);
  });

  test("uses its companion also where the browser hashes no files", async ({ openPage }) => {
    const page = await openPage({ corpus: text, companion });
    let isBare = false;
    await page.route(/corpus-worker[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      const without = `Object.defineProperty(self.crypto, "subtle", { value: undefined });`;
      await route.fulfill({ response, body: `${without}${await response.text()}` });
      isBare = true;
    });
    await page.reload();
    await whole(page);
    expect(isBare).toBe(true);
    await expect.poll(() => page.locator(".toast:not(.waiting)").count()).toBe(0);
    await pick(page, known.label);
  });

  test("draws the papers while the citations are on their way", async ({ openPage }) => {
    const page = await openPage({ corpus: text, companion });
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route("**/citations.arrow", async (route) => {
      await held;
      await route.fallback();
    });
    await page.reload();
    await page.waitForFunction(() => performance.getEntriesByName("first-picture").length > 0);
    await expect
      .poll(() => page.evaluate(() => document.querySelector("canvas")?.clientWidth))
      .toBeGreaterThan(0);
    letGo();
    await whole(page);
    await pick(page, known.label);
  });
});
