import { type Communities, type CommunityOptions, leidenRuns } from "./communities.ts";
import type { UndirectedLinks } from "./undirected-links.ts";

/**
 * How firmly each paper sits in its community: the share of `runs` single runs by seeds 0, 1, … in which it
 * stays with its group, from 0 to 1; NaN for a paper that belongs to none.
 *
 * Definition: in a run a community and a group are the same when each is the other's best match by the
 * Jaccard coefficient of their members (after Hennig 2007, Comput. Stat. Data Anal. 52:258, who takes the
 * best match of each cluster); a paper stays when it is in both. When a run joins two communities, at most
 * one of them is kept. Ties of match: the lower number. 100 runs by default.
 */
export function stabilityOf(
  links: UndirectedLinks,
  communities: Communities,
  options: Pick<CommunityOptions, "resolution"> & { readonly runs?: number } = {},
): Float64Array {
  const { runs = 100 } = options;
  const run = leidenRuns(links, options.resolution);
  const stays = new Float64Array(links.papers);
  for (let seed = 0; seed < runs; seed++) {
    const { of } = run(seed);
    const match = mutualMatches(communities.of, of);
    communities.of.forEach((community, paper) => {
      if (community !== -1 && match.get(community) === of[paper]) stays[paper]!++;
    });
  }
  return stays.map((count, paper) => (communities.of[paper] === -1 ? Number.NaN : count / runs));
}

/** For each group of `one` the group of `other` with which it is matched both ways. */
function mutualMatches(one: Int32Array, other: Int32Array): Map<number, number> {
  const overlaps = new Map<string, { a: number; b: number; both: number }>();
  const sizes = [new Map<number, number>(), new Map<number, number>()] as const;
  one.forEach((a, paper) => {
    const b = other[paper]!;
    if (a === -1) return;
    sizes[0].set(a, (sizes[0].get(a) ?? 0) + 1);
    sizes[1].set(b, (sizes[1].get(b) ?? 0) + 1);
    const overlap = overlaps.get(`${a} ${b}`);
    if (overlap) overlap.both++;
    else overlaps.set(`${a} ${b}`, { a, b, both: 1 });
  });
  const best = [new Map<number, [number, number]>(), new Map<number, [number, number]>()] as const;
  const better = (found: [number, number] | undefined, match: number, partner: number) =>
    found === undefined || match > found[1] || (match === found[1] && partner < found[0]);
  for (const { a, b, both } of overlaps.values()) {
    const jaccard = both / (sizes[0].get(a)! + sizes[1].get(b)! - both);
    if (better(best[0].get(a), jaccard, b)) best[0].set(a, [b, jaccard]);
    if (better(best[1].get(b), jaccard, a)) best[1].set(b, [a, jaccard]);
  }
  return new Map(
    Array.from(best[0], ([a, [b]]) => [a, b] as const).filter(([a, b]) => best[1].get(b)?.[0] === a),
  );
}
