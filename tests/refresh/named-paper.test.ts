import { expect, test } from "vitest";
import { claimsOf, namedPaper } from "../../src/refresh/named-paper.ts";
import type { PaperRef, SurveyEntry } from "../../src/survey/survey.ts";
import { entryOf } from "./sources.ts";

function entry(title: string, refs: readonly PaperRef[]): SurveyEntry {
  return entryOf(title, 1, { ref: refs[0] ?? { kind: "title", value: title }, refs });
}
const arxiv = (value: string): PaperRef => ({ kind: "arxiv", value });
const doi = (value: string): PaperRef => ({ kind: "doi", value });

test("namedPaper has all ids of an entry, one of each kind", () => {
  const one = entry("One", [
    arxiv("2103.00020"),
    arxiv("2103.00021"),
    doi("10.1000/a"),
    { kind: "pmid", value: "7" },
  ]);
  expect(namedPaper(one, claimsOf([one]))).toEqual({
    id: "arxiv:2103.00020",
    aliases: ["doi:10.1000/a", "pmid:7"],
    title: "One",
  });
});

test("namedPaper leaves an id to the entry of another title whose surest id it is", () => {
  const one = entry("One", [arxiv("2103.00020"), doi("10.1000/a")]);
  const other = entry("Another", [doi("10.1000/a")]);
  const twin = entry("one!", [doi("10.1000/a")]);
  expect(namedPaper(one, claimsOf([one, other])).aliases).toEqual([]);
  expect(namedPaper(one, claimsOf([one, twin])).aliases).toEqual(["doi:10.1000/a"]);
});
