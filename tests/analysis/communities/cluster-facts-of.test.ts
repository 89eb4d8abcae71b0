import { describe, expect, test } from "vitest";
import { clusterKey } from "../../../src/analysis/communities/cluster-facts.ts";
import { clusterFactsOf } from "../../../src/analysis/communities/cluster-facts-of.ts";
import { corpusOf } from "../../graphs.ts";
import { clipCorpus } from "../../view/models.ts";

const usual = { links: "citations", resolution: 1 } as const;

/** Two groups of four in which each cites each earlier one, joined by one citation, and a paper apart. */
const TWO_GROUPS = `A1<-A2, A1<-A3, A2<-A3, A1<-A4, A2<-A4, A3<-A4,
  B1<-B2, B1<-B3, B2<-B3, B1<-B4, B2<-B4, B3<-B4, A1<-B1, X`;

function titled(text: string) {
  const titles = { A: "Point cloud recognition", B: "Video retrieval" };
  const names = [...new Set(text.match(/[A-Z]\d?/g))];
  const facts = names.map((id) => [id, { title: `${titles[id[0] as "A" | "B"] ?? "Alone"} ${id}` }]);
  return corpusOf(text, Object.fromEntries(facts), { survey: {} });
}

describe("clusterFactsOf", () => {
  test("finds the groups, names them from their titles, and leaves the paper without links in none", () => {
    const { rough } = clusterFactsOf(titled(TWO_GROUPS), usual);
    expect(rough.communities.map(({ papers }) => papers)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
    expect(rough.communities[0]?.label).toMatch(/^(Point cloud|Cloud recognition)/);
    expect(rough.communities[1]?.label).toMatch(/^Video retrieval/);
    expect(rough.communityOf[8]).toBe(-1);
  });

  test("answers roughly at first, then with the stability of each paper that is in a community", () => {
    const { rough, settle } = clusterFactsOf(titled(TWO_GROUPS), usual);
    expect(rough.rough).toBe(true);
    expect([...rough.stability].every(Number.isNaN)).toBe(true);
    const settled = settle();
    expect(settled.rough).toBeUndefined();
    expect(settled.communityOf).toEqual(rough.communityOf);
    expect([...settled.stability.subarray(0, 8)]).toEqual(new Array(8).fill(1));
    expect(settled.stability[8]).toBeNaN();
  });

  test("says that there is no structure where chance makes as much, and where there are no links", () => {
    const chain = clusterFactsOf(corpusOf("A<-B<-C<-D<-E<-F", {}, { survey: {} }), usual).settle();
    expect(chain.noStructure).toEqual({ rewirings: expect.any(Number), reached: expect.any(Number) });
    const none = clusterFactsOf(corpusOf("A, B"), usual).settle();
    expect([none.communities, none.noStructure]).toEqual([[], "no-links"]);
  });

  test("is the same for the same corpus, and survives a message between scripts", () => {
    const { rough } = clusterFactsOf(clipCorpus(), usual);
    expect(clusterFactsOf(clipCorpus(), usual).rough).toEqual(rough);
    expect(structuredClone(rough)).toEqual(rough);
  });

  test("makes more communities at a higher resolution", () => {
    const count = (resolution: number) =>
      clusterFactsOf(clipCorpus(), { links: "citations", resolution }).rough.communities.length;
    expect(count(3)).toBeGreaterThan(count(1));
    expect(count(1)).toBeGreaterThanOrEqual(count(0.2));
  });
});

describe("clusterKey", () => {
  test("tells settings apart", () => {
    const keys = [usual, { ...usual, resolution: 1.2 }, { ...usual, links: "both" as const }].map(clusterKey);
    expect(new Set(keys).size).toBe(3);
  });
});
