import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { communitiesOf } from "../../../src/analysis/communities/communities.ts";
import { modularityOf } from "../../../src/analysis/communities/modularity.ts";
import { seededRandom } from "../../../src/analysis/communities/seeded-random.ts";
import { stabilityOf } from "../../../src/analysis/communities/stability.ts";
import { type UndirectedLinks, undirectedLinks } from "../../../src/analysis/communities/undirected-links.ts";
import karate from "../../fixtures/oracles/karate-club.json" with { type: "json" };
import { ids, indexOf, smallGraphs } from "../drawn.ts";

const everyone = () => true;

const club: UndirectedLinks = {
  papers: 34,
  a: Uint32Array.from(karate.edges, ([a = 0]) => a),
  b: Uint32Array.from(karate.edges, ([, b = 0]) => b),
  weights: new Float64Array(karate.edges.length).fill(1),
};

/** Two groups of four that cite each other densely, one citation between them, and a paper by itself. */
const twoGroups = `B->A, C->A, C->B, D->A, D->B, D->C,
  X->W, Y->W, Y->X, Z->W, Z->X, Z->Y, W->D, lone`;

describe("Zachary's karate club", () => {
  test("has 34 members and 78 ties", () => {
    expect(new Set(karate.edges.flat()).size).toBe(34);
    expect(new Set(karate.edges.map(String)).size).toBe(78);
  });

  test("modularityOf gives the published values of both groupings", () => {
    expect(modularityOf(club, Int32Array.from(karate.club))).toBeCloseTo(karate.modularityOfClub, 6);
    expect(modularityOf(club, Int32Array.from(karate.optimum))).toBeCloseTo(karate.modularityOfOptimum, 6);
  });

  test("communitiesOf reaches the optimum, Q = 0.41979, from any seed", () => {
    for (const seed of [0, 1, 2, 1_000_000]) {
      const { modularity, count } = communitiesOf(club, { seed });
      expect(modularity).toBeCloseTo(0.41979, 5);
      expect(count).toBe(4);
    }
  });

  test("communitiesOf finds more communities at a higher resolution, one when it is low", () => {
    const counts = [0.1, 1, 3].map((resolution) => communitiesOf(club, { resolution }).count);
    expect(counts[0]).toBe(1);
    expect(counts[2]).toBeGreaterThan(counts[1] ?? 0);
  });

  test("stabilityOf is a share of runs, 1 where every run agrees", () => {
    const stability = stabilityOf(club, communitiesOf(club));
    expect(stability).toHaveLength(34);
    for (const share of stability) expect(share).toBeGreaterThan(0.9);
    const other = stabilityOf(club, { of: Int32Array.from(karate.club), count: 2, modularity: 0 });
    // The optimum splits both factions: who is in the smaller halves never stays.
    expect(other.some((share) => share === 0)).toBe(true);
  });
});

describe("communitiesOf", () => {
  test("finds the two groups of a graph, none for a paper without links", () => {
    const index = indexOf(twoGroups);
    const links = undirectedLinks(index, "citations", everyone);
    const communities = communitiesOf(links);
    const groups = [0, 1, -1].map((group) =>
      ids(
        index,
        [...index.ids.keys()].filter((paper) => communities.of[paper] === group),
      ).join(""),
    );
    expect(groups).toEqual(["ABCD", "WXYZ", "lone"]);
    expect(communities.count).toBe(2);
    expect(stabilityOf(links, communities, { runs: 5 }).at(-1)).toBeNaN();
  });

  test("refuses a resolution that is not above 0", () => {
    expect(() => communitiesOf(club, { resolution: 0 })).toThrow("the resolution must be above 0, not 0");
  });

  test("finds nothing in a graph without links", () => {
    const links = undirectedLinks(indexOf("A, B"), "both", everyone);
    expect(communitiesOf(links)).toEqual({ of: Int32Array.of(-1, -1), count: 0, modularity: 0 });
  });

  test("gives every paper with links, and no other, a community without gaps, the same each time", () => {
    fc.assert(
      fc.property(smallGraphs({ acyclic: false }), fc.constantFrom("citations", "both"), (index, kind) => {
        const links = undirectedLinks(index, kind, everyone);
        const found = communitiesOf(links);
        const linked = new Set([...links.a, ...links.b]);
        for (const [paper, group] of found.of.entries()) expect(group !== -1).toBe(linked.has(paper));
        const sizes = Array.from({ length: found.count }, (_, g) => found.of.filter((x) => x === g).length);
        expect(sizes.every((size) => size > 0)).toBe(true);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(found.modularity).toBeGreaterThan(-1e-12);
        expect(communitiesOf(links)).toEqual(found);
      }),
    );
  });
});

describe("modularityOf", () => {
  test("is 0 for one group of all papers and independent of the groups' names", () => {
    fc.assert(
      fc.property(smallGraphs(), fc.integer({ min: 1, max: 4 }), fc.nat(99), (index, groups, seed) => {
        const links = undirectedLinks(index, "citations", everyone);
        expect(modularityOf(links, new Int32Array(links.papers))).toBeCloseTo(0, 12);
        const random = seededRandom(seed);
        const of = Int32Array.from({ length: links.papers }, () => random.nextInt(groups));
        const renamed = of.map((group) => 100 - group);
        expect(modularityOf(links, renamed)).toBeCloseTo(modularityOf(links, of), 12);
      }),
    );
  });
});

describe("undirectedLinks", () => {
  const index = indexOf("A<-C, B<-C, A<-D, B<-D, C<-D, D<-C");
  const asText = (kind: "citations" | "coupling" | "both") => {
    const { a, b, weights } = undirectedLinks(index, kind, everyone);
    return [...weights].map((w, i) => `${ids(index, [a[i] ?? -1, b[i] ?? -1]).join("")} ${w.toFixed(2)}`);
  };

  test("weighs a citation 1 and a coupling its cosine", () => {
    expect(asText("citations")).toEqual(["AC 1.00", "AD 1.00", "BC 1.00", "BD 1.00", "CD 2.00"]);
    expect(asText("coupling")).toEqual(["CD 0.67"]);
    expect(asText("both")).toEqual(["AC 1.00", "AD 1.00", "BC 1.00", "BD 1.00", "CD 2.67"]);
  });
});
