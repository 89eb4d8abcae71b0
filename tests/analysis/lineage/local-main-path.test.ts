import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localMainPath } from "../../../src/analysis/lineage/local-main-path.ts";
import { citationWeights, pathCountsOf } from "../../../src/analysis/lineage/path-counts.ts";
import { acyclicGraphs, acyclicOf, greatest, pairs, weightKinds } from "../drawn.ts";

describe("localMainPath", () => {
  test("starts at the heaviest citation of a source and takes the heaviest step each time", () => {
    // The second source's citation is lighter than the first's three ways on.
    const graph = acyclicOf("A<-B, B<-C, B<-D, B<-E, X<-C, C<-F, C<-G");
    const spc = citationWeights(graph, pathCountsOf(graph), "spc");
    expect(pairs(graph, localMainPath(graph, spc, "newer"))).toEqual([
      ["A", "B"],
      ["B", "C"],
      ["C", "F"],
      ["C", "G"],
    ]);
  });

  test("follows at every paper it comes to just the heaviest citations onward", () => {
    fc.assert(
      fc.property(acyclicGraphs, weightKinds, (graph, kind) => {
        const weights = citationWeights(graph, pathCountsOf(graph), kind);
        const on = new Set(localMainPath(graph, weights, "newer"));
        for (const reached of new Set([...on].map((c) => graph.citing[c]))) {
          const onward = [...graph.cited.keys()].filter((c) => graph.cited[c] === reached);
          const most = greatest(onward.map((c) => weights[c] ?? 0n));
          for (const c of onward) expect(on.has(c)).toBe(weights[c] === most);
        }
      }),
    );
  });
});
