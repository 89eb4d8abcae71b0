import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakCycles } from "../../../src/analysis/lineage/acyclic.ts";
import { descendantsOf } from "../../../src/analysis/lineage/reachable.ts";
import { strongComponents } from "../../../src/analysis/lineage/strong-components.ts";
import { cycle, diamond } from "../../graphs.ts";
import { ids, indexOf, pairs, smallGraphs } from "../drawn.ts";

describe("strongComponents", () => {
  test("lists papers that cite each other, and nothing in a graph without cycles", () => {
    const index = indexOf(cycle);
    expect(strongComponents(index).map((members) => ids(index, members))).toEqual([["C", "D"]]);
    expect(strongComponents(indexOf(diamond))).toEqual([]);
  });

  test("holds exactly the papers that reach each other", () => {
    fc.assert(
      fc.property(smallGraphs({ acyclic: false }), (index) => {
        const component = new Map<number, number>();
        strongComponents(index).forEach((members, number) => {
          for (const paper of members) component.set(paper, number);
        });
        const reach = [...index.ids.keys()].map((paper) => new Set(descendantsOf(index, paper)));
        for (const a of index.ids.keys()) {
          for (const b of index.ids.keys()) {
            if (a === b) continue;
            const together = component.has(a) && component.get(a) === component.get(b);
            expect(together).toBe(reach[a]?.has(b) === true && reach[b]?.has(a) === true);
          }
        }
      }),
    );
  });

  test("does not run out of stack on a long chain", () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `p${String(i).padStart(5, "0")}`);
    expect(strongComponents(indexOf(names.join("<-")))).toEqual([]);
    expect(strongComponents(indexOf(`${names.join("<-")}<-p00000`))[0]).toHaveLength(50_000);
  });
});

describe("breakCycles", () => {
  const against = (text: string, dates: Record<string, string> = {}) => {
    const index = indexOf(text, dates);
    return pairs(index, breakCycles(index).setAside).map(([cited, citing]) => `${citing} cites ${cited}`);
  };

  test("sets aside the citation of the newer by the older paper", () => {
    expect(against(cycle, { C: "2021-05-02", D: "2021-05-01" })).toEqual(["D cites C"]);
    expect(against(cycle, { C: "2021-05-01", D: "2021-05-02" })).toEqual(["C cites D"]);
  });

  test("falls back on the arXiv number, then on the id", () => {
    expect(against("arxiv:2103.00020->arxiv:2103.10020->arxiv:2103.00020")).toEqual([
      "arxiv:2103.00020 cites arxiv:2103.10020",
    ]);
    expect(against("arxiv:hep-th/9901001->arxiv:0704.0001->arxiv:hep-th/9901001")).toEqual([
      "arxiv:hep-th/9901001 cites arxiv:0704.0001",
    ]);
    expect(against(cycle)).toEqual(["C cites D"]);
  });

  test("puts what has no date last", () => {
    expect(against(cycle, { D: "2021-05-02" })).toEqual(["D cites C"]);
  });

  test("leaves a citation against time alone when it lies on no cycle", () => {
    expect(against("A<-B", { A: "2022-01-01", B: "2021-01-01" })).toEqual([]);
  });

  test("orders every paper after what it cites, and sets aside only citations inside components", () => {
    fc.assert(
      fc.property(smallGraphs({ acyclic: false }), (index) => {
        const { acyclic, components, setAside } = breakCycles(index);
        expect([...acyclic.order].sort((a, b) => a - b)).toEqual([...index.ids.keys()]);
        const place = new Map([...acyclic.order].map((paper, i) => [paper, i]));
        acyclic.citing.forEach((citing, c) => {
          expect(place.get(citing)).toBeGreaterThan(place.get(acyclic.cited[c] ?? -1) ?? Number.NaN);
        });
        expect(acyclic.citing.length + setAside.length).toBe(index.citing.length);
        for (const c of setAside) {
          const members = components.find((component) => component.includes(index.citing[c] ?? -1));
          expect(members).toContain(index.cited[c]);
        }
      }),
    );
  });
});
