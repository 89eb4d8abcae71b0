import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { ENGLISH_EXPORT } from "../../../src/text/en/export.ts";
import {
  allOf,
  groupOf,
  type Selection,
  selectionOf,
  shownOn,
  surveyOf,
} from "../../../src/view/map/selection.ts";
import { exportScopes, printedRows } from "../../../src/view/panels/export-model.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf, cycle, diamond } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

const told = ({ papers, citations }: Selection) => ({
  papers: [...papers].sort().join(" "),
  citations: citations
    .map(({ citing, cited }) => `${citing}→${cited}`)
    .sort()
    .join(" "),
});
const shown = (graph: string, choices: Partial<State> = {}, facts = {}) => {
  const sources = buildSources(corpusOf(graph, facts));
  return told(shownOn(sources.catalogue, buildViewModel(sources, stateWith(choices)).map));
};

describe("selectionOf", () => {
  test("takes the papers and the citations among them, and passes over ids that are not there", () => {
    expect(told(selectionOf(corpusOf(diamond), ["A", "B", "D", "Z"].map(paperId)))).toEqual({
      papers: "A B D",
      citations: "B→A D→B",
    });
  });

  test("of nothing is nothing, and allOf is everything", () => {
    const corpus = corpusOf(diamond);
    expect(told(selectionOf(corpus, []))).toEqual({ papers: "", citations: "" });
    expect(allOf(corpus).citations).toHaveLength(4);
  });
});

describe("surveyOf and groupOf", () => {
  test("leave out works around the survey, and papers of other groups", () => {
    expect(told(surveyOf(corpusOf("A<-B<-W", { W: { role: "context" } })))).toEqual({
      papers: "A B",
      citations: "B→A",
    });
    const { catalogue } = clipSources();
    expect([...groupOf(catalogue, "segmentation").papers]).toHaveLength(3);
    expect(groupOf(catalogue, "nowhere").papers.size).toBe(0);
  });
});

describe("shownOn", () => {
  test("holds what the filters leave, both of two mutual citations included", () => {
    expect(shown(cycle)).toEqual({ papers: "A B C D", citations: "B→A C→B C→D D→B D→C" });
    const years = { A: { year: 2020 }, B: { year: 2021 }, C: { year: 2022 }, D: { year: 2022 } };
    expect(shown(cycle, { years: [2020, 2021] }, years)).toEqual({ papers: "A B", citations: "B→A" });
  });

  test("holds no citation whose evidence is switched off", () => {
    const corpus = corpusOf(
      "A",
      {},
      {
        papers: [
          { id: "A", title: "A" },
          { id: "B", title: "B" },
        ],
        citations: [{ citing: "B", cited: "A", confidence: "likely" }],
      },
    );
    const sources = buildSources(corpus);
    const map = (choices: Partial<State>) =>
      shownOn(sources.catalogue, buildViewModel(sources, stateWith(choices)).map);
    expect(map({}).citations).toHaveLength(1);
    expect(map({ hiddenEvidence: ["likely"] }).citations).toHaveLength(0);
  });
});

describe("exportScopes", () => {
  const scopes = (choices: Partial<State> = {}) => {
    const sources = clipSources();
    const state = stateWith(choices);
    const model = buildViewModel(sources, state);
    return exportScopes(sources, state, model, shownOn(sources.catalogue, model.map), ENGLISH_EXPORT);
  };

  test("offers what is shown, the survey, everything and each domain, with counts", () => {
    const found = scopes();
    expect(found.slice(0, 3).map(({ id, count }) => `${id}: ${count}`)).toEqual([
      "shown: 108 papers, 250 citations",
      "survey: 19 papers, 27 citations",
      "all: 108 papers, 250 citations",
    ]);
    expect(found.filter(({ domain }) => domain)).toHaveLength(10);
    expect(found.map(({ file }) => file)).toContain("clip-lineage-segmentation");
  });

  test("offers a selected paper alone and with its lineage, as the page traces it", () => {
    const found = scopes({ selected: paperId("arxiv:2212.00794") });
    const lineage = found.find(({ id }) => id === "lineage");
    expect(found.find(({ id }) => id === "paper")?.selection.papers.size).toBe(1);
    expect(lineage?.label).toBe("FLIP with its lineage");
    expect([...(lineage?.selection.papers ?? [])].sort()).toEqual([
      "arxiv:2103.00020",
      "arxiv:2112.12750",
      "arxiv:2208.12262",
      "arxiv:2212.00794",
      "arxiv:2306.11029",
    ]);
  });

  test("offers a path only while there is one", () => {
    const from = paperId("arxiv:2103.00020");
    const path = scopes({ path: { from, to: paperId("arxiv:2306.11029") } }).find(({ id }) => id === "path");
    expect(path?.selection.papers.size).toBe(4);
    expect(scopes({ path: { from, to: null } }).some(({ id }) => id === "path")).toBe(false);
  });
});

describe("printedRows", () => {
  test("lists the survey's papers by date with what is known of them", () => {
    const sources = clipSources();
    const rows = printedRows(sources, allOf(sources.catalogue.corpus));
    expect(rows).toHaveLength(19);
    expect(rows[0]?.cells).toEqual([
      "CLIP: Learning Transferable Visual Models From Natural Language Supervision",
      "2021-02-26",
      "ICML 2021",
      "Origin",
      "50,664",
    ]);
  });
});
