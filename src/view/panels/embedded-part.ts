import type { PaperId } from "../../corpus/ids.ts";
import type { Corpus } from "../../corpus/schema.ts";
import { rootOf, surveyOfPart } from "../../corpus/survey-root.ts";
import { isLarge } from "../state/large-map-line.ts";

/** So many papers stay of a survey that is a large map by itself: as many as a small frame can show. */
const MOST_PAPERS = 300;

/** What of a corpus a map in somebody else's page shows, and of how many papers. */
export interface EmbeddedPart {
  readonly corpus: Corpus;
  /** The number of all its papers where some were left out; null where none was. */
  readonly of: number | null;
}

/**
 * The whole corpus where it makes a small map; else its survey papers with the citations among them, and
 * of a survey that is too large by itself the 300 that its papers cite most, ties by id.
 */
export function embeddedPart(corpus: Corpus): EmbeddedPart {
  if (!isLarge(corpus.papers.length, corpus.citations.length)) return { corpus, of: null };
  return { corpus: surveyPart(corpus), of: corpus.papers.length };
}

/** The survey papers with the citations among them; of a survey too large by itself the 300 as above. */
export function surveyPart(corpus: Corpus): Corpus {
  const survey = among(
    corpus,
    corpus.papers.filter(({ role }) => role === "survey").map(({ id }) => id),
  );
  return isLarge(survey.papers.length, survey.citations.length) ? among(survey, mostCited(survey)) : survey;
}

function mostCited({ papers, citations, survey }: Corpus): PaperId[] {
  const counts = new Map<PaperId, number>();
  for (const { cited } of citations) counts.set(cited, (counts.get(cited) ?? 0) + 1);
  const root = rootOf(survey);
  const countOf = (id: PaperId) => (id === root ? Number.POSITIVE_INFINITY : (counts.get(id) ?? 0));
  return papers
    .map(({ id }) => id)
    .sort((a, b) => Math.sign(countOf(b) - countOf(a)) || (a < b ? -1 : 1))
    .slice(0, MOST_PAPERS);
}

/** The corpus without the papers that are not among `ids`, and without what is said of those. */
function among(corpus: Corpus, ids: readonly PaperId[]): Corpus {
  const kept = new Set(ids);
  const { survey } = corpus;
  return {
    ...corpus,
    survey: surveyOfPart(survey, (id) => kept.has(id)),
    papers: corpus.papers.filter(({ id }) => kept.has(id)),
    placements: corpus.placements.filter(({ paper }) => kept.has(paper)),
    citations: corpus.citations.filter(({ citing, cited }) => kept.has(citing) && kept.has(cited)),
    gaps: corpus.gaps.filter(({ paper }) => kept.has(paper)),
    unresolved: corpus.unresolved.filter(({ paper }) => paper === null || kept.has(paper)),
    findings: corpus.findings.filter(({ paper }) => kept.has(paper)),
  };
}
