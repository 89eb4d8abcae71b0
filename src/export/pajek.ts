import { oneLine } from "../view/looks/xml-text.ts";
import type { ExportGraph, ExportNode } from "./export-graph.ts";

/**
 * The graph as a Pajek network: vertices with labels and, where there are places, x and y from 0 to 1 (y
 * downwards, as Pajek draws), arcs from the citing to the cited paper. It begins with a byte order mark where
 * a label needs one, because Pajek recognises UTF-8 only by it.
 */
export function pajekNetOf({ nodes, edges }: ExportGraph): string {
  const fitted = unitSquare(nodes);
  const labels = labelsOf(nodes);
  const lines = [
    `*Vertices ${nodes.length}`,
    ...nodes.map((_, i) => [i + 1, `"${labels[i]}"`, ...(fitted[i] ?? [])].join(" ")),
    "*Arcs",
    ...edges.map(({ citing, cited }) => `${citing + 1} ${cited + 1} 1`),
  ];
  return `${labels.every(isAscii) ? "" : "\ufeff"}${lines.join("\r\n")}\r\n`;
}

/** The groups of the network's vertices as a Pajek partition: 1 for the first group, 0 for none. */
export function pajekCluOf({ nodes }: ExportGraph): string {
  const lines = nodes.map(({ slot }) => (slot === null ? 0 : slot + 1));
  return `${[`*Vertices ${nodes.length}`, ...lines].join("\r\n")}\r\n`;
}

/** The label of each vertex, once: where two are alike the id tells them apart. The format has no way to write a quote. */
function labelsOf(nodes: readonly ExportNode[]): string[] {
  const plain = (text: string) => oneLine(text).replaceAll('"', "'");
  const counts = new Map<string, number>();
  for (const { label } of nodes) counts.set(plain(label), (counts.get(plain(label)) ?? 0) + 1);
  return nodes.map(({ label, paper }) =>
    counts.get(plain(label)) === 1 ? plain(label) : `${plain(label)} (${plain(paper.id)})`,
  );
}

/** The places of the nodes moved and shrunk into the unit square, y turned down; null for those without one. */
function unitSquare(nodes: readonly ExportNode[]): (readonly [x: string, y: string] | null)[] {
  const xs = nodes.flatMap(({ place }) => place?.x ?? []);
  const ys = nodes.flatMap(({ place }) => place?.y ?? []);
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  const [left, top] = [least(xs), most(ys)];
  const span = Math.max(most(xs) - left, top - least(ys)) || 1;
  // A margin, so that no vertex lies on the frame.
  const within = (distance: number) => (0.02 + (distance / span) * 0.96).toFixed(4);
  return nodes.map(({ place }) => place && [within(place.x - left), within(top - place.y)]);
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
