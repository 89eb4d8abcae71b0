import fc from "fast-check";
import { expect, test } from "vitest";
import { findRefusal, SURVEY_LIMITS } from "../../src/survey/blocks/markdown-limits.ts";
import { parseSurvey } from "../../src/survey/parse-survey.ts";

const ENTRY =
  "- [A 2021] `Lab` | **One Title** | [[paper]](https://arxiv.org/abs/2101.00001)[[code]](https://x.org/a_b)\n";

test.each([
  ["too many characters", "[".repeat(50_000_000), 1, "characters"],
  ["too many lines", "\n".repeat(SURVEY_LIMITS.lines), SURVEY_LIMITS.lines + 1, "lines"],
  ["a binary file", "abc\nd\0e", 2, "NUL"],
  ["too many brackets in a paragraph", `a\n\n${"[".repeat(100_000)}`, 3, "brackets"],
  ["too many brackets over several lines", "[[[[\n".repeat(2_000), 1, "brackets"],
  ["many paragraphs full of brackets", `${"[".repeat(2_000)}\n\n`.repeat(200), 13, "brackets"],
  ["deep blockquotes", `${">".repeat(5_000)} a`, 1, "inside one another"],
  ["deep lists", `${"- ".repeat(5_000)}a`, 1, "inside one another"],
  ["deep numbered lists", `${"1. ".repeat(5_000)}a`, 1, "inside one another"],
  [
    "lists deeper line by line",
    Array.from({ length: 3_000 }, (_, i) => `${" ".repeat(2 * i)}- a`)
      .join("\n")
      .slice(0, 900_000),
    33,
    "inside one another",
  ],
  ["many nested lines", "> > > > a\n".repeat(900), 667, "inside one another"],
])("parseSurvey refuses %s with its limit and line", (_, text, line, message) => {
  const { entries, problems } = parseSurvey(text);
  expect(entries).toEqual([]);
  expect(problems).toEqual([{ line, message: expect.stringContaining(message) }]);
});

test("findRefusal lets a tight list of 2,000 papers pass", () => {
  expect(findRefusal(ENTRY.repeat(2_000))).toBeNull();
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
