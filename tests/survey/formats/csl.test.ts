import { expect, test } from "vitest";
import { readCsl } from "../../../src/survey/formats/csl.ts";

const slip = {
  id: "slip",
  type: "paper-conference",
  title: "SLIP: Self-supervision meets Language-Image Pre-training",
  author: [
    { family: "Mu", given: "Norman" },
    { literal: "NASA Team" },
    { family: "Beethoven", given: "L.", "non-dropping-particle": "van" },
  ],
  "container-title": "ECCV",
  issued: { "date-parts": [[2022, "10", 23]] },
  DOI: "10.1007/978-3-031-19809-0_30",
  URL: "https://link.springer.com/x",
  note: "arXiv:2112.12750 [cs]\nRead this first",
};

test("readCsl reads names, exact dates, ids and remarks, each record with its line", () => {
  const text = JSON.stringify([slip, { title: "Second", issued: { raw: "March 2020" } }], null, 1);
  expect(readCsl(text).papers).toMatchObject([
    {
      line: 2,
      title: "SLIP: Self-supervision meets Language-Image Pre-training",
      authors: ["Norman Mu", "NASA Team", "L. van Beethoven"],
      venue: "ECCV",
      date: "2022-10-23",
      links: { paper: "https://link.springer.com/x" },
      note: "Read this first",
    },
    { line: text.slice(0, text.indexOf("Second")).split("\n").length - 1, title: "Second", date: "2020-03" },
  ]);
});

test.each([
  ["a list around which there is an object", { items: [slip] }],
  [
    "Crossref's lists of one",
    { message: { items: [{ ...slip, title: [slip.title], "container-title": ["ECCV"] }] } },
  ],
  ["a record that is no list", slip],
])("readCsl reads %s", (_, value) => {
  expect(readCsl(JSON.stringify(value)).papers).toMatchObject([
    { title: slip.title, venue: "ECCV", year: 2022 },
  ]);
});

test("readCsl keeps the records around a broken one and says its line", () => {
  const { papers, problems } = readCsl(
    '[\n{"title": "One"},\n{"title": Two},\n{"year": 1},\n{"title": "Three"},\n]',
  );
  expect(papers.map(({ title, line }) => [title, line])).toEqual([
    ["One", 2],
    ["Three", 5],
  ]);
  expect(problems.map(({ line }) => line)).toEqual([3, 4]);
});

test("readCsl takes odd values for unknown ones", () => {
  const odd = [{ title: "T", author: "x", issued: 7, DOI: {}, keyword: 3, "container-title": [] }];
  expect(readCsl(JSON.stringify(odd)).papers).toMatchObject([
    { title: "T", authors: [], date: null, refs: [], paths: [], venue: null },
  ]);
});
