import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoViolations, mapSettled, pageWhole, test } from "./harness.ts";

const PHONE = { width: 390, height: 844 };
/** What a window of 1280 px is at 400 % of zoom, and nearly what 640 px is at 200 %. */
const NARROW = { width: 320, height: 640 };

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

describe("axe finds no violation", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const lang of ["en", "zh"])
      test(`in any view, without and with a paper, ${lang}, ${colorScheme}`, async ({ openPage }) => {
        const page = await openPage({ colorScheme, lang });
        await mapSettled(page);
        for (const view of ["lineage", "network", "domains", "matrix", "table"]) {
          await show(page, `#view=${view}`);
          if (view === "domains" || view === "matrix") await page.locator(`.${view}:visible`).waitFor();
          await expectNoViolations(page);
          await show(page, `#view=${view}&paper=arxiv:2212.00794&trace=1&links=main-path&colour=generation`);
          await page.locator("#details .paper-title").waitFor();
          await expectNoViolations(page);
        }
      });

    test(`on a phone with the legend open, ${colorScheme}`, async ({ openPage }) => {
      const page = await openPage({ colorScheme, viewport: PHONE, touch: true });
      await mapSettled(page);
      await page.getByRole("button", { name: "Legend" }).click();
      await page.locator("#legend.is-open").waitFor();
      await expectNoViolations(page);
    });
  }

  test("while a search is open, nothing passes the filters, and when the map cannot be drawn", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#q=segmentation" });
    await page.getByRole("option").first().waitFor();
    await expectNoViolations(page);
    await show(page, "#years=1999-1999");
    await page.locator(".notice").waitFor();
    await expectNoViolations(page);
    const broken = await openPage({ corpus: "[]" });
    await broken.getByRole("alert").waitFor();
    await expectNoViolations(broken);
  });
});

describe("at 320 px, as wide as 1280 px are at four times their size", () => {
  const inside = (page: Page) =>
    page.evaluate(() => ({
      page: [document.documentElement.scrollWidth, document.body.scrollWidth],
      window: innerWidth,
    }));

  test("the page does not scroll sideways in any view", async ({ openPage }) => {
    const page = await openPage({ viewport: NARROW });
    await mapSettled(page);
    for (const hash of [
      "#",
      "#view=network",
      "#view=network&colour=community",
      "#view=matrix",
      "#view=table",
      "#paper=arxiv:2212.00794",
      "#links=main-path&routes=6",
    ]) {
      await show(page, hash);
      await expect
        .poll(async () => ({ hash, ...(await inside(page)) }))
        .toEqual({ hash, page: [320, 320], window: 320 });
    }
  });

  test("every control can be brought into the window", async ({ openPage }) => {
    const page = await openPage({ viewport: NARROW });
    await mapSettled(page);
    const cutAway: string[] = [];
    for (const hash of ["#", "#view=network", "#paper=arxiv:2212.00794", "#links=main-path&routes=6"]) {
      await show(page, hash);
      await page.getByRole("button", { name: "Legend" }).click();
      await page.locator("#legend.is-open").waitFor();
      cutAway.push(...(await controlsCutAway(page)));
      await page.keyboard.press("Escape");
    }
    expect(cutAway).toEqual([]);
  });

  test("the map keeps room to be used beside an open paper", async ({ openPage }) => {
    const page = await openPage({ viewport: NARROW, url: "#paper=arxiv:2212.00794" });
    await page.locator("#details .paper-title").waitFor();
    const box = await page.locator("#map").boundingBox();
    expect(box?.height).toBeGreaterThan(80);
  });
});

/** Scrolls each control into view and names those of which a part stays outside the window or is cut off. */
async function controlsCutAway(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>("button, input, select, a, summary")) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue;
      if ((control as HTMLButtonElement).disabled) continue;
      control.scrollIntoView({ block: "nearest", inline: "nearest" });
      // What is hidden cannot be scrolled by hand, only by a script.
      for (let up = control.parentElement; up; up = up.parentElement)
        if (getComputedStyle(up).overflowX === "hidden") up.scrollTo(0, 0);
      const box = control.getBoundingClientRect();
      let [left, right, top, bottom] = [0, innerWidth, 0, innerHeight];
      for (let up = control.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflow === "visible") continue;
        const frame = up.getBoundingClientRect();
        [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
        [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
      }
      const whole =
        box.left >= left - 1 && box.right <= right + 1 && box.top >= top - 1 && box.bottom <= bottom + 1;
      if (!whole)
        cut.push(
          `${control.localName} ${(control.getAttribute("aria-label") ?? control.textContent ?? "").trim()}`,
        );
    }
    return cut;
  });
}

describe("targets", () => {
  for (const [where, visit] of [
    ["on a desk", {}],
    ["on a phone", { viewport: PHONE, touch: true }],
  ] as const)
    test(`are at least 24 px in both directions, ${where}`, async ({ openPage }) => {
      const page = await openPage(visit);
      await mapSettled(page);
      const small: string[] = [];
      for (const hash of [
        "#paper=arxiv:2212.00794&links=main-path",
        "#view=network",
        "#view=matrix",
        "#view=table",
        "#",
      ]) {
        await show(page, hash);
        if ("touch" in visit) {
          await page.getByRole("button", { name: "Legend" }).click();
          await page.locator("#legend.is-open").waitFor();
        }
        small.push(...(await smallTargets(page)));
        await page.keyboard.press("Escape");
      }
      expect([...new Set(small)]).toEqual([]);
    });
});

/** Controls smaller than 24 px, but for links within a sentence. A checkbox counts with its label. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>("button, input, select, a, summary")) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const inSentence = control.matches("a") && getComputedStyle(control).display === "inline";
      const target = control.closest("label") ?? control;
      const { width, height } = target.getBoundingClientRect();
      if (inSentence || (width >= 24 && height >= 24) || width === 0) continue;
      const name = (control.getAttribute("aria-label") ?? control.textContent ?? "").trim();
      small.push(`${control.localName} ${name}: ${Math.round(width)} × ${Math.round(height)}`);
    }
    return small;
  });
}

describe("the focus", () => {
  test("is drawn on whatever the keyboard comes to, and nothing that stays lies over it", async ({
    openPage,
  }) => {
    const page = await openPage();
    await mapSettled(page);
    const faults = new Set<string>();
    for (const hash of ["#view=table", "#view=domains", "#view=matrix", "#paper=arxiv:2212.00794"]) {
      await show(page, hash);
      await page
        .locator(".papers:visible, .domains:visible, .matrix:visible, .paper-title")
        .first()
        .waitFor();
      // Backwards from the end: what stays at the top of a sheet covers what comes from below it.
      await page.locator("#coverage a").focus();
      for (let step = 0; step < 70; step++) {
        await page.keyboard.press("Shift+Tab");
        const fault = await focusFault(page);
        if (fault !== null) faults.add(`${hash} ${fault}`);
      }
    }
    expect([...faults]).toEqual([]);
  });

  test("on the map's canvas is a ring around the map and one around the paper the keyboard is on", async ({
    openPage,
  }) => {
    const page = await openPage();
    await mapSettled(page);
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator("#announcer").textContent()).not.toBe("");
    await expect.poll(() => focusFault(page)).toBeNull();
  });
});

/** What is wrong with the focus as it is: no outline, or hidden under something else; null when all is well. */
async function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const name = `${focused.localName}.${focused.className} ${(focused.getAttribute("aria-label") ?? focused.textContent ?? "").trim().slice(0, 40)}`;
    const outlined = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    };
    if (!outlined(focused) && !outlined(focused.closest("label, tr, li"))) return `${name}: no outline`;
    const boxes = [...focused.getClientRects()];
    const seen = boxes.some((box) =>
      [0.1, 0.5, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return top !== null && (focused.contains(top) || top.contains(focused));
        }),
      ),
    );
    return seen ? null : `${name}: hidden`;
  });
}

describe("what readers ask of their system", () => {
  test("more contrast: what is muted elsewhere is as dark as all else", async ({ openPage }) => {
    const page = await openPage();
    await page.emulateMedia({ contrast: "more" });
    await mapSettled(page);
    const ink = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    await expect.poll(() => ink("#coverage span")).toBe(await ink("h1"));
    await expectNoViolations(page);
  });

  test("less motion: a change of view is there at once", async ({ openPage }) => {
    const page = await openPage({ reducedMotion: "reduce" });
    await pageWhole(page);
    const picture = async () => {
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      return (await page.locator("canvas").screenshot()).toString("base64");
    };
    await show(page, "#view=network");
    const first = await picture();
    await expect.poll(async () => (await picture()) === first).toBe(true);
  });

  test("forced colours: which view is chosen can still be seen, and axe finds nothing", async ({
    openPage,
  }) => {
    const page = await openPage();
    await page.emulateMedia({ forcedColors: "active" });
    await mapSettled(page);
    const ground = (name: string) =>
      page.getByRole("button", { name }).evaluate((button) => getComputedStyle(button).backgroundColor);
    await expect.poll(() => ground("Lineage")).not.toBe(await ground("Network"));
    await expect
      .poll(() => ground("Skeleton"))
      .not.toBe(
        await page
          .locator(".segments [aria-pressed=true]")
          .last()
          .evaluate((button) => getComputedStyle(button).backgroundColor),
      );
    await expectNoViolations(page);
  });

  test("another theme while the page is open recolours map and panels", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(ground).not.toBe(light);
    await expectNoViolations(page);
  });
});
