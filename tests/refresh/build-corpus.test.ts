import { describe, expect, test } from "vitest";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { buildCorpus } from "../../src/refresh/build-corpus.ts";
import { type Curation, parseCuration } from "../../src/refresh/curation.ts";
import { entryOf, surveyOf } from "./sources.ts";

const ROOT = paperId("arxiv:2101.00001");
const BRANCH = paperId("arxiv:2102.00002");
const LEAF = paperId("arxiv:2103.00003");
const survey = surveyOf(["Root arxiv:2101.00001", "Branch arxiv:2102.00002", "The leaf of this tree"], {
  root: "arxiv:2101.00001",
});

function curationOf(members: object): Curation {
  return parseCuration(JSON.stringify({ version: 1, date: "2026-11-23", ...members }), "curation.json");
}

const reference = (n: number, author: string, year: number, title: string) => ({ n, author, year, title });
const curation = curationOf({
  pins: [
    {
      key: "root",
      label: "R",
      title: "Root",
      ids: { arxiv: "2101.00001" },
      date: "2021-01-04",
      counts: { citations: 7, at: "2026-06-27" },
    },
    {
      key: "leaf",
      title: "The leaf of this tree",
      ids: { arxiv: "2103.00003" },
      authors: ["Eve Leaf"],
      date: "2021-03",
    },
  ],
  citations: [{ citing: "leaf", cited: "root", confidence: "likely", evidence: "its abstract" }],
  nonCitations: [{ citing: "root", cited: "leaf", evidence: "older" }],
  referenceLists: [
    {
      paper: "arxiv:2102.00002",
      references: [
        reference(1, "Vaswani", 2017, "Attention is all you need"),
        reference(2, "Once", 2018, "Only one paper cites this work"),
        reference(3, "Leaf", 2021, "The Leaf of This Tree"),
        reference(4, "Vaswani", 2018, "Attention Is All You Need"),
      ],
    },
    {
      paper: "leaf",
      complete: false,
      references: [reference(1, "Vaswani", 2017, "Attention is all you need")],
    },
  ],
  findings: [{ paper: "root", text: { en: "It is the root." } }],
});

const build = (previous: Corpus | null = null) => buildCorpus({ survey, curation, previous });
const paperOf = (corpus: Corpus, id: string) => corpus.papers.find((paper) => paper.id === id);

describe("buildCorpus", () => {
  const corpus = build();

  test("has the survey's papers and the works that two of them cite", () => {
    expect(new Map(corpus.papers.map(({ id, role }) => [id, role]))).toEqual(
      new Map([
        [ROOT, "survey"],
        [LEAF, "survey"],
        [BRANCH, "survey"],
        ["title:attention-is-all-you-need", "context"],
      ]),
    );
    expect(paperOf(corpus, "title:attention-is-all-you-need")).toMatchObject({
      title: "Attention is all you need",
      authors: ["Vaswani"],
      year: 2017,
    });
  });

  test("keeps every citation with source, confidence and evidence", () => {
    const links = corpus.citations.map(({ citing, cited, confidence, evidence }) => [
      citing,
      cited,
      confidence,
      evidence,
    ]);
    expect(links).toContainEqual([LEAF, ROOT, "likely", "its abstract"]);
    expect(links).toContainEqual([BRANCH, LEAF, "verified", "reference [3]"]);
    expect(links).toContainEqual([
      BRANCH,
      "title:attention-is-all-you-need",
      "verified",
      "references [1], [4]",
    ]);
    expect(links).toHaveLength(4);
    expect(new Set(corpus.citations.flatMap(({ sources }) => sources))).toEqual(new Set(["curation"]));
  });

  test("says whose references were read, how many there are, and what is missing", () => {
    expect(paperOf(corpus, BRANCH)).toMatchObject({ referencesKnown: true, referenceCount: 4 });
    expect(paperOf(corpus, LEAF)).toMatchObject({ referencesKnown: false, referenceCount: null });
    expect(corpus.gaps.map(({ paper, of }) => [paper, of])).toEqual([
      [ROOT, "references"],
      [LEAF, "references"],
    ]);
  });

  test("carries what the pin and the entry say, the pin first", () => {
    expect(paperOf(corpus, ROOT)).toMatchObject({
      label: "R",
      year: 2021,
      date: "2021-01-04",
      venue: "CVPR 2022",
      citationCount: 7,
      countsAt: "2026-06-27",
      urls: { paper: "https://arxiv.org/abs/2101.00001", arxiv: "https://arxiv.org/abs/2101.00001" },
    });
    expect(corpus.placements[0]).toMatchObject({ paper: ROOT, domain: "d", line: 10, venue: "CVPR 2022" });
    expect(corpus.retrieved).toEqual([{ source: "curation", at: "2026-11-23", requests: null, terms: null }]);
    expect(corpus.findings).toEqual([{ paper: ROOT, text: { en: "It is the root." } }]);
  });

  test("gives the same bytes again from its own result", () => {
    expect(formatCorpus(build(parseCorpus(JSON.parse(formatCorpus(corpus)))))).toBe(formatCorpus(corpus));
  });

  test("works without a curation and keeps an entry without an id as the paper of its title, not identified", () => {
    const bare = buildCorpus({ survey, curation: null, previous: null });
    const leaf = "title:the-leaf-of-this-tree";
    expect(bare.papers.map(({ id, identified }) => [id, identified])).toEqual([
      [ROOT, null],
      [BRANCH, null],
      [leaf, false],
    ]);
    expect(bare.unresolved).toMatchObject([{ paper: leaf, line: 30, title: "The leaf of this tree" }]);
    expect(bare.placements.map(({ paper }) => paper)).toEqual([ROOT, BRANCH, leaf]);
    expect(bare.gaps.map(({ paper }) => paper)).toEqual([ROOT, BRANCH]);
    expect(bare.unresolved[0]?.reason).toContain("no arXiv number");
    expect(bare.retrieved).toEqual([]);
  });

  test("puts a paper that stands under two headings into the corpus once", () => {
    const twice = surveyOf(["Root arxiv:2101.00001", entryOf("Root arxiv:2101.00001", 99)]);
    const { papers, placements } = buildCorpus({ survey: twice, curation: null, previous: null });
    expect(papers).toHaveLength(1);
    expect(placements.map(({ line }) => line)).toEqual([10, 99]);
  });

  test("refuses a root that is none of its papers", () => {
    const lost = { ...survey, root: "arxiv:2101.09999" };
    expect(() => buildCorpus({ survey: lost, curation, previous: null })).toThrow(
      'survey.md: root: no paper "arxiv:2101.09999"',
    );
  });

  test("lets a pin's line stand for a title too broken to match, but never for another pin's entry", () => {
    const pin = { title: "The leaf of this tree", line: 30, ids: { arxiv: "2103.00003" } };
    const resolvedWith = (titles: string[]) =>
      buildCorpus({ survey: surveyOf(titles), curation: curationOf({ pins: [pin] }), previous: null });
    const broken = resolvedWith(["Root arxiv:2101.00001", "Branch arxiv:2102.00002", "The le\ufffd"]);
    expect(broken.placements.map(({ paper }) => paper)).toEqual([ROOT, BRANCH, LEAF]);
    const moved = resolvedWith(["The leaf of this tree", "Branch arxiv:2102.00002", "Quite another paper"]);
    expect(moved.placements.map(({ paper }) => paper)).toEqual([LEAF, BRANCH, "title:quite-another-paper"]);
    expect(moved.unresolved.map(({ title }) => title)).toEqual(["Quite another paper"]);
  });

  test("names the entry nearest to a root that none is", () => {
    const lost = { ...surveyOf(["Root of it all arxiv:2101.00001"]), root: "arxiv:2101.00002" };
    expect(() => buildCorpus({ survey: lost, curation: null, previous: null })).toThrow(
      'the nearest is "Root of it all" on line 10',
    );
  });

  test("puts a paper under every heading of its entry", () => {
    const twice = surveyOf([entryOf("Root arxiv:2101.00001", 10, { otherDomains: ["e", "d"] })]);
    const domains = [...twice.domains, { ...twice.domains[0], id: "e" }] as typeof twice.domains;
    const { placements } = buildCorpus({ survey: { ...twice, domains }, curation: null, previous: null });
    expect(placements.map(({ domain, line }) => [domain, line])).toEqual([
      ["d", 10],
      ["e", 10],
    ]);
  });

  test("shows the list's authors, short name and links until a source knows better", () => {
    const links = {
      paper: null,
      code: null,
      project: "https://a.org/p",
      data: null,
      video: "https://a.org/v",
    };
    const more = { authors: ["Ann Author"], label: "Short", links };
    const list = surveyOf([entryOf("A long title of a work", 10, more)]);
    const bare = buildCorpus({ survey: list, curation: null, previous: null });
    expect(bare.papers[0]).toMatchObject({ authors: ["Ann Author"], label: "Short", urls: links });
    const said = { title: "A long title of a work", authors: ["Ann B. Author", "Bob Co"] };
    const pins = [{ ...said, ids: { arxiv: "2101.00001" } }];
    const known = buildCorpus({ survey: list, curation: curationOf({ pins }), previous: bare });
    expect(known.papers[0]).toMatchObject({ authors: ["Ann B. Author", "Bob Co"], identified: null });
  });

  test("takes the month of the arXiv number, and no year in the future or far from it", () => {
    const entries = [
      entryOf("In its year arxiv:2206.00001", 10),
      entryOf("Without a year arxiv:2207.00002", 20, { year: null, date: null }),
      entryOf("A slip of the pen arxiv:2304.08485", 30, { year: 2033, date: "2033" }),
      entryOf("Far from its number arxiv:1602.00003", 40, { year: 2023, date: "2023" }),
      entryOf("Of another year arxiv:2112.00004", 50),
      entryOf("An old one", 60, { year: 1892, date: "1892" }),
      entryOf("One of tomorrow", 70, { year: 2031, date: "2031" }),
    ];
    const { papers, placements } = buildCorpus({
      survey: surveyOf(entries),
      curation: null,
      previous: null,
      today: "2026-05-01",
    });
    const dates = new Map(
      papers.map(({ title, date, year }) => [title.split(" ").slice(0, 2).join(" "), [date, year]]),
    );
    expect(Object.fromEntries(dates)).toEqual({
      "In its": ["2022-06", 2022],
      "Without a": ["2022-07", 2022],
      "A slip": ["2023-04", 2023],
      "Far from": ["2016-02", 2016],
      "Of another": [null, 2022],
      "An old": [null, 1892],
      "One of": [null, null],
    });
    expect(placements.map(({ venue }) => venue)).toEqual([
      "CVPR 2022",
      "CVPR",
      "CVPR",
      "CVPR",
      "CVPR 2022",
      "CVPR 1892",
      "CVPR",
    ]);
  });

  test("believes no date of a source after the day of the run, from an earlier run either", () => {
    const late = { id: ROOT, title: "Root", year: 2204, date: "2204-03-01" };
    const gathered = { papers: [late], citations: [], retrieved: [], gaps: [] };
    const list = surveyOf([entryOf("Root arxiv:2101.00001", 10, { year: 2021, date: "2021" })]);
    const corpus = buildCorpus({
      survey: list,
      curation: null,
      previous: null,
      gathered,
      today: "2026-05-01",
    });
    expect(corpus.papers[0]).toMatchObject({ date: "2021-01", year: 2021 });
  });

  test("names the paper that stands out where no root is named, never beside one", () => {
    const titles = ["2101.00001", "2201.00002", "2201.00003", "2201.00004"].map(
      (n) => `Paper ${n} arxiv:${n}`,
    );
    const citations = ["2201.00002", "2201.00003", "2201.00004"].map((n) => ({
      citing: `arxiv:${n}`,
      cited: "arxiv:2101.00001",
      confidence: "verified",
      evidence: "read",
    }));
    const list = surveyOf(titles);
    const sources = { curation: curationOf({ citations }), previous: null };
    const rooted = { ...list, root: "arxiv:2201.00002" };
    expect(buildCorpus({ survey: list, ...sources }).survey.origin).toEqual({ paper: ROOT, citedBy: 3 });
    expect(buildCorpus({ survey: rooted, ...sources }).survey.origin).toBeNull();
  });

  test("tells two pins of one title apart by the line", () => {
    const pins = ["2101.00001", "2102.00002"].map((arxiv, i) => ({
      title: "MaskCLIP",
      line: 10 * (i + 1),
      ids: { arxiv },
    }));
    const { placements } = buildCorpus({
      survey: surveyOf(["MaskCLIP", "MaskCLIP"]),
      curation: curationOf({ pins }),
      previous: null,
    });
    expect(placements.map(({ paper }) => paper)).toEqual([ROOT, BRANCH]);
    const withoutLines = curationOf({ pins: pins.map(({ title, ids }) => ({ title, ids })) });
    const { unresolved } = buildCorpus({
      survey: surveyOf(["MaskCLIP"]),
      curation: withoutLines,
      previous: null,
    });
    expect(unresolved[0]?.reason).toContain("several papers have this title");
  });
});

describe("buildCorpus with a previous corpus", () => {
  const S2 = paperId(`s2:${"a".repeat(40)}`);
  const live = parseCorpus({
    version: 1,
    retrieved: [
      { source: "curation", at: "2026-01-01" },
      { source: "semantic-scholar", at: "2026-11-01", requests: 41 },
    ],
    papers: [
      {
        id: ROOT,
        aliases: [`s2:${"b".repeat(40)}`],
        title: "ROOT",
        citationCount: 9,
        countsAt: "2026-11-01",
        abstract: "…",
      },
      { id: BRANCH, aliases: [`s2:${"c".repeat(40)}`], title: "Branch", referencesKnown: true },
      { id: "doi:10.1000/leaf", aliases: [LEAF, `s2:${"d".repeat(40)}`], title: "Leaf" },
      {
        id: S2,
        role: "context",
        title: "Attention is all you need",
        authors: ["Ashish Vaswani", "Noam Shazeer"],
        year: 2017,
      },
      { id: "title:stale", role: "context", title: "Stale" },
    ],
    citations: [
      {
        citing: BRANCH,
        cited: ROOT,
        sources: ["semantic-scholar"],
        contexts: ["builds on [1]"],
        influential: true,
      },
      { citing: ROOT, cited: "doi:10.1000/leaf", sources: ["semantic-scholar"] },
      {
        citing: "doi:10.1000/leaf",
        cited: ROOT,
        sources: ["curation", "semantic-scholar"],
        confidence: "verified",
        evidence: "old",
      },
      { citing: BRANCH, cited: "title:stale", sources: ["curation"], confidence: "verified" },
      { citing: ROOT, cited: "title:stale", sources: ["curation"], confidence: "verified" },
    ],
    gaps: [{ paper: ROOT, of: "references", reason: "elided by the publisher", expected: 87, found: 0 }],
  });
  const corpus = build(live);

  test("keeps what a live refresh brought; the curation wins, the newer count too", () => {
    expect(paperOf(corpus, ROOT)).toMatchObject({
      title: "Root",
      abstract: "…",
      citationCount: 9,
      countsAt: "2026-11-01",
    });
    expect(corpus.citations).toContainEqual(
      expect.objectContaining({
        citing: BRANCH,
        cited: ROOT,
        confidence: "reported",
        contexts: ["builds on [1]"],
      }),
    );
    expect(corpus.retrieved.map(({ source, at }) => `${source} ${at}`)).toEqual([
      "curation 2026-11-23",
      "semantic-scholar 2026-11-01",
    ]);
    expect(corpus.gaps).toContainEqual({
      paper: ROOT,
      of: "references",
      reason: "elided by the publisher",
      expected: 87,
      found: 0,
    });
  });

  test("keeps the id under which a paper was known, and knows it by its new ones", () => {
    expect(paperOf(corpus, "doi:10.1000/leaf")?.aliases).toContain(LEAF);
    expect(paperOf(corpus, LEAF)).toBeUndefined();
    expect(paperOf(corpus, S2)).toMatchObject({
      aliases: ["title:attention-is-all-you-need"],
      authors: ["Ashish Vaswani", "Noam Shazeer"],
    });
  });

  test("drops a link that the curation knows to be wrong", () => {
    const wrong = corpus.citations.filter(
      ({ citing, cited }) => citing === ROOT && cited === "doi:10.1000/leaf",
    );
    expect(wrong).toEqual([]);
  });

  test("takes nothing that only an older curation said", () => {
    expect(paperOf(corpus, "title:stale")).toBeUndefined();
    const leaf = corpus.citations.find(
      ({ citing, cited }) => citing === "doi:10.1000/leaf" && cited === ROOT,
    );
    expect(leaf).toMatchObject({
      confidence: "likely",
      evidence: "its abstract",
      sources: ["curation", "semantic-scholar"],
    });
  });

  test("gives the same bytes again", () => {
    expect(formatCorpus(build(parseCorpus(JSON.parse(formatCorpus(corpus)))))).toBe(formatCorpus(corpus));
  });

  test("resolves an entry by the title of a paper that a refresh has found", () => {
    const { unresolved, placements } = buildCorpus({
      survey: surveyOf(["Attention is all you need"], {
        domains: survey.domains,
        entries: [entryOf("Attention is all you need", 10, { year: 2017 })],
      }),
      curation: null,
      previous: live,
    });
    expect(unresolved).toEqual([]);
    expect(placements[0]?.paper).toBe(S2);
  });

  test("keeps the id of a title as an alias once the paper is identified, however often it is built", () => {
    const titled = surveyOf(["The leaf of this tree"]);
    const bare = buildCorpus({ survey: titled, curation: null, previous: null });
    expect(bare.papers.map(({ id }) => id)).toEqual(["title:the-leaf-of-this-tree"]);
    const linked = surveyOf(["The leaf of this tree arxiv:2103.00003"]);
    const first = buildCorpus({ survey: linked, curation: null, previous: bare });
    expect(first.papers).toMatchObject([
      { id: LEAF, aliases: ["title:the-leaf-of-this-tree"], identified: null },
    ]);
    expect(buildCorpus({ survey: linked, curation: null, previous: first })).toEqual(first);
  });

  test("takes no unidentified paper of before for a finding, and gives the same corpus again", () => {
    const titled = surveyOf(["The leaf of this tree", "The leaf of this tree", "Another tree with one leaf"]);
    const bare = buildCorpus({ survey: titled, curation: null, previous: null });
    expect(bare.unresolved.map(({ line }) => line)).toEqual([10, 20, 30]);
    expect(bare.papers).toHaveLength(2);
    expect(buildCorpus({ survey: titled, curation: null, previous: bare })).toEqual(bare);
  });

  test("forgets a correction's old text when the corpus was only ever built offline", () => {
    const offline = build();
    const corrected = {
      ...curation,
      pins: curation.pins.map((pin) => ({ ...pin, label: undefined, venue: "ICML" })),
    };
    const rebuilt = buildCorpus({ survey, curation: corrected as Curation, previous: offline });
    expect(paperOf(rebuilt, ROOT)).toMatchObject({ label: null, venue: "ICML" });
  });
});
