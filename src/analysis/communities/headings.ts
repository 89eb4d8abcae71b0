import type { CitationIndex } from "../../columns/citation-index.ts";
import type { Corpus } from "../../corpus/schema.ts";

/** The heading of the survey that each paper is under. */
export interface Headings {
  /** The ids of the headings in the survey's order, those without papers too. */
  readonly ids: readonly string[];
  /** The place in `ids` of each paper's heading; -1 for a paper that has none. */
  readonly of: Int32Array;
}

/** Groups of domains (a domain without one is its own), or the survey's domains themselves. */
export type HeadingLevel = "group" | "domain";

/** The headings of a corpus. A paper under several counts under the first, its main one. */
export function headingsOf(corpus: Corpus, index: CitationIndex, level: HeadingLevel = "group"): Headings {
  const { groups, domains } = corpus.survey;
  const headingOf = new Map(
    domains.map(({ id, group }) => [id, level === "group" ? (group ?? id) : id] as const),
  );
  const grouped = level === "group" ? groups.map(({ id }) => id) : [];
  const ids = [...new Set([...grouped, ...headingOf.values()])];
  const place = new Map(ids.map((id, i) => [id, i]));
  const of = new Int32Array(index.ids.length).fill(-1);
  for (const { paper, domain } of corpus.placements) {
    const number = index.numberOf.get(paper);
    if (number === undefined || of[number] !== -1) continue;
    of[number] = place.get(headingOf.get(domain) ?? "") ?? -1;
  }
  return { ids, of };
}
