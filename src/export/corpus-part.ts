import { papersWithKnownReferences } from "../corpus/references-known.ts";
import type { Corpus } from "../corpus/schema.ts";
import { surveyOfPart } from "../corpus/survey-root.ts";
import type { Selection } from "../view/map/selection.ts";

/**
 * The selected papers and citations as a corpus of their own, with all their facts. Domains and groups stay,
 * so that papers keep their colours; the root stays when it is among them. Unresolved entries belong to the
 * whole list only. A paper whose references were known stays so when its citations go.
 */
export function corpusPart(corpus: Corpus, { papers, citations }: Selection): Corpus {
  const known = papersWithKnownReferences(corpus);
  const { survey } = corpus;
  const has = ({ paper }: { readonly paper: Corpus["papers"][number]["id"] }) => papers.has(paper);
  return {
    ...corpus,
    survey: surveyOfPart(survey, (id) => papers.has(id)),
    papers: corpus.papers.flatMap((paper) => {
      if (!papers.has(paper.id)) return [];
      return [known.has(paper.id) ? { ...paper, referencesKnown: true } : paper];
    }),
    placements: corpus.placements.filter(has),
    citations: [...citations],
    unresolved: papers.size === corpus.papers.length ? corpus.unresolved : [],
    gaps: corpus.gaps.filter(has),
    findings: corpus.findings.filter(has),
  };
}
