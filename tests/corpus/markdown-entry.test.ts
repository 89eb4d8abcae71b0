import { describe, expect, test } from "vitest";
import { markdownEntry } from "../../src/corpus/markdown-entry.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { CorpusInput } from "../../src/corpus/schema.ts";
import { parseSurvey } from "../../src/survey/parse-survey.ts";

function entryOf(facts: Partial<CorpusInput["papers"][number]>): string {
  const [paper] = parseCorpus({
    version: 1,
    papers: [{ id: "a", title: "A paper", ...facts }],
    citations: [],
  }).papers;
  if (!paper) throw new Error("not reached");
  return markdownEntry(paper);
}

describe("markdownEntry", () => {
  test("writes place, year, title and links in the survey's style", () => {
    const urls = { arxiv: "https://arxiv.org/abs/2101.00001", code: "https://x.org/c" };
    expect(entryOf({ venue: "CVPR", year: 2023, urls })).toBe(
      "- [CVPR 2023] | **A paper** | [[paper]](https://arxiv.org/abs/2101.00001)[[code]](https://x.org/c)",
    );
  });

  test("says the year once and leaves out what is not known", () => {
    expect(entryOf({ venue: "ICML 2021", year: 2021 })).toBe("- [ICML 2021] | **A paper**");
    expect(entryOf({ date: "2021-03-01" })).toBe("- [2021] | **A paper**");
    expect(entryOf({})).toBe("- **A paper**");
  });

  test("keeps a title one title, whatever is in it, so that the survey's reader finds it again", () => {
    const title = "A *new* [way]\nto <b>count</b> | twice";
    const line = entryOf({
      title,
      venue: "A [strange] | place",
      year: 2020,
      urls: { paper: "https://x.org/(a)" },
    });
    expect(line).not.toContain("\n");
    const { entries, problems } = parseSurvey(`### S\n\n**X:**\n\n${line}\n`);
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      { title: "A *new* [way] to <b>count</b> | twice", links: { paper: "https://x.org/(a)" } },
    ]);
  });
});
