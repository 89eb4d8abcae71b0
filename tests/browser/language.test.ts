import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { clusterFactsOf } from "../../src/analysis/communities/cluster-facts-of.ts";
import { buildCatalogue } from "../../src/view/catalogue.ts";
import { mapSettled, test } from "./harness.ts";
import { bundled } from "./map.ts";
import { corpusTexts, type Said, saidOn } from "./page-words.ts";

const LANGUAGES = ["en", "zh"] as const;
type Language = (typeof LANGUAGES)[number];

/** What is called the same in every language: sources, formats, programs, keys, files, commands, measures. */
const PROPER = [
  ...["Semantic Scholar", "arXiv", "DOI", "Leiden", "ARI", "AMI", "NMI", "SPC", "SPLC", "SPNP"],
  ...["SVG", "PNG", "PDF", "BibTeX", "RIS", "CSL-JSON", "CSV", "JSON", "GraphML", "GEXF", "Pajek"],
  ...["VOSviewer Online", "VOSviewer", "LaTeX", "Zotero", "EndNote", "Mendeley", "Pandoc", "Excel", "pandas"],
  ...["yEd", "igraph", "NetworkX", "Cytoscape", "Gephi", "Markdown"],
  ...["Esc", "Enter", "Ctrl", "Cmd", "Shift", "Tab", "Escape"],
  ...["npm run refresh", "npm start", "curation.json", "survey.md", "corpus.json", "changes.json"],
];

/** The names that the page gives papers: made of their titles and authors. */
const LABELS = buildCatalogue(bundled).entries.map(({ label }) => label.replace(/…$/, ""));
/** The names of communities: terms of the titles in them. */
const TERMS = clusterFactsOf(bundled, { links: "citations", resolution: 1 }).rough.communities.flatMap(
  ({ label, terms }) => [label ?? "", ...terms],
);
/** What the states ask for that is not there. */
const ASKED = ["zzzz", "nowhere", "arxiv:0000.00000"];
const OWN = [...new Set([...corpusTexts(), ...LABELS, ...TERMS, ...ASKED, ...PROPER])]
  .filter(Boolean)
  .sort((a, b) => b.length - a.length);

/** What remains of a text without what comes from the corpus and without proper names. */
function ownWords(text: string): string {
  let rest = text;
  for (const name of OWN) if (rest.includes(name)) rest = rest.replaceAll(name, " ");
  // Files and addresses, whatever they are called.
  return rest
    .replace(/[\p{L}\w.-]+\.(?:json|bib|ris|svg|png|csv|net|clu|gexf|graphml|md)\b/gu, " ")
    .replace(/https?:\/\/\S+/g, " ");
}

const FOREIGN: Record<Language, RegExp> = { zh: /\p{Script=Latin}{2}/u, en: /\p{Script=Han}/u };

function untranslated(said: readonly Said[], language: Language): string[] {
  return said.flatMap(({ where, text }) => {
    const rest = ownWords(text);
    return FOREIGN[language].test(rest) ? [`${where}: ${text}`] : [];
  });
}

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Every view and the states in which it says something of its own. */
const STATES = [
  "",
  "#view=network",
  "#view=network&colour=community&regions=communities",
  "#view=network&layer=coupling",
  "#view=network&layer=co-citation",
  "#view=network&regions=communities&region=0",
  "#view=domains",
  "#view=matrix",
  "#view=matrix&paper=arxiv:2212.00794",
  "#view=table",
  "#links=main-path&routes=6&colour=generation",
  "#links=skeleton&colour=year",
  "#paper=arxiv:2212.00794&trace=1",
  "#paper=arxiv:2103.00020",
  "#path=arxiv:2212.00794,arxiv:2103.00020",
  "#q=segmentation",
  "#q=zzzz",
  "#years=1999-1999",
  "#paper=arxiv:0000.00000&hide=nowhere",
];

for (const language of LANGUAGES)
  describe(`a page in ${language}`, () => {
    test("says nothing in the other language, in any view and state", async ({ openPage }) => {
      const page = await openPage({ lang: language });
      await mapSettled(page);
      await page.locator("#legend .reading-host button").first().waitFor({ state: "attached" });
      const found = new Set<string>();
      const look = async () => {
        for (const text of untranslated(await saidOn(page), language)) found.add(text);
      };
      for (const state of STATES) {
        await show(page, state);
        if (/view=(domains|matrix)/.test(state))
          await page.locator(".domains:visible, .matrix:visible").first().waitFor();
        if (/communities|domains/.test(state))
          await page.locator(".toast.waiting").waitFor({ state: "detached" });
        await look();
      }
      await show(page, "#paper=arxiv:2212.00794");
      await page.locator("#map").focus();
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "s", "r"]) {
        await page.keyboard.press(key);
        await look();
      }
      await page.locator(".export-button").click();
      await page.locator("dialog#export").waitFor();
      for (const format of await page.locator("#export [name=format]").all()) {
        await format.check();
        await look();
      }
      await page.keyboard.press("Escape");
      await page.locator(".help-button").click();
      await page.locator("dialog[open]").waitFor();
      await look();
      await page.keyboard.press("Escape");
      expect([...found]).toEqual([]);
    });
  });

describe("the language", () => {
  const other = (page: Page, name: string) =>
    page.getByRole("banner").getByRole("button", { name, exact: true });
  const lang = (page: Page) => page.evaluate(() => document.documentElement.lang);

  test("is changed by mouse and by keyboard, stands in the address, and keeps what is shown", async ({
    openPage,
  }) => {
    const page = await openPage({ url: "#view=network&paper=arxiv:2212.00794" });
    await mapSettled(page);
    await expect
      .poll(async () => [await lang(page), await page.title()])
      .toEqual(["en-GB", "FLIP · CLIP lineage"]);
    await other(page, "中文").click();
    await page.waitForFunction(() => document.documentElement.lang === "zh-CN");
    await mapSettled(page);
    await expect.poll(() => page.title()).toBe("FLIP · CLIP 谱系");
    await expect.poll(() => new URL(page.url()).hash).toBe("#lang=zh&view=network&paper=arxiv:2212.00794");
    await expect.poll(() => page.locator("#details .paper-title").getAttribute("lang")).toBe("en");
    await other(page, "English").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.documentElement.lang === "en-GB");
    await mapSettled(page);
    await expect.poll(() => page.title()).toBe("FLIP · CLIP lineage");
  });

  test("goes back with the browser's button", async ({ openPage }) => {
    const page = await openPage();
    await mapSettled(page);
    await other(page, "中文").click();
    await page.waitForFunction(() => document.documentElement.lang === "zh-CN");
    await mapSettled(page);
    await page.goBack();
    await page.waitForFunction(() => document.documentElement.lang === "en-GB");
  });

  test("is that of the browser, unless the address asks for another", async ({ openPage }) => {
    const reader = await openPage({ lang: "zh-TW" });
    await mapSettled(reader);
    await expect.poll(() => lang(reader)).toBe("zh-CN");
    await other(reader, "English").waitFor();
    const asked = await openPage({ lang: "zh-CN", url: "#lang=en" });
    await mapSettled(asked);
    await expect.poll(() => lang(asked)).toBe("en-GB");
    const neither = await openPage({ lang: "fr" });
    await mapSettled(neither);
    await expect.poll(() => lang(neither)).toBe("en-GB");
  });
});
