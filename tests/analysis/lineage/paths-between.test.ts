import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureLineage } from "../../../src/analysis/lineage/measure-lineage.ts";
import { citationWeights, pathCountsOf } from "../../../src/analysis/lineage/path-counts.ts";
import { pathsBetween } from "../../../src/analysis/lineage/paths-between.ts";
import { twoIslands } from "../../graphs.ts";
import { acyclicGraphs, acyclicOf, allPaths, at, greatest, ids, sumAlong, weightKinds } from "../drawn.ts";

describe("pathsBetween", () => {
  test("finds the shortest, longest and heaviest path whichever paper comes first", () => {
    const graph = acyclicOf("A<-B<-C<-D, A<-D, A<-X<-D, X<-Y");
    const measures = measureLineage(graph);
    const found = pathsBetween(graph, at(graph, "D"), at(graph, "A"), measures.weights("spc"));
    expect(found && ids(graph, [found.older, found.newer])).toEqual(["A", "D"]);
    expect(found && ids(graph, found.shortest.papers)).toEqual(["A", "D"]);
    expect(found && ids(graph, found.longest.papers)).toEqual(["A", "B", "C", "D"]);
    expect(found && ids(graph, found.heaviest.papers)).toEqual(["A", "B", "C", "D"]);
    expect(found?.count).toBe(3n);
  });

  test("is null between papers of which neither descends from the other", () => {
    const graph = acyclicOf(twoIslands);
    expect(pathsBetween(graph, at(graph, "A"), at(graph, "Y"), [1n, 1n])).toBeNull();
    expect(pathsBetween(graph, 0, 0, [1n, 1n])).toBeNull();
  });

  test("is as good as any path there is", () => {
    fc.assert(
      fc.property(acyclicGraphs, weightKinds, fc.nat(7), fc.nat(7), (graph, kind, i, j) => {
        const [a, b] = [i % graph.ids.length, j % graph.ids.length];
        fc.pre(a !== b);
        const weights = citationWeights(graph, pathCountsOf(graph), kind);
        const all = [...allPaths(graph, a, b), ...allPaths(graph, b, a)];
        const found = pathsBetween(graph, a, b, weights);
        expect(found === null).toBe(all.length === 0);
        if (!found) return;
        expect(found.count).toBe(BigInt(all.length));
        const sums = all.map((path) => sumAlong(graph, path, weights));
        const lengths = all.map((path) => path.length);
        expect(found.shortest.papers).toHaveLength(Math.min(...lengths));
        expect(found.longest.papers).toHaveLength(Math.max(...lengths));
        expect(sumAlong(graph, found.heaviest.papers, weights)).toBe(greatest(sums));
        expect(found.heaviest.ties).toBe(BigInt(sums.filter((sum) => sum === greatest(sums)).length));
        for (const { papers, citations } of [found.shortest, found.longest, found.heaviest]) {
          expect(all).toContainEqual(papers);
          expect(citations.map((c) => graph.citing[c])).toEqual(papers.slice(1));
        }
      }),
    );
  });
});
