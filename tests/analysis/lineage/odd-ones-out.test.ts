import { expect, test } from "vitest";
import { analyse } from "../../../src/analysis/analyse.ts";
import { corpusOf, cycle, twoIslands } from "../../graphs.ts";
import { ids } from "../drawn.ts";

test("oddOnesOut lists the survey papers without a path to the root", () => {
  const { index, oddOnesOut } = analyse(corpusOf(`${twoIslands}, lone`, { Y: { role: "context" } }));
  expect(ids(index, oddOnesOut)).toEqual(["X", "lone"]);
});

test("oddOnesOut counts a path over a citation that was set aside", () => {
  const corpus = corpusOf(cycle, {}, { survey: { root: "D" } });
  const { index, oddOnesOut, generations } = analyse(corpus);
  expect(ids(index, oddOnesOut)).toEqual(["A", "B"]);
  expect([...generations]).toEqual([-1, -1, -1, 0]);
});

test("oddOnesOut is empty without a root", () => {
  expect(analyse(corpusOf(twoIslands, {}, { survey: {} })).oddOnesOut).toEqual([]);
});
