import { xmlText } from "../view/looks/xml-text.ts";
import { CITATION_COLUMNS, type Column, PAPER_COLUMNS } from "./columns.ts";
import type { ExportEdge, ExportGraph, ExportNode } from "./export-graph.ts";

type Fact<T> = Omit<Column<T>, "type"> & { readonly type: Column<T>["type"] | "double" };

const NODE_FACTS: readonly Fact<ExportNode>[] = [
  { name: "label", type: "string", of: ({ label }) => label },
  ...PAPER_COLUMNS,
  { name: "x", type: "double", of: ({ place }) => place?.x ?? null },
  { name: "y", type: "double", of: ({ place }) => place?.y ?? null },
  { name: "color", type: "string", of: ({ color }) => color },
  { name: "size", type: "double", of: ({ size }) => size },
];

/**
 * The graph as GraphML: arcs from the citing to the cited paper, every fact a key of its type, what is
 * not known left out; places in px, y upwards.
 */
export function graphmlOf(graph: ExportGraph): string {
  return `${[
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`,
    `  <key id="name" for="graph" attr.name="name" attr.type="string"/>`,
    ...NODE_FACTS.map((fact) => keyOf("node", fact)),
    ...CITATION_COLUMNS.map((fact) => keyOf("edge", fact)),
    `  <graph id="G" edgedefault="directed">`,
    `    <data key="name">${xmlText(graph.title)}</data>`,
    ...graph.nodes.flatMap((node) => [
      `    <node id="${xmlText(node.paper.id)}">`,
      ...dataOf("node", NODE_FACTS, node),
      "    </node>",
    ]),
    ...graph.edges.flatMap((edge, i) => [
      `    <edge id="e${i}" ${endsOf(graph, edge)}>`,
      ...dataOf("edge", CITATION_COLUMNS, edge),
      "    </edge>",
    ]),
    "  </graph>",
    "</graphml>",
  ].join("\n")}\n`;
}

/** The ends of an arc as attributes. */
export function endsOf({ nodes }: ExportGraph, { citing, cited }: ExportEdge): string {
  const id = (at: number) => xmlText(nodes[at]?.paper.id ?? "");
  return `source="${id(citing)}" target="${id(cited)}"`;
}

function keyOf<T>(what: "node" | "edge", { name, type }: Fact<T>): string {
  const kind = type === "integer" ? "int" : type;
  return `  <key id="${what}-${name}" for="${what}" attr.name="${name}" attr.type="${kind}"/>`;
}

function dataOf<T>(what: "node" | "edge", facts: readonly Fact<T>[], item: T): string[] {
  return facts.flatMap(({ name, of }) => {
    const value = of(item);
    return value === null ? [] : [`      <data key="${what}-${name}">${xmlText(String(value))}</data>`];
  });
}
