import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analysisReport, REPORT_MEMBERS } from "../../src/analysis/analysis-report.ts";
import { jsonLines } from "../../src/analysis/json-lines.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { chain, corpusOf, cycle } from "../graphs.ts";
import { pairs, smallGraphs } from "./drawn.ts";

/** The report as a reader of its JSON has it. */
function plain(...args: Parameters<typeof analysisReport>): Record<string, unknown> {
  return JSON.parse([...jsonLines(analysisReport(...args))].join(""));
}

describe("analysisReport", () => {
  test("says what the citations of a corpus say", () => {
    const corpus = corpusOf(`${chain}, A<-D, lone`);
    expect(
      plain(corpus, {
        only: [
          "root",
          "papers",
          "citations",
          "generations",
          "distances",
          "reduction",
          "weights",
          "oddOnesOut",
        ],
      }),
    ).toEqual({
      root: "A",
      papers: 5,
      citations: 4,
      generations: { A: 0, B: 1, C: 2, D: 3 },
      distances: { A: 0, B: 1, C: 2, D: 1 },
      reduction: { kept: 3, removed: [{ citing: "D", cited: "A", via: ["A", "B", "C", "D"] }] },
      weights: [
        { citing: "B", cited: "A", spc: "1", splc: "1", spnp: "3" },
        { citing: "C", cited: "B", spc: "1", splc: "2", spnp: "4" },
        { citing: "D", cited: "A", spc: "1", splc: "1", spnp: "1" },
        { citing: "D", cited: "C", spc: "1", splc: "3", spnp: "3" },
      ],
      oddOnesOut: ["lone"],
    });
  });

  test("lists main paths oldest first and how many tie", () => {
    const { mainPaths, longestPathBasket, agreement } = analysisReport(corpusOf(chain));
    const arcs = [
      ["A", "B"],
      ["B", "C"],
      ["C", "D"],
    ];
    const each = {
      global: [["A", "B", "C", "D"]],
      globalCount: "1",
      local: arcs,
      localBackward: arcs,
    };
    expect(mainPaths).toEqual({
      spc: { ...each, keyRoute: arcs },
      splc: { ...each, keyRoute: arcs },
      spnp: { ...each, keyRoute: arcs },
    });
    expect(longestPathBasket).toEqual(["A", "B", "C", "D"]);
    expect(agreement).toEqual({ A: 3, B: 3, C: 3, D: 3 });
  });

  test("follows a line of 50,000 papers and a ring of as many to their ends", () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `p${String(i).padStart(5, "0")}`);
    const chain = names.slice(1).map((citing, i) => ({ citing, cited: names[i]! }));
    const ring = [...chain, { citing: names[0]!, cited: names.at(-1)! }];
    for (const citations of [chain, ring]) {
      const papers = names.map((id) => ({ id, title: id }));
      const corpus = parseCorpus({ version: 1, survey: { root: names[0] }, papers, citations });
      const { mainPaths, longestPathBasket } = analysisReport(corpus, {
        only: ["mainPaths", "longestPathBasket"],
      });
      expect(mainPaths).toMatchObject({ spc: { global: [names], globalCount: "1" } });
      expect(longestPathBasket).toEqual(names);
    }
  });

  test("cuts what grows with the square of the papers, and says so", () => {
    const names = Array.from({ length: 60 }, (_, i) => `p${String(i).padStart(2, "0")}`);
    const papers = names.map((id) => ({ id, title: id }));
    const citations = names.flatMap((citing) =>
      names.flatMap((cited) => (citing === cited ? [] : [{ citing, cited }])),
    );
    const report = analysisReport(parseCorpus({ version: 1, papers, citations }));
    const text = [...jsonLines(report, 10_000)].join("");
    const { weights, reduction, truncated } = JSON.parse(text);
    expect(truncated).toEqual({
      "reduction.removed": { listed: reduction.removed.length, of: 59 * 29 },
      weights: { listed: weights.length, of: 59 * 30 },
    });
    expect(weights.length).toBeGreaterThan(10);
    expect(weights.length).toBeLessThan(200);
  });

  test("says how many of the main paths that tie are listed", () => {
    const diamonds = Array.from({ length: 10 }, (_, i) => `a${i}<-b${i}<-a${i + 1}, a${i}<-c${i}<-a${i + 1}`);
    const { mainPaths } = analysisReport(corpusOf(diamonds.join(",")), { only: ["mainPaths"] });
    expect(mainPaths).toMatchObject({
      spc: { globalCount: "1024", truncated: { global: { listed: 100, of: "1024" } } },
    });
  });

  test("lists cycles and what was set aside", () => {
    const { cycles, setAside } = analysisReport(corpusOf(cycle));
    expect(cycles).toEqual([["C", "D"]]);
    expect(setAside).toEqual([{ citing: "C", cited: "D" }]);
  });

  test("measures the lineage or the survey's part of it when asked to", () => {
    const corpus = corpusOf("O<-A<-B<-C, A<-C", { B: { role: "context" } }, { survey: { root: "A" } });
    const basket = (scope: "corpus" | "lineage" | "survey") =>
      analysisReport(corpus, { scope, only: ["longestPathBasket"] }).longestPathBasket;
    expect(basket("corpus")).toEqual(["A", "B", "C", "O"]);
    expect(basket("lineage")).toEqual(["A", "B", "C"]);
    expect(basket("survey")).toEqual(["A", "C"]);
  });

  test("needs only the required fields", () => {
    const corpus = parseCorpus({ version: 1, papers: [{ id: "a", title: "A" }], citations: [] });
    expect(analysisReport(corpus)).toMatchObject({ root: null, generations: { a: 0 }, oddOnesOut: [] });
    expect(Object.keys(analysisReport(corpus))).toEqual(REPORT_MEMBERS);
  });

  test("has the members asked for and refuses others by name", () => {
    const corpus = corpusOf(chain);
    expect(Object.keys(analysisReport(corpus, { only: ["weights", "reduction"] }))).toEqual([
      "reduction",
      "weights",
    ]);
    expect(() => analysisReport(corpus, { only: ["weight"] })).toThrow(/no member "weight"; known: root, /);
  });

  const slow = ["stability", "structure"];

  test.each([
    ["what is computed at once", REPORT_MEMBERS.filter((name) => !slow.includes(name)), 40],
    ["what takes many runs", slow, 3],
  ])("has the same bytes whatever the order of papers and citations: %s", (_, only, numRuns) => {
    fc.assert(
      fc.property(smallGraphs({ acyclic: false }), (graph) => {
        const papers = graph.ids.map((id) => ({ id, title: id }));
        const citations = pairs(graph, graph.citing.keys()).map(([cited, citing]) => ({ citing, cited }));
        const text = (ps: typeof papers, cs: typeof citations) => {
          const corpus = parseCorpus({ version: 1, survey: { root: "p00" }, papers: ps, citations: cs });
          return [...jsonLines(analysisReport(corpus, { only }))].join("");
        };
        expect(text([...papers].reverse(), [...citations].reverse())).toBe(text(papers, citations));
      }),
      { numRuns },
    );
  });
});
