import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globalMainPath, pathsAlong } from "../../../src/analysis/lineage/global-main-path.ts";
import { keyRoutes } from "../../../src/analysis/lineage/key-routes.ts";
import { localMainPath } from "../../../src/analysis/lineage/local-main-path.ts";
import { longestPathBasket } from "../../../src/analysis/lineage/longest-path-basket.ts";
import { measureLineage } from "../../../src/analysis/lineage/measure-lineage.ts";
import { citationWeights, pathCountsOf } from "../../../src/analysis/lineage/path-counts.ts";
import { diamond } from "../../graphs.ts";
import { acyclicGraphs, acyclicOf, greatest, ids, sourceToSink, sumAlong, weightKinds } from "../drawn.ts";

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((paper, i) => paper !== b[i]);
  return at === -1 ? 0 : (a[at] ?? -1) - (b[at] ?? -1);
}

describe("globalMainPath", () => {
  test("is exactly the paths with the greatest sum", () => {
    fc.assert(
      fc.property(acyclicGraphs, weightKinds, (graph, kind) => {
        const weights = citationWeights(graph, pathCountsOf(graph), kind);
        const all = sourceToSink(graph).map((path) => ({ path, sum: sumAlong(graph, path, weights) }));
        const most = greatest(all.map(({ sum }) => sum));
        const best = all
          .filter(({ sum }) => sum === most)
          .map(({ path }) => path)
          .sort(byNumbers);
        const main = globalMainPath(graph, weights);
        expect(main.sum).toBe(most);
        expect(main.count).toBe(BigInt(best.length));
        expect(pathsAlong(graph, main.citations)).toEqual(best);
      }),
    );
  });

  test("keeps ties: both ways through a diamond", () => {
    const graph = acyclicOf(diamond);
    const { global } = measureLineage(graph).mainPaths("spc");
    expect(pathsAlong(graph, global.citations).map((path) => ids(graph, path))).toEqual([
      ["A", "B", "D"],
      ["A", "C", "D"],
    ]);
    expect(pathsAlong(graph, global.citations, { paths: 1 })).toHaveLength(1);
    expect(pathsAlong(graph, global.citations, { paths: 100, papers: 3 })).toHaveLength(1);
    expect(pathsAlong(graph, global.citations, { paths: 100, papers: 4 })).toHaveLength(2);
  });

  test("is empty without citations", () => {
    const graph = acyclicOf("A, B");
    expect(globalMainPath(graph, [])).toEqual({ sum: 0n, citations: [], count: 0n });
    expect(localMainPath(graph, [])).toEqual([]);
    expect(keyRoutes(graph, [], 3)).toEqual([]);
    expect(longestPathBasket(graph)).toEqual({ length: 0, papers: [] });
  });
});
