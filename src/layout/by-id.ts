import type { LayoutLink, LayoutPaper } from "./input.ts";

/** Papers sorted by id and links in their terms, so that a layout cannot depend on the order it was given. */
export interface SortedGraph {
  readonly papers: readonly LayoutPaper[];
  /** Both ends known, none to itself, none twice; sorted. */
  readonly links: readonly LayoutLink[];
  /** For each sorted place, the place in the list that came in. */
  readonly given: readonly number[];
}

/** The graph in the order of its papers' ids. Links to places outside the list are left out. */
export function sortById(papers: readonly LayoutPaper[], links: readonly LayoutLink[]): SortedGraph {
  const given = papers.map((_, i) => i);
  const idAt = (i: number): string => papers[i]?.id ?? "";
  given.sort((i, j) => (idAt(i) < idAt(j) ? -1 : idAt(i) > idAt(j) ? 1 : 0));
  const placeOf = new Map(given.map((i, place) => [i, place]));
  const kept = new Map<number, LayoutLink>();
  for (const { citing, cited, strength } of links) {
    const from = placeOf.get(citing);
    const to = placeOf.get(cited);
    if (from === undefined || to === undefined || from === to) continue;
    kept.set(from * papers.length + to, { citing: from, cited: to, strength });
  }
  return {
    papers: given.map((i) => papers[i] as LayoutPaper),
    links: [...kept].sort(([a], [b]) => a - b).map(([, link]) => link),
    given,
  };
}

/** Positions in sorted order brought back into the order that came in. */
export function inGivenOrder(positions: Float64Array, given: readonly number[]): Float64Array {
  const result = new Float64Array(positions.length);
  given.forEach((i, place) => {
    result[2 * i] = positions[2 * place] ?? 0;
    result[2 * i + 1] = positions[2 * place + 1] ?? 0;
  });
  return result;
}

/** For each paper, the places it has a link with, sorted. */
export function neighbours(count: number, links: readonly LayoutLink[]): readonly (readonly number[])[] {
  const sets = Array.from({ length: count }, () => new Set<number>());
  for (const { citing, cited } of links) {
    sets[citing]?.add(cited);
    sets[cited]?.add(citing);
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

/**
 * Numbers in [0, 1) from a seed: the same seed, the same numbers on every machine (a linear
 * congruential generator with the constants of Numerical Recipes).
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
