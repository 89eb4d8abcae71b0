import { describe, expect, test } from "vitest";
import { resolveEntries } from "../../src/refresh/resolve-entries.ts";
import type { SurveyEntry } from "../../src/survey/survey.ts";
import { entryOf } from "./sources.ts";

const TITLE = "Reasoning and acting in one loop";
const doi = {
  ref: { kind: "doi", value: "10.1000/x" },
  refs: [{ kind: "doi", value: "10.1000/x" }],
} as const;
const linkTo = (paper: string) => ({ links: { paper, code: null, project: null, data: null, video: null } });
const resolved = (...entries: SurveyEntry[]) =>
  resolveEntries(entries, [], []).map(({ how, paper }) => `${how} ${paper.id}`);

describe("resolveEntries", () => {
  test("takes entries of one title for one paper when any of them has an id", () => {
    expect(resolved(entryOf(TITLE, 1), entryOf(`${TITLE} arxiv:2210.03629`, 2))).toEqual([
      "list arxiv:2210.03629",
      "link arxiv:2210.03629",
    ]);
    const [preprint, article] = resolveEntries(
      [entryOf(`${TITLE} arxiv:2210.03629`, 1), entryOf(TITLE, 2, doi)],
      [],
      [],
    );
    expect(preprint?.paper).toEqual(article?.paper);
    expect(preprint?.paper).toMatchObject({ id: "arxiv:2210.03629", aliases: ["doi:10.1000/x"] });
  });

  test.each<[string, SurveyEntry, SurveyEntry]>([
    ["years", entryOf(TITLE, 1, { year: 2010, date: "2010" }), entryOf(`${TITLE} arxiv:2210.03629`, 2)],
    ["authors", entryOf(TITLE, 1, { authors: ["Ann Lee"] }), entryOf(TITLE, 2, { authors: ["Bob Cho"] })],
    ["numbers", entryOf(`${TITLE} arxiv:2210.03629`, 1), entryOf(`${TITLE} arxiv:2210.99999`, 2)],
    [
      "links of a short title",
      entryOf("CLIP", 1, linkTo("https://a.org/1")),
      entryOf("CLIP", 2, linkTo("https://b.org/2")),
    ],
  ])("keeps entries of one title apart whose %s contradict each other", (_, one, other) => {
    const ids = resolveEntries([one, other], [], []).map(({ paper }) => paper.id);
    expect(new Set(ids).size).toBe(2);
  });

  test("puts those of one author together where a third of the title is another's", () => {
    const by = (line: number, author: string) => entryOf(TITLE, line, { authors: [author] });
    const ids = resolveEntries([by(1, "Ann Lee"), by(2, "Bob Cho"), by(3, "Ann Lee")], [], []).map(
      ({ paper }) => paper.id,
    );
    expect(ids[0]).toBe(ids[2]);
    expect(ids[1]).not.toBe(ids[0]);
  });

  test("calls a paper as most of its entries do, so that one wrong link renames nothing", () => {
    const voyager = (line: number) => entryOf("Voyager arxiv:2305.16291", line);
    const papers = resolveEntries([entryOf("FireAct arxiv:2305.16291", 1), voyager(2), voyager(3)], [], []);
    expect(papers.map(({ paper }) => paper.title)).toEqual(["Voyager", "Voyager", "Voyager"]);
  });

  test("gives every entry an id of its own, also where titles hold no letter", () => {
    expect(resolved(entryOf("???", 1), entryOf("!!!", 2))).toEqual([
      "unresolved title:untitled",
      "unresolved title:untitled-2022",
    ]);
  });

  test("stays quick where thousands of entries have one title", () => {
    const many = Array.from({ length: 3_000 }, (_, i) => entryOf("The same title of all works", i + 1));
    expect(new Set(resolved(...many)).size).toBe(1);
  });
});
