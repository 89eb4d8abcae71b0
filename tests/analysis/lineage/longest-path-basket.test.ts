import * as fc from "fast-check";
import { expect, test } from "vitest";
import { longestPathBasket } from "../../../src/analysis/lineage/longest-path-basket.ts";
import { acyclicGraphs, sourceToSink } from "../drawn.ts";

test("longestPathBasket is every paper on a longest path", () => {
  fc.assert(
    fc.property(acyclicGraphs, (graph) => {
      const all = sourceToSink(graph);
      const length = Math.max(0, ...all.map((path) => path.length - 1));
      const papers = new Set(all.filter((path) => path.length - 1 === length).flat());
      expect(longestPathBasket(graph)).toEqual({ length, papers: [...papers].sort((a, b) => a - b) });
    }),
  );
});
