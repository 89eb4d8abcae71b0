import { describe, expect, test } from "vitest";
import { CorpusError, parseCorpus, placeOf } from "../../src/corpus/parse-corpus.ts";
import type { CorpusInput } from "../../src/corpus/schema.ts";

/** The problems of a corpus of A ← B, changed by `change`; [] when it can be used. */
function problemsOf(change: Record<string, unknown>): readonly string[] {
  const base: CorpusInput = {
    version: 1,
    papers: [
      { id: "A", title: "A" },
      { id: "B", title: "B", aliases: ["B2"] },
    ],
    citations: [{ citing: "B", cited: "A" }],
  };
  try {
    parseCorpus({ ...base, ...change });
    return [];
  } catch (error) {
    if (error instanceof CorpusError) return error.problems;
    throw error;
  }
}

const [A, B] = [
  { id: "A", title: "A" },
  { id: "B", title: "B" },
];
const domain = { id: "d", label: { en: "D" } };

test("parseCorpus needs only version, ids, titles and ends, and fills in the rest", () => {
  const corpus = parseCorpus({ version: 1, papers: [A, B], citations: [{ citing: "B", cited: "A" }] });
  expect(corpus.survey).toEqual({
    title: "Untitled survey",
    origin: null,
    author: null,
    date: null,
    language: "en",
    root: null,
    groups: [],
    domains: [],
  });
  expect(corpus.papers[0]).toMatchObject({
    role: "survey",
    aliases: [],
    authors: [],
    year: null,
    referencesKnown: null,
  });
  expect(corpus.papers[0]?.urls.paper).toBeNull();
  expect(corpus.citations[0]).toMatchObject({ confidence: "reported", sources: [], evidence: null });
  expect(parseCorpus({ version: 1, papers: [] }).citations).toEqual([]);
});

test("parseCorpus checks the version before all else", () => {
  expect(problemsOf({ version: 2, papers: "?" })).toEqual(["version: got 2, expected 1"]);
  expect(problemsOf({ version: undefined })).toEqual(["version: got none, expected 1"]);
  for (const value of [null, [], "corpus", 7]) {
    expect(() => parseCorpus(value)).toThrow("is not an object");
  }
});

describe("parseCorpus names the place of what is wrong", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["an id that stands twice", { papers: [A, B, A] }, 'papers[2].id: "A" is also papers[0].id'],
    [
      "an alias that is an id",
      { papers: [{ ...A, aliases: ["B"] }, B] },
      'papers[0].aliases[0]: "B" is also papers[1].id',
    ],
    [
      "an alias of two papers",
      {
        papers: [
          { ...A, aliases: ["x"] },
          { ...B, aliases: ["x"] },
        ],
      },
      'papers[1].aliases[0]: "x" is also papers[0].aliases[0]',
    ],
    [
      "a missing citing paper",
      { citations: [{ citing: "X", cited: "A" }] },
      'citations[0].citing: no paper "X"',
    ],
    [
      "a missing cited paper",
      { citations: [{ citing: "B", cited: "X" }] },
      'citations[0].cited: no paper "X"',
    ],
    [
      "an end that is only an alias",
      { citations: [{ citing: "B2", cited: "A" }] },
      'citations[0].citing: no paper "B2"',
    ],
    ["a self-citation", { citations: [{ citing: "A", cited: "A" }] }, 'citations[0]: "A" cites itself'],
    [
      "a citation that stands twice",
      {
        citations: [
          { citing: "B", cited: "A" },
          { citing: "B", cited: "A" },
        ],
      },
      'citations[1]: "B" → "A" stands in citations[0] already',
    ],
    ["a root that is no paper", { survey: { root: "X" } }, 'survey.root: no paper "X"'],
    [
      "a placed paper that is none",
      { survey: { domains: [domain] }, placements: [{ paper: "X", domain: "d" }] },
      'placements[0].paper: no paper "X"',
    ],
    [
      "a domain that is none",
      { placements: [{ paper: "A", domain: "d" }] },
      'placements[0].domain: no domain "d"',
    ],
    [
      "a domain that stands twice",
      { survey: { domains: [domain, domain] } },
      'survey.domains[1].id: "d" stands twice',
    ],
    [
      "a group that is none",
      { survey: { domains: [{ ...domain, group: "g" }] } },
      'survey.domains[0].group: no group "g"',
    ],
    [
      "a gap of no paper",
      { gaps: [{ paper: "X", of: "references", reason: "?" }] },
      'gaps[0].paper: no paper "X"',
    ],
    [
      "a finding of no paper",
      { findings: [{ paper: "X", text: { en: "?" } }] },
      'findings[0].paper: no paper "X"',
    ],
  ])("%s", (_, change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a date that is none", { papers: [{ ...A, date: "2021-02-30" }, B] }, "papers[0].date: is no date"],
    [
      "a link that could run",
      { papers: [{ ...A, urls: { paper: "javascript:alert(1)" } }, B] },
      "papers[0].urls.paper: is no http(s) link",
    ],
    ["a count below none", { papers: [A, { ...B, citationCount: -1 }] }, "papers[1].citationCount: "],
    ["a paper without a title", { papers: [{ id: "A", title: "" }, B] }, "papers[0].title: "],
    ["no papers at all", { papers: undefined }, "papers: "],
  ])("%s", (_, change, start) => {
    const [problem, ...others] = problemsOf(change);
    expect(problem?.startsWith(start), problem).toBe(true);
    expect(others).toEqual([]);
  });

  test("all problems at once, of which the message says twenty", () => {
    const citations = Array.from({ length: 30 }, (_, i) => ({ citing: `X${i}`, cited: "A" }));
    expect(problemsOf({ citations })).toHaveLength(30);
    expect(() => parseCorpus({ version: 1, papers: [A], citations })).toThrow("… and 10 more");
  });
});

test("placeOf writes a path as a reader does", () => {
  expect(placeOf(["papers", 3, "urls", "paper"])).toBe("papers[3].urls.paper");
  expect(placeOf([])).toBe("corpus");
});
