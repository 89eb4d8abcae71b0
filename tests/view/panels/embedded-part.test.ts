import { expect, test } from "vitest";
import { parseCorpus } from "../../../src/corpus/parse-corpus.ts";
import type { CorpusInput } from "../../../src/corpus/schema.ts";
import { embeddedPart, surveyPart } from "../../../src/view/panels/embedded-part.ts";
import { MOST_PAPERS_OF_SMALL_MAP } from "../../../src/view/state/large-map-line.ts";
import { corpusOf, diamond } from "../../graphs.ts";

/** A root and papers that cite it; every tenth is cited by the one after it. */
function star(papers: number, role: (i: number) => "survey" | "context"): CorpusInput {
  const id = (i: number) => `p${String(i).padStart(5, "0")}`;
  return {
    version: 1,
    survey: { root: id(0) },
    papers: Array.from({ length: papers }, (_, i) => ({ id: id(i), title: id(i), role: role(i) })),
    placements: [],
    citations: Array.from({ length: papers - 1 }, (_, i) => [
      { citing: id(i + 1), cited: id(0) },
      ...(i > 0 && i % 10 === 0 ? [{ citing: id(i + 1), cited: id(i) }] : []),
    ]).flat(),
    gaps: [{ paper: id(papers - 1), of: "references", reason: "not read" }],
  };
}

test("embeddedPart leaves a small corpus as it is", () => {
  const corpus = corpusOf(diamond);
  expect(embeddedPart(corpus)).toEqual({ corpus, of: null });
});

test("embeddedPart keeps the survey of a large corpus, and only what is said of it", () => {
  const papers = MOST_PAPERS_OF_SMALL_MAP + 1;
  const { corpus, of } = embeddedPart(parseCorpus(star(papers, (i) => (i < 30 ? "survey" : "context"))));
  expect([corpus.papers.length, corpus.citations.length, corpus.gaps.length, of]).toEqual([
    30,
    31,
    0,
    papers,
  ]);
  expect(corpus.survey.root).toBe("p00000");
  expect(parseCorpus(JSON.parse(JSON.stringify(corpus))).papers).toHaveLength(30);
});

test("surveyPart of a survey that is itself too large keeps the root and the 300 most cited", () => {
  const survey = surveyPart(parseCorpus(star(MOST_PAPERS_OF_SMALL_MAP + 1, () => "survey")));
  expect(survey.papers).toHaveLength(300);
  const ids = survey.papers.map(({ id }) => String(id));
  expect(ids).toContain("p00000");
  // The 150 that another paper cites as well, then the first of the others.
  for (const i of [10, 500, 1_490]) expect(ids).toContain(`p${String(i).padStart(5, "0")}`);
  expect(ids).not.toContain("p01499");
});
