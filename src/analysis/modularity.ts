import { linkStrengths, type UndirectedLinks } from "./undirected-links.ts";

/**
 * The modularity of a grouping: the share of link weight within groups, less what links dealt at random
 * between papers of the same strengths would have there, `sum over groups (e_g / m - resolution (d_g / 2m)^2)`
 * (Newman & Girvan 2004; resolution: Reichardt & Bornholdt 2006). `of` names each paper's group, -1 for
 * none. 0 for a graph without links.
 */
export function modularityOf(links: UndirectedLinks, of: Int32Array, resolution = 1): number {
  const within = new Map<number, number>();
  const strength = new Map<number, number>();
  let total = 0;
  links.weights.forEach((weight, i) => {
    total += weight;
    const group = of[links.a[i]!]!;
    if (group !== -1 && group === of[links.b[i]!]) within.set(group, (within.get(group) ?? 0) + weight);
  });
  if (total === 0) return 0;
  linkStrengths(links).forEach((weight, paper) => {
    const group = of[paper]!;
    if (group !== -1) strength.set(group, (strength.get(group) ?? 0) + weight);
  });
  let sum = 0;
  for (const [group, weight] of strength) {
    sum += (within.get(group) ?? 0) / total - resolution * (weight / (2 * total)) ** 2;
  }
  return sum;
}
