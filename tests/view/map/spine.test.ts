import { describe, expect, test } from "vitest";
import { lineageFacts } from "../../../src/view/map/spine.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { chain, corpusOf, diamond, fork } from "../../graphs.ts";
import { clipSources } from "../models.ts";

function factsOf(text: string) {
  const { analysis, catalogue } = buildSources(corpusOf(text));
  const lineage = lineageFacts(analysis);
  const labels = (papers: readonly number[] | null) =>
    papers?.map((i) => catalogue.entries[i]?.label) ?? null;
  return { lineage, catalogue, labels };
}

describe("lineageFacts", () => {
  test("finds no implied link in a chain, a fork or a diamond", () => {
    for (const text of [chain, fork, diamond]) {
      const { lineage, catalogue } = factsOf(text);
      expect(lineage.carrying).toBe(lineage.total);
      expect(catalogue.corpus.citations.map((_, i) => lineage.impliedBy(i))).toEqual(
        catalogue.corpus.citations.map(() => null),
      );
    }
  });

  test("finds the link across a diamond, with a path that implies it, oldest first", () => {
    const { lineage, labels } = factsOf(`${diamond}, A<-D`);
    expect([lineage.total, lineage.carrying]).toEqual([5, 4]);
    const path = labels(lineage.impliedBy(2));
    expect([path?.[0], path?.at(-1), path?.length]).toEqual(["A", "D", 3]);
  });

  test("counts only citations among the root and its descendants in the survey", () => {
    const { analysis } = buildSources(corpusOf("A<-B, X<-Y, A<-W, B->W", { W: { role: "context" } }));
    expect(lineageFacts(analysis).total).toBe(1);
  });

  test("counts every citation of the bundled lineage either as implied or as carrying it", () => {
    const { lineage, catalogue } = clipSources();
    const implied = catalogue.corpus.citations.flatMap((_, i) => lineage.impliedBy(i) ?? []).length;
    const removed = catalogue.corpus.citations.filter((_, i) => lineage.impliedBy(i) !== null);
    expect(implied).toBeGreaterThan(removed.length);
    expect(lineage.carrying + removed.length).toBe(lineage.total);
    expect([lineage.total, lineage.carrying]).toEqual([27, 20]);
  });

  test("implies a link only by a path of known citations between its ends", () => {
    const { lineage, catalogue } = clipSources();
    const known = new Set(catalogue.corpus.citations.map(({ citing, cited }) => `${citing} ${cited}`));
    catalogue.corpus.citations.forEach(({ citing, cited }, i) => {
      const path = lineage.impliedBy(i)?.map((paper) => catalogue.entries[paper]?.paper.id);
      if (!path) return;
      expect([path[0], path.at(-1)]).toEqual([cited, citing]);
      expect(path.length).toBeGreaterThan(2);
      for (let step = 1; step < path.length; step++)
        expect(known).toContain(`${path[step]} ${path[step - 1]}`);
    });
  });

  test("puts a chain on all three main paths, and says that no other ties", () => {
    const { lineage } = factsOf(chain);
    const { papers, citations, ties } = lineage.spine(0);
    expect([...papers]).toEqual([3, 3, 3, 3]);
    expect([...citations]).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(ties).toEqual([1n, 1n, 1n]);
  });

  test("draws both arms of a diamond, since they tie", () => {
    const { papers, ties } = factsOf(diamond).lineage.spine(0);
    expect([...papers]).toEqual([3, 3, 3, 3]);
    expect(ties).toEqual([2n, 2n, 2n]);
  });

  test("never loses a paper to one key route more, and computes each number once", () => {
    const { lineage } = clipSources();
    let before = lineage.spine(1);
    expect(lineage.spine(1)).toBe(before);
    for (let routes = 2; routes <= lineage.total; routes++) {
      const { papers, citations } = lineage.spine(routes);
      for (const [citation, count] of before.citations) {
        expect(citations.get(citation)).toBeGreaterThanOrEqual(count);
      }
      before.papers.forEach((count, paper) => {
        expect(papers[paper]).toBeGreaterThanOrEqual(count);
      });
      before = lineage.spine(routes);
    }
    expect([...before.citations.values()]).toEqual(Array(lineage.total).fill(3));
  });
});
