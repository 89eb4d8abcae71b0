import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { mapSettled, test } from "./harness.ts";
import { readersMap } from "./map.ts";
import { words } from "./words.ts";

const bar = (page: Page) => page.locator(".map-bar");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("the skeleton", () => {
  test("says how many citations carry the lineage and lets the implied ones recede", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    // A solid line: between the dashes of another there is nothing to see.
    const implied = await map.linkPlace("RemoteCLIP", "CLIP");
    const before = await map.colourAt(implied);
    await bar(page).getByText("27 citations, 20 carry the lineage").waitFor();
    await button(page, "Skeleton").click();
    await expect.poll(() => page.url()).toContain("links=skeleton");
    await expect.poll(() => map.colourAt(implied)).not.toBe(before);
    await button(page, "All").click();
    await expect.poll(() => map.colourAt(implied)).toBe(before);
  });

  test("a link under the mouse tells its evidence and the path that implies it", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const tooltip = page.locator(".tooltip");
    await map.hoverLink("RemoteCLIP", "CLIP");
    await expect
      .poll(() => tooltip.textContent())
      .toBe("RemoteCLIP cites CLIP · verified: reference [8] · implied by CLIP > SLIP > FLIP > RemoteCLIP");
    await map.hoverLink("OVSeg", "CLIP");
    await expect.poll(() => tooltip.textContent()).toMatch(/^OVSeg cites CLIP · verified/);
    await expect.poll(() => tooltip.textContent()).not.toContain("implied");
    await page.locator("#coverage").hover();
    await expect.poll(() => tooltip.isVisible()).toBe(false);
  });

  test("the same is in the details, for those without a mouse", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2306.11029" });
    await page
      .locator("#details .neighbours")
      .getByText("implied by CLIP > SLIP > FLIP > RemoteCLIP")
      .waitFor();
  });
});

describe("the main path", () => {
  test("comes with its meaning and limits; key routes widen it, by keyboard", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    await button(page, "Main path").focus();
    await page.keyboard.press("Enter");
    await bar(page).getByText("4 papers on a main path, 4 of them by all three weights").waitFor();
    const meaning = page.locator("#details");
    await meaning.getByText(/three customary ways to count/).waitFor();
    await meaning.getByText(/where ideas could have flowed, not that they did/).waitFor();
    const slider = page.getByRole("slider", { name: /^Key routes/ });
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("heaviest path alone");
    await meaning.getByText("No other path weighs as much.").waitFor();
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url()).toContain("routes=1");
    await expect.poll(() => meaning.getByText("No other path weighs as much.").count()).toBe(0);
    await page.keyboard.press("End");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/^the 20 heaviest citations/);
    const onPath = async () =>
      Number(/^(\d+) papers/.exec(await words(bar(page).getByRole("status").first()))?.[1]);
    await expect.poll(() => onPath()).toBeGreaterThan(4);
    await page.keyboard.press("Home");
    await expect.poll(onPath).toBe(4);
  });

  test("is one choice among three, by mouse", async ({ openPage }) => {
    const page = await openPage({ url: "#links=main-path&routes=3" });
    await expect.poll(() => button(page, "Main path").getAttribute("aria-pressed")).toBe("true");
    await button(page, "All").click();
    await expect.poll(() => button(page, "Main path").getAttribute("aria-pressed")).toBe("false");
    await expect.poll(() => page.getByRole("slider", { name: /^Key routes/ }).count()).toBe(0);
  });
});

describe("the descent of a paper", () => {
  test("goes back to the root hop by hop, each with what says so", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2212.00794" });
    const details = page.locator("#details");
    await details.getByText("How FLIP descends from CLIP").waitFor();
    const ways = () =>
      details.locator(".way-name").evaluateAll((names) => names.map((name) => name.textContent?.trim()));
    await expect.poll(ways).toEqual(["shortest way", "longest and heaviest way one of 2 such ways"]);
    const hops = () =>
      details
        .locator(".hops")
        .last()
        .locator(".hop")
        .evaluateAll((items) => items.map((hop) => hop.textContent?.replace(/\s+/g, " ").trim()));
    await expect
      .poll(hops)
      .toEqual([
        "CLIP 26 February 2021",
        "SLIP 23 December 2021 verified: reference [45]",
        "FLIP 1 December 2022 verified: reference [46]",
      ]);
    await details.getByText("3 ways in all.").waitFor();
    await details.locator(".hops").last().getByRole("button", { name: /^SLIP/ }).click();
    await details.getByText("How SLIP descends from CLIP").waitFor();
  });
});

describe("the path between two papers", () => {
  test("by clicking one, then the other; swap and close", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    await map.click("SLIP");
    await button(page, "Path to…").click();
    await page.getByText(/^Pick the other paper/).waitFor();
    await map.click("RemoteCLIP");
    await page.getByText("How RemoteCLIP descends from SLIP").waitFor();
    await expect.poll(() => page.url()).toMatch(/from=arxiv:2112\.12750&to=arxiv:2306\.11029/);
    await button(page, "Swap ends").click();
    await expect.poll(() => page.url()).toMatch(/from=arxiv:2306\.11029&to=arxiv:2112\.12750/);
    await page.getByText("How RemoteCLIP descends from SLIP").waitFor();
    await page.locator("#details").getByRole("button", { name: "Close" }).click();
    await page.locator("#details").getByRole("heading", { name: /^SLIP/ }).waitFor();
  });

  test("by keyboard, the other paper by search", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2212.00794" });
    await button(page, "Path to…").focus();
    await page.keyboard.press("Enter");
    await page.getByText(/^Pick the other paper/).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("chinese clip");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/No citation path between FLIP and Chinese CLIP is known\./).waitFor();
    await page.getByText(/Both descend from CLIP\./).waitFor();
    await page.keyboard.press("Escape");
    await page
      .locator("#details")
      .getByRole("heading", { name: /^Scaling/ })
      .waitFor();
  });

  test("by a link", async ({ openPage }) => {
    const page = await openPage({ url: "#from=arxiv:2103.00020&to=arxiv:2306.11029" });
    await page.getByText("How RemoteCLIP descends from CLIP").waitFor();
    await page.getByText("5 ways in all.").waitFor();
  });
});

describe("generations", () => {
  test("colour the map, with the number of papers of each", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const place = await map.placeOf("OVSeg");
    const before = await map.colourAt(place);
    await button(page, "Generation").click();
    await expect.poll(() => map.colourAt(place)).not.toBe(before);
    const key = () =>
      page
        .locator(".generation-key li")
        .evaluateAll((items) => items.map((item) => item.textContent?.replace(/\s+/g, " ").trim()));
    await expect
      .poll(key)
      .toEqual(["origin 1", "generation 1 11", "generation 2 5", "generation 3 1", "no path known 1"]);
    await button(page, "Domain").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => map.colourAt(place)).toBe(before);
  });
});
