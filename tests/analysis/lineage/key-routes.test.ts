import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyCitations, keyRoutes } from "../../../src/analysis/lineage/key-routes.ts";
import { citationWeights, pathCountsOf } from "../../../src/analysis/lineage/path-counts.ts";
import { acyclicGraphs, greatest, sourceToSink, stepsOf, sumAlong, weightKinds } from "../drawn.ts";

describe("keyRoutes", () => {
  test("holds the heaviest citations and each lies on a way from a source to a sink", () => {
    fc.assert(
      fc.property(
        acyclicGraphs,
        weightKinds,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("global" as const, "local" as const),
        (graph, kind, k, extend) => {
          const weights = citationWeights(graph, pathCountsOf(graph), kind);
          const on = keyRoutes(graph, weights, k, extend);
          expect(on).toEqual(expect.arrayContaining(keyCitations(graph, weights, k)));
          const ends = (side: Uint32Array) => new Set(on.map((c) => side[c]));
          for (const p of ends(graph.citing)) {
            expect(ends(graph.cited).has(p) || !graph.cited.includes(p ?? -1)).toBe(true);
          }
          for (const p of ends(graph.cited)) {
            expect(ends(graph.citing).has(p) || !graph.citing.includes(p ?? -1)).toBe(true);
          }
        },
      ),
    );
  });

  test("grows with k up to all citations", () => {
    fc.assert(
      fc.property(acyclicGraphs, weightKinds, (graph, kind) => {
        const weights = citationWeights(graph, pathCountsOf(graph), kind);
        let before: number[] = keyRoutes(graph, weights, 0);
        expect(before).toEqual([]);
        for (let k = 1; k <= graph.citing.length; k++) {
          const routes = keyRoutes(graph, weights, k);
          expect(routes).toEqual(expect.arrayContaining(before));
          before = routes;
        }
        expect(before).toHaveLength(graph.citing.length);
      }),
    );
  });

  test("extended globally are the best paths through a key citation", () => {
    fc.assert(
      fc.property(acyclicGraphs, weightKinds, (graph, kind) => {
        const weights = citationWeights(graph, pathCountsOf(graph), kind);
        const all = sourceToSink(graph).map((path) => ({
          steps: stepsOf(graph, path),
          sum: sumAlong(graph, path, weights),
        }));
        const expected = keyCitations(graph, weights, 1).flatMap((key) => {
          const through = all.filter((path) => path.steps.includes(key));
          const most = greatest(through.map(({ sum }) => sum));
          return through.filter(({ sum }) => sum === most).flatMap((path) => path.steps);
        });
        expect(keyRoutes(graph, weights, 1)).toEqual([...new Set(expected)].sort((a, b) => a - b));
      }),
    );
  });
});
