import { describe, expect, test } from "vitest";
import { topicGraph } from "../../../src/analysis/communities/topic-graph.ts";
import { missingColumns, missingPapers } from "../../../src/analysis/domains/missing-papers.ts";
import { at, ids, indexOf, pairs } from "../drawn.ts";

describe("missingPapers", () => {
  const index = indexOf(`root<-a1, root<-a2, root<-b1,
    x<-root, x<-a1, x<-a2, x<-b1,
    a1<-y, b1<-y, a2<-y,
    z<-a1, z<-a2`);
  const isSurvey = (paper: number) => !["x", "y", "z"].includes(index.ids[paper] ?? "");
  const headings = {
    ids: ["a", "b", "c"],
    of: Int32Array.from(index.ids, (id) => (isSurvey(at(index, id)) ? "abr".indexOf(id.charAt(0)) : -1)),
  };
  const root = at(index, "root");
  const found = (atLeast?: number) =>
    missingPapers(index, isSurvey, headings, { root, ...(atLeast ? { atLeast } : {}) });

  test("ranks what many survey papers cite, or what cites many, with their names", () => {
    expect(
      ids(
        index,
        found().map(({ paper }) => paper),
      ),
    ).toEqual(["x", "y"]);
    const [x, y] = found();
    expect(ids(index, x?.citedBy ?? [])).toEqual(["a1", "a2", "b1", "root"]);
    expect(x?.cites).toEqual([]);
    expect(ids(index, y?.cites ?? [])).toEqual(["a1", "a2", "b1"]);
  });

  test("takes the least number as asked", () => {
    expect(
      ids(
        index,
        found(2).map(({ paper }) => paper),
      ),
    ).toEqual(["x", "y", "z"]);
    expect(found(5)).toEqual([]);
  });

  test("says under which heading a work would fall when most of its neighbours agree", () => {
    expect(found(2).map(({ heading, confidence }) => [heading, confidence])).toEqual([
      [0, 2 / 3],
      [0, 2 / 3],
      [0, 1],
    ]);
  });

  test("says of how many neighbours with a heading that is, the root left out", () => {
    expect(found(2).map(({ headed }) => headed)).toEqual([3, 3, 2]);
  });

  test("are the same in columns", () => {
    const works = [
      ...found(2),
      ...missingPapers(index, isSurvey, { ...headings, of: headings.of.map(() => -1) }),
    ];
    const columns = missingColumns(works);
    const row = (values: Uint32Array, starts: Uint32Array, i: number) =>
      Array.from(values.subarray(starts[i], starts[i + 1]));
    expect(
      Array.from(columns.papers, (paper, i) => ({
        paper,
        citedBy: row(columns.citedBy, columns.citedByStart, i),
        cites: row(columns.cites, columns.citesStart, i),
        heading: columns.headings[i] === -1 ? null : columns.headings[i],
        confidence: columns.confidences[i],
        headed: columns.headed[i],
      })),
    ).toEqual(works);
  });

  test("leaves the heading undecided on a tie and on a single neighbour", () => {
    const small = indexOf("w<-a1, w<-b1, v<-a1");
    const of = Int32Array.from(small.ids, (id) => ({ a1: 0, b1: 1 })[String(id)] ?? -1);
    const survey = (paper: number) => of[paper] !== -1;
    const works = missingPapers(small, survey, { ids: ["a", "b"], of }, { atLeast: 1 });
    expect(
      ids(
        small,
        works.map(({ paper }) => paper),
      ),
    ).toEqual(["w", "v"]);
    expect(works.map(({ heading, confidence }) => [heading, confidence])).toEqual([
      [null, 0.5],
      [null, 1],
    ]);
  });
});

describe("topicGraph", () => {
  const index = indexOf("root<-A, root<-B, root<-C, A<-B, D, old<-root");
  const root = at(index, "root");

  test("leaves out the links of a root that at least half of the survey cites", () => {
    const graph = topicGraph(index, root, () => true);
    expect(pairs(graph, graph.citing.keys())).toEqual([["A", "B"]]);
    expect(graph.ids).toBe(index.ids);
  });

  test("changes nothing without a root or when fewer cite it", () => {
    expect(topicGraph(index, null, () => true)).toBe(index);
    expect(topicGraph(index, at(index, "A"), () => true)).toBe(index);
    expect(topicGraph(indexOf("root"), 0, () => true).citing).toHaveLength(0);
  });
});
