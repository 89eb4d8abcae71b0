import { describe, expect } from "vitest";
import { test } from "./harness.ts";
import { bundled, readersMap } from "./map.ts";
import { words } from "./words.ts";

const FLIP = "Scaling Language-Image Pre-Training via Masking";

describe("with the mouse", () => {
  test("pointing at a paper names it, what it cites and what cites it; leaving ends that", async ({
    openPage,
  }) => {
    const page = await openPage();
    const map = await readersMap(page);
    await map.hover("FLIP");
    const announcer = page.locator("#announcer");
    await expect
      .poll(() => announcer.textContent())
      .toMatch(
        /^FLIP, 2022, Training; cites CLIP, SLIP, MaskCLIP and \d+ works around the survey; cited by RemoteCLIP; generation 2\.$/,
      );
    await page.locator("#coverage").hover();
    await expect.poll(() => announcer.textContent()).toBe("");
  });

  test("clicking a paper opens everything known of it", async ({ openPage }) => {
    const page = await openPage();
    await (await readersMap(page)).click("FLIP");
    const details = page.locator("#details");
    await details.getByRole("heading", { name: FLIP }).waitFor();
    for (const fact of [
      "Yanghao Li",
      "CVPR 2023",
      "first published 1 December 2022",
      "Meta",
      "Training with masks",
      "Cites 30 in this map",
      "Cited by 1 in this map",
      "verified: reference [46]",
    ])
      await expect.poll(async () => (await words(details)).toLowerCase()).toContain(fact.toLowerCase());
    await expect.poll(() => words(details)).toMatch(/\d+ citations.* on \d+ \w+ \d{4} \(Semantic Scholar\)/);
    await expect.poll(() => page.url()).toContain("paper=arxiv:2212.00794");
  });

  test("a paper's links go to http(s) pages, open apart and tell them nothing", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2212.00794" });
    const links = page.locator("#details .paper-links a");
    await links.first().waitFor();
    const all = await links.evaluateAll((elements) =>
      elements.map((link) => ({
        name: link.textContent,
        href: link.getAttribute("href") ?? "",
        target: link.getAttribute("target"),
        rel: link.getAttribute("rel"),
      })),
    );
    expect(all.map(({ name }) => name)).toEqual(["Paper", "Code", "arXiv", "DOI", "Semantic Scholar"]);
    for (const { href, target, rel } of all) {
      expect(href).toMatch(/^https?:\/\//);
      expect([target, rel]).toEqual(["_blank", "noopener noreferrer"]);
    }
  });

  test("clicking the ground, or Close, lets the paper go", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const close = page.locator("#details").getByRole("button", { name: "Close" });
    await map.click("CLIP-IQA");
    await close.click();
    await page.getByText("How to read it").waitFor();
    await map.click("CLIP-IQA");
    await close.waitFor();
    const { x, y } = await map.placeOf("CLIP-IQA");
    await page.mouse.click(x + 160, y);
    await page.getByText("How to read it").waitFor();
  });

  test("a paper of the lists in the details leads to its own details", async ({ openPage }) => {
    const page = await openPage({ url: "#paper=arxiv:2212.00794" });
    const details = page.locator("#details");
    await details
      .locator(".neighbours")
      .getByRole("button", { name: /^RemoteCLIP/ })
      .click();
    await details.getByRole("heading", { name: /^RemoteCLIP/ }).waitFor();
    await details.getByText(/around the survey$/).click();
    await details.locator(".around .neighbour").first().click();
    await expect.poll(() => words(details.locator(".kicker").first())).toMatch(/work around the survey/i);
  });

  test("what is not known is said: an unread reference list, a paper apart from the root", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#paper=arxiv:2107.06383" });
    const details = page.locator("#details");
    await details.getByText(/reference list is not known yet/).waitFor();
    await details.getByText("Citation count not known yet").waitFor();
    await page.locator("#coverage").getByRole("button", { name: "Per-Clip VOS" }).click();
    await details.getByText(/all 53 of its references were read/).waitFor();
    await details.getByText(/No citation path between CLIP and Per-Clip VOS is known/).waitFor();
  });
});

describe("moving the map", () => {
  test("a drag on the ground pans, the fit button brings all back", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const { x, y } = await map.placeOf("OVSeg");
    await page.mouse.move(x + 120, y + 20);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 60, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(x - 60, y + 40);
    await expect.poll(() => page.locator("#announcer").textContent()).toMatch(/^OVSeg,/);
    await page.getByRole("button", { name: "Fit the map" }).click();
    await map.hover("OVSeg");
    await expect.poll(() => page.locator("#details .paper-title").count()).toBe(0);
  });

  test("the wheel zooms around the pointer, and so do the buttons", async ({ openPage }) => {
    const page = await openPage();
    const map = await readersMap(page);
    const [here, there] = [await map.placeOf("SLIP"), await map.placeOf("MaskCLIP")];
    await map.hover("SLIP");
    await page.mouse.wheel(0, -350);
    await page.mouse.move(there.x, there.y);
    await expect.poll(() => page.locator("#announcer").textContent()).not.toMatch(/^MaskCLIP,/);
    await page.mouse.move(here.x, here.y);
    await expect.poll(() => page.locator("#announcer").textContent()).toMatch(/^SLIP,/);
    await page.getByRole("button", { name: "Fit the map" }).click();
    await map.hover("MaskCLIP");
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.mouse.move(there.x, there.y);
    await expect.poll(() => page.locator("#announcer").textContent()).not.toMatch(/^MaskCLIP,/);
  });

  test("in the network a paper can be dragged; that selects nothing", async ({ openPage }) => {
    const page = await openPage({ url: "#view=network" });
    const map = await readersMap(page);
    const { x, y } = await map.placeOf("Per-Clip VOS");
    await map.hover("Per-Clip VOS");
    const [toX, toY] = [x + (x > 700 ? -50 : 50), y + (y > 450 ? -40 : 40)];
    await page.mouse.down();
    await page.mouse.move(toX, toY, { steps: 6 });
    await page.mouse.up();
    await page.mouse.move(toX + 1, toY);
    await expect.poll(() => page.locator("#announcer").textContent()).toMatch(/^Per-Clip VOS,/);
    await expect.poll(() => page.locator("#details .paper-title").count()).toBe(0);
    await page.mouse.click(toX, toY);
    await page.locator("#details .paper-title").waitFor();
  });

  test("a finger drags a paper of the network too", async ({ openPage }) => {
    const page = await openPage({ url: "#view=network", touch: true });
    const { x, y } = await (await readersMap(page)).placeOf("Per-Clip VOS");
    const [toX, toY] = [x + (x > 700 ? -50 : 50), y + (y > 450 ? -40 : 40)];
    const session = await page.context().newCDPSession(page);
    const touch = (
      type: "touchStart" | "touchMove" | "touchEnd",
      ...touchPoints: { x: number; y: number }[]
    ) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", { x, y });
    for (const t of [0.3, 0.6, 1]) await touch("touchMove", { x: x + (toX - x) * t, y: y + (toY - y) * t });
    await touch("touchEnd");
    await expect.poll(() => page.locator("#details .paper-title").count()).toBe(0);
    await page.touchscreen.tap(toX, toY);
    await page
      .locator("#details")
      .getByRole("heading", { name: /^Per-Clip Video Object/ })
      .waitFor();
  });

  test("a paper chosen elsewhere is brought into view beside its details, on a small screen", async ({
    openPage,
  }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, url: "#paper=arxiv:2112.12750" });
    const map = await readersMap(page, bundled, ["SLIP"]);
    await map.hover("SLIP");
  });

  test("so are the papers of a path", async ({ openPage }) => {
    const page = await openPage({
      viewport: { width: 768, height: 1024 },
      url: "#from=arxiv:2103.00020&to=arxiv:2306.11029",
    });
    const map = await readersMap(page, bundled, ["CLIP", "SLIP", "FLIP", "RemoteCLIP"]);
    for (const label of ["CLIP", "SLIP", "FLIP", "RemoteCLIP"]) await map.hover(label);
  });

  test("a tap opens a paper on a touch screen", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, touch: true });
    const { x, y } = await (await readersMap(page)).placeOf("CLIP-IQA");
    await page.touchscreen.tap(x, y);
    await page.locator("#details .paper-title").waitFor();
    await expect.poll(() => page.url()).toContain("paper=arxiv:2207.12396");
  });
});
