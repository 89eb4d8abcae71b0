import fc from "fast-check";
import { expect, test } from "vitest";
import { syntheticGraph } from "../../../scripts/bench/synthetic-graph.ts";

test("syntheticGraph gives the same graph for the same values and another for another seed", () => {
  const size = { papers: 200, citations: 1_000 };
  expect(syntheticGraph({ ...size, seed: 0.3 })).toEqual(syntheticGraph({ ...size, seed: 0.3 }));
  expect(syntheticGraph({ ...size, seed: 0.3 }).cited).not.toEqual(
    syntheticGraph({ ...size, seed: 0.4 }).cited,
  );
});

test("syntheticGraph lets each paper cite earlier papers, each once, in all as many as asked for", () => {
  const sizes = fc.integer({ min: 1, max: 60 }).chain((papers) =>
    fc.record({
      papers: fc.constant(papers),
      citations: fc.integer({ min: 0, max: (papers * (papers - 1)) / 2 }),
      seed: fc.double({ min: 0, max: 0.99, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(sizes, (size) => {
      const { citing, cited, year } = syntheticGraph(size);
      expect(citing.length).toBe(size.citations);
      // One question at the end: one for each citation would take seconds.
      const inOrder = citing.every((from, e) => {
        const to = cited[e] ?? Number.NaN;
        const isSorted = citing[e - 1] === from ? (cited[e - 1] ?? 0) < to : (citing[e - 1] ?? -1) < from;
        return to < from && (year[to] ?? 0) <= (year[from] ?? 0) && isSorted;
      });
      expect(inOrder).toBe(true);
    }),
  );
});

test("syntheticGraph cites few papers much and most within the topic", () => {
  const { citing, cited, topic } = syntheticGraph({ papers: 3_000, citations: 20_000 });
  const counts = new Uint32Array(3_000);
  for (const one of cited) counts[one] = (counts[one] ?? 0) + 1;
  const most = counts
    .toSorted()
    .slice(-30)
    .reduce((sum, count) => sum + count, 0);
  expect(most).toBeGreaterThan(20_000 / 5);
  const within = citing.filter((one, e) => topic[one] === topic[cited[e] ?? 0]).length;
  expect(within).toBeGreaterThan(20_000 / 2);
});

test("syntheticGraph refuses more citations than there are pairs", () => {
  expect(() => syntheticGraph({ papers: 4, citations: 7 })).toThrow(
    "4 papers have at most 6 citations, not 7",
  );
});
