import { expect, test } from "vitest";
import { parseSurvey } from "../../src/survey/parse-survey.ts";
import { nearestProblem, readingSummary } from "../../src/survey/reading-summary.ts";

const papers = parseSurvey(
  "## One\n\n- [A 2021] | **Alpha Beta** | x\n\n## Two\n\n- [B 2022] | **Gamma Delta** | x\n",
);
const at = (...lines: number[]) => ({
  ...papers,
  problems: lines.map((line) => ({ line, message: `on ${line}` })),
});

test("readingSummary counts a doubtful line once, with the heading of the nearest paper, the one below first", () => {
  const { read, doubtful, headings } = readingSummary(at(1, 4, 4, 5, 9));
  expect([read, doubtful]).toEqual([2, 4]);
  expect(headings.map(({ domain, read, doubtful }) => [domain.label, read, doubtful])).toEqual([
    ["One", 1, 2],
    ["Two", 1, 2],
  ]);
});

test("readingSummary counts a paper under each of its headings, and once in all", () => {
  const [one, two] = papers.entries;
  if (!one || !two) throw new Error("two papers are listed");
  const { read, headings } = readingSummary({
    ...papers,
    entries: [{ ...one, otherDomains: [two.domain] }, two],
  });
  expect([read, headings.map(({ read }) => read)]).toEqual([2, [1, 2]]);
});

test("readingSummary of a text without papers has no headings", () => {
  const { read, headings } = readingSummary(parseSurvey("hello"));
  expect([read, headings]).toEqual([0, []]);
});

test("readingSummary names the papers that are struck out or in comments, which are not doubtful", () => {
  const paper = "[Alpha Beta Gamma](https://arxiv.org/abs/2101.00001), ICML 2021";
  const { read, doubtful, leftOut } = readingSummary(
    parseSurvey(
      `# Notes\n\n## One\n- ${paper}\n- ~~${paper}~~\n<!-- - ${paper}\n- ${paper}\nsee https://example.org -->\n\n` +
        `<!-- a remark -->\n\n## Two\n| Title | Venue |\n| --- | --- |\n| ${paper} | ICML |\n<!-- | ${paper} | ICML | -->\n`,
    ),
  );
  expect([read, doubtful]).toEqual([2, 0]);
  expect([...leftOut]).toEqual([
    ["struck out", [5]],
    ["commented out", [6, 7, 16]],
  ]);
});

test("nearestProblem is the nearest one, null where there is none", () => {
  expect(nearestProblem(5, at(1, 4, 9))?.line).toBe(4);
  expect(nearestProblem(9, at(1, 4, 9))?.line).toBe(9);
  expect(nearestProblem(1, papers)).toBeNull();
});
