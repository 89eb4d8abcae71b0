import { existsSync, statSync } from "node:fs";
import { describe, expect } from "vitest";
import { expectNoViolations, screenshot, test } from "./harness.ts";
import { unexpected } from "./page-problems.ts";

describe("openPage", () => {
  test("records a console warning, an uncaught error and a foreign request", async ({ openPage }) => {
    const page = await openPage({
      expectProblems: [
        /^console warning: careful$/,
        /^uncaught: broken$/,
        /^foreign request: https:\/\/elsewhere\.example\/$/,
      ],
    });
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noConsole: the warning is what is looked for
      console.warn("careful");
      return new Promise((resolve) => {
        addEventListener("error", resolve);
        setTimeout(() => {
          throw new Error("broken");
        });
      }).then(() => null);
    });
    await page.goto("https://elsewhere.example/").catch(() => {});
  });

  test("answers with the corpus of the test instead of the bundled one", async ({ openPage }) => {
    const page = await openPage({ corpus: "{}", expectProblems: [] });
    expect(await page.evaluate(async () => (await fetch("./corpus.json")).text())).toBe("{}");
  });

  test("opens the page as the reader prefers it", async ({ openPage }) => {
    const page = await openPage({
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
      reducedMotion: "no-preference",
      lang: "zh-CN",
      url: "#here",
    });
    const seen = await page.evaluate(() => ({
      width: innerWidth,
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      still: matchMedia("(prefers-reduced-motion: reduce)").matches,
      lang: navigator.language,
    }));
    expect(seen).toEqual({ width: 390, dark: true, still: false, lang: "zh-CN" });
  });
});

describe("unexpected", () => {
  test("names a problem nobody expected and an expected one that stayed away", () => {
    expect(unexpected(["a", "b"], [/^a$/, /^c$/])).toEqual(["b", "expected and did not come: /^c$/"]);
  });
});

describe("expectNoViolations", () => {
  test("names the rule and the element, with the page's policy in force", async ({ openPage }) => {
    const page = await openPage();
    await page.evaluate(() => {
      const picture = document.createElement("img");
      picture.id = "nameless";
      document.body.append(picture);
    });
    await expect(expectNoViolations(page)).rejects.toThrow(/image-alt[\s\S]*#nameless/);
  });
});

describe("screenshot", () => {
  test("writes a picture", async ({ openPage }) => {
    const path = await screenshot(await openPage(), "harness");
    expect(existsSync(path) && statSync(path).size).toBeGreaterThan(1_000);
  });
});
