import { describe, expect } from "vitest";
import type { Entry } from "../../src/view/catalogue.ts";
import { mapSettled, test } from "./harness.ts";
import { companion, LONG, pick, text } from "./large-map.ts";
import { entries, loner, zoomedIn } from "./large-readers-map.ts";
import { readersMap } from "./map.ts";
import { words } from "./words.ts";

const site = { corpus: text, companion };

/** A paper of the survey with a name of its own that is far from the middle of the large map. */
function farAway(from: Entry): Entry {
  const names = new Map<string, number>();
  for (const { label } of entries) names.set(label, (names.get(label) ?? 0) + 1);
  const found = entries.find(
    ({ label, paper, domain }) =>
      paper.role === "survey" && names.get(label) === 1 && /^\w+$/.test(label) && domain !== from.domain,
  );
  if (!found) throw new Error("the synthetic corpus has no such paper");
  return found;
}

describe("on a large map as on a small one", { timeout: 2 * LONG }, () => {
  test("a paper chosen by search comes into view", async ({ openPage }) => {
    const page = await openPage(site);
    const here = loner();
    const there = farAway(here);
    const map = await zoomedIn(page, here, 6);
    await expect.poll(() => map.told(map.placeOf(here))).toMatch(`${here.label},`);
    await pick(page, there.label);
    await expect.poll(() => map.told(map.revealedPlaceOf(there))).toMatch(`${there.label},`);
  });

  test("a browser without a canvas is told what to do, in the reader's language", async ({ openPage }) => {
    const page = await openPage({ ...site, lang: "zh-CN", url: "./" });
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.reload();
    const failure = page.locator(".failure");
    await expect.poll(() => words(failure)).toContain("画布");
    await expect.poll(() => words(failure)).not.toContain("npm");
  });

  test("a script that does not load is said, in the reader's language", async ({ openPage }) => {
    const page = await openPage({ ...site, lang: "zh-CN" });
    await page.context().route("**/corpus-worker-*.js", (route) => route.abort());
    await page.reload();
    const failure = page.locator(".failure");
    await expect.poll(() => words(failure)).toContain("读取数据的脚本未能加载");
    await expect.poll(() => words(failure)).not.toContain("npm");
  });
});

describe("on a small map as on a large one", () => {
  test("a dragged paper is put back by a button, and by a double click", async ({ openPage }) => {
    const page = await openPage({ url: "#view=network" });
    const map = await readersMap(page, undefined, [], { view: "network" });
    const slip = await map.placeOf("SLIP");
    const there = { x: slip.x + 60, y: slip.y + 40 };
    const button = page.getByRole("button", { name: "Put the dragged paper back" });
    const drag = async () => {
      await page.mouse.move(slip.x, slip.y);
      await page.mouse.down();
      await page.mouse.move(there.x, there.y, { steps: 6 });
      await page.mouse.up();
      await button.waitFor();
    };
    const says = async ({ x, y }: { x: number; y: number }) => {
      await page.mouse.move(x + 1, y);
      await page.mouse.move(x, y);
      return (await page.locator("#announcer").textContent()) ?? "";
    };
    await drag();
    await expect.poll(() => says(there)).toMatch(/^SLIP,/);
    await button.click();
    await button.waitFor({ state: "hidden" });
    await expect.poll(() => says(slip)).toMatch(/^SLIP,/);
    await drag();
    await page.mouse.dblclick(there.x, there.y);
    await button.waitFor({ state: "hidden" });
    await expect.poll(() => says(slip)).toMatch(/^SLIP,/);
  });

  test("the details list what has most in common with a paper, each count open to its works", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#paper=arxiv:2112.12750" });
    await mapSettled(page);
    const list = page.locator("#details details.similar").first();
    await expect.poll(() => words(list.locator("summary"))).toMatch(/^Shares references with \d+/);
    await list.locator("summary").first().click();
    const row = list.locator("ol.neighbours > li").first();
    await row.locator("details summary").click();
    await row.locator("ul.neighbours .neighbour").first().waitFor();
    const name = await words(row.locator(".neighbour-label").first());
    await row.locator(".neighbour").first().click();
    await expect.poll(() => page.title()).toContain(name);
  });
});
