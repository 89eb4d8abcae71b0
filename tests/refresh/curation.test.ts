import { describe, expect, test } from "vitest";
import { buildCorpus } from "../../src/refresh/build-corpus.ts";
import { CurationError, parseCuration } from "../../src/refresh/curation.ts";
import { surveyOf } from "./sources.ts";

const FILE = "data/x/curation.json";
const survey = surveyOf(["Root arxiv:2101.00001", "Branch arxiv:2102.00002", "Leaf"]);
const pins = [
  { key: "root", title: "Root", ids: { arxiv: "2101.00001" } },
  { key: "branch", title: "Branch", ids: { arxiv: "2102.00002" } },
];
const cites = { citing: "branch", cited: "root", confidence: "verified", evidence: "reference [1]" };
const not = { citing: "root", cited: "branch", evidence: "all references read" };
const list = (references: object[], more: object = {}) => ({ paper: "branch", references, ...more });
const ref = (n: number, title: string | null = "Root") => ({ n, author: null, year: 2021, title });

/** What is wrong with a curation of two pins and these members; [] when nothing is. */
function problemsOf(members: object): readonly string[] {
  try {
    const json = JSON.stringify({ version: 1, date: "2026-11-23", pins, ...members });
    buildCorpus(
      { survey, curation: parseCuration(json, FILE), previous: null },
      { survey: "s.md", curation: FILE },
    );
    return [];
  } catch (error) {
    if (error instanceof CurationError) return error.problems;
    throw error;
  }
}

test("parseCuration fills in what may be left out", () => {
  expect(parseCuration('{"version": 1, "date": "2026-11"}', FILE)).toEqual({
    version: 1,
    date: "2026-11",
    pins: [],
    findings: [],
    citations: [],
    nonCitations: [],
    referenceLists: [],
  });
  expect(problemsOf({ citations: [cites], nonCitations: [not] })).toEqual([]);
});

test("parseCuration brings ids to their normal form", () => {
  const ids = { arxiv: "arXiv:2101.00001v2", doi: "https://doi.org/10.1000/AB", s2: "A".repeat(40) };
  const json = JSON.stringify({ version: 1, date: "2026", pins: [{ title: "T", ids }] });
  expect(parseCuration(json, FILE).pins[0]?.ids).toEqual({
    arxiv: "2101.00001",
    doi: "10.1000/ab",
    s2: "a".repeat(40),
  });
});

describe("the shape of a curation: parseCuration names the place of", () => {
  test.each<[string, object, string]>([
    ["an unknown key", { citation: [] }, `${FILE}: Unrecognized key: "citation"`],
    [
      "an unknown key inside",
      { citations: [{ ...cites, sure: 1 }] },
      `${FILE}: citations[0]: Unrecognized key: "sure"`,
    ],
    [
      "a date that is none",
      { pins: [{ ...pins[0], date: "2021-02-30" }] },
      `${FILE}: pins[0].date: is not a date (YYYY, YYYY-MM or YYYY-MM-DD)`,
    ],
    [
      "an arXiv number that is none",
      { pins: [{ title: "T", ids: { arxiv: "2103.00O20" } }] },
      `${FILE}: pins[0].ids.arxiv: is not a valid arXiv number: "2103.00O20"`,
    ],
    [
      "a link that could run",
      { pins: [{ title: "T", urls: { code: "javascript:1" } }] },
      `${FILE}: pins[0].urls.code: is not an http(s) link`,
    ],
    ["a title left empty", { pins: [{ title: " " }] }, `${FILE}: pins[0].title: `],
    ["another version", { version: 2 }, `${FILE}: version: `],
  ])("%s", (_, members, start) => {
    const [problem, ...others] = problemsOf(members);
    expect(problem?.startsWith(start), problem).toBe(true);
    expect(others).toEqual([]);
  });

  test("text that is no JSON, or no object", () => {
    expect(() => parseCuration("{", FILE)).toThrow(`${FILE} is not JSON: `);
    expect(() => parseCuration("[]", FILE)).toThrow(`${FILE}: `);
  });
});

describe("the sense of a curation: buildCorpus names the place of", () => {
  test.each<[string, object, string]>([
    ["a paper nobody knows", { citations: [{ ...cites, cited: "x" }] }, 'citations[0].cited: no paper "x"'],
    [
      "a non-citation of such a one",
      { nonCitations: [{ ...not, citing: "x" }] },
      'nonCitations[0].citing: no paper "x"',
    ],
    [
      "a finding about such a one",
      { findings: [{ paper: "x", text: { en: "?" } }] },
      'findings[0].paper: no paper "x"',
    ],
    [
      "the list of such a one",
      { referenceLists: [{ paper: "x", references: [] }] },
      'referenceLists[0].paper: no paper "x"',
    ],
    ["a self-citation", { citations: [{ ...cites, citing: "root" }] }, 'citations[0]: "root" cites itself'],
    [
      "a self-citation by two names",
      { citations: [{ ...cites, citing: "arxiv:2101.00001" }] },
      'citations[0]: "arxiv:2101.00001" cites itself',
    ],
    [
      "a citation that stands twice",
      { citations: [cites, cites] },
      "citations[1]: is already in citations[0]",
    ],
    [
      "a citation that stands twice by other names",
      { citations: [cites, { ...cites, citing: "arxiv:2102.00002" }] },
      "citations[1]: is already in citations[0]",
    ],
    [
      "a non-citation that stands twice",
      { nonCitations: [not, not] },
      "nonCitations[1]: is already in nonCitations[0]",
    ],
    [
      "a pair that is both",
      { citations: [cites], nonCitations: [{ ...not, citing: "branch", cited: "root" }] },
      'nonCitations[0]: "branch" → "root" is a citation too: citations[0]',
    ],
    [
      "a key of two pins",
      { pins: [pins[0], { ...pins[1], key: "root" }] },
      'pins[1]: "root" is also pins[0]',
    ],
    [
      "an id of two pins",
      { pins: [pins[0], { ...pins[0], key: "r" }] },
      'pins[1]: "arxiv:2101.00001" is also pins[0]',
    ],
    [
      "a second list",
      { referenceLists: [list([ref(1)]), list([])] },
      'referenceLists[1].paper: "branch" already has a list',
    ],
    [
      "a number that stands twice",
      { referenceLists: [list([ref(1), ref(1, "Else")])] },
      "referenceLists[0].references[1].n: 1 is used twice",
    ],
    [
      "a citation that the complete list does not have",
      { citations: [cites], referenceLists: [list([ref(1, "Something else")])] },
      'citations[0]: is missing from the complete reference list of "branch"',
    ],
    [
      "a non-citation that the list has",
      {
        pins: [{ key: "long", title: "A title of many words", ids: { arxiv: "2101.00003" } }, ...pins],
        nonCitations: [{ citing: "branch", cited: "long", evidence: "?" }],
        referenceLists: [list([ref(4, "A Title of many Words")])],
      },
      "nonCitations[0]: contradicts the reference list, which has it: reference [4]",
    ],
  ])("%s", (_, members, problem) => {
    expect(problemsOf(members)).toEqual([`${FILE}: ${problem}`]);
  });

  test("several at once, each of them", () => {
    const bad = { ...cites, citing: "x", cited: "y" };
    expect(problemsOf({ citations: [bad] })).toHaveLength(2);
  });
});

test("a list that is not complete does not speak against a citation", () => {
  const partial = list([ref(1, "Something else")], { complete: false });
  expect(problemsOf({ citations: [cites], referenceLists: [partial] })).toEqual([]);
});

test("a curation may name a paper of the survey by its id, without a pin", () => {
  const citations = [{ ...cites, citing: "arxiv:2102.00002", cited: "arxiv:2101.00001" }];
  expect(problemsOf({ pins: [], citations })).toEqual([]);
});

test.each(["version", "date", "pins", "findings", "other"])(
  "parseCuration names the place of what nests without end in %s",
  (key) => {
    const deep = `${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}`;
    const fields = Object.entries({ version: 1, date: '"2026-11-23"', [key]: deep });
    const text = `{${fields.map(([name, value]) => `"${name}":${value}`).join()}}`;
    const place = key === "other" ? 'Unrecognized key: "other"' : key;
    expect(() => parseCuration(text, "c.json")).toThrow(`c.json: ${place}`);
  },
);
