import type { Texts } from "../../text/texts.ts";
import { isLarge } from "./large-map-line.ts";

/** How much is said and shown of what on a large map nobody would read to its end, nor a page follow. */
export interface Limits {
  /** Names in a sentence. */
  readonly names: number;
  /** Names in a list at the foot of the page. */
  readonly footNames: number;
  /** Groups of papers that cite one another, and names of each. */
  readonly cycles: number;
  /** Rows of a table. */
  readonly rows: number;
  /** Items of a list. */
  readonly items: number;
  /** Whether each citation comes with the path that implies it, and each paper with the paths from the root. */
  readonly explains: boolean;
  /** Whether a layer of similarity shows all its pairs, rather than the lines of one paper. */
  readonly pairs: boolean;
  /** Whether all else recedes behind a region that is only pointed at. */
  readonly pointedRegions: boolean;
}

/** A map whose lists are whole. */
export const NO_LIMITS: Limits = {
  names: Number.POSITIVE_INFINITY,
  footNames: 20,
  cycles: Number.POSITIVE_INFINITY,
  rows: Number.POSITIVE_INFINITY,
  items: Number.POSITIVE_INFINITY,
  explains: true,
  pairs: true,
  pointedRegions: true,
};

/** A large map. */
export const LARGE_LIMITS: Limits = {
  names: 8,
  footNames: 2,
  cycles: 2,
  rows: 200,
  items: 100,
  explains: false,
  pairs: false,
  pointedRegions: false,
};

/** The limits of a map of so many papers and citations. */
export function limitsOf(papers: number, citations: number): Limits {
  return isLarge(papers, citations) ? LARGE_LIMITS : NO_LIMITS;
}

/** As many names as a sentence may hold, and how many more there are: `A, B and 7 others`. */
export function namesText(
  { listed, clusters }: Texts,
  names: readonly string[],
  { names: most }: Pick<Limits, "names">,
): string {
  if (names.length <= most) return listed(names);
  return listed([...names.slice(0, most), clusters.others(names.length - most)]);
}
