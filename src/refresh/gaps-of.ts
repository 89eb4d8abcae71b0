import { paperId } from "../corpus/ids.ts";
import type { Corpus, CorpusInput } from "../corpus/schema.ts";

/** The reason of a gap that no refresh has tried to fill. */
export const NOT_READ = "its reference list has not been read yet";

/**
 * What is missing: reported gaps that are still open, and every identified survey paper whose references have
 * not been read.
 */
export function gapsOf(
  papers: readonly CorpusInput["papers"][number][],
  told: Corpus["gaps"],
): Corpus["gaps"] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const gaps = new Map<string, Corpus["gaps"][number]>();
  for (const gap of told) {
    const paper = byId.get(gap.paper);
    const filled = gap.of === "references" && paper?.referencesKnown === true;
    const key = `${gap.paper}\n${gap.of}`;
    if (paper && !filled && !gaps.has(key)) gaps.set(key, gap);
  }
  for (const { id, role, referencesKnown, identified } of papers) {
    const key = `${id}\nreferences`;
    if (role !== "survey" || identified === false || referencesKnown === true || gaps.has(key)) continue;
    gaps.set(key, { paper: paperId(id), of: "references", reason: NOT_READ, expected: null, found: null });
  }
  return [...gaps.values()];
}
