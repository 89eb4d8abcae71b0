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
    expect(corpus.papers.map(({ id, role }) => [id, role])).toEqual([
      [ROOT, "survey"],
      [LEAF, "survey"],
      [BRANCH, "survey"],
      ["title:attention-is-all-you-need", "context"],
    ]);
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

  test("works without a curation and leaves an entry without an id unresolved, with its line", () => {
    const bare = buildCorpus({ survey, curation: null, previous: null });
    expect(bare.papers.map(({ id }) => id)).toEqual([ROOT, BRANCH]);
    expect(bare.unresolved).toMatchObject([{ line: 30, title: "The leaf of this tree" }]);
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
    expect(moved.placements.map(({ paper }) => paper)).toEqual([LEAF, BRANCH]);
    expect(moved.unresolved.map(({ title }) => title)).toEqual(["Quite another paper"]);
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
