import { byCodeUnit } from "./format-corpus.ts";
import type { Citation, Corpus, Paper } from "./schema.ts";

/**
 * The corpus with its papers in the order of their ids and its citations in that of their citing, then their cited
 * paper, by UTF-16 code unit: the places in these lists are the numbers of papers and citations everywhere. The same
 * object where they are in this order already, as in every file this project writes. O(n) then, else O(n log n).
 */
export function inCanonicalOrder(corpus: Corpus): Corpus {
  const { papers, citations } = corpus;
  if (isCanonical(corpus)) return corpus;
  return { ...corpus, papers: papers.toSorted(byId), citations: citations.toSorted(byEnds) };
}

/** Whether papers and citations are in the order of inCanonicalOrder. O(n). */
export function isCanonical({ papers, citations }: Pick<Corpus, "papers" | "citations">): boolean {
  return isAscending(papers, byId) && isAscending(citations, byEnds);
}

function byId(a: Pick<Paper, "id">, b: Pick<Paper, "id">): number {
  return byCodeUnit(a.id, b.id);
}

function byEnds(a: Pick<Citation, "citing" | "cited">, b: Pick<Citation, "citing" | "cited">): number {
  return byCodeUnit(a.citing, b.citing) || byCodeUnit(a.cited, b.cited);
}

function isAscending<T>(items: readonly T[], compare: (a: T, b: T) => number): boolean {
  for (let i = 1; i < items.length; i++) if (compare(items[i - 1] as T, items[i] as T) > 0) return false;
  return true;
}
