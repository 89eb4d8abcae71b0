import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/schema.ts";
import { exportGraph } from "../../src/export/export-graph.ts";
import { pajekCluOf, pajekNetOf } from "../../src/export/pajek.ts";
import { vosviewerOf } from "../../src/export/vosviewer.ts";
import { LIGHT } from "../../src/view/looks/palette.ts";
import { allOf } from "../../src/view/map/selection.ts";
import { buildSources } from "../../src/view/sources.ts";
import { corpusOf, cycle } from "../graphs.ts";
import { clipCorpus } from "../view/models.ts";
import { hostileCorpus, keptOnALine, texts } from "./hostile.ts";

function graphOf(corpus: Corpus) {
  const positions = Float64Array.from(corpus.papers.flatMap((_, i) => [20 * i + 10, 30 * i + 20]));
  return exportGraph(buildSources(corpus), allOf(corpus), { positions, theme: LIGHT });
}

/** A Pajek network by its grammar; throws at the first line that has no place in it. */
function readNet(text: string) {
  const lines = text.replace(/^\ufeff/, "").split("\r\n");
  if (lines.pop() !== "") throw new Error("the last line does not end");
  const count = Number(/^\*Vertices (\d+)$/.exec(lines.shift() ?? "")?.[1]);
  const vertices = lines.splice(0, count).map((line, i) => {
    const match = /^(\d+) "([^"]*)"(?: (0\.\d+) (0\.\d+))?$/.exec(line);
    if (Number(match?.[1]) !== i + 1) throw new Error(`not vertex ${i + 1}: ${line}`);
    return { label: match?.[2] ?? "", x: Number(match?.[3]), y: Number(match?.[4]) };
  });
  if (lines.shift() !== "*Arcs") throw new Error("no arcs where they belong");
  const arcs = lines.map((line) => {
    const match = /^(\d+) (\d+) 1$/.exec(line);
    if (!match) throw new Error(`no arc: ${line}`);
    return [Number(match[1]), Number(match[2])] as const;
  });
  return { vertices, arcs };
}

describe("pajekNetOf and pajekCluOf", () => {
  test("hold every paper, citation and domain, in one order", () => {
    const corpus = clipCorpus();
    const graph = graphOf(corpus);
    const { vertices, arcs } = readNet(pajekNetOf(graph));
    const label = (number: number) => graph.nodes[number - 1]?.paper.id;
    expect(vertices).toHaveLength(corpus.papers.length);
    expect(new Set(vertices.map((vertex) => vertex.label)).size).toBe(corpus.papers.length);
    expect(arcs.map(([citing, cited]) => `${label(citing)} ${label(cited)}`)).toEqual(
      corpus.citations.map(({ citing, cited }) => `${citing} ${cited}`),
    );
    const [head, ...classes] = pajekCluOf(graph).trimEnd().split("\r\n");
    expect(head).toBe(`*Vertices ${corpus.papers.length}`);
    expect(classes.map(Number)).toEqual(graph.nodes.map(({ slot }) => (slot ?? -1) + 1));
  });

  test("keep the picture's shape within the unit square", () => {
    const { vertices } = readNet(pajekNetOf(graphOf(corpusOf("A<-B<-C"))));
    expect(vertices.map(({ x, y }) => [x, y])).toEqual([
      [0.02, 0.02],
      [0.34, 0.5],
      [0.66, 0.98],
    ]);
  });

  test("stay within their grammar whatever the labels hold", () => {
    fc.assert(
      fc.property(texts, texts, (title, other) => {
        const net = pajekNetOf(graphOf(hostileCorpus(title, other)));
        expect(readNet(net).arcs).toEqual([
          [2, 3],
          [3, 1],
        ]);
        expect(/^[\r\n -~]*$/.test(net)).toBe(!net.startsWith("\ufeff"));
      }),
    );
  });
});

interface Vosviewer {
  readonly network: {
    readonly items: readonly Record<string, unknown>[];
    readonly links: readonly { source_id: number; target_id: number; strength: number }[];
    readonly clusters: readonly { cluster: number; label: string }[];
  };
}
const readVosviewer = (corpus: Corpus): Vosviewer["network"] =>
  (JSON.parse(vosviewerOf(graphOf(corpus))) as Vosviewer).network;

describe("vosviewerOf", () => {
  test("holds every paper with its place, domain, year and link, and every citation", () => {
    const corpus = clipCorpus();
    const { items, links, clusters } = readVosviewer(corpus);
    const graph = graphOf(corpus);
    expect(items).toHaveLength(corpus.papers.length);
    graph.nodes.forEach((node, i) => {
      expect(items[i]).toMatchObject({ id: i + 1, label: node.label, ...node.place });
      expect(items[i]?.cluster).toBe(node.slot === null ? undefined : node.slot + 1);
    });
    expect(clusters.map(({ label }) => label)).toEqual(graph.groups.map(({ label }) => label));
    expect(links.reduce((sum, { strength }) => sum + strength, 0)).toBe(corpus.citations.length);
    const ids = new Set(items.map(({ id }) => id));
    for (const { source_id, target_id } of links) expect(ids.has(source_id) && ids.has(target_id)).toBe(true);
  });

  test("joins two papers that cite each other once, twice as strongly", () => {
    const { links } = readVosviewer(corpusOf(cycle));
    expect(links.filter(({ strength }) => strength === 2)).toEqual([
      { source_id: 3, target_id: 4, strength: 2 },
    ]);
    expect(links).toHaveLength(4);
  });

  test("gives counts as weights only where every paper has one", () => {
    expect(readVosviewer(corpusOf("A<-B", { A: { citationCount: 3 } })).items[0]).not.toHaveProperty(
      "weights",
    );
    const both = { A: { citationCount: 3 }, B: { citationCount: 0 } };
    expect(readVosviewer(corpusOf("A<-B", both)).items.map(({ weights }) => weights)).toEqual([
      { Citations: 3 },
      { Citations: 0 },
    ]);
  });

  test("lets no text become markup in a description", () => {
    fc.assert(
      fc.property(texts, (title) => {
        for (const { description } of readVosviewer(hostileCorpus(title)).items) {
          const text = String(description).replace(/<\/?(?:table|tr|td)>/g, "");
          expect(text).not.toMatch(/[<>]/);
        }
        expect(keptOnALine(title)).not.toBe("");
      }),
    );
  });
});
