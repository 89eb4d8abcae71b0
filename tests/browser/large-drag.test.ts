import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoViolations, test } from "./harness.ts";
import { companion, LONG, text } from "./large-map.ts";
import { type LargeReadersMap, loner, type Place, zoomedIn } from "./large-readers-map.ts";

const paper = loner();
const site = { corpus: text, companion };
/** As near as papers are single ones. */
const NEAR = 6;

const putBack = (page: Page) => page.getByRole("button", { name: "Put the dragged paper back" });

/** Waits until the page speaks of the paper while the mouse is at a place. */
const isAt = (map: LargeReadersMap, place: Place) =>
  expect.poll(() => map.told(place), { timeout: 10_000 }).toMatch(`${paper.label},`);
const isNotAt = (map: LargeReadersMap, place: Place) =>
  expect.poll(() => map.told(place), { timeout: 10_000 }).not.toMatch(`${paper.label},`);

async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

describe("dragging on a large map", { timeout: 2 * LONG }, () => {
  test("moves a paper to where it is dropped, and a double click lets it back", async ({ openPage }) => {
    const page = await openPage({ ...site, reducedMotion: "no-preference" });
    const map = await zoomedIn(page, paper, NEAR);
    const [home, there] = [map.placeOf(paper), map.freePlaceBeside(paper)];
    await isAt(map, home);
    await drag(page, home, there);
    await putBack(page).waitFor();
    await isAt(map, there);
    await isNotAt(map, home);
    await expect.poll(() => page.locator("#details .paper-title").count()).toBe(0);
    await page.mouse.dblclick(there.x, there.y);
    await putBack(page).waitFor({ state: "hidden" });
    await isAt(map, home);
  });

  test("is undone by a button that the keyboard reaches, which goes on from the map", async ({
    openPage,
  }) => {
    const page = await openPage(site);
    const map = await zoomedIn(page, paper, NEAR);
    const [home, there] = [map.placeOf(paper), map.freePlaceBeside(paper)];
    await isAt(map, home);
    await drag(page, home, there);
    await putBack(page).waitFor();
    await expectNoViolations(page);
    await page.getByRole("button", { name: "Fit the map" }).focus();
    await page.keyboard.press("Tab");
    await expect.poll(() => putBack(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await putBack(page).waitFor({ state: "hidden" });
    await expect
      .poll(() => page.locator(".map-tools [role=status]").textContent())
      .toContain("back in its place");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("map");
    await isAt(map, home);
  });

  test("leaves the ground to the map, and far out all of it", async ({ openPage }) => {
    const page = await openPage(site);
    const map = await zoomedIn(page, paper, NEAR);
    const [home, ground] = [map.placeOf(paper), map.freePlaceBeside(paper)];
    await isAt(map, home);
    await drag(page, ground, { x: ground.x + 60, y: ground.y + 30 });
    await isAt(map, { x: home.x + 60, y: home.y + 30 });
    await page.getByRole("button", { name: "Fit the map" }).click();
    const middle = await page.locator("#map").boundingBox();
    if (!middle) throw new Error("the page has no map");
    const at = { x: middle.x + middle.width / 2, y: middle.y + middle.height / 2 };
    for (const [dx, dy] of [
      [0, 0],
      [40, 10],
      [-50, 30],
    ] as const)
      await drag(page, { x: at.x + dx, y: at.y + dy }, { x: at.x + dx + 30, y: at.y + dy + 30 });
    await expect.poll(() => putBack(page).isVisible()).toBe(false);
  });

  test("is a click as long as the pointer hardly moves", async ({ openPage }) => {
    const page = await openPage(site);
    const map = await zoomedIn(page, paper, NEAR);
    const home = map.placeOf(paper);
    await isAt(map, home);
    await drag(page, home, { x: home.x + 2, y: home.y + 2 });
    await page.locator("#details .paper-title").waitFor();
    await expect.poll(() => page.locator("#details .paper-title").innerText()).toBe(paper.paper.title);
    await expect.poll(() => putBack(page).isVisible()).toBe(false);
  });

  test("is done with a finger; a second one makes it a gesture of the map", async ({ openPage }) => {
    const page = await openPage({ ...site, touch: true });
    const map = await zoomedIn(page, paper, NEAR);
    const [home, there] = [map.placeOf(paper), map.freePlaceBeside(paper)];
    await isAt(map, home);
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Place[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints });
    const way = (t: number) => ({ x: home.x + (there.x - home.x) * t, y: home.y + (there.y - home.y) * t });
    const beside = { x: home.x + 150, y: home.y };
    await touch("touchStart", home);
    for (const t of [0.3, 0.6]) await touch("touchMove", way(t));
    await touch("touchStart", way(0.6), beside);
    await touch("touchEnd");
    await expect.poll(() => putBack(page).isVisible()).toBe(false);
    await isAt(map, home);
    await touch("touchStart", home);
    for (const t of [0.3, 0.6, 1]) await touch("touchMove", way(t));
    await touch("touchEnd");
    await putBack(page).waitFor();
    await isAt(map, there);
  });

  test("stays while the map shows something else", async ({ openPage }) => {
    const page = await openPage(site);
    const map = await zoomedIn(page, paper, NEAR);
    const [home, there] = [map.placeOf(paper), map.freePlaceBeside(paper)];
    await isAt(map, home);
    await drag(page, home, there);
    await putBack(page).waitFor();
    await page.getByRole("button", { name: "Lineage", exact: true }).click();
    await putBack(page).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Network", exact: true }).click();
    await putBack(page).click();
    await putBack(page).waitFor({ state: "hidden" });
  });
});
