import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/analysis/communities/seeded-random.ts";
import { breakCycles } from "../../../src/analysis/lineage/acyclic.ts";
import { descendantsOf } from "../../../src/analysis/lineage/reachable.ts";
import { implyingPaths, transitiveReduction } from "../../../src/analysis/lineage/transitive-reduction.ts";
import { withCitations } from "../../../src/columns/citation-index.ts";
import { chain, diamond } from "../../graphs.ts";
import { acyclicGraphs, acyclicOf, allPaths, at, ids, indexOfPairs, pairs } from "../drawn.ts";

describe("transitiveReduction", () => {
  test("removes the citation that a longer path implies, and nothing from a diamond", () => {
    const graph = acyclicOf(`${chain}, A<-D`);
    const { removed, kept, skeleton } = transitiveReduction(graph);
    expect(pairs(graph, removed)).toEqual([["A", "D"]]);
    expect(kept).toBe(3);
    expect(pairs(skeleton, skeleton.citing.keys())).toEqual([
      ["A", "B"],
      ["B", "C"],
      ["C", "D"],
    ]);
    expect(transitiveReduction(acyclicOf(diamond)).removed).toEqual([]);
  });

  test("keeps who descends from whom and is minimal", () => {
    fc.assert(
      fc.property(acyclicGraphs, (graph) => {
        const { skeleton } = transitiveReduction(graph);
        for (const paper of graph.ids.keys()) {
          expect(descendantsOf(skeleton, paper)).toEqual(descendantsOf(graph, paper));
        }
        skeleton.citing.forEach((citing, c) => {
          const without = withCitations(skeleton, (other) => other !== c);
          expect(descendantsOf(without, skeleton.cited[c] ?? -1)).not.toContain(citing);
        });
      }),
    );
  });
});

test("transitiveReduction finds implied citations across thousands of papers", () => {
  const name = (i: number) => `p${String(i).padStart(5, "0")}`;
  const n = 9_000;
  const steps = Array.from({ length: n - 1 }, (_, i) => [name(i), name(i + 1)] as const);
  const leaps = [3, 4_095, 4_096, 8_500].flatMap((leap) =>
    Array.from({ length: n - leap }, (_, i) => [name(i), name(i + leap)] as const),
  );
  const papers = Array.from({ length: n }, (_, i) => name(i));
  const graph = breakCycles(indexOfPairs(papers, [...steps, ...leaps])).acyclic;
  const { skeleton, removed } = transitiveReduction(graph);
  expect(pairs(skeleton, skeleton.citing.keys())).toEqual(steps);
  expect(removed).toHaveLength(leaps.length);
});

test("transitiveReduction removes what a search from each paper finds, whatever the papers' names", () => {
  const { nextInt } = seededRandom(1);
  const n = 12_000;
  const names = Array.from({ length: n }, (_, i) => `p${(i * 7_919) % n}`);
  const cites = names.map((_, i) => {
    // Most papers cite the last hundred, some go far back.
    const reach = i % 40 === 0 ? i : Math.min(i, 100);
    return [...new Set(Array.from({ length: Math.min(i, 6) }, () => i - 1 - nextInt(reach)))];
  });
  const implied = cites.flatMap((older, i) => {
    const oldest = Math.min(...older);
    const seen = new Set<number>();
    const stack = [...older];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      for (const other of cites[next] ?? []) {
        if (other < oldest || seen.has(other)) continue;
        seen.add(other);
        stack.push(other);
      }
    }
    return older.filter((other) => seen.has(other)).map((other) => [names[other], names[i]]);
  });
  const all = cites.flatMap((older, i) =>
    older.map((other) => [names[other] ?? "", names[i] ?? ""] as const),
  );
  const { acyclic } = breakCycles(indexOfPairs(names, all));
  const { removed } = transitiveReduction(acyclic);
  expect(pairs(acyclic, removed).map(String).sort()).toEqual(implied.map(String).sort());
});

describe("implyingPaths", () => {
  test("names the shortest way over kept citations, oldest paper first", () => {
    const graph = acyclicOf(`${chain}, A<-D, A<-X<-D, O<-A`);
    const paths = implyingPaths(graph, transitiveReduction(graph));
    expect([...paths(at(graph, "D")).values()].map((path) => ids(graph, path))).toEqual([["A", "X", "D"]]);
    expect(paths(at(graph, "B")).size).toBe(0);
    expect([...paths(at(graph, "D")).values()]).toHaveLength(1);
  });

  test("has for each removed citation a path of kept ones that is as short as any", () => {
    fc.assert(
      fc.property(acyclicGraphs, (graph) => {
        const reduction = transitiveReduction(graph);
        const paths = implyingPaths(graph, reduction);
        for (const c of reduction.removed) {
          const path = paths(graph.citing[c] ?? -1).get(c) ?? [];
          const all = allPaths(reduction.skeleton, graph.cited[c] ?? -1, graph.citing[c] ?? -1);
          expect(all).toContainEqual(path);
          expect(path.length).toBe(Math.min(...all.map((other) => other.length)));
          expect(path.length).toBeGreaterThan(2);
        }
      }),
    );
  });
});
