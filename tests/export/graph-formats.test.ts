import * as fc from "fast-check";
import { DirectedGraph, MultiDirectedGraph } from "graphology";
import { parse as readGexf } from "graphology-gexf";
import { parse as readGraphml } from "graphology-graphml";
import { describe, expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/schema.ts";
import { type ExportGraph, exportGraph } from "../../src/export/export-graph.ts";
import { gexfOf } from "../../src/export/gexf.ts";
import { graphmlOf } from "../../src/export/graphml.ts";
import { LIGHT } from "../../src/view/looks/palette.ts";
import { allOf } from "../../src/view/map/selection.ts";
import { buildSources } from "../../src/view/sources.ts";
import { corpusOf, cycle } from "../graphs.ts";
import { clipCorpus } from "../view/models.ts";
import { hostileCorpus, kept, texts } from "./hostile.ts";
import { wellFormed } from "./well-formed.ts";

/** The graph of a corpus whose papers stand at 10, 20; 30, 40; … in the order of their ids. */
function graphOf(corpus: Corpus): ExportGraph {
  const positions = Float64Array.from(corpus.papers.flatMap((_, i) => [20 * i + 10, 20 * i + 20]));
  return exportGraph(buildSources(corpus), allOf(corpus), { positions, theme: LIGHT });
}

const arcs = (graph: { mapEdges<T>(f: (...edge: [string, object, string, string]) => T): T[] }) =>
  graph.mapEdges((_, __, citing, cited) => `${citing} → ${cited}`).sort();
const arcsOf = (corpus: Corpus) => corpus.citations.map(({ citing, cited }) => `${citing} → ${cited}`).sort();

describe("graphmlOf", () => {
  test("is read back by another hand: papers, citations, facts, places and colours", () => {
    const corpus = clipCorpus();
    const graph = graphOf(corpus);
    const read = readGraphml(DirectedGraph, graphmlOf(graph));
    expect(read.nodes().sort()).toEqual(corpus.papers.map(({ id }) => id).sort());
    expect(arcs(read)).toEqual(arcsOf(corpus));
    expect(read.getAttribute("name")).toBe("CLIP lineage");
    for (const { paper, label, place, color, size, group } of graph.nodes) {
      const facts = read.getNodeAttributes(paper.id);
      expect(facts).toMatchObject({ title: paper.title, label, color, size, ...place });
      expect(facts.date).toBe(paper.date ?? undefined);
      expect(facts.citations).toBe(paper.citationCount ?? undefined);
      expect(facts.group).toBe(group ?? undefined);
    }
  });

  test("keeps hostile texts letter for letter, and stays XML", () => {
    fc.assert(
      fc.property(texts, texts, (title, other) => {
        const corpus = hostileCorpus(title, other);
        const xml = graphmlOf(graphOf(corpus));
        wellFormed(xml);
        const read = readGraphml(DirectedGraph, xml);
        expect(arcs(read)).toEqual(arcsOf(corpus));
        expect(read.getNodeAttribute("A", "title")).toBe(kept(title));
        expect(read.getNodeAttribute("A", "venue")).toBe(kept(other));
        expect(read.getNodeAttribute("C c", "date")).toBe("2021-02-26");
      }),
    );
  });

  test("keeps both of two citations that go to and fro", () => {
    const read = readGraphml(DirectedGraph, graphmlOf(graphOf(corpusOf(cycle))));
    expect(arcs(read)).toEqual(["B → A", "C → B", "C → D", "D → B", "D → C"]);
  });

  test("leaves out what is not known, and places where none were asked for", () => {
    const corpus = corpusOf("A");
    const xml = graphmlOf(exportGraph(buildSources(corpus), allOf(corpus)));
    expect(Object.keys(readGraphml(DirectedGraph, xml).getNodeAttributes("A")).sort()).toEqual([
      "color",
      "generation",
      "label",
      "role",
      "size",
      "title",
    ]);
  });
});

describe("gexfOf", () => {
  test("is read back by another hand: papers, citations, facts, places, sizes and colours", () => {
    const corpus = clipCorpus();
    const graph = graphOf(corpus);
    const read = readGexf(MultiDirectedGraph, gexfOf(graph));
    expect(read.nodes().sort()).toEqual(corpus.papers.map(({ id }) => id).sort());
    expect(arcs(read)).toEqual(arcsOf(corpus));
    for (const { paper, label, place, color, size } of graph.nodes) {
      const facts = read.getNodeAttributes(paper.id);
      expect(facts).toMatchObject({ title: paper.title, label, size, ...place });
      expect(hex(String(facts.color))).toBe(color);
      expect(facts.citations).toBe(paper.citationCount ?? undefined);
    }
    const [edge] = read.edges("arxiv:2212.00794", "arxiv:2103.00020");
    expect(read.getEdgeAttributes(edge)).toMatchObject({
      confidence: "verified",
      evidence: "reference [52]",
    });
  });

  test("begins papers on the first day of what is known of their date, and citations with the citing one", () => {
    const document = wellFormed(gexfOf(graphOf(hostileCorpus("Title"))));
    const starts = (name: string) =>
      [...document.getElementsByTagName(name)].map((element) => [
        element.getAttribute("id") || element.getAttribute("source"),
        element.getAttribute("start"),
      ]);
    expect(starts("node")).toEqual([
      ["A", "2019-01-01"],
      ["C c", "2021-02-26"],
      ["doi:10.1/<b>&\"'", "2020-05-01"],
    ]);
    expect(starts("edge").map(([, start]) => start)).toEqual(["2021-02-26", "2020-05-01"]);
    expect(gexfOf(graphOf(corpusOf("A")))).not.toContain("start=");
  });

  test("keeps hostile texts letter for letter, and stays XML", () => {
    fc.assert(
      fc.property(texts, texts, (title, other) => {
        const corpus = hostileCorpus(title, other);
        const xml = gexfOf(graphOf(corpus));
        wellFormed(xml);
        const read = readGexf(MultiDirectedGraph, xml);
        expect(arcs(read)).toEqual(arcsOf(corpus));
        expect(read.getNodeAttribute("A", "title")).toBe(kept(title));
        expect(read.getNodeAttribute("A", "label")).toBe(kept(title));
      }),
    );
  });
});

/** `rgb(28, 27, 25)` as `#1c1b19`; a hexadecimal colour as it is. */
function hex(color: string): string {
  const numbers = color.match(/\d+/g);
  if (color.startsWith("#") || numbers === null) return color;
  return `#${numbers
    .slice(0, 3)
    .map((n) => Number(n).toString(16).padStart(2, "0"))
    .join("")}`;
}
