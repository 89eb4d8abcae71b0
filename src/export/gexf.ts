import { xmlText } from "../view/looks/xml-text.ts";
import { CITATION_COLUMNS, type Column, PAPER_COLUMNS } from "./columns.ts";
import type { ExportGraph, ExportNode } from "./export-graph.ts";
import { endsOf } from "./graphml.ts";

/**
 * The graph as GEXF 1.3: arcs from the citing to the cited paper, facts as attributes, what is not known
 * left out; colours, sizes and places (px, y upwards) in its viz module; papers begin on the first day of
 * what is known of their date, citations with the citing paper.
 */
export function gexfOf(graph: ExportGraph): string {
  const { title, author, date, nodes, edges } = graph;
  return `${[
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">`,
    `  <meta${date === null ? "" : ` lastmodifieddate="${firstDay(date)}"`}>`,
    ...(author === null ? [] : [`    <creator>${xmlText(author)}</creator>`]),
    `    <description>${xmlText(title)}</description>`,
    "  </meta>",
    `  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">`,
    ...declared("node", PAPER_COLUMNS),
    ...declared("edge", CITATION_COLUMNS),
    "    <nodes>",
    ...nodes.flatMap((node) => [
      `      <node id="${xmlText(node.paper.id)}" label="${xmlText(node.label)}"${startOf(node)}>`,
      ...valuesOf(PAPER_COLUMNS, node),
      ...vizOf(node),
      "      </node>",
    ]),
    "    </nodes>",
    "    <edges>",
    ...edges.flatMap((edge, i) => [
      `      <edge id="${i}" ${endsOf(graph, edge)}${startOf(nodes[edge.citing])}>`,
      ...valuesOf(CITATION_COLUMNS, edge),
      "      </edge>",
    ]),
    "    </edges>",
    "  </graph>",
    "</gexf>",
  ].join("\n")}\n`;
}

function declared<T>(what: "node" | "edge", columns: readonly Column<T>[]): string[] {
  return [
    `    <attributes class="${what}">`,
    ...columns.map(({ name, type }) => `      <attribute id="${name}" title="${name}" type="${type}"/>`),
    "    </attributes>",
  ];
}

function valuesOf<T>(columns: readonly Column<T>[], item: T): string[] {
  const values = columns.flatMap(({ name, of }) => {
    const value = of(item);
    return value === null ? [] : [`          <attvalue for="${name}" value="${xmlText(String(value))}"/>`];
  });
  return values.length === 0 ? [] : ["        <attvalues>", ...values, "        </attvalues>"];
}

function vizOf({ color, size, place }: ExportNode): string[] {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return [
    `        <viz:color r="${r}" g="${g}" b="${b}"/>`,
    ...(place === null ? [] : [`        <viz:position x="${place.x}" y="${place.y}" z="0"/>`]),
    `        <viz:size value="${size}"/>`,
  ];
}

function startOf(node: ExportNode | undefined): string {
  const date = node?.paper.date ?? (node?.paper.year ? String(node.paper.year) : null);
  return date === null ? "" : ` start="${firstDay(date)}"`;
}

/** The first day of a date of any precision: the format knows no other. */
function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}
