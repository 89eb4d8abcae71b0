import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoViolations, mapSettled, test } from "./harness.ts";
import { words } from "./words.ts";

const FLIP = "arxiv:2212.00794";
const own = (page: Page) => page.locator("#details .own");
const star = (page: Page) => own(page).getByRole("button", { name: "Star" });
const read = (page: Page) => own(page).getByRole("button", { name: "Read" });
const note = (page: Page) => page.getByRole("textbox", { name: "My note" });
const section = (page: Page) => page.locator("#legend .reading-host");
const pressed = (page: Page) =>
  Promise.all([star(page), read(page)].map((button) => button.getAttribute("aria-pressed")));

async function openDialog(page: Page) {
  await section(page).getByRole("button", { name: "Notes, export, import…" }).click();
  const dialog = page.getByRole("dialog", { name: "My reading" });
  await dialog.waitFor();
  return dialog;
}

const chosen = (name: string, text: string) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

describe("the reader's own marks", () => {
  test("a star, a tick and a note stay through a reload, and never get into the address", async ({
    openPage,
  }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await star(page).click();
    await read(page).click();
    await note(page).fill("Masks half of the patches.");
    await expect.poll(() => pressed(page)).toEqual(["true", "true"]);
    await expect.poll(() => words(section(page))).toMatch(/1 starred, 1 read, 1 note/);
    await expect.poll(() => new URL(page.url()).hash).toBe(`#paper=${FLIP}`);
    await page.reload();
    await own(page).waitFor();
    await expect.poll(() => pressed(page)).toEqual(["true", "true"]);
    await expect.poll(() => note(page).inputValue()).toBe("Masks half of the patches.");
    await expectNoViolations(page);
  });

  test("the field of a note keeps the keyboard while the page follows what is written", async ({
    openPage,
  }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await note(page).focus();
    await page.keyboard.type("a/b? zoom", { delay: 15 });
    await expect.poll(() => note(page).inputValue()).toBe("a/b? zoom");
    await expect.poll(() => note(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.press("Escape");
    await expect.poll(() => star(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.locator("#details .paper-title").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("How to read it").waitFor();
  });

  test("each change is taken back and done again, by keys and by buttons", async ({ openPage }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await star(page).click();
    await read(page).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => pressed(page)).toEqual(["true", "false"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => pressed(page)).toEqual(["false", "false"]);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => pressed(page)).toEqual(["true", "false"]);
    await page.keyboard.press("Control+y");
    await expect.poll(() => pressed(page)).toEqual(["true", "true"]);
    await section(page).getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => pressed(page)).toEqual(["true", "false"]);
    await section(page).getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => pressed(page)).toEqual(["true", "true"]);
  });

  test("S and R mark the paper the keyboard stands on, and its mark is said", async ({ openPage }) => {
    const page = await openPage({ url: "#context=0" });
    await section(page).getByRole("button").first().waitFor();
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    const said = () => page.locator("#announcer").textContent();
    await expect.poll(said).toMatch(/^CLIP,/);
    await page.keyboard.press("s");
    await expect.poll(said).toMatch(/ starred$/);
    await page.keyboard.press("r");
    await expect.poll(said).toMatch(/ starred and read$/);
    await page.keyboard.press("s");
    await expect.poll(said).toMatch(/ read$/);
  });

  test("the table has a column of them, and filters show what is starred or unread", async ({ openPage }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await star(page).click();
    await page.goto(`${page.url().split("#")[0]}#view=table&context=0`);
    const rows = page.locator(".papers tbody tr");
    await expect.poll(() => rows.count()).toBe(19);
    const marked = rows.filter({ has: page.getByRole("img", { name: "starred" }) });
    await expect.poll(() => words(marked)).toMatch(/^FLIP/);
    await section(page).getByRole("button", { name: "Starred" }).click();
    await expect.poll(() => rows.count()).toBe(1);
    await expect.poll(() => page.url()).toContain("mine=starred");
    await section(page).getByRole("button", { name: "Unread" }).click();
    await expect.poll(() => rows.count()).toBe(19);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => page.url()).not.toContain("mine");
  });

  test("a search finds what a note says", async ({ openPage }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await note(page).fill("xylophone");
    await page.locator("#search").fill("xylo");
    await expect.poll(() => words(page.getByRole("option").first())).toMatch(/^FLIP/);
  });

  test("another tab sees them at once", async ({ openPage }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await own(page).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await star(other).click();
    await expect.poll(() => pressed(page)).toEqual(["true", "false"]);
    await note(page).fill("from the first tab");
    await expect.poll(() => note(other).inputValue()).toBe("from the first tab");
    await expect.poll(() => pressed(other)).toEqual(["true", "false"]);
  });
});

describe("the file of the reader's own marks", () => {
  test("brings them to another browser, where nothing is lost", async ({ openPage }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await star(page).click();
    await note(page).fill("<b>bold</b> & plain");
    const dialog = await openDialog(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Export to a file" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^my-reading-\d{4}-\d\d-\d\d\.json$/);
    const text = await readFile(await file.path(), "utf8");
    expect(JSON.parse(text)).toMatchObject({ version: 1, papers: [{ id: FLIP, starred: true }] });

    const elsewhere = await openPage({ url: `#paper=${FLIP}` });
    await note(elsewhere).fill("written later, here");
    const there = await openDialog(elsewhere);
    await there.getByLabel("Import a file…").setInputFiles(chosen("reading.json", text));
    await expect.poll(() => words(there.getByRole("status"))).toMatch(/^Merged 1 paper from the file/);
    await there.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => pressed(elsewhere)).toEqual(["true", "false"]);
    await expect.poll(() => note(elsewhere).inputValue()).toBe("written later, here");
    await expect.poll(() => words(own(elsewhere))).toContain("<b>bold</b> & plain");
    await own(elsewhere).getByRole("button", { name: "Remove this note" }).click();
    await expect.poll(() => words(own(elsewhere))).not.toContain("bold");
  });

  test("is refused when it is broken or of another kind, says why and changes nothing", async ({
    openPage,
  }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await star(page).click();
    const dialog = await openDialog(page);
    const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    const before = await kept();
    for (const [text, said] of [
      ["{broken", /no JSON/],
      ['{"papers": []}', /something other than a reading/],
      ['{"format": "clip-lineage reading", "version": 9}', /version 9/],
      [
        '{"format": "clip-lineage reading", "version": 1, "papers": [{"id": 1}]}',
        /damaged, at papers\.0\.id/,
      ],
    ] as const) {
      await dialog.getByLabel("Import a file…").setInputFiles(chosen("file.json", text));
      await expect.poll(() => words(dialog.getByRole("status"))).toMatch(said);
      await expect.poll(() => kept()).toBe(before);
    }
    await expectNoViolations(page);
  });

  test("clearing takes everything away, and Undo brings it back", async ({ openPage }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await star(page).click();
    const dialog = await openDialog(page);
    await dialog.getByRole("button", { name: "Clear all" }).click();
    await dialog.getByText("Nothing marked yet").waitFor();
    await dialog.getByRole("button", { name: "Undo" }).click();
    await dialog.getByRole("button", { name: "FLIP" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => pressed(page)).toEqual(["true", "false"]);
  });
});

describe("a browser that keeps nothing", () => {
  test("marks papers all the same, and says that it will forget", async ({ openPage }) => {
    const page = await openPage();
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        });
    });
    await page.goto(`${page.url()}#paper=${FLIP}`);
    await page.reload();
    await mapSettled(page);
    await star(page).click();
    await expect.poll(() => pressed(page)).toEqual(["true", "false"]);
    await expect
      .poll(() => words(section(page).getByRole("alert")))
      .toMatch(/does not let the page keep anything/);
  });

  test("says so when its storage is full", async ({ openPage }) => {
    const page = await openPage({ url: `#paper=${FLIP}` });
    await own(page).waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await star(page).click();
    await expect.poll(() => words(section(page).getByRole("alert"))).toMatch(/storage for this site is full/);
  });
});
