import { describe, expect } from "vitest";
import { mapSettled, pageWhole, test } from "./harness.ts";
import { readersMap } from "./map.ts";

const STATE =
  "#view=network&paper=arxiv:2112.12750&trace=1&hide=embodied&years=2021-2022&context=0&links=skeleton&colour=generation";

describe("the address", () => {
  test("holds the state through a reload", async ({ openPage }) => {
    const page = await openPage({ url: STATE });
    await mapSettled(page);
    const seen = async () => ({
      hash: new URL(page.url()).hash,
      title: await page.title(),
      map: await page.locator("#map").getAttribute("aria-label"),
      pressed: await page.locator("[aria-pressed=true]").allTextContents(),
      checked: await page
        .locator("#legend input[type=checkbox]")
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked)),
    });
    // What is loaded after the map brings controls of its own.
    await pageWhole(page);
    const before = await seen();
    expect(before.hash).toBe(STATE);
    expect(before.title).toBe("SLIP · CLIP lineage");
    expect(before.map).toBe("Citation network: 16 papers");
    await page.reload();
    await mapSettled(page);
    await expect.poll(() => seen()).toEqual(before);
  });

  test("changes with each step; back undoes one, forward does it again", async ({ openPage }) => {
    const page = await openPage();
    await (await readersMap(page)).click("SLIP");
    await page.getByRole("button", { name: "Trace lineage" }).click();
    await expect.poll(() => page.url()).toContain("trace=1");
    await page.getByRole("button", { name: "Network" }).click();
    await expect.poll(() => page.url()).toContain("view=network");
    await page.goBack();
    await expect.poll(() => page.locator("#map").getAttribute("aria-label")).toMatch(/^Lineage/);
    await page.goBack();
    const trace = page.getByRole("button", { name: "Trace lineage" });
    await expect.poll(() => trace.getAttribute("aria-pressed")).toBe("false");
    await page.goBack();
    await page.getByText("How to read it").waitFor();
    await page.goForward();
    await page.locator("#details").getByRole("heading", { name: /^SLIP/ }).waitFor();
    await page.goForward();
    await expect.poll(() => trace.getAttribute("aria-pressed")).toBe("true");
  });

  test("typing in the search leaves one step, not one for each letter", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    const steps = await page.evaluate(() => history.length);
    await page.getByRole("combobox", { name: /^search/i }).pressSequentially("remote");
    await expect.poll(() => page.url()).toContain("q=remote");
    await expect.poll(() => page.evaluate(() => history.length)).toBe(steps);
  });

  test("finds a paper by any of its names", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=doi:10.1007/978-3-031-19809-0_30" });
    await page.locator("#details").getByRole("heading", { name: /^SLIP/ }).waitFor();
    await expect.poll(() => page.title()).toBe("SLIP · CLIP lineage");
    await expect.poll(() => page.locator(".toast").count()).toBe(0);
  });

  test("says what of a link the map does not have, until the next step", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:9999.99999&view=globe" });
    const toast = page.locator(".toast");
    await toast.waitFor();
    await expect
      .poll(() => toast.textContent())
      .toBe("This link names what the map does not have: globe and arxiv:9999.99999.");
    await page.getByRole("button", { name: "Start at CLIP" }).click();
    await expect.poll(() => toast.count()).toBe(0);
  });

  test("says the same of a link that is typed into an open page", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    await page.evaluate(() => {
      location.hash = "#paper=arxiv:9999.99999";
    });
    await expect.poll(() => page.locator(".toast").textContent()).toMatch(/arxiv:9999\.99999/);
  });

  for (const hash of [
    "#%",
    "#paper=%E0%A4%A",
    "#&&==",
    "#years=9-1&routes=9999999&until=never&sort=-",
    "#paper=<img>",
  ])
    test(`a broken link opens the page all the same: ${hash}`, async ({ openPage }) => {
      const page = await openPage({ url: hash });
      await mapSettled(page);
      await page.getByText("How to read it").waitFor();
    });
});
