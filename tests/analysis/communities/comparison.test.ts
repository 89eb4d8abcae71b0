import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareGroupings, crossTable } from "../../../src/analysis/communities/comparison.ts";
import { seededRandom } from "../../../src/analysis/communities/seeded-random.ts";
import published from "../../fixtures/oracles/clustering-comparison.json" with { type: "json" };
import karate from "../../fixtures/oracles/karate-club.json" with { type: "json" };

const SCORES = ["ari", "ami", "nmi", "homogeneity", "completeness"] as const;

function scoresOf(a: readonly number[], b: readonly number[]) {
  return compareGroupings(Int32Array.from(a), Int32Array.from(b));
}

test.each(published.pairs)("compareGroupings of $a and $b gives scikit-learn's scores", (pair) => {
  const scores = scoresOf(pair.a, pair.b);
  expect(scores.papers).toBe(pair.a.length);
  expect(scores.ari).toBeCloseTo(pair.ARI, 6);
  expect(scores.ami).toBeCloseTo(pair.AMI, 6);
  expect(scores.nmi).toBeCloseTo(pair.NMI, 6);
  expect(scores.homogeneity).toBeCloseTo(pair.homogeneity, 6);
  expect(scores.completeness).toBeCloseTo(pair.completeness, 6);
  expect(scores.v).toBeCloseTo(pair.V, 6);
});

test("compareGroupings of the karate club's factions and its best grouping gives scikit-learn's scores", () => {
  const scores = scoresOf(karate.club, karate.optimum);
  const { ARI, NMI, AMI, homogeneity, completeness } = karate.clubVsOptimum;
  expect(SCORES.map((score) => scores[score].toFixed(6))).toEqual(
    [ARI, AMI, NMI, homogeneity, completeness].map((value) => value.toFixed(6)),
  );
});

describe("compareGroupings", () => {
  const grouping = fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 4 })), {
    minLength: 2,
    maxLength: 25,
  });

  test("does not depend on the names of the groups or the order of the papers", () => {
    fc.assert(
      fc.property(grouping, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (pairs, names) => {
        const rename = (group: number) => (group === -1 ? -1 : 10 * (names[group] ?? 0));
        const before = scoresOf(...unzipped(pairs));
        const after = scoresOf(...unzipped(pairs.map(([a, b]) => [rename(a), 7 + b - (b === -1 ? 7 : 0)])));
        const reversed = scoresOf(...unzipped([...pairs].reverse()));
        for (const score of SCORES) {
          expect(after[score]).toBeCloseTo(before[score], 9);
          expect(reversed[score]).toBeCloseTo(before[score], 9);
        }
      }),
    );
  });

  test("is 1 for a grouping and itself, at most 1 otherwise, and swaps homogeneity and completeness", () => {
    fc.assert(
      fc.property(grouping, (pairs) => {
        const [a, b] = unzipped(pairs);
        for (const score of SCORES) {
          expect(scoresOf(a, a)[score]).toBeCloseTo(1, 9);
          expect(scoresOf(a, b)[score]).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(scoresOf(b, a).homogeneity).toBeCloseTo(scoresOf(a, b).completeness, 9);
        expect(scoresOf(a, b).v).toBeCloseTo(scoresOf(a, b).nmi, 9);
      }),
    );
  });

  test("gives a random grouping an ari and ami of about 0, whatever the number of groups", () => {
    const random = seededRandom(0);
    for (const groups of [2, 5, 40]) {
      const deal = (count: number) => Array.from({ length: 2_000 }, () => random.nextInt(count));
      const { ari, ami } = scoresOf(deal(6), deal(groups));
      expect(Math.abs(ari)).toBeLessThan(0.01);
      expect(Math.abs(ami)).toBeLessThan(0.01);
    }
  });

  test("leaves out papers without heading or community, and finds nothing to disagree on in none", () => {
    expect(scoresOf([0, 0, 1, 1, -1, 2], [0, 0, 1, 1, 3, -1])).toMatchObject({ papers: 4, ari: 1, ami: 1 });
    expect(scoresOf([-1], [0])).toMatchObject({ papers: 0, ari: 1, ami: 1, nmi: 1 });
  });
});

test("crossTable holds the papers of each heading and community", () => {
  const table = crossTable(Int32Array.of(2, 0, 2, -1, 0, 2), Int32Array.of(1, 0, 1, 0, -1, 0));
  expect(table).toEqual({
    headings: [0, 2],
    communities: [0, 1],
    cells: [
      [[1], []],
      [[5], [0, 2]],
    ],
  });
});

function unzipped(pairs: readonly (readonly [number, number])[]): [number[], number[]] {
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}
