import { legible, xmlText } from "../view/looks/xml-text.ts";
import { urlOf } from "./columns.ts";
import type { ExportGraph, ExportNode } from "./export-graph.ts";

/**
 * The graph as the JSON that VOSviewer and VOSviewer Online read: items with places (y upwards), groups of
 * domains as clusters, citations as links without direction, two papers that cite each other a stronger
 * one. Descriptions are HTML there, so that all text in them is escaped.
 */
export function vosviewerOf(graph: ExportGraph): string {
  const { nodes, groups } = graph;
  const used = new Set(nodes.flatMap(({ slot }) => slot ?? []));
  const everyCount = nodes.every(({ paper }) => paper.citationCount !== null);
  const network = {
    items: nodes.map((node, i) => itemOf(node, i + 1, everyCount)),
    links: linksOf(graph),
    clusters: groups
      .filter(({ slot }) => used.has(slot))
      .map(({ slot, label }) => ({ cluster: slot + 1, label: legible(label) })),
  };
  const config = {
    parameters: { item_size: everyCount && nodes.length > 0 ? 1 : 0 },
    terminology: { item: "paper", items: "papers", cluster: "domain", clusters: "domains" },
  };
  return `${JSON.stringify({ network, config }, null, 1)}\n`;
}

function itemOf(node: ExportNode, id: number, everyCount: boolean) {
  const { paper, label, place, slot } = node;
  const url = urlOf(node);
  const year = paper.year ?? (paper.date === null ? null : Number(paper.date.slice(0, 4)));
  return {
    id,
    label: legible(label),
    description: descriptionOf(node),
    ...(url !== null && { url }),
    ...(place !== null && place),
    ...(slot !== null && { cluster: slot + 1 }),
    // A weight that one item lacks would be taken for zero.
    ...(everyCount && { weights: { Citations: paper.citationCount } }),
    ...(year !== null && { scores: { "Publication year": year } }),
  };
}

function descriptionOf({ paper, domain }: ExportNode): string {
  const rows: readonly (readonly [string, string | null])[] = [
    ["Title", paper.title],
    ["Authors", paper.authors.join("; ") || null],
    ["Source", paper.venue],
    ["Date", paper.date ?? (paper.year === null ? null : String(paper.year))],
    ["Domain", domain],
    ["Id", paper.id],
  ];
  const cells = rows.flatMap(([name, value]) =>
    value === null ? [] : [`<tr><td>${name}:</td><td>${xmlText(value)}</td></tr>`],
  );
  return `<table>${cells.join("")}</table>`;
}

function linksOf({ edges }: ExportGraph) {
  const strengths = new Map<string, number>();
  for (const { citing, cited } of edges) {
    const pair = citing < cited ? `${citing} ${cited}` : `${cited} ${citing}`;
    strengths.set(pair, (strengths.get(pair) ?? 0) + 1);
  }
  return [...strengths].map(([pair, strength]) => {
    const [a = 0, b = 0] = pair.split(" ").map(Number);
    return { source_id: a + 1, target_id: b + 1, strength };
  });
}
