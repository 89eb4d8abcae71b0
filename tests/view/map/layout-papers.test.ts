import { describe, expect, test } from "vitest";
import { layoutGraphOf } from "../../../src/view/map/layout-papers.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources } from "../models.ts";

describe("layoutGraphOf", () => {
  test("gives the layouts every paper in the catalogue's order and every link in the corpus's", () => {
    const sources = clipSources();
    const { catalogue } = sources;
    const { papers, links, groups } = layoutGraphOf(sources);
    expect(papers.map(({ id }) => id)).toEqual(catalogue.entries.map(({ paper }) => paper.id));
    expect(links.map(({ citing, cited }) => [papers[citing]?.id, papers[cited]?.id])).toEqual(
      catalogue.corpus.citations.map(({ citing, cited }) => [citing, cited]),
    );
    expect(groups.map(({ id }) => id)).toEqual(catalogue.groups.map(({ id }) => id));
  });

  test("gives labels to survey papers alone, and lets links to works around the survey pull less", () => {
    const { papers, links } = layoutGraphOf(buildSources(corpusOf("A<-B, A->W", { W: { role: "context" } })));
    expect(papers.map(({ labelWidth }) => labelWidth > 0)).toEqual([true, true, false]);
    expect(links[0]?.strength).toBeLessThan(links[1]?.strength ?? 0);
  });

  test("makes the root the most important", () => {
    const sources = clipSources();
    const [first, second] = layoutGraphOf(sources).papers.toSorted((a, b) => b.importance - a.importance);
    expect(first?.id).toBe(sources.catalogue.root?.paper.id);
    expect(second?.importance).toBeLessThan(first?.importance ?? 0);
  });
});
