import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citationWeights, pathCountsOf, WEIGHT_KINDS } from "../../../src/analysis/lineage/path-counts.ts";
import { acyclicGraphs, acyclicOf, allPaths } from "../drawn.ts";

describe("citationWeights", () => {
  test("count by definition the paths through a citation", () => {
    fc.assert(
      fc.property(acyclicGraphs, (graph) => {
        const papers = [...graph.ids.keys()];
        const isSource = (p: number) => !graph.citing.includes(p);
        const isSink = (p: number) => !graph.cited.includes(p);
        const counts = pathCountsOf(graph);
        graph.citing.forEach((citing, c) => {
          const cited = graph.cited[c] ?? -1;
          const into = (from: number[]) => from.flatMap((p) => allPaths(graph, p, cited)).length;
          const outOf = (to: number[]) => to.flatMap((p) => allPaths(graph, citing, p)).length;
          expect(WEIGHT_KINDS.map((kind) => Number(citationWeights(graph, counts, kind)[c]))).toEqual([
            into(papers.filter(isSource)) * outOf(papers.filter(isSink)),
            into(papers) * outOf(papers.filter(isSink)),
            into(papers) * outOf(papers),
          ]);
        });
      }),
      { numRuns: 50 },
    );
  });

  test("flow in as they flow out of every inner paper by SPC", () => {
    fc.assert(
      fc.property(acyclicGraphs, (graph) => {
        const spc = citationWeights(graph, pathCountsOf(graph), "spc");
        for (const paper of graph.ids.keys()) {
          const sum = (ends: Uint32Array) => spc.reduce((s, w, c) => (ends[c] === paper ? s + w : s), 0n);
          if (graph.citing.includes(paper) && graph.cited.includes(paper)) {
            expect(sum(graph.citing)).toBe(sum(graph.cited));
          }
        }
      }),
    );
  });

  test("grow from SPC over SPLC to SPNP on every citation", () => {
    fc.assert(
      fc.property(acyclicGraphs, (graph) => {
        const counts = pathCountsOf(graph);
        const [spc = [], splc = [], spnp = []] = WEIGHT_KINDS.map((kind) =>
          citationWeights(graph, counts, kind),
        );
        graph.citing.forEach((_, c) => {
          expect((spc[c] ?? 0n) <= (splc[c] ?? 0n) && (splc[c] ?? 0n) <= (spnp[c] ?? 0n)).toBe(true);
        });
      }),
    );
  });
});

describe("pathCountsOf", () => {
  test("is exact where doubles are not: 80 diamonds in a row have 2^80 paths", () => {
    const diamonds = Array.from({ length: 80 }, (_, i) => `s${i}<-a${i}<-s${i + 1}, s${i}<-b${i}<-s${i + 1}`);
    expect(pathCountsOf(acyclicOf(diamonds.join(","))).total).toBe(2n ** 80n);
  });

  test("counts no path of an isolated paper", () => {
    expect(pathCountsOf(acyclicOf("A<-B, lone")).total).toBe(1n);
    expect(pathCountsOf(acyclicOf("")).total).toBe(0n);
  });
});
