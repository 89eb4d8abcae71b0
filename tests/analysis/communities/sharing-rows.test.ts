import * as fc from "fast-check";
import { expect, test } from "vitest";
import { coCitationOf } from "../../../src/analysis/communities/co-citation.ts";
import type { CommonLists } from "../../../src/analysis/communities/common-lists.ts";
import { commonWorks } from "../../../src/analysis/communities/common-works.ts";
import { couplingOf } from "../../../src/analysis/communities/coupling.ts";
import { sharingRows } from "../../../src/analysis/communities/sharing-rows.ts";
import { similarPairs, similarTo } from "../../../src/analysis/communities/similarity.ts";
import { indexOfPairs } from "../drawn.ts";

/** Rows where works of more than `many` holders are counted by groups. */
function rows(lists: CommonLists, top: number, many: number) {
  const length = (paper: number) => lists.workStart[paper + 1]! - lists.workStart[paper]!;
  const row = sharingRows(
    lists,
    top,
    (paper, other, shared) => ({
      paper: other,
      shared,
      cosine: shared / Math.sqrt(length(paper) * length(other)),
    }),
    many,
  );
  return Array.from(lists.known.keys(), row);
}

/** 24 papers, of which each is tied to about half of three works, and to a few of nine others. */
const crowded = fc
  .array(
    fc.record({
      common: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      others: fc.subarray([3, 4, 5, 6, 7, 8, 9, 10, 11], { maxLength: 3 }),
    }),
    { minLength: 24, maxLength: 24 },
  )
  .map((papers) => {
    const name = (i: number) => `p${String(i).padStart(2, "0")}`;
    const ties = papers.flatMap(({ common, others }, i) =>
      [...[0, 1, 2].filter((work) => common[work]), ...others]
        .filter((work) => work !== i)
        .map((work) => [name(work), name(i)] as const),
    );
    const names = papers.map((_, i) => name(i));
    return {
      citing: indexOfPairs(names, ties),
      cited: indexOfPairs(
        names,
        ties.map(([work, paper]) => [paper, work] as const),
      ),
    };
  });

test("rows are the same whether common works are counted one by one or by groups", () => {
  let grouped = 0;
  fc.assert(
    fc.property(
      crowded,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 7, max: 9 }),
      fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      ({ citing, cited }, top, many, known) => {
        for (const lists of [couplingOf(citing, (paper) => known[paper] ?? true), coCitationOf(cited)]) {
          if (commonWorks(lists, top, many)) grouped++;
          expect(rows(lists, top, many)).toEqual(rows(lists, top, 1_000));
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(grouped).toBeGreaterThan(50);
});

test("100,000 papers that cite one paper, and each its neighbour, have their nearest", () => {
  const names = Array.from({ length: 100_000 }, (_, i) => `p${String(i).padStart(6, "0")}`);
  const arcs = names.slice(1).map((citing) => ["p000000", citing] as const);
  const star = couplingOf(indexOfPairs(names, arcs), () => true);
  expect(similarPairs(star, 2)).toHaveLength(2 * 99_999 - 3);
  const chained = [...arcs, ...names.slice(2).map((citing, i) => [names[i + 1]!, citing] as const)];
  const wheel = couplingOf(indexOfPairs(names, chained), () => true);
  expect(similarPairs(wheel, 1).length).toBeGreaterThan(99_000);
  expect(similarTo(wheel, 500, 3)?.map(({ paper, shared }) => [paper, shared])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});
