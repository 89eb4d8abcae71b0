import type { Communities } from "./communities.ts";
import type { UndirectedLinks } from "./undirected-links.ts";

/**
 * The paper of each community with the most link weight to others of it: a name for a community whose
 * titles have no term in common. Ties go to the lower number. Time O(n + links).
 */
export function communityHubs(links: UndirectedLinks, { of, count }: Communities): number[] {
  const within = new Float64Array(links.papers);
  links.weights.forEach((weight, i) => {
    const [a, b] = [links.a[i]!, links.b[i]!];
    if (of[a] === -1 || of[a] !== of[b]) return;
    within[a]! += weight;
    within[b]! += weight;
  });
  const hubs = Array.from({ length: count }, () => -1);
  of.forEach((community, paper) => {
    if (community === -1) return;
    const hub = hubs[community]!;
    if (hub === -1 || within[paper]! > within[hub]!) hubs[community] = paper;
  });
  return hubs;
}
