import type { Texts } from "../../text/texts.ts";

/** How much is told of lists that on a large map nobody would read to their end. */
export interface Limits {
  /** Names in a sentence. */
  readonly names: number;
  /** Rows of a table. */
  readonly rows: number;
  /** Items of a list. */
  readonly items: number;
}

/** A map whose lists are told whole. */
export const NO_LIMITS: Limits = {
  names: Number.POSITIVE_INFINITY,
  rows: Number.POSITIVE_INFINITY,
  items: Number.POSITIVE_INFINITY,
};

/** What is told of a large map. */
export const LARGE_LIMITS: Limits = { names: 8, rows: 200, items: 100 };

/** As many names as a sentence may hold, and how many more there are: `A, B and 7 others`. */
export function namesText(
  { listed, clusters }: Texts,
  names: readonly string[],
  { names: most }: Limits,
): string {
  if (names.length <= most) return listed(names);
  return listed([...names.slice(0, most), clusters.others(names.length - most)]);
}
