import type { Corpus } from "../corpus/schema.ts";
import type { CitationFacts, Facts, PaperFacts } from "./facts.ts";

/** Facts with what accompanies them in a corpus. */
export interface Snapshot extends Facts {
  readonly retrieved: Corpus["retrieved"];
  readonly gaps: Corpus["gaps"];
}

/** What is derived from survey and curation each time, and so never taken from a snapshot. */
const HERE = "curation";

/**
 * What a previous corpus knows from other sources than the curation: the papers those sources have named, the
 * links they reported. A corpus that was only ever built offline knows nothing of this kind, so that a
 * correction in the curation is never overruled by what it said before.
 */
export function previousFacts(previous: Corpus): Snapshot {
  const retrieved = previous.retrieved.filter(({ source }) => source !== HERE);
  if (retrieved.length === 0) return { papers: [], citations: [], retrieved: [], gaps: [] };
  const citations = previous.citations.flatMap((citation): CitationFacts[] => {
    const sources = citation.sources.filter((source) => source !== HERE);
    if (sources.length === 0) return [];
    const curated = sources.length < citation.sources.length;
    return [{ ...citation, sources, ...(curated && { confidence: "reported", evidence: null }) }];
  });
  const linked = new Set(citations.flatMap(({ citing, cited }) => [citing, cited]));
  const asked = new Set(previous.gaps.map((gap) => gap.paper));
  const papers = previous.papers.flatMap(({ role: _, referencesKnown, ...paper }): PaperFacts[] => {
    const outside = [paper.id, ...paper.aliases].some((name) => name.startsWith("s2:"));
    if (!outside && !linked.has(paper.id) && !asked.has(paper.id)) return [];
    // "Not read" was worked out, "read" is a fact.
    return [{ ...paper, ...(referencesKnown === true && { referencesKnown }) }];
  });
  const known = new Set(papers.map((paper) => paper.id));
  return { papers, citations, retrieved, gaps: previous.gaps.filter((gap) => known.has(gap.paper)) };
}
