/** Over which links communities are sought, and how fine. */
export interface ClusterOptions {
  readonly links: "citations" | "coupling" | "both";
  /** 1 by default; above it more and smaller communities. */
  readonly resolution: number;
}

/** A community with what its papers are about. */
export interface CommunityFacts {
  /** Its number in `communityOf`. */
  readonly id: number;
  /** A name from its papers' titles, for people: `point cloud`; null where they have no term in common. */
  readonly label: string | null;
  /** The short title of its most linked paper: a name by which one finds a community that has no other. */
  readonly hub: string;
  readonly terms: readonly string[];
  readonly papers: readonly number[];
}

/** Of how many shuffles of the same citations how many reach the same modularity, where too many come near it. */
export interface ChanceFinding {
  readonly rewirings: number;
  readonly reached: number;
}

/**
 * What the citations say of clusters: plain values and typed arrays, so that a worker can send them.
 * Papers are numbers of the citation index.
 */
export interface ClusterFacts extends ClusterOptions {
  /** By paper: its community, 0 the largest; -1 for a paper without links, which belongs to none. */
  readonly communityOf: Int32Array;
  readonly communities: readonly CommunityFacts[];
  readonly modularity: number;
  /** By paper: the share of seeds with which it stays in its community, 0 to 1; NaN for one in none. */
  readonly stability: Float64Array;
  /** Of how many seeds `stability` is the share: 100, of large graphs fewer; 0 until it is known. */
  readonly runs: number;
  /** Why there is no structure: chance makes as much, or no links join papers; null where there is some. */
  readonly noStructure: ChanceFinding | "no-links" | null;
  /** True while stability (NaN until then) and noStructure are still to come. */
  readonly rough?: boolean;
  /** True where stability (NaN) and structure are not measured, because it would take minutes. */
  readonly unmeasured?: boolean;
}

/** The settings as one text, to keep answers by. */
export function clusterKey({ links, resolution }: ClusterOptions): string {
  return `${links} ${resolution}`;
}
