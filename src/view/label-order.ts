import type { Catalogue } from "./catalogue.ts";
import type { RadiusScale } from "./radius.ts";

/**
 * The papers by the importance of their labels, most important first, as places in the catalogue: the root, the
 * survey's own, the works around them, each by radius and links; ties in the catalogue's order.
 */
export function labelOrder({ entries, root }: Catalogue, scale: RadiusScale): Uint32Array {
  const importance = Float64Array.from(entries, (entry) => {
    const rank = entry === root ? 2 : entry.paper.role === "survey" ? 1 : 0;
    return rank * 1e9 + scale.of(entry).radius * 10 + entry.citesCount + entry.citedByCount;
  });
  const order = Uint32Array.from(entries, (_, paper) => paper);
  return order.sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b);
}
