import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeOf } from "../../src/corpus/bad-rows.ts";
import { CorpusError, parseCorpus, salvageCorpus } from "../../src/corpus/parse-corpus.ts";
import type { CorpusInput } from "../../src/corpus/schema.ts";
import { soundCorpus, usableCorpus } from "../../src/corpus/usable-corpus.ts";

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
  expect(problemsOf({ version: {} })).toEqual(["version: got an object, expected 1"]);
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
      'citations[1]: "B" → "A" is already in citations[0]',
    ],
    ["a root that is no paper", { survey: { root: "X" } }, 'survey.root: no paper "X"'],
    [
      "an origin that is no paper",
      { survey: { origin: { paper: "X", citedBy: 2 } } },
      'survey.origin.paper: no paper "X"',
    ],
    [
      "an unresolved entry of a paper that is none",
      { unresolved: [{ paper: "X", line: 1, title: "T", reason: "r" }] },
      'unresolved[0].paper: no paper "X"',
    ],
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
      'survey.domains[1].id: "d" is used twice',
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
    expect(soundCorpus({ version: 1, papers: [A, { ...B, aliases: ["B2"] }], ...change })).toBeNull();
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a date that is none", { papers: [{ ...A, date: "2021-02-30" }, B] }, "papers[0].date: is not a date"],
    [
      "a link that could run",
      { papers: [{ ...A, urls: { paper: "javascript:alert(1)" } }, B] },
      "papers[0].urls.paper: is not an http(s) link",
    ],
    ["a count below none", { papers: [A, { ...B, citationCount: -1 }] }, "papers[1].citationCount: "],
    ["a paper without a title", { papers: [{ id: "A", title: "" }, B] }, "papers[0].title: "],
    ["no papers at all", { papers: undefined }, "papers: "],
  ])("%s", (_, change, start) => {
    // Nothing else depends on the row.
    const [problem, ...others] = problemsOf({ ...change, citations: [] });
    expect(problem?.startsWith(start), problem).toBe(true);
    expect(others).toEqual([]);
  });

  test("all problems at once, of which the message says twenty", () => {
    const citations = Array.from({ length: 30 }, (_, i) => ({ citing: `X${i}`, cited: "A" }));
    expect(problemsOf({ citations })).toHaveLength(30);
    expect(() => parseCorpus({ version: 1, papers: [A], citations })).toThrow("… and 10 more");
  });
});

describe("salvageCorpus", () => {
  const C = { id: "C", title: "C" };
  const links = [
    { citing: "B", cited: "A" },
    { citing: "C", cited: "B" },
  ];
  const salvage = (change: Record<string, unknown>) =>
    salvageCorpus({ version: 1, papers: [A, B, C], citations: links, ...change });

  test("leaves nothing out of a corpus in which nothing is wrong", () => {
    expect(salvage({})).toEqual({
      corpus: parseCorpus({ version: 1, papers: [A, B, C], citations: links }),
      leftOut: [],
    });
  });

  test.each<[string, unknown, string]>([
    ["a self-citation", { citing: "A", cited: "A" }, 'citations[1]: "A" cites itself'],
    ["an unknown end", { citing: "X", cited: "A" }, 'citations[1].citing: no paper "X"'],
    [
      "two unknown ends",
      { citing: "X", cited: "Y" },
      'citations[1].citing: no paper "X"; citations[1].cited: no paper "Y"',
    ],
    ["a citation twice", links[0], 'citations[1]: "B" → "A" is already in citations[0]'],
    ["no end", { citing: "A" }, "citations[1].cited: "],
    ["no row", null, "citations[1]: "],
    ["a list for a row", [], "citations[1]"],
    [
      "a wrong member",
      { citing: "C", cited: "A", confidence: "sure", contexts: 7 },
      "citations[1].confidence: ",
    ],
  ])("costs a citation with %s itself alone", (_, bad, start) => {
    const { corpus, leftOut } = salvage({ citations: [links[0], bad, links[1]] });
    expect(corpus.citations.map(({ citing, cited }) => ({ citing, cited }))).toEqual(links);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]?.startsWith(start), leftOut[0]).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ["another's id", { ...A, title: "Again" }, 'papers[1].id: "A" is also papers[0].id'],
    ["a date that is none", { id: "D", title: "D", date: "2021-02-30" }, "papers[1].date: is not a date"],
    ["no title", { id: "D" }, "papers[1].title: "],
    ["no row", "D", "papers[1]: "],
  ])("costs a paper with %s itself alone", (_, bad, start) => {
    const { corpus, leftOut } = salvage({ papers: [A, bad, B, C] });
    expect(corpus.papers.map(({ title }) => title)).toEqual(["A", "B", "C"]);
    expect(corpus.citations).toHaveLength(2);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]?.startsWith(start), leftOut[0]).toBe(true);
  });

  test("costs what names a paper that is left out, by the numbers of the file", () => {
    const bad = { id: "B", title: "B", year: "1999" };
    const papers = [A, bad, C];
    const { corpus, leftOut } = salvage({
      papers: [null, ...papers, C],
      gaps: [{ paper: "B", of: "references", reason: "?" }],
    });
    expect(corpus.papers.map(({ id }) => id)).toEqual(["A", "C"]);
    expect([corpus.citations, corpus.gaps]).toEqual([[], []]);
    expect(leftOut[1]).toMatch(/^papers\[2\]\.year: .*, in "B"$/);
    expect(leftOut.slice(2)).toEqual([
      'papers[4].id: "C" is also papers[3].id',
      'gaps[0].paper: no paper "B"',
      'citations[0].citing: no paper "B"',
      'citations[1].cited: no paper "B"',
    ]);
  });

  test("keeps a paper whose alias, a domain whose group and a survey whose root or title is wrong", () => {
    const { corpus, leftOut } = salvage({
      survey: { title: 7, author: "N", root: "X", domains: [{ ...domain, group: "g" }, domain, 7] },
      papers: [{ ...A, aliases: ["B", "A2"] }, B, C],
    });
    expect(corpus.papers[0]?.aliases).toEqual(["A2"]);
    expect(corpus.survey).toMatchObject({ title: "Untitled survey", author: "N", root: null });
    expect(corpus.survey.domains.map(({ id, group }) => [id, group])).toEqual([["d", null]]);
    expect(leftOut.map((line) => line.split(":")[0])).toEqual([
      "survey.title",
      "survey.domains[2]",
      "papers[0].aliases[0]",
      "survey.domains[0].group",
      "survey.domains[1].id",
      "survey.root",
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["of another version", { version: 2 }],
    ["whose papers are no list", { papers: {} }],
    ["whose citations are no list", { citations: "none" }],
    ["whose survey is none", { survey: 7 }],
    ["of which no paper can be used", { papers: [{ id: "A" }, null] }],
  ])("refuses a corpus %s", (_, change) => {
    expect(() => salvage(change)).toThrow(CorpusError);
  });

  test("says what comes from outside on one line, shown and cut", () => {
    const domain = `\u001b[2J\u009b\u202e${"x".repeat(1_000)}`;
    const { leftOut } = salvage({ placements: [{ paper: "A", domain }], papers: [A, B, C, { id: "a\nb" }] });
    expect(leftOut[0]).toMatch(/, in "a\\nb"$/);
    expect(leftOut[1]).toMatch(/^placements\[0\]\.domain: no domain "\\u001b\[2J\\u009b\\u202exxx/);
    expect(leftOut[1]?.length).toBeLessThan(430);
  });

  test("gives a corpus that can be used whole, whatever is wrong in it", () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ citing: fc.constantFrom("A", "B", "X"), cited: fc.constantFrom("A", "C", "Y") }),
      fc.record({ id: fc.constantFrom("A", "D", ""), title: fc.constantFrom("T", "") }),
      fc.record({ paper: fc.constantFrom("A", "X"), domain: fc.constantFrom("d", "e") }),
    );
    const rows = fc.array(anything, { maxLength: 6 });
    const lists = fc.record({ papers: rows, citations: rows, placements: rows, gaps: rows, findings: rows });
    fc.assert(
      fc.property(lists, ({ papers, ...others }) => {
        const { corpus, leftOut } = salvage({ ...others, papers: [A, ...papers, B] });
        expect(parseCorpus(corpus)).toEqual(corpus);
        const given = papers.length + 2 + Object.values(others).reduce((sum, { length }) => sum + length, 0);
        expect(soundCorpus(corpus)).toEqual(corpus);
        const value = { version: 1, ...others, papers: [A, ...papers, B] };
        expect(soundCorpus(value)).toEqual(leftOut.length === 0 ? corpus : null);
        const { citations, placements, gaps, findings } = corpus;
        const kept = [corpus.papers, citations, placements, gaps, findings].flat().length;
        expect(leftOut.length).toBeGreaterThanOrEqual(given - kept);
      }),
    );
  });
});

test("usableCorpus names the file in what it says", async () => {
  const citations = [{ citing: "A", cited: "A" }];
  expect((await usableCorpus({ version: 1, papers: [A], citations })).leftOut).toEqual([
    'corpus.json: citations[0]: "A" cites itself',
  ]);
  expect(await usableCorpus({ version: 1, papers: [A] })).toMatchObject({ leftOut: [] });
  await expect(usableCorpus({ version: 2 })).rejects.toThrow("got 2, expected 1");
});

test("placeOf writes a path as a reader does", () => {
  expect(placeOf(["papers", 3, "urls", "paper"])).toBe("papers[3].urls.paper");
  expect(placeOf([])).toBe("corpus");
});

test.each(["version", "papers", "citations", "gaps"])(
  "parseCorpus names the place of what nests without end in %s",
  (key) => {
    const deep = JSON.parse(`${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}`);
    const sound = { version: 1, papers: [A, B], citations: [] };
    expect(problemsOf({ ...sound, [key]: deep }).join()).toMatch(new RegExp(`^${key}.*: `));
  },
);
