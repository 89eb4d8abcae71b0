import { linkStrengths, type UndirectedLinks } from "./undirected-links.ts";

/**
 * The modularity of a grouping: the share of link weight within groups, less what links dealt at random
 * between papers of the same strengths would have there, `sum over groups (e_g / m - resolution (d_g / 2m)^2)`
 * (Newman & Girvan 2004; resolution: Reichardt & Bornholdt 2006). `of` names each paper's group by a
 * number, -1 for none. 0 for a graph without links.
 */
export function modularityOf(links: UndirectedLinks, of: Int32Array, resolution = 1): number {
  const groups = of.reduce((most, group) => Math.max(most, group), -1) + 1;
  const within = new Float64Array(groups);
  const strength = new Float64Array(groups);
  let total = 0;
  links.weights.forEach((weight, i) => {
    total += weight;
    const group = of[links.a[i]!]!;
    if (group !== -1 && group === of[links.b[i]!]) within[group]! += weight;
  });
  if (total === 0) return 0;
  linkStrengths(links).forEach((weight, paper) => {
    const group = of[paper]!;
    if (group !== -1) strength[group]! += weight;
  });
  return strength.reduce(
    (sum, weight, group) => sum + within[group]! / total - resolution * (weight / (2 * total)) ** 2,
    0,
  );
}
