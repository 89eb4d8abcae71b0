import fc from "fast-check";
import { expect, test } from "vitest";
import { findRefusal } from "../../src/survey/blocks/markdown-limits.ts";
import { parseSurvey } from "../../src/survey/parse-survey.ts";

const ENTRY =
  "- [A 2021] `Lab` | **One Title** | [[paper]](https://arxiv.org/abs/2101.00001)[[code]](https://x.org/a_b)\n";

test.each([
  ["too many characters", "[".repeat(20_000_001), 1, "characters"],
  ["a binary file", "abc\nd\0e", 2, "NUL"],
  ["too many brackets in a paragraph", `a\n\n${"[".repeat(100_000)}`, 3, "brackets"],
  ["too many brackets over several lines", "[[[[\n".repeat(2_000), 1, "brackets"],
  ["many paragraphs full of brackets", `${"[".repeat(2_000)}\n\n`.repeat(200), 13, "brackets"],
  ["deep blockquotes", `${">".repeat(5_000)} a`, 1, "nested"],
  ["deep lists", `${"- ".repeat(5_000)}a`, 1, "nested"],
  ["deep numbered lists", `${"1. ".repeat(5_000)}a`, 1, "nested"],
  [
    "lists deeper line by line",
    Array.from({ length: 3_000 }, (_, i) => `${" ".repeat(2 * i)}- a`)
      .join("\n")
      .slice(0, 900_000),
    33,
    "nested",
  ],
  ["too many brackets in a row of a table", `|${"[".repeat(100_000)}|`, 1, "brackets"],
])("parseSurvey refuses %s with its limit and line", (_, text, line, message) => {
  const { entries, problems } = parseSurvey(text);
  expect(entries).toEqual([]);
  expect(problems).toEqual([{ line, message: expect.stringContaining(message) }]);
});

test.each([
  ["a tight list of 20,000 papers", ENTRY.repeat(20_000)],
  ["500 papers with seven facts each", `${ENTRY}${"    - a fact\n".repeat(7)}`.repeat(500)],
  [
    "a table of 10,000 rows",
    `| Title | Code |\n|---|---|\n${"| [One](https://x.org) | [c](u) |\n".repeat(10_000)}`,
  ],
  ["16,000 lines", "**One** \\\n*A. Author* \\\n[[Paper](https://x.org)]\n\n".repeat(4_000)],
])("findRefusal lets %s pass", (_, text) => {
  expect(findRefusal(text)).toBeNull();
});

test("parseSurvey keeps what comes before the line that it refuses", () => {
  const { entries, problems } = parseSurvey(
    `${ENTRY}\n${ENTRY.replace("One", "Two")}\n${">".repeat(99)} a\n${ENTRY}`,
  );
  expect(entries.map((entry) => entry.title)).toEqual(["One Title", "Two Title"]);
  expect(problems).toEqual([{ line: 5, message: expect.stringContaining("nothing was read from here on") }]);
});

const pieces = fc.constantFrom(
  "[",
  "]",
  "(",
  ")",
  "**",
  "*",
  "`",
  "|",
  "｜",
  "- ",
  "-",
  "> ",
  "<!--",
  "-->",
  "\n",
  "\n\n",
  "---\n",
  "title: ",
  "### ",
  "：",
  "[CVPR 2023]",
  "[[paper]](https://x.org)",
  "![|inline](u\n)",
  "<div>",
  "```",
  "\t",
  "\r",
  "\0",
  "\ud800",
  "&a: *a",
  "%E0",
);

test("parseSurvey throws at no text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
      ),
      (text) => {
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of parseSurvey(text).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("parseSurvey throws at no bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(parseSurvey(new TextDecoder().decode(bytes)).entries).toEqual(expect.any(Array));
    }),
  );
});
