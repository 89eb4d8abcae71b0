import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ancestorsOf, descendantsOf, distancesTo } from "../../../src/analysis/lineage/reachable.ts";
import { cycle, diamond, twoIslands } from "../../graphs.ts";
import { allPaths, at, ids, indexOf, smallGraphs } from "../drawn.ts";

describe("descendantsOf and ancestorsOf", () => {
  test("follow citations to the ends", () => {
    const index = indexOf(diamond);
    expect(ids(index, descendantsOf(index, at(index, "A")))).toEqual(["B", "C", "D"]);
    expect(ids(index, ancestorsOf(index, at(index, "D")))).toEqual(["A", "B", "C"]);
    expect(ids(index, ancestorsOf(index, at(index, "A")))).toEqual([]);
  });

  test("hold a paper itself only when it lies on a cycle", () => {
    const index = indexOf(cycle);
    expect(ids(index, descendantsOf(index, at(index, "C")))).toEqual(["C", "D"]);
    expect(ids(index, descendantsOf(index, at(index, "B")))).toEqual(["C", "D"]);
  });

  test("are each other's inverse", () => {
    fc.assert(
      fc.property(smallGraphs({ acyclic: false }), (index) => {
        const down = [...index.ids.keys()].map((paper) => new Set(descendantsOf(index, paper)));
        const up = [...index.ids.keys()].map((paper) => new Set(ancestorsOf(index, paper)));
        for (const a of index.ids.keys()) {
          for (const b of index.ids.keys()) expect(down[a]?.has(b)).toBe(up[b]?.has(a));
        }
      }),
    );
  });
});

describe("distancesTo", () => {
  test("is 0 at the root, -1 where no path leads to it", () => {
    const index = indexOf(`${twoIslands}, B<-C`);
    expect([...distancesTo(index, at(index, "A"))]).toEqual([0, 1, 2, -1, -1]);
  });

  test("is the length of the shortest path", () => {
    fc.assert(
      fc.property(smallGraphs(), (index) => {
        const distances = distancesTo(index, 0);
        for (const paper of index.ids.keys()) {
          const lengths = allPaths(index, 0, paper).map((path) => path.length - 1);
          expect(distances[paper]).toBe(lengths.length === 0 ? -1 : Math.min(...lengths));
        }
      }),
    );
  });
});
