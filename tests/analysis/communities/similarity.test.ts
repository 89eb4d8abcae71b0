import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coCitationOf } from "../../../src/analysis/communities/co-citation.ts";
import { couplingOf, sharedReferences } from "../../../src/analysis/communities/coupling.ts";
import {
  type Similarity,
  sharedWorks,
  similarityBetween,
  similarPairs,
  similarTo,
  unknownPapers,
} from "../../../src/analysis/communities/similarity.ts";
import { citersOf, referencesOf } from "../../../src/columns/citation-index.ts";
import strength6 from "../../fixtures/oracles/association-strength-6.json" with { type: "json" };
import citetest from "../../fixtures/oracles/citetest-10.json" with { type: "json" };
import { at, ids, indexOf, indexOfPairs, smallGraphs } from "../drawn.ts";

const everyone = () => true;

describe("the ten papers of CiteTest", () => {
  const arcs = citetest.edges.map(([cited = "", citing = ""]) => [cited, citing] as const);
  const index = indexOfPairs([...new Set(arcs.flat())], arcs);
  const named = (similarity: Similarity, value: "shared" | "cosine") =>
    Object.fromEntries(
      similarPairs(similarity).map((pair) => [ids(index, [pair.a, pair.b]).join(""), pair[value]]),
    );

  test("couplingOf and coCitationOf count what is published", () => {
    expect(named(couplingOf(index, everyone), "shared")).toEqual(citetest.bibliographicCoupling);
    expect(named(coCitationOf(index), "shared")).toEqual(citetest.coCitation);
  });

  test("the cosine divides by the lengths of both lists", () => {
    const cosines = named(couplingOf(index, everyone), "cosine");
    for (const [pair, published] of Object.entries(citetest.cosineCoupling)) {
      expect(cosines[pair]).toBeCloseTo(published, 6);
    }
  });
});

test("the association strength divides by the total link strengths", () => {
  // Each link of the example becomes a paper that cites both its ends.
  const index = indexOfPairs(
    ["0", "1", "2", "3", "4", "5"].concat(strength6.edges.map((_, i) => `citer ${i}`)),
    strength6.edges.flatMap((ends, i) => ends.map((end) => [String(end), `citer ${i}`] as const)),
  );
  const similarity = coCitationOf(index);
  expect([...similarity.strengths].slice(0, 6)).toEqual(strength6.nodeWeightTotalLinkStrength);
  expect(similarity.total).toBe(strength6.sumOfNodeWeights);
  for (const [pair, published] of Object.entries(strength6.AS)) {
    const [a = "", b = ""] = pair.split("-");
    const found = similarityBetween(similarity, at(index, a), at(index, b));
    expect(found?.associationStrength).toBeCloseTo(published, 6);
  }
});

describe("an unknown reference list", () => {
  const index = indexOf("A<-C, B<-C, A<-D, B<-D, A<-E");
  const similarity = couplingOf(index, (paper) => index.ids[paper] !== "D");

  test("makes a coupling unknown, not zero", () => {
    expect(similarTo(similarity, at(index, "D"))).toBeNull();
    expect(similarityBetween(similarity, at(index, "C"), at(index, "D"))).toBeNull();
    expect(similarityBetween(similarity, at(index, "A"), at(index, "B"))?.shared).toBe(0);
    expect(ids(index, unknownPapers(similarity))).toEqual(["D"]);
  });

  test("takes no part in the values of others", () => {
    expect(similarPairs(similarity)).toEqual([
      {
        a: at(index, "C"),
        b: at(index, "E"),
        shared: 1,
        cosine: 1 / Math.sqrt(2),
        associationStrength: 2,
      },
    ]);
  });
});

test("similarTo puts the most similar first and stops after the first `top`", () => {
  const index = indexOf("A<-P, B<-P, C<-P, A<-Q, B<-Q, A<-R, C<-R, Z<-R, Y<-R");
  const similarity = couplingOf(index, everyone);
  const named = (top?: number) =>
    ids(
      index,
      (similarTo(similarity, at(index, "P"), top) ?? []).map(({ paper }) => paper),
    );
  expect(named()).toEqual(["Q", "R"]);
  expect(named(1)).toEqual(["Q"]);
});

describe("any graph", () => {
  const graphs = smallGraphs({ acyclic: false });

  test("the works that two papers share need no other paper measured", () => {
    fc.assert(
      fc.property(graphs, (index) => {
        const similarity = couplingOf(index, everyone);
        for (const a of index.ids.keys()) {
          for (const b of index.ids.keys())
            expect(sharedReferences(index, a, b)).toEqual(sharedWorks(similarity, a, b));
        }
      }),
    );
  });

  test("a shared count is symmetric and the size of the lists' intersection", () => {
    fc.assert(
      fc.property(graphs, (index) => {
        for (const [similarity, listOf] of [
          [couplingOf(index, everyone), referencesOf],
          [coCitationOf(index), citersOf],
        ] as const) {
          for (const a of index.ids.keys()) {
            for (const b of index.ids.keys()) {
              if (a === b) continue;
              const ofB = new Set(listOf(index, b));
              const both = [...listOf(index, a)].filter((work) => ofB.has(work));
              expect(similarityBetween(similarity, a, b)?.shared).toBe(both.length);
              expect(similarityBetween(similarity, b, a)).toEqual(similarityBetween(similarity, a, b));
              expect(sharedWorks(similarity, a, b)).toEqual(both);
            }
          }
        }
      }),
    );
  });

  test("similarTo and similarPairs say of a pair what similarityBetween says", () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 8 }), (index, top) => {
        const similarity = couplingOf(index, everyone);
        const all = similarPairs(similarity);
        for (const pair of all) expect(similarityBetween(similarity, pair.a, pair.b)).toEqual(pair);
        const sum = all.reduce((total, { shared }) => total + 2 * shared, 0);
        expect(sum).toBe(similarity.total);
        const strongest = [...index.ids.keys()].flatMap((paper) =>
          (similarTo(similarity, paper, top) ?? []).map(({ paper: other }) =>
            [paper, other].sort((a, b) => a - b).join(),
          ),
        );
        const listed = similarPairs(similarity, top).map(({ a, b }) => [a, b].join());
        expect([...listed].sort()).toEqual([...new Set(strongest)].sort());
      }),
    );
  });
});
