import { describe, expect, test } from "vitest";
import { analysisReport, type ReportOptions } from "../../src/analysis/analysis-report.ts";
import { jsonLines } from "../../src/analysis/json-lines.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { corpusOf, missingReferenceCorpus } from "../graphs.ts";
import { plantedCorpus } from "./planted.ts";

/** The report as a reader of its JSON has it. */
function plain(corpus: Corpus, options: ReportOptions) {
  return JSON.parse([...jsonLines(analysisReport(corpus, options))].join(""));
}

describe("a survey with planted domains", () => {
  const corpus = plantedCorpus();

  test.each(["citations", "coupling", "both"] as const)("analysisReport finds them by %s", (links) => {
    // By coupling alone the first papers, with one or two references, need clearer borders.
    const clear = links === "coupling" ? plantedCorpus({ within: 0.4, across: 0.003 }) : corpus;
    const { comparison, communities } = plain(clear, { links, only: ["comparison", "communities"] });
    // The oldest papers cite nothing, so that by coupling they belong to none.
    expect(comparison.papers).toBeGreaterThan(130);
    expect(comparison.ari).toBeGreaterThan(0.95);
    expect(comparison.ami).toBeGreaterThan(0.95);
    expect(new Set(Object.values(communities)).size).toBe(5);
  });

  test("analysisReport names each by its topic", () => {
    const { communityLabels, crossTable } = plain(corpus, { only: ["communityLabels", "crossTable"] });
    const topics = [
      "point clouds",
      "video retrieval",
      "tumor detection",
      "robot navigation",
      "satellite images",
    ];
    for (const [community, [term]] of communityLabels.entries()) {
      const cells = crossTable.filter((cell: { community: number }) => cell.community === community);
      const sizes = cells.map((cell: { papers: string[] }) => cell.papers.length);
      const { heading } = cells[sizes.indexOf(Math.max(...sizes))];
      expect(term).toBe(topics[Number(heading.replace("domain-", ""))]);
    }
  });

  test("analysisReport says that there is structure, and that there is none", () => {
    const structureIn = (of: Corpus) => plain(of, { only: ["structure"] }).structure;
    expect(structureIn(plantedCorpus({ size: 12, within: 0.4 })).found).toBe(true);
    const none = plantedCorpus({ size: 12, within: 0.1, across: 0.1 });
    expect(structureIn(none).found).toBe(false);
    const { comparison } = plain(none, { only: ["comparison"] });
    expect(Math.abs(comparison.ari)).toBeLessThan(0.15);
  });

  test("analysisReport finds the paper that was put under the wrong heading", () => {
    const placements = corpus.placements.map((placement) =>
      placement.paper === "paper:0040" ? { ...placement, domain: "domain-3" } : placement,
    );
    const { disagreements } = plain({ ...corpus, placements }, { only: ["disagreements"] });
    expect(disagreements[0]).toMatchObject({
      paper: "paper:0040",
      heading: "domain-3",
      pulledTo: "domain-0",
    });
  });
});

describe("analysisReport", () => {
  test("lists for each paper its most similar ones, unknown lists apart", () => {
    const corpus = corpusOf("A<-C, B<-C, A<-D, B<-D, A<-E", {
      E: { referencesKnown: false },
    });
    const only = ["unknownReferences", "coupling", "coCitation"];
    expect(plain(corpus, { only })).toEqual({
      unknownReferences: ["A", "B", "E"],
      coupling: [{ a: "C", b: "D", shared: 2, cosine: 1, associationStrength: 2 }],
      coCitation: [{ a: "A", b: "B", shared: 2, cosine: 0.816496581, associationStrength: 2 }],
    });
  });

  test("lists at most the `top` pairs of each paper", () => {
    const corpus = corpusOf("A<-P, B<-P, C<-P, A<-Q, B<-Q, A<-R, C<-R, D<-R, E<-R");
    const pairs = (top: number) =>
      plain(corpus, { top, only: ["coupling"] }).coupling.map(
        (pair: { a: string; b: string }) => pair.a + pair.b,
      );
    expect(pairs(10)).toEqual(["PQ", "PR", "QR"]);
    expect(pairs(1)).toEqual(["PQ", "PR"]);
  });

  test("gives a paper without links no community and no headings no comparison", () => {
    const report = plain(missingReferenceCorpus(), {
      only: ["communities", "modularity", "comparison", "structure", "missingPapers", "disagreements"],
    });
    // C's references are not known, and the root that all others cite tells none apart.
    expect(report).toMatchObject({
      communities: {},
      modularity: 0,
      comparison: null,
      structure: { found: false },
      missingPapers: [],
      disagreements: [],
    });
  });

  test("offers a missing paper as a line of the survey", () => {
    const context = { role: "context", title: "A work", venue: "CVPR", year: 2020 } as const;
    const corpus = corpusOf("root<-A, root<-B, root<-C, x<-A, x<-B, x<-C", { x: context });
    expect(plain(corpus, { only: ["missingPapers"] }).missingPapers).toEqual([
      {
        paper: "x",
        citedBy: ["A", "B", "C"],
        cites: [],
        heading: null,
        confidence: 0,
        entry: "- [CVPR 2020] | **A work**",
      },
    ]);
  });
});
