import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { BUNDLED_SURVEY } from "../../scripts/site.ts";
import { MOST_PAPERS_OF_SMALL_MAP } from "../../src/view/state/large-map-line.ts";
import { expectNoViolations, test, type Visit } from "./harness.ts";
import { words } from "./words.ts";

const EXAMPLE = join(import.meta.dirname, "..", "embed");
const SLIP = "arxiv:2112.12750";

type OpenPage = (visit?: Visit) => Promise<Page>;

/** What this file put beside the built page, as an author would. */
const written: string[] = [];

function put(name: string, text: string): void {
  const path = join(inject("dist"), name);
  writeFileSync(path, text);
  written.push(path);
}

beforeAll(() => {
  for (const name of ["example.css", "example.js"]) put(name, readFileSync(join(EXAMPLE, name), "utf8"));
});
afterAll(() => {
  for (const path of written) rmSync(path, { force: true });
});

/** Opens the example page beside the built files; `edit` changes it first. */
async function openExample(
  openPage: OpenPage,
  visit: Visit = {},
  edit: (html: string) => string = (html) => html,
): Promise<Page> {
  const name = `example-${written.length}.html`;
  put(name, edit(readFileSync(join(EXAMPLE, "example.html"), "utf8")));
  return openPage({ ...visit, url: name });
}

/** The example page with nothing but one element, written with these attributes. */
const withOnly = (attributes: string) => (html: string) =>
  html.replace(
    /<main>[\s\S]*<\/main>/,
    `<main><h1>A post</h1><citation-map ${attributes}></citation-map><output id="selected"></output></main>`,
  );

const map = (page: Page, id = "citation-map") => page.locator(id).first().getByRole("application");

describe("the example page", () => {
  test("shows two maps and the framed page under a strict policy, without a problem", async ({
    openPage,
  }) => {
    const page = await openExample(openPage);
    await map(page, "#first").waitFor();
    await expect
      .poll(() => map(page, "#first").getAttribute("aria-label"))
      .toMatch(/^CLIP lineage: a map of \d+ papers/);
    await map(page, "#second").waitFor();
    await expect.poll(() => map(page, "#second").getAttribute("aria-label")).toMatch(/篇论文及其引文的图谱$/);
    const frame = page.frameLocator("iframe");
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await frame.getByRole("link", { name: /^CLIP lineage/ }).waitFor();
    await frame.locator("#map canvas").waitFor();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`has nothing that axe objects to, ${colorScheme}`, async ({ openPage }) => {
      const page = await openExample(openPage, { colorScheme }, (html) =>
        html.replace(/<iframe.*iframe>/, ""),
      );
      await map(page, "#first").waitFor();
      await map(page, "#second").waitFor();
      for (const summary of await page.locator("citation-map summary").all()) await summary.click();
      await expectNoViolations(page);
    });
  }
});

describe("citation-map", () => {
  test("lists its papers; choosing one fires paperselect through the shadow and marks the element", async ({
    openPage,
  }) => {
    const page = await openExample(openPage);
    const first = page.locator("#first");
    await first.getByText("The 19 papers as a list").click();
    await first.getByRole("button", { name: /^FLIP,/ }).click();
    await expect.poll(() => page.locator("#selected").textContent()).toBe("FLIP (arxiv:2212.00794)");
    await expect.poll(() => first.getAttribute("selected")).toBe("arxiv:2212.00794");
    await first.getByRole("link", { name: /^Scaling Language-Image/ }).waitFor();
    await first.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.locator("#selected").textContent()).toBe("nothing");
    await expect.poll(() => first.getAttribute("selected")).toBeNull();
  });

  test("is walked by keyboard along time and citations", async ({ openPage }) => {
    const page = await openExample(openPage, {}, withOnly(`src="./corpus.json"`));
    await map(page).focus();
    const said = page.locator("citation-map [aria-live]");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said.textContent()).toMatch(/^CLIP, 2021/);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => said.textContent()).not.toMatch(/^CLIP, 2021/);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => said.textContent()).toMatch(/^CLIP, 2021/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("citation-map").getAttribute("selected")).toBe("arxiv:2103.00020");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("citation-map").getAttribute("selected")).toBeNull();
  });

  test("follows its attributes", async ({ openPage }) => {
    const page = await openExample(openPage, {}, withOnly(`src="./corpus.json" page="./"`));
    const element = page.locator("citation-map");
    const set = (name: string, value: string) =>
      element.evaluate((host, [n, v]) => host.setAttribute(n, v), [name, value] as const);
    const link = element.getByRole("link", { name: /open the full map/ });
    await link.waitFor();
    await expect.poll(() => link.getAttribute("href")).toBe(`${inject("siteUrl")}#`);
    await set("view", "network");
    await expect.poll(() => link.getAttribute("href")).toBe(`${inject("siteUrl")}#view=network`);
    await set("selected", "doi:10.1007/978-3-031-19809-0_30");
    await element.getByRole("link", { name: /^SLIP/ }).waitFor();
    await expect
      .poll(() => link.getAttribute("href"))
      .toBe(`${inject("siteUrl")}#view=network&paper=${SLIP}`);
    await set("selected", "nobody");
    await element.getByText("The map has no paper “nobody”.").waitFor();
    const ground = () =>
      element.evaluate(
        (host) => getComputedStyle(host.shadowRoot?.firstElementChild ?? host).backgroundColor,
      );
    const light = await ground();
    await set("theme", "dark");
    await expect.poll(ground).not.toBe(light);
    await set("lang", "zh");
    await element.getByText("图例").waitFor();
    await set("page", "javascript:alert(1)");
    await expect.poll(() => element.locator(".compact-title a").count()).toBe(0);
  });

  test("takes the language and the colours of the page around it", async ({ openPage }) => {
    const page = await openExample(openPage, { colorScheme: "dark" }, (html) =>
      withOnly(`src="./corpus.json"`)(html).replace('lang="en"', 'lang="zh-Hans"'),
    );
    await page.locator("citation-map").getByText("图例").waitFor();
    const colour = await page
      .locator("citation-map .host")
      .evaluate((host) => getComputedStyle(host).backgroundColor);
    await page.emulateMedia({ colorScheme: "light" });
    await expect
      .poll(() =>
        page.locator("citation-map .host").evaluate((host) => getComputedStyle(host).backgroundColor),
      )
      .not.toBe(colour);
  });

  test("fetches nothing until it comes near the window", async ({ openPage }) => {
    const page = await openExample(openPage, {}, (html) =>
      withOnly(`src="./corpus.json"`)(html).replace("<h1>", `${"<p>Much to read.</p>".repeat(120)}<h1>`),
    );
    await page.waitForFunction(() => customElements.get("citation-map") !== undefined);
    const fetched = () =>
      page.evaluate(
        () =>
          performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("corpus.json")).length,
      );
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await expect.poll(() => fetched()).toBe(0);
    await page.locator("citation-map").scrollIntoViewIfNeeded();
    await map(page).waitFor();
    await expect.poll(() => fetched()).toBe(1);
  });

  test("leaves nothing behind when it is removed, and comes back without asking again", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "about:blank" });
    await page.context().addInitScript(watchLoose);
    const example = await openExample(openPageOf(page), {}, withOnly(`src="./corpus.json"`));
    await map(example).waitFor();
    const loose = () => example.evaluate(() => (globalThis as unknown as { loose: () => number }).loose());
    await expect.poll(() => loose()).toBeGreaterThan(0);
    await example.evaluate(() => {
      const element = document.querySelector("citation-map");
      Object.assign(globalThis, { element });
      element?.remove();
    });
    await expect.poll(() => loose()).toBe(0);
    await example.evaluate(() => {
      const { element } = globalThis as unknown as { element: Element };
      document.querySelector("main")?.append(element);
    });
    await map(example).waitFor();
    const asked = await example.evaluate(
      () =>
        performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("corpus.json")).length,
    );
    expect(asked).toBe(1);
  });

  test("leaves the wheel to the page until the reader is at the map", async ({ openPage }) => {
    const page = await openExample(openPage, { viewport: { width: 900, height: 500 } });
    await map(page, "#first").waitFor();
    const box = await map(page, "#first").boundingBox();
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 160);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await map(page, "#first").focus();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const at = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 120);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(at);
  });

  test("shows the survey of a large corpus and says that the full page shows the rest", async ({
    openPage,
  }) => {
    const papers = MOST_PAPERS_OF_SMALL_MAP + 100;
    const id = (i: number) => `p${i}`;
    const corpus = {
      version: 1,
      papers: Array.from({ length: papers }, (_, i) => ({
        id: id(i),
        title: `Paper ${i}`,
        year: 2000 + (i % 20),
        role: i < 12 ? "survey" : "context",
      })),
      citations: Array.from({ length: papers - 1 }, (_, i) => ({
        citing: id(i + 1),
        cited: id(i % 12),
      })).filter(({ citing, cited }) => citing !== cited),
    };
    const page = await openExample(openPage, { corpus }, withOnly(`src="./corpus.json" page="./"`));
    await page
      .locator("citation-map")
      .getByText("Shown here: 12 of 1,600 papers. The full map shows the rest.")
      .waitFor();
    await expect
      .poll(() =>
        page
          .locator("citation-map")
          .getByRole("link", { name: /open the full map/ })
          .count(),
      )
      .toBe(1);
  });

  test("shows titles as text, whatever they hold", async ({ openPage }) => {
    const title = `<img src=x onerror="window.hit=1">`;
    const corpus = { version: 1, papers: [{ id: "a", title, label: title, urls: {} }], citations: [] };
    const page = await openExample(openPage, { corpus }, withOnly(`src="./corpus.json" selected="a"`));
    await page.locator("citation-map .paper").waitFor();
    await expect.poll(() => words(page.locator("citation-map .paper"))).toBe(title);
    await expect.poll(() => page.evaluate(() => "hit" in window)).toBe(false);
  });
});

describe("citation-map without a usable corpus", () => {
  const CASES: readonly (readonly [string, string, Visit, RegExp])[] = [
    ["without a source", "", {}, /Say in the attribute src where its corpus\.json is/],
    [
      "of a missing file",
      `src="./nowhere.json"`,
      { expectProblems: [/answer 404/, /console error: .*404/] },
      /nowhere\.json: the server answered 404\. Check the address/,
    ],
    ["of a file that is not JSON", `src="./corpus.json"`, { corpus: "<html>" }, /corpus\.json is not JSON/],
    [
      "of a file that is no corpus",
      `src="./corpus.json"`,
      { corpus: { version: 1, papers: [{ id: "a" }] } },
      /corpus\.json is no corpus: papers\[0\]\.title.*npm run refresh/,
    ],
  ];
  for (const [name, attributes, visit, message] of CASES) {
    test(`says what to do: ${name}`, async ({ openPage }) => {
      const page = await openExample(openPage, visit, withOnly(attributes));
      const alert = page.locator("citation-map").getByRole("alert");
      await alert.waitFor();
      await expect.poll(() => words(alert)).toMatch(message);
      await expectNoViolations(page);
    });
  }

  test("tells of a host that does not allow the page, and tries again when asked", async ({ openPage }) => {
    const bundled = readFileSync(join(BUNDLED_SURVEY, "corpus.json"));
    let allowed = false;
    const server = createServer((_, response) => {
      if (allowed) response.setHeader("Access-Control-Allow-Origin", "*");
      response.end(bundled);
    });
    const address = await new Promise<string>((listening) => {
      server.listen(0, "127.0.0.1", () => {
        const { port } = server.address() as { port: number };
        listening(`http://127.0.0.1:${port}/corpus.json`);
      });
    });
    try {
      const page = await openExample(
        openPage,
        { expectProblems: [/foreign request/, /blocked by CORS policy/, /Failed to load resource/] },
        (html) => withOnly(`src="${address}"`)(html).replace("connect-src 'self'", "connect-src *"),
      );
      const alert = page.locator("citation-map").getByRole("alert");
      await alert.waitFor();
      await expect
        .poll(() => words(alert))
        .toMatch(/could not be fetched.*Access-Control-Allow-Origin.*connect-src/);
      allowed = true;
      await alert.getByRole("button", { name: "Try again" }).click();
      await map(page).waitFor();
    } finally {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  });
});

/** A function like `openPage` that gives a page that is open already. */
function openPageOf(page: Page): OpenPage {
  return async (visit = {}) => {
    await page.goto(new URL(visit.url ?? "", inject("siteUrl")).href);
    return page;
  };
}

/** Runs in the page before its scripts: counts observers and media listeners that nobody has let go of. */
function watchLoose(): void {
  const alive = new Set<unknown>();
  for (const name of ["ResizeObserver", "IntersectionObserver"] as const) {
    const { prototype } = globalThis[name] as typeof ResizeObserver;
    const { observe, disconnect } = prototype;
    prototype.observe = function (...args: Parameters<typeof observe>) {
      alive.add(this);
      return observe.apply(this, args);
    };
    prototype.disconnect = function () {
      alive.delete(this);
      return disconnect.call(this);
    };
  }
  const listeners: unknown[] = [];
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const outside = (target: unknown) =>
    target instanceof MediaQueryList || target === window || target === document;
  EventTarget.prototype.addEventListener = function (...args: Parameters<typeof addEventListener>) {
    if (outside(this)) listeners.push(args[1]);
    return addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof removeEventListener>) {
    if (outside(this)) {
      const at = listeners.indexOf(args[1]);
      if (at >= 0) listeners.splice(at, 1);
    }
    return removeEventListener.apply(this, args);
  };
  // The example's own listener is not of the map.
  Object.assign(globalThis, {
    loose: () => alive.size + listeners.filter((listener) => !String(listener).includes("#selected")).length,
  });
}
