import { describe, expect } from "vitest";
import { corpusOf, cycle } from "../graphs.ts";
import { mapSettled, test } from "./harness.ts";
import { readersMap } from "./map.ts";
import { words } from "./words.ts";

const paper = (id: string, more: object = {}) => ({ id: `arxiv:${id}`, title: `Paper ${id}`, ...more });

describe("while the corpus is on its way", () => {
  test("the page says that it loads", async ({ openPage }) => {
    const page = await openPage({ corpus: { version: 1, papers: [], citations: [] } });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.context().unroute("**/corpus.json");
    await page.context().route("**/corpus.json", async (route) => {
      await released;
      await route.continue();
    });
    await page.reload();
    await page.getByText("Loading the map…").waitFor();
    release();
    await mapSettled(page);
    await expect.poll(() => page.getByText("Loading the map…").count()).toBe(0);
  });
});

describe("without a usable corpus", () => {
  test("a missing one is said with the server's answer and a remedy", async ({ openPage }) => {
    const page = await openPage({ corpus: null, expectProblems: [/answer 404/, /console error: .*404/] });
    const failure = page.getByRole("alert");
    await failure.waitFor();
    await expect
      .poll(() => words(failure))
      .toMatch(/cannot be drawn.*corpus\.json: the server answered 404.*npm run refresh/);
  });

  test("a broken one is said with what is wrong", async ({ openPage }) => {
    const page = await openPage({ corpus: '{"version": 1, "papers": [' });
    const failure = page.getByRole("alert");
    await failure.waitFor();
    await expect.poll(() => words(failure)).toMatch(/corpus\.json is not JSON: /);
  });

  for (const [fault, corpus, place] of [
    [
      "a date that is none",
      { version: 1, papers: [paper("2101.00001", { date: "2021-13-40" })], citations: [] },
      /papers\[0\]\.date/,
    ],
    ["another version", { version: 2, papers: [], citations: [] }, /version: got 2, expected 1/],
    ["no object", "[]", /is not an object with `version`/],
  ] as const)
    test(`${fault} is said with its place`, async ({ openPage }) => {
      const page = await openPage({ corpus });
      const failure = page.getByRole("alert");
      await failure.waitFor();
      await expect.poll(() => words(failure)).toMatch(place);
      await expect.poll(() => page.locator("canvas").count()).toBe(0);
    });
});

describe("a corpus of another kind", () => {
  test("one with bad rows is drawn without them, and the foot says what is wrong with each", async ({
    openPage,
  }) => {
    const [A, B] = ["2101.00001", "2101.00002"].map((id) => paper(id));
    const citations = [
      { citing: "arxiv:2101.00001", cited: "arxiv:1" },
      { citing: "arxiv:2101.00001", cited: "arxiv:2101.00001" },
    ];
    const papers = [A, B, paper("2101.00003", { date: "2021-13-40" })];
    const page = await openPage({ corpus: { version: 1, papers, citations } });
    await mapSettled(page);
    await expect.poll(() => page.locator("#map").getAttribute("aria-label")).toMatch(/: 2 papers$/);
    await page.getByText("3 faulty parts of the data left out").click();
    const foot = page.locator("#coverage");
    for (const problem of [
      /papers\[2\]\.date: /,
      /citations\[0\]\.cited: /,
      /citations\[1\]: .*cites itself/,
    ])
      await expect.poll(() => words(foot)).toMatch(problem);
  });

  test("an empty one is no fault: the page says that there is nothing, and works", async ({ openPage }) => {
    const page = await openPage({ corpus: { version: 1, papers: [], citations: [] } });
    await page.getByText("This corpus holds no papers.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Show all papers" }).count()).toBe(0);
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    for (const view of ["Network", "Table", "Lineage"]) {
      await page.getByRole("button", { name: view }).click();
      await expect.poll(() => page.locator(".views [aria-pressed=true]").textContent()).toBe(view);
    }
  });

  test("one with only the required fields is drawn, searched and walked", async ({ openPage }) => {
    const papers = ["2101.00001", "2101.00002", "2101.00003"].map((id) => paper(id));
    const citations = [{ citing: "arxiv:2101.00002", cited: "arxiv:2101.00001" }];
    const corpus = { version: 1, papers, citations };
    const page = await openPage({ corpus });
    await mapSettled(page);
    await expect.poll(() => page.locator("#map").getAttribute("aria-label")).toMatch(/: 3 papers$/);
    await expect.poll(() => page.title()).toBe("Untitled survey");
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => page.locator("#announcer").textContent())
      .toMatch(/^Paper 2101\.00001; .*cited by/);
    await page.keyboard.press("Enter");
    await page.locator("#details").getByText("Authors not known yet").waitFor();
    await page.getByRole("combobox", { name: /^search/i }).fill("00003");
    await page.getByRole("option").filter({ hasText: "Paper 2101.00003" }).click();
    await page.locator("#details").getByRole("heading", { name: "Paper 2101.00003" }).waitFor();
    await page.getByRole("button", { name: "Network" }).click();
    await expect
      .poll(() => page.locator("#map").getAttribute("aria-label"))
      .toMatch(/^Citation network: 3 papers$/);
  });

  test("a single paper without a date is there in every view", async ({ openPage }) => {
    const page = await openPage({ corpus: { version: 1, papers: [paper("2101.00001")], citations: [] } });
    await mapSettled(page);
    for (const view of ["Network", "Lineage"]) {
      await page.getByRole("button", { name: view }).click();
      await expect.poll(() => page.locator("#map").getAttribute("aria-label")).toMatch(/: 1 paper$/);
    }
  });

  test("mutual citations are listed with what they do to the result", async ({ openPage }) => {
    const dated = Object.fromEntries(
      ["A", "B", "C", "D"].map((id, i) => [id, { date: `2021-0${i + 1}-01`, label: id }]),
    );
    const { papers, citations, survey } = corpusOf(cycle, dated);
    const page = await openPage({ corpus: { version: 1, papers, citations, survey } });
    const listed = page.locator("#details");
    await listed.getByText("Mutual citations").waitFor();
    await expect
      .poll(() => words(listed))
      .toMatch(/C and D cite one another\. To count .* C → D is set aside/);
  });
});

describe("text of strangers", () => {
  const hostile = '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>';
  const corpus = {
    version: 1,
    survey: {
      title: hostile,
      root: "arxiv:2101.00001",
      domains: [{ id: "d", label: { en: hostile }, section: { en: hostile } }],
    },
    papers: [
      paper("2101.00001", {
        title: hostile,
        authors: [hostile],
        venue: hostile,
        abstract: hostile,
        tldr: hostile,
      }),
      paper("2101.00002", { label: hostile, date: "2021-02-02" }),
    ],
    placements: [{ paper: "arxiv:2101.00001", domain: "d", note: hostile, organization: hostile }],
    citations: [
      {
        citing: "arxiv:2101.00002",
        cited: "arxiv:2101.00001",
        evidence: hostile,
        confidence: "verified",
        contexts: [hostile],
      },
    ],
    unresolved: [{ title: hostile, reason: hostile }],
    findings: [{ paper: "arxiv:2101.00001", text: { en: hostile } }],
  };

  test("stays text in every place of the page", async ({ openPage }) => {
    const page = await openPage({ corpus, url: "#paper=arxiv:2101.00001" });
    await mapSettled(page);
    for (const hash of [
      "#view=table&paper=arxiv:2101.00002",
      "#q=img",
      "#paper=arxiv:2101.00001&view=network",
      `#paper=${hostile}`,
    ]) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await expect.poll(() => page.locator("img, main script, header script").count()).toBe(0);
    }
    await expect.poll(() => page.title()).toContain("<img src=x");
    await expect.poll(() => page.evaluate(() => "pwned" in globalThis)).toBe(false);
  });

  test("a link that is no web address is refused with its place", async ({ openPage }) => {
    const page = await openPage({
      corpus: {
        version: 1,
        papers: [paper("2101.00001", { urls: { paper: "javascript:alert(1)" } })],
        citations: [],
      },
    });
    const failure = page.getByRole("alert");
    await failure.waitFor();
    await expect.poll(() => words(failure)).toMatch(/papers\[0\]\.urls\.paper: is not an http\(s\) link/);
    await expect.poll(() => page.locator("a[href^=javascript]").count()).toBe(0);
  });
});

test("the map of a corpus of the test is found by the same means as the bundled one", async ({
  openPage,
}) => {
  const corpus = corpusOf("A<-B", { A: { date: "2020-01-01" }, B: { date: "2021-01-01" } });
  const page = await openPage({ corpus });
  await (await readersMap(page, corpus)).hover("B");
});
