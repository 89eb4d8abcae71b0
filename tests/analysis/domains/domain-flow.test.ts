import { describe, expect, test } from "vitest";
import { domainFlow } from "../../../src/analysis/domains/domain-flow.ts";
import { transitiveReduction } from "../../../src/analysis/lineage/transitive-reduction.ts";
import { acyclicOf, pairs } from "../drawn.ts";

describe("domainFlow", () => {
  const graph = acyclicOf("a1<-a2<-b1, a1<-b1, b1<-b2, a2<-c1, a2<-x<-b2");
  const headings = {
    ids: ["a", "b", "c"],
    of: Int32Array.from(graph.ids, (id) => "abc".indexOf(id.charAt(0))),
  };
  const year = { a1: 2019, a2: 2020, b1: 2020, b2: 2022 };
  const yearOf = (paper: number) => Number(Object.entries(year).find(([id]) => id === graph.ids[paper])?.[1]);
  const removed = new Set(transitiveReduction(graph).removed);
  const flow = domainFlow(graph, headings, yearOf, (citation) => !removed.has(citation));

  test("follows the citations of the skeleton from the cited to the citing heading", () => {
    expect(
      flow.flows.map(({ from, to, citations }) => [
        `${headings.ids[from]}${headings.ids[to]}`,
        pairs(graph, citations),
      ]),
    ).toEqual([
      ["aa", [["a1", "a2"]]],
      ["ab", [["a2", "b1"]]],
      ["ac", [["a2", "c1"]]],
      ["bb", [["b1", "b2"]]],
    ]);
  });

  test("shares citations within a heading over all of them, skeleton or not", () => {
    // b1 cites a1 and a2, b2 cites b1; c1 only another heading's paper.
    expect(flow.inDomain).toEqual([1, 1 / 3, 0]);
  });

  test("counts papers by heading and year, gaps included, undated ones left out", () => {
    expect(flow.years).toEqual([2019, 2020, 2021, 2022]);
    expect(flow.byYear).toEqual([
      [1, 1, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 0, 0],
    ]);
  });

  test("of papers without headings is empty", () => {
    const none = { ids: ["a"], of: new Int32Array(graph.ids.length).fill(-1) };
    expect(domainFlow(graph, none, yearOf, () => true)).toEqual({
      years: [],
      byYear: [[]],
      flows: [],
      inDomain: [null],
    });
  });
});
