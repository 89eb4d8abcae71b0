import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coCitationOf } from "../../../src/analysis/communities/co-citation.ts";
import { couplingOf } from "../../../src/analysis/communities/coupling.ts";
import { nearPapers } from "../../../src/analysis/communities/near-papers.ts";
import { similarTo } from "../../../src/analysis/communities/similarity.ts";
import { citersOf, referencesOf } from "../../../src/columns/citation-index.ts";
import { at, ids, indexOf, smallGraphs } from "../drawn.ts";

const graphs = smallGraphs({ size: 12, acyclic: false });
const all = Number.POSITIVE_INFINITY;

describe("the papers nearest to one", () => {
  test("are those whose lists meet, with the size of the intersection and the works in it", () => {
    fc.assert(
      fc.property(graphs, fc.func(fc.boolean()), (index, isKnown) => {
        const near = nearPapers(index, isKnown, all);
        for (const [kind, listOf] of [
          ["coupling", referencesOf],
          ["coCitation", citersOf],
        ] as const) {
          const takesPart = (paper: number) => kind === "coCitation" || isKnown(paper);
          for (const paper of index.ids.keys()) {
            const found = near.nearest(kind, paper);
            if (!takesPart(paper)) {
              expect(found).toBeNull();
              continue;
            }
            const own = new Set(listOf(index, paper));
            const meant = [...index.ids.keys()].flatMap((other) => {
              const list = [...listOf(index, other)];
              const both = list.filter((work) => own.has(work));
              if (other === paper || !takesPart(other) || both.length === 0) return [];
              expect(near.works(kind, paper, other)).toEqual(both);
              return {
                paper: other,
                shared: both.length,
                cosine: both.length / Math.sqrt(own.size * list.length),
              };
            });
            expect(found?.sharing).toBe(meant.length);
            expect([...(found?.nearest ?? [])].sort((a, b) => a.paper - b.paper)).toEqual(meant);
          }
        }
      }),
    );
  });

  test("are the first of those that similarTo finds, in its order", () => {
    fc.assert(
      fc.property(graphs, fc.func(fc.boolean()), fc.integer({ min: 1, max: 6 }), (index, isKnown, top) => {
        const near = nearPapers(index, isKnown, top);
        for (const [kind, similarity] of [
          ["coupling", couplingOf(index, isKnown)],
          ["coCitation", coCitationOf(index)],
        ] as const) {
          for (const paper of index.ids.keys()) {
            const listed = similarTo(similarity, paper, top)?.map(
              ({ associationStrength: _, ...rest }) => rest,
            );
            expect(near.nearest(kind, paper)?.nearest ?? null).toEqual(listed ?? null);
          }
        }
      }),
    );
  });

  test("are counted beyond those that are named", () => {
    const index = indexOf("A<-P, B<-P, A<-Q, B<-Q, A<-R, B<-S, Z<-S");
    const found = nearPapers(index, () => true, 1).nearest("coupling", at(index, "P"));
    expect(ids(index, found?.nearest.map(({ paper }) => paper) ?? [])).toEqual(["Q"]);
    expect(found?.sharing).toBe(3);
  });
});
