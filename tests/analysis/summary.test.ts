import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { emptySummary, summarise, withSummary } from "../../src/analysis/summary.ts";
import { corpusOf, cycle, diamond } from "../graphs.ts";

describe("summarise", () => {
  test("counts the citations of the lineage and marks those that a longer path implies", () => {
    // A ← B ← C and A ← C, which the path over B implies.
    const corpus = corpusOf("A<-B<-C, A<-C");
    const { total, carrying, implied } = summarise(analyse(corpus));
    expect([total, carrying]).toEqual([3, 2]);
    const marked = corpus.citations.filter((_, i) => implied[i] === 1);
    expect(marked.map(({ citing, cited }) => `${citing}→${cited}`)).toEqual(["C→A"]);
  });

  test("keeps both of two paths that weigh the same on the spine", () => {
    const { ties, spinePapers } = summarise(analyse(corpusOf(diamond)));
    expect(ties).toEqual([2n, 2n, 2n]);
    expect([...spinePapers]).toEqual([3, 3, 3, 3]);
  });

  test("survives the way to and from a worker unchanged", () => {
    const summary = summarise(analyse(corpusOf(cycle)));
    expect(structuredClone(summary)).toEqual(summary);
  });

  test("implied and carrying add up to the total on any graph", () => {
    const links = fc.uniqueArray(
      fc.tuple(fc.nat(9), fc.nat(9)).filter(([a, b]) => a !== b),
      { selector: ([a, b]) => `${a} ${b}`, maxLength: 30 },
    );
    fc.assert(
      fc.property(links, (pairs) => {
        const graph = ["P0", ...pairs.map(([a, b]) => `P${a}->P${b}`)].join(", ");
        const { total, carrying, implied } = summarise(analyse(corpusOf(graph)));
        expect(carrying + implied.reduce((sum, one) => sum + one, 0)).toBe(total);
      }),
    );
  });
});

describe("withSummary", () => {
  test("takes from the summary what it holds and computes the rest as before", () => {
    const corpus = corpusOf("A<-B<-C");
    const analysis = analyse(corpus);
    const pending = withSummary(analysis, emptySummary(3, 2));
    expect([...pending.generations]).toEqual([-1, -1, -1]);
    expect(pending.oddOnesOut).toEqual([]);
    expect([...pending.distances]).toEqual([...analysis.distances]);
    expect(pending.surveyLineage.reduction.kept).toBe(2);
    expect([...withSummary(analysis, summarise(analysis)).generations]).toEqual([0, 1, 2]);
  });
});
