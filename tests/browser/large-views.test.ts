import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { CorpusQuestion } from "../../src/workers/corpus-worker.ts";
import { expectNoViolations, test, type Visit } from "./harness.ts";
import { companion, LONG, text, whole } from "./large-map.ts";
import { words } from "./words.ts";

/** What the page asks of its worker about domains, held back until it is let go. */
interface HeldQuestions {
  readonly links: () => Promise<readonly string[]>;
  readonly letGo: () => Promise<void>;
}

/** Holds back what the page asks about domains; `spoil` sends what no worker can answer instead. */
async function holdQuestions(page: Page, spoil = false): Promise<HeldQuestions> {
  await page.evaluate((spoiled) => {
    const held: (() => void)[] = [];
    const asked: string[] = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: CorpusQuestion) {
      if (message.type !== "domains") return post.call(this, message);
      asked.push(message.question.links);
      held.push(() => post.call(this, spoiled ? { ...message, question: null } : message));
    };
    Object.assign(globalThis, {
      asked,
      letGo: () => {
        Worker.prototype.postMessage = post;
        for (const send of held.splice(0)) send();
      },
    });
  }, spoil);
  return {
    links: () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked),
    letGo: () => page.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo()),
  };
}

async function open(openPage: (visit?: Visit) => Promise<Page>, visit: Visit = {}): Promise<Page> {
  const page = await openPage({ corpus: text, companion, ...visit });
  await whole(page);
  return page;
}

const view = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("button", { name });
const section = (page: Page, name: string) => page.getByRole("region", { name });
const sections = (page: Page) => page.locator(".domain-section");
const details = (page: Page) => page.locator("#details .paper-title");
const said = (page: Page, what: RegExp) => page.getByRole("status").locator("p").filter({ hasText: what });
const COMPUTED = /^What the citations say of the domains is being computed…$/;

describe("the domains of a large map", { timeout: 2 * LONG }, () => {
  test("are asked of the worker; meanwhile the view says so and the page answers, by mouse and keyboard", async ({
    openPage,
  }) => {
    const page = await open(openPage);
    const questions = await holdQuestions(page);
    await view(page, "Domains").click();
    await said(page, COMPUTED).waitFor();
    await expect.poll(() => page.locator(".domains").getAttribute("aria-busy")).toBe("true");
    await expect.poll(() => sections(page).count()).toBe(0);
    await expect.poll(() => questions.links()).toEqual(["citations"]);
    await expectNoViolations(page);

    const group = page.locator(".group input").first();
    await group.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => page.url()).toContain("hide=");
    await group.check();
    await expect.poll(() => page.url()).not.toContain("hide=");
    await view(page, "Network").click();
    await page.waitForFunction(() => document.querySelector<HTMLElement>(".map-frame")?.hidden === false);
    await view(page, "Domains").click();
    await said(page, COMPUTED).waitFor();
    await expect.poll(() => questions.links()).toEqual(["citations"]);

    await questions.letGo();
    await expect.poll(() => sections(page).count()).toBe(3);
    await expect.poll(() => said(page, COMPUTED).count()).toBe(0);
    await expect.poll(() => page.locator(".domains").getAttribute("aria-busy")).toBe("false");
  });

  test("are compared with communities, drawn by year, and followed to works that may be missing", async ({
    openPage,
  }) => {
    const page = await open(openPage, { url: "#view=domains" });
    const comparison = section(page, "Headings and communities");
    await expect.poll(() => comparison.locator(".score").count()).toBe(5);
    await expect.poll(() => words(comparison)).not.toContain("NaN");
    await section(page, "How domains fed one another")
      .locator(".flow-band")
      .first()
      .waitFor({ state: "attached" });

    const cell = comparison.locator("button.cell").first();
    await cell.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => cell.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.url()).toMatch(/regions=communities|region=/);
    await cell.click();
    await expect.poll(() => cell.getAttribute("aria-pressed")).toBe("false");

    const gaps = section(page, "Works the survey may be missing");
    const count = gaps.getByRole("status").first();
    const before = await words(count);
    await gaps.getByRole("slider").focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => words(count)).not.toBe(before);
    const work = gaps.locator(".gap-title").first();
    const title = await words(work);
    await work.click();
    await expect.poll(() => words(details(page))).toBe(title);
  });

  test("stay in sight while another question is answered: the newest of those asked", async ({
    openPage,
  }) => {
    const page = await open(openPage, { url: "#view=domains" });
    await expect.poll(() => sections(page).count()).toBe(3);
    await expect.poll(() => said(page, COMPUTED).count()).toBe(0);
    const questions = await holdQuestions(page);
    const choose = (links: string) =>
      page.evaluate((chosen) => {
        window.location.hash = `#view=domains&communities=${chosen}`;
      }, links);
    await choose("both");
    await said(page, COMPUTED).waitFor();
    await choose("coupling");
    await expect.poll(() => questions.links()).toContain("coupling");
    await expect.poll(() => sections(page).count()).toBe(3);
    await questions.letGo();
    const disagreeing = page.locator(".disagreeing .pulls li");
    await expect
      .poll(async () => (await disagreeing.allTextContents()).every((pull) => !pull.includes("cite")))
      .toBe(true);
    await expect.poll(() => said(page, COMPUTED).count()).toBe(0);
    await expect.poll(() => words(disagreeing.first())).toMatch(/^shares \d+ references? with/);
  });

  test("say why they cannot be computed and what to do, in the reader's language", async ({ openPage }) => {
    const page = await open(openPage, { lang: "zh-CN" });
    const questions = await holdQuestions(page, true);
    await page.getByRole("navigation").getByRole("button", { name: "领域" }).click();
    await said(page, /^正在计算引文与各领域的关系…$/).waitFor();
    await questions.letGo();
    await said(page, /^未能算出引文与各领域的关系：.+。请重新加载页面再试。$/).waitFor();
    await expect.poll(() => sections(page).count()).toBe(0);
    await expect.poll(() => page.locator(".domains").getAttribute("aria-busy")).toBe("false");
  });
});

describe("the matrix of a large map", { timeout: 2 * LONG }, () => {
  test("shows the 60 papers with the most citations, by mouse and keyboard, and asks no worker", async ({
    openPage,
  }) => {
    const page = await open(openPage);
    const questions = await holdQuestions(page);
    await view(page, "Matrix").click();
    await page.getByRole("grid", { name: "60 papers by 60" }).waitFor();
    await expect.poll(() => page.locator(".matrix-left").innerText()).toContain("60 papers of 400");
    await expect.poll(() => questions.links()).toEqual([]);
    const facts = section(page, "The two papers of a cell");

    const cited = page.locator("td.is-verified").first();
    await cited.hover();
    await facts.getByRole("heading", { name: "→" }).waitFor();
    await page.mouse.move(5, 5);

    await page.locator("tbody th[scope=row] button").first().focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
    const at = page.locator("td:focus");
    await expect.poll(() => at.getAttribute("data-column")).toBe("1");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const name = await words(page.locator("tbody th[scope=row] button:focus > span").first());
    expect(name).not.toBe("");
    await details(page).waitFor();
  });
});
