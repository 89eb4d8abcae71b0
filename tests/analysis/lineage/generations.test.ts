import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakCycles } from "../../../src/analysis/lineage/acyclic.ts";
import { generationsOf } from "../../../src/analysis/lineage/generations.ts";
import { lineageOf } from "../../../src/analysis/lineage/lineage-of.ts";
import { chain, twoIslands } from "../../graphs.ts";
import { acyclicOf, allPaths, at, pairs, smallGraphs } from "../drawn.ts";

describe("generationsOf", () => {
  test("counts the longest way from the root", () => {
    const graph = acyclicOf(`${chain}, A<-D`);
    expect([...generationsOf(graph, at(graph, "A"))]).toEqual([0, 1, 2, 3]);
  });

  test("gives none to papers that do not descend from the root", () => {
    const graph = acyclicOf(`${twoIslands}, O<-A, X<-B`);
    const generation = generationsOf(graph, at(graph, "A"));
    expect(graph.ids.map((id, i) => [id, generation[i]])).toEqual([
      ["A", 0],
      ["B", 1],
      ["O", -1],
      ["X", -1],
      ["Y", -1],
    ]);
  });

  test("starts from every paper that cites nothing when there is no root", () => {
    const graph = acyclicOf(`${twoIslands}, lone`);
    expect([...generationsOf(graph, null)]).toEqual([0, 1, 0, 1, 0]);
  });

  test("is the length of the longest path from the root", () => {
    fc.assert(
      fc.property(smallGraphs(), (index) => {
        const graph = breakCycles(index).acyclic;
        const generation = generationsOf(graph, 0);
        for (const paper of graph.ids.keys()) {
          const lengths = allPaths(graph, 0, paper).map((path) => path.length - 1);
          expect(generation[paper]).toBe(Math.max(-1, ...lengths));
        }
      }),
    );
  });
});

describe("lineageOf", () => {
  const graph = acyclicOf("O<-A<-B<-C, O<-C, X<-C, A<-x<-D");
  const root = at(graph, "A");

  test("holds the citations among the root and its descendants", () => {
    const lineage = lineageOf(graph, root);
    expect(pairs(lineage, lineage.citing.keys())).toEqual([
      ["A", "B"],
      ["B", "C"],
      ["x", "D"],
      ["A", "x"],
    ]);
  });

  test("does not pass through papers that do not count", () => {
    const lineage = lineageOf(graph, root, (paper) => graph.ids[paper] !== "x");
    expect(pairs(lineage, lineage.citing.keys())).toEqual([
      ["A", "B"],
      ["B", "C"],
    ]);
  });

  test("is the part of the counted papers without a root", () => {
    const upper = lineageOf(graph, null, (paper) => /[A-C]/.test(graph.ids[paper] ?? ""));
    expect(pairs(upper, upper.citing.keys())).toEqual([
      ["A", "B"],
      ["B", "C"],
    ]);
  });
});
