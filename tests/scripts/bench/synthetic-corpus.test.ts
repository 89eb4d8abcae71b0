import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { syntheticCorpus } from "../../../scripts/bench/synthetic-corpus.ts";
import { formatCorpus } from "../../../src/corpus/format-corpus.ts";

describe("syntheticCorpus", () => {
  test("has exactly the papers and citations asked for, all to earlier papers", () => {
    const sizes = fc.integer({ min: 1, max: 40 }).chain((papers) =>
      fc.record({
        papers: fc.constant(papers),
        citations: fc.integer({ min: 0, max: (papers * (papers - 1)) / 2 }),
        seed: fc.double({ min: 0, max: 0.999, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(sizes, (size) => {
        const corpus = syntheticCorpus(size);
        expect(corpus.papers).toHaveLength(size.papers);
        expect(corpus.citations).toHaveLength(size.citations);
        expect(corpus.citations.every(({ citing, cited }) => cited < citing)).toBe(true);
      }),
    );
  });

  test("is the same for the same seed, and another for another", () => {
    const size = { papers: 30, citations: 90 };
    const one = formatCorpus(syntheticCorpus({ ...size, seed: 0.1 }));
    expect(formatCorpus(syntheticCorpus({ ...size, seed: 0.1 }))).toBe(one);
    expect(formatCorpus(syntheticCorpus({ ...size, seed: 0.2 }))).not.toBe(one);
  });

  test("refuses more citations than there can be", () => {
    expect(() => syntheticCorpus({ papers: 3, citations: 4, seed: 0 })).toThrow("at most 3 citations, not 4");
  });
});
