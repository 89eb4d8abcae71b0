import type { CitationIndex } from "../../columns/citation-index.ts";
import { type CommunityOptions, communitiesOf } from "./communities.ts";
import { rewired } from "./rewired.ts";
import { seededRandom } from "./seeded-random.ts";
import type { UndirectedLinks } from "./undirected-links.ts";

/** Whether the groups of a graph say more than those that chance makes. */
export interface Structure {
  /** The modularity of the best communities found. */
  readonly modularity: number;
  /** The same for rewired graphs: mean and standard deviation. */
  readonly expected: number;
  readonly spread: number;
  /** Of how many rewired graphs. */
  readonly rewirings: number;
  /** How many of them reached the modularity of the graph itself. */
  readonly reached: number;
  /** True when none did and the graph lies at least two spreads above their mean. */
  readonly found: boolean;
}

/**
 * Whether a graph has communities at all. Any graph can be cut into groups of a modularity well above 0, the
 * more so the fewer its links (Guimera, Sales-Pardo & Amaral 2004, Phys. Rev. E 70:025101); so the same
 * search is run on rewirings of the citations that keep all reference and citation counts and the order of
 * time, and their links made as those of the graph are (rewiring coupling links themselves would find
 * structure in every list of references). 99 rewirings by default, so that "found" errs in one case in a
 * hundred; on more than 3,000 citations fewer, at least 5, where chance varies less. A graph without links has
 * no structure.
 */
export function structureOf(
  index: CitationIndex,
  linksOf: (index: CitationIndex) => UndirectedLinks,
  options: CommunityOptions & { readonly rewirings?: number } = {},
): Structure {
  const m = index.citing.length;
  const { rewirings = Math.max(5, Math.min(99, Math.floor(300_000 / m))) } = options;
  const { modularity } = communitiesOf(linksOf(index), options);
  const random = seededRandom(options.seed ?? 0);
  const values = Array.from(
    { length: rewirings },
    () => communitiesOf(linksOf(rewired(index, random)), options).modularity,
  );
  const expected = values.reduce((sum, value) => sum + value, 0) / rewirings;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - expected) ** 2, 0) / rewirings);
  const reached = values.filter((value) => value >= modularity).length;
  const found = m > 0 && reached === 0 && modularity > expected + 2 * spread;
  return { modularity, expected, spread, rewirings, reached, found };
}
