import { describe, expect, test } from "vitest";
import { indexOfCorpus } from "../../src/columns/citation-index.ts";
import type { Companion } from "../../src/columns/companion.ts";
import { companionFits, isMarked } from "../../src/columns/companion-fits.ts";
import { sample } from "../companion/sample-companion.ts";
import { corpusOf } from "../graphs.ts";

const MARK = { bytes: 5_000_000_000, sha256: "ab".repeat(32) };

test("isMarked asks for the same length and hash, or the same length where no hash is known", () => {
  expect(isMarked(MARK, MARK)).toBe(true);
  expect(isMarked(MARK, { ...MARK, bytes: 5_000_000_001 })).toBe(false);
  expect(isMarked(MARK, { ...MARK, sha256: "ac".repeat(32) })).toBe(false);
  expect(isMarked(MARK, { ...MARK, sha256: null })).toBe(true);
  expect(isMarked(MARK, { bytes: 5, sha256: null })).toBe(false);
});

describe("companionFits", () => {
  const corpus = corpusOf("A<-B, A<-C, B<-C", {}, { survey: { title: "Of three", root: "A" } });
  const companion: Companion = {
    ...sample,
    corpus: MARK,
    title: corpus.survey.title,
    root: { id: "A", paper: 0 },
  };
  const fits = (one: Companion, file: Parameters<typeof isMarked>[1] = MARK) =>
    companionFits(one, file, corpus, indexOfCorpus(corpus));

  test("holds for the corpus it was made from", () => {
    expect(fits(companion)).toBe(true);
    expect(fits(companion, { ...MARK, sha256: null })).toBe(true);
    expect(fits({ ...companion, root: null })).toBe(true);
  });

  const { papers, citations } = sample;
  test.each<[string, Partial<Companion>]>([
    ["another mark", { corpus: { ...MARK, sha256: "ac".repeat(32) } }],
    ["another title", { title: "Of four" }],
    ["another root", { root: { id: "B", paper: 0 } }],
    ["a root in another place", { root: { id: "A", paper: 1 } }],
    ["fewer papers", { papers: { ...papers, x: papers.x.slice(1) } }],
    ["fewer citations", { citations: { ...citations, citing: citations.citing.slice(1) } }],
    ["other citing papers", { citations: { ...citations, citing: Uint32Array.of(1, 1, 2) } }],
    ["other cited papers", { citations: { ...citations, cited: Uint32Array.of(0, 1, 1) } }],
  ])("does not hold for one with %s", (_, part) => {
    expect(fits({ ...companion, ...part })).toBe(false);
  });
});
