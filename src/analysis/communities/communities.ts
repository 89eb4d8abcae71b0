import { Clustering, LeidenAlgorithm, Network } from "networkanalysis-ts";
import { modularityOf } from "./modularity.ts";
import { seededRandom } from "./seeded-random.ts";
import { linkStrengths, type UndirectedLinks } from "./undirected-links.ts";

export interface CommunityOptions {
  /** Above 1 for more and smaller communities, below for fewer; 1 by default. */
  readonly resolution?: number;
  /** The best of how many runs is taken; by default 10, on large graphs fewer (see startsFor). */
  readonly starts?: number;
  /** A whole number; runs use this and the following ones. 0 by default. */
  readonly seed?: number;
}

export interface Communities {
  /** The community of each paper, 0 the largest; -1 for a paper without links, which belongs to none. */
  readonly of: Int32Array;
  readonly count: number;
  /** At resolution 1, whatever that of the search, so that figures can be compared. */
  readonly modularity: number;
}

/** A run stops earlier when nothing moves any more. */
const ROUNDS = 10;
/** On 100,000 links a third round changed Q by less than 0.000001. */
const MANY_LINKS = 50_000;
const ROUNDS_OF_MANY = 2;

/**
 * The communities of a graph by the Leiden algorithm (Traag, Waltman & van Eck 2019, Sci Rep 9:5233), each
 * of them connected: the best by modularity of several seeded runs. The same graph and options give the
 * same communities. Ties of size: the community of the lowest paper number first. Throws a RangeError on a
 * resolution that is not above 0.
 */
export function communitiesOf(links: UndirectedLinks, options: CommunityOptions = {}): Communities {
  const { starts = startsFor(links), seed = 0 } = options;
  const run = leidenRuns(links, options.resolution);
  let best = run(seed);
  for (let start = 1; start < starts; start++) {
    const found = run(seed + start);
    if (found.quality > best.quality) best = found;
  }
  const { of, count } = bySize(best.of);
  return { of, count, modularity: modularityOf(links, of) };
}

/** How many runs of Leiden a graph gets: 10, but no more than about a second's worth, and at least 1. */
export function startsFor(links: UndirectedLinks): number {
  return Math.max(1, Math.min(10, Math.floor(300_000 / links.a.length)));
}

/**
 * How many single runs measure the stability of communities: 100, on large graphs fewer, about ten seconds'
 * worth, at least 5.
 */
export function runsFor(links: UndirectedLinks): number {
  return Math.max(5, Math.min(100, Math.floor(1_000_000 / links.a.length)));
}

/** One run of Leiden by seed; papers without links get -1, the numbers of the groups mean nothing. */
export function leidenRuns(
  links: UndirectedLinks,
  resolution = 1,
): (seed: number) => { readonly of: Int32Array; readonly quality: number } {
  if (!(resolution > 0)) throw new RangeError(`the resolution must be above 0, not ${resolution}`);
  const strengths = linkStrengths(links);
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  const rounds = links.a.length > MANY_LINKS ? ROUNDS_OF_MANY : ROUNDS;
  const network = new Network({
    nNodes: links.papers,
    nodeWeights: Array.from(strengths),
    ...neighboursOf(links),
    checkIntegrity: false,
  });
  return (seed) => {
    const leiden = new LeidenAlgorithm();
    // With strengths as node weights and 1/2m as resolution the constant Potts model is modularity.
    leiden.initializeBasedOnResolutionAndNIterationsAndRandomnessAndRandom(
      resolution / total,
      1,
      LeidenAlgorithm.DEFAULT_RANDOMNESS,
      seededRandom(seed),
    );
    const clustering = new Clustering({ nNodes: links.papers });
    for (let round = 0; total > 0 && round < rounds; round++) {
      if (!leiden.improveClustering(network, clustering)) break;
    }
    const of = Int32Array.from(clustering.getClusters(), (group, paper) =>
      strengths[paper] === 0 ? -1 : group,
    );
    return { of, quality: modularityOf(links, of, resolution) };
  };
}

/** The links as rows of neighbours, ascending: sorting the links of 10,000 papers takes the library half a second. */
function neighboursOf({ papers, a, b, weights }: UndirectedLinks) {
  const firstNeighborIndices: number[] = Array(papers + 1).fill(0);
  for (const end of [...a, ...b]) firstNeighborIndices[end + 1]!++;
  for (let paper = 0; paper < papers; paper++)
    firstNeighborIndices[paper + 1]! += firstNeighborIndices[paper]!;
  const next = firstNeighborIndices.slice();
  const neighbors: number[] = Array(2 * a.length).fill(0);
  const edgeWeights: number[] = Array(2 * a.length).fill(0);
  const add = (paper: number, neighbour: number, weight: number) => {
    const place = next[paper]!++;
    neighbors[place] = neighbour;
    edgeWeights[place] = weight;
  };
  // Links stand by a, then b, with a < b: neighbours below a paper come in their order first.
  weights.forEach((weight, i) => {
    add(b[i]!, a[i]!, weight);
  });
  weights.forEach((weight, i) => {
    add(a[i]!, b[i]!, weight);
  });
  return { firstNeighborIndices, neighbors, edgeWeights };
}

/** The groups renumbered by size, then by their lowest paper number. */
function bySize(of: Int32Array): { of: Int32Array; count: number } {
  const members = new Map<number, { first: number; size: number }>();
  of.forEach((group, paper) => {
    const found = members.get(group);
    if (found) found.size++;
    else if (group !== -1) members.set(group, { first: paper, size: 1 });
  });
  const order = [...members].sort(([, x], [, y]) => y.size - x.size || x.first - y.first);
  const number = new Map(order.map(([group], i) => [group, i]));
  return { of: of.map((group) => number.get(group) ?? -1), count: order.length };
}
