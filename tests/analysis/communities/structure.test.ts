import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rewired } from "../../../src/analysis/communities/rewired.ts";
import { seededRandom } from "../../../src/analysis/communities/seeded-random.ts";
import { structureOf } from "../../../src/analysis/communities/structure.ts";
import { type LinkKind, undirectedLinks } from "../../../src/analysis/communities/undirected-links.ts";
import { citationIndexOf, citersOf, referencesOf } from "../../../src/columns/citation-index.ts";
import { indexOf, smallGraphs } from "../drawn.ts";
import { plantedCorpus } from "../planted.ts";

const linksOf = (kind: LinkKind) => (index: Parameters<typeof undirectedLinks>[0]) =>
  undirectedLinks(index, kind, () => true);

describe("structureOf", () => {
  const clear = plantedCorpus();
  const none = plantedCorpus({ within: 0.06, across: 0.06 });

  test.each(["citations", "coupling", "both"] as const)("finds planted domains by %s", (kind) => {
    const index = citationIndexOf(clear.papers, clear.citations);
    const structure = structureOf(index, linksOf(kind), { rewirings: 9, starts: 2 });
    expect(structure).toMatchObject({ found: true, reached: 0, rewirings: 9 });
    expect(structure.modularity).toBeGreaterThan(structure.expected);
  });

  test.each(["citations", "coupling", "both"] as const)("finds none where there is none, by %s", (kind) => {
    const index = citationIndexOf(none.papers, none.citations);
    const structure = structureOf(index, linksOf(kind), { rewirings: 9, starts: 2 });
    // Groups there are, of a modularity that looks like something.
    expect(structure.modularity).toBeGreaterThan(0.05);
    expect(structure.found).toBe(false);
  });

  test("finds none in a graph without links", () => {
    expect(structureOf(indexOf("A, B"), linksOf("citations"), { rewirings: 2 })).toMatchObject({
      modularity: 0,
      found: false,
    });
  });
});

describe("rewired", () => {
  test("keeps the length of every list and never cites twice, itself or against the dates", () => {
    fc.assert(
      fc.property(smallGraphs({ size: 9 }), fc.nat(999), (graph, seed) => {
        const index = {
          ...graph,
          days: Float64Array.from(graph.ids, (_, paper) => datesOf(graph)[paper] ?? 0),
        };
        const dealt = rewired(index, seededRandom(seed));
        for (const paper of index.ids.keys()) {
          expect(referencesOf(dealt, paper)).toHaveLength(referencesOf(index, paper).length);
          expect(citersOf(dealt, paper)).toHaveLength(citersOf(index, paper).length);
        }
        const pairs = [...dealt.citing].map((citing, c) => [citing, dealt.cited[c] ?? -1] as const);
        expect(new Set(pairs.map(String)).size).toBe(pairs.length);
        for (const [citing, cited] of pairs) {
          expect(citing).not.toBe(cited);
          expect(index.days[citing]).toBeGreaterThanOrEqual(index.days[cited] ?? Number.NaN);
        }
      }),
    );
  });

  test("deals anew what can be dealt anew", () => {
    const { papers, citations } = plantedCorpus({ size: 10 });
    const index = citationIndexOf(papers, citations);
    expect([...rewired(index, seededRandom(1)).cited]).not.toEqual([...index.cited]);
  });
});

/** Days that agree with every citation of an acyclic graph: how long a chain of references a paper has. */
function datesOf(graph: Parameters<typeof referencesOf>[0]): number[] {
  const depth = (paper: number): number =>
    1 + Math.max(0, ...[...referencesOf(graph, paper)].map((cited) => depth(cited)));
  return [...graph.ids.keys()].map(depth);
}
