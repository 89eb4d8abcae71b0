import { readFileSync } from "node:fs";
import { expect, inject } from "vitest";
import { POLICY } from "../../scripts/site/content-security-policy.ts";
import { serveSite } from "../../scripts/site/serve-site.ts";
import { BUNDLED_SURVEY } from "../../scripts/site.ts";
import { mapSettled, test } from "./harness.ts";

const bundled = readFileSync(`${BUNDLED_SURVEY}/corpus.json`, "utf8");

test("the site starts, without a problem and without a request to another host", async ({ openPage }) => {
  const page = await openPage();
  await mapSettled(page);
  await expect.poll(() => page.title()).not.toBe("");
});

test("the built page carries the policy, and the browser keeps to it", async ({ openPage }) => {
  const page = await openPage({ expectProblems: [/console error: .*inline script/i] });
  await expect
    .poll(() => page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content"))
    .toBe(POLICY);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.head.append(script);
    return "ran" in window;
  });
  expect(ran).toBe(false);
});

test("the site serves the bundled corpus byte for byte, and 404 for what is not there", async () => {
  const siteUrl = inject("siteUrl");
  expect(await (await fetch(`${siteUrl}corpus.json`)).text()).toBe(bundled);
  expect((await fetch(`${siteUrl}no-such-file.json`)).status).toBe(404);
});

test("the site works from under a path", async ({ openPage }) => {
  const site = await serveSite(inject("dist"), { port: 0, base: "/some/path/" });
  try {
    const page = await openPage({ expectProblems: [/^foreign request: .*\/some\/path\//] });
    await page.goto(site.url);
    await mapSettled(page);
    await expect.poll(() => new URL(page.url()).pathname).toBe("/some/path/");
    // What the page loads after the map must not find the server gone.
    await page.goto("about:blank");
  } finally {
    await site.close();
  }
});
