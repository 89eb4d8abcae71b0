import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headingPull } from "../../../src/analysis/communities/heading-pull.ts";
import { headingsOf } from "../../../src/analysis/communities/headings.ts";
import { undirectedLinks } from "../../../src/analysis/communities/undirected-links.ts";
import type { CorpusInput } from "../../../src/corpus/schema.ts";
import { corpusOf } from "../../graphs.ts";
import { at, ids, indexOf, smallGraphs } from "../drawn.ts";

const index = indexOf("A1<-A2, A1<-A3, A2<-A3, B1<-B2, B1<-B3, B2<-B3, B1<-odd, B2<-odd, odd<-A3, lone");

/** A paper's heading is its first letter: A or B; `odd` stands under A. */
const headings = {
  ids: ["A", "B"],
  of: Int32Array.from(index.ids, (id) => (id.startsWith("B") ? 1 : 0)),
};

describe("headingPull", () => {
  const links = undirectedLinks(index, "citations", () => true);

  test("finds the paper whose links are under another heading, and who pulls it", () => {
    const { disagreeing, withoutLinks } = headingPull(links, headings);
    expect(disagreeing).toHaveLength(1);
    const [odd] = disagreeing;
    expect(odd).toMatchObject({ paper: at(index, "odd"), heading: 0, pulledTo: 1, companions: 4 });
    expect(
      ids(
        index,
        (odd?.by ?? []).map(({ paper }) => paper),
      ),
    ).toEqual(["B1", "B2"]);
    // k = 3, links dealt at random: 2m = 18, K of B = 8, K of A without odd = 7.
    expect(odd?.pull).toBeCloseTo(2 - (3 * 8) / 18, 12);
    expect(odd?.ownPull).toBeCloseTo(1 - (3 * 7) / 18, 12);
    expect(ids(index, withoutLinks)).toEqual(["lone"]);
  });

  test("needs as many links as asked for", () => {
    expect(headingPull(links, headings, { leastLinks: 3 }).disagreeing).toEqual([]);
  });

  test("does not depend on the names of the headings", () => {
    fc.assert(
      fc.property(
        smallGraphs(),
        fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8 }),
        (graph, dealt) => {
          const of = Int32Array.from(graph.ids, (_, paper) => dealt[paper] ?? -1);
          const some = undirectedLinks(graph, "citations", () => true);
          const before = headingPull(some, { ids: ["a", "b", "c"], of }, { leastLinks: 1 });
          const renamed = {
            ids: ["c", "b", "a"],
            of: of.map((heading) => (heading === -1 ? -1 : 2 - heading)),
          };
          const after = headingPull(some, renamed, { leastLinks: 1 });
          expect(new Set(after.disagreeing.map(({ paper }) => paper))).toEqual(
            new Set(before.disagreeing.map(({ paper }) => paper)),
          );
          expect(after.withoutLinks).toEqual(before.withoutLinks);
        },
      ),
    );
  });
});

describe("headingsOf", () => {
  const survey: CorpusInput["survey"] = {
    groups: [{ id: "g", label: { en: "G" } }],
    domains: ["x", "y", "z"].map((id) => ({ id, label: { en: id }, group: id === "z" ? null : "g" })),
  };
  const placements = [
    { paper: "A", domain: "y" },
    { paper: "B", domain: "z" },
    { paper: "B", domain: "x" },
  ];
  const corpus = corpusOf("A<-B, C", {}, { survey, placements });
  const corpusIndex = indexOf("A<-B, C");

  test("gives each paper the group of its first domain, a domain without group itself", () => {
    expect(headingsOf(corpus, corpusIndex)).toEqual({ ids: ["g", "z"], of: Int32Array.of(0, 1, -1) });
  });

  test("gives the domains when asked to", () => {
    expect(headingsOf(corpus, corpusIndex, "domain")).toEqual({
      ids: ["x", "y", "z"],
      of: Int32Array.of(1, 2, -1),
    });
  });
});
