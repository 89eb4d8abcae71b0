import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_SLOT, ROOT_FLAG } from "../../../src/columns/companion.ts";
import { companionClusters, companionMap } from "../../../src/view/map/companion-map.ts";
import { companions, sample } from "../../companion/sample-companion.ts";

describe("companionMap", () => {
  test("has every paper once in the order of labels, those with one first", () => {
    fc.assert(
      fc.property(companions, (companion) => {
        const { labelOrder, count, labelOf } = companionMap(companion);
        expect([...labelOrder].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        const named = new Map(companion.labels.map(({ paper, label }) => [paper, label]));
        expect([...labelOrder.subarray(0, named.size)]).toEqual([...named.keys()]);
        for (const [paper, label] of named) expect(labelOf(paper)).toBe(label);
      }),
    );
  });

  test("has the links of the rows, and draws those that no longer path implies", () => {
    fc.assert(
      fc.property(companions, ({ citations, ...rest }) => {
        const { citing, cited, drawn } = companionMap({ citations, ...rest });
        expect(cited).toBe(citations.cited);
        citing.forEach((paper, citation) => {
          expect(citations.start[paper]).toBeLessThanOrEqual(citation);
          expect(citations.start[paper + 1]).toBeGreaterThan(citation);
          expect(drawn[citation]).toBe(1 - (citations.implied[citation] ?? 0));
        });
      }),
    );
  });

  test("shows all papers, none of them in focus", () => {
    const map = companionMap(sample);
    expect(map.marks.every((bits) => bits === 1)).toBe(true);
    expect(map).toMatchObject({ view: "network", focused: false, selected: -1, pointed: -1 });
    expect(map.root).toBe(sample.papers.flags.findIndex((flags) => (flags & ROOT_FLAG) !== 0));
    const groups = [...sample.papers.slot].map((slot) => (slot === NO_SLOT ? -1 : slot));
    if (map.colouring === "domain") expect([...map.tone]).toEqual(groups);
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
