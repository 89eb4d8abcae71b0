import { describe, expect, test } from "vitest";
import { parseSurvey } from "../../src/survey/parse-survey.ts";

const ENTRY = "- [A 2021] | **One** | [[paper]](https://arxiv.org/abs/2101.00001)";
const survey = (yaml: string, list = `### S\n**X：**\n${ENTRY}`) => parseSurvey(`---\n${yaml}\n---\n${list}`);

test.each([
  ["https://arxiv.org/abs/2103.00020v2", "arxiv:2103.00020"],
  ["arXiv:2103.00020v2", "arxiv:2103.00020"],
  ["2103.00020", "arxiv:2103.00020"],
  ['"https://doi.org/10.1000/AbC"', "doi:10.1000/abc"],
  ["title:a-title", "title:a-title"],
])("parseSurvey reads the root %s as %s", (root, id) => {
  const { problems, root: read } = survey(`title: T\nroot: ${root}`);
  expect(read).toBe(id);
  expect(problems).toEqual([]);
});

test("parseSurvey takes title, author, date, language and root from the front matter", () => {
  expect(
    survey("title: T\nauthor: A\npubDate: 2023-10-09\nlanguage: en\nroot: arxiv:2103.00020\ntags: [a]"),
  ).toMatchObject({
    title: "T",
    author: "A",
    date: "2023-10-09",
    language: "en",
    root: "arxiv:2103.00020",
    problems: [],
  });
});

test("parseSurvey takes id, labels and group of a heading from the front matter", () => {
  const yaml = `groups:
  - { id: g, label: { en: G } }
sections:
  - { heading: S, label: { en: Section } }
domains:
  - { heading: "X：", id: my-x, group: g, label: { zh: 甲, en: X } }`;
  expect(survey(yaml).domains).toEqual([
    {
      id: "my-x",
      label: "X",
      section: "S",
      labels: { zh: "甲", en: "X" },
      sections: { en: "Section" },
      group: "g",
      note: null,
      sectionNote: null,
    },
  ]);
});

test("parseSurvey tells two headings of one name apart by the section declared for them", () => {
  const yaml = `domains:
  - { heading: X, section: B, id: b-side, label: { en: X } }
  - { heading: X, section: A, id: a-side, label: { en: X } }`;
  const { entries, problems } = survey(yaml, `### A\n**X：**\n${ENTRY}\n\n### B\n**X：**\n${ENTRY}`);
  expect(entries.map((entry) => entry.domain)).toEqual(["a-side", "b-side"]);
  expect(problems).toEqual([]);
});

describe("parseSurvey reads the entries and says by line of the front matter", () => {
  test.each([
    ["a date that is none", "title: T\ndate: 2023-02-30", 3, "date: is not a date"],
    ["a root that is none", "root: [1]", 2, "root"],
    ["a title that is none", "title: { a: 1 }", 2, "title: is not text"],
    ["a label without language", "domains:\n  - { heading: X, id: x, label: {} }", 3, "has no language"],
    [
      "a group that is not declared",
      "domains:\n  - { heading: X, id: x, group: g, label: { en: X } }",
      3,
      'an unknown group: "g"',
    ],
    [
      "a heading under which nothing stands",
      "domains:\n  - { heading: Y, id: y, label: { en: Y } }",
      3,
      'heading "Y"',
    ],
    ["groups that are no list", "groups: 3", 2, "groups: is not a list"],
    ["a list instead of a mapping", "- a", 2, "not a mapping"],
    ["YAML that is none", "title: [a", 2, "front matter"],
  ])("%s", (_, yaml, line, message) => {
    const { entries, problems } = survey(yaml);
    expect(entries).toHaveLength(1);
    expect(problems[0]).toEqual({ line, message: expect.stringContaining(message) });
  });
});

describe("parseSurvey, where the front matter nests deeply,", () => {
  const N = 1_200;
  const rows = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i));

  test.each([
    ["flow lists", `x: ${"[".repeat(N)}${"]".repeat(N)}`, 3],
    ["flow lists that nobody closes", `x: ${"[".repeat(N)}`, 3],
    ["flow mappings", `x: ${"{a: ".repeat(N)}1${"}".repeat(N)}`, 3],
    ["flow lists, one a line", `x:\n${rows(N, () => " [").join("\n")}`, 3 + 64],
    ["explicit keys", "? ".repeat(N), 3],
    ["mappings by indentation", rows(N, (i) => `${" ".repeat(i)}a:`).join("\n"), 3 + 64],
    [
      "lists and mappings in turn",
      rows(N, (i) => `${" ".repeat(i)}${i % 2 ? "a:" : "-"}`).join("\n"),
      3 + 64,
    ],
  ])("says so of %s with the line, and reads the list", (_, yaml, line) => {
    const { title, entries, problems } = survey(`title: T\n${yaml}`);
    expect({ title, problems }).toEqual({
      title: null,
      problems: [
        {
          line,
          message: "front matter: lists and mappings nested more than 64 deep; none of it was read",
        },
      ],
    });
    expect(entries).toHaveLength(1);
  });

  test("reads as deep as the limit", () => {
    const yaml = `title: T\nx: ${"[".repeat(63)}${"]".repeat(63)}`;
    expect(survey(yaml)).toMatchObject({ title: "T", problems: [] });
    expect(survey(yaml.replace("[]", "[[]]"))).toMatchObject({ title: null, problems: [{ line: 3 }] });
  });
});
