import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_SLOT } from "../../../src/columns/companion.ts";
import { companionClusters, companionMap, withCitations } from "../../../src/view/map/companion-map.ts";
import { companions, sample } from "../../companion/sample-companion.ts";

describe("companionMap", () => {
  test("has every paper once in the order of labels, and their names", () => {
    fc.assert(
      fc.property(companions, (companion) => {
        const { labelOrder, count, labelOf } = companionMap(companion);
        expect([...labelOrder].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        labelOrder.forEach((paper, rank) => {
          expect(companion.papers.labelRank[paper]).toBe(rank);
          expect(labelOf(paper)).toBe(companion.labelOf(paper));
        });
      }),
    );
  });

  test("has no links before they have come", () => {
    const { citing, cited, drawn, strong } = companionMap(sample);
    expect([citing, cited, drawn, strong].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  });

  test("shows all papers, none of them in focus", () => {
    const map = companionMap(sample);
    expect(map.marks.every((bits) => bits === 1)).toBe(true);
    expect(map).toMatchObject({ view: "network", focused: false, selected: -1, pointed: -1 });
    expect(map.root).toBe(0);
    expect(companionMap({ ...sample, root: null }).root).toBe(-1);
    const groups = [...sample.papers.slot].map((slot) => (slot === NO_SLOT ? -1 : slot));
    if (map.colouring === "domain") expect([...map.tone]).toEqual(groups);
  });
});

describe("withCitations", () => {
  test("has the links, and draws those that no longer path implies", () => {
    fc.assert(
      fc.property(companions, ({ citations, ...papers }) => {
        const map = withCitations(companionMap(papers), citations);
        expect(map.citing).toBe(citations.citing);
        expect(map.cited).toBe(citations.cited);
        expect([...map.drawn]).toEqual(Array.from(citations.implied, (implied) => 1 - implied));
        const listed = new Set(map.listed);
        const among = [...citations.citing.keys()].filter(
          (c) =>
            map.drawn[c] === 1 &&
            listed.has(citations.citing[c] ?? -1) &&
            listed.has(citations.cited[c] ?? -1),
        );
        expect([...map.strong]).toEqual(among);
      }),
    );
  });

  test("changes nothing else", () => {
    const before = companionMap(sample);
    const after = withCitations(before, sample.citations);
    const { citing, cited, confidence } = sample.citations;
    const { drawn, strong } = after;
    expect(after).toEqual({ ...before, citing, cited, confidence, shown: drawn, drawn, strong });
  });
});

test("companionClusters has the papers of each community", () => {
  const { communityOf, communities } = companionClusters(sample);
  expect(communityOf).toBe(sample.papers.community);
  communities.forEach(({ papers }, id) => {
    expect(papers.every((paper) => communityOf[paper] === id)).toBe(true);
  });
  const inSome = communityOf.reduce((sum, id) => sum + (id < 0 ? 0 : 1), 0);
  expect(communities.reduce((sum, { papers }) => sum + papers.length, 0)).toBe(inSome);
});
