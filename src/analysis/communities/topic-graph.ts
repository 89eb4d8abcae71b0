import { type CitationIndex, citersOf, paperNumbers, withCitations } from "../../columns/citation-index.ts";

/**
 * The graph in which papers are grouped by topic: without the citations by and of a root that at least half
 * of the survey's other papers cite. What all have in common separates none of them, and would hold together
 * papers of which no other link is known; these, like the root, then have no links. Any other graph comes
 * back as it is.
 */
export function topicGraph(
  index: CitationIndex,
  root: number | null,
  isSurvey: (paper: number) => boolean,
): CitationIndex {
  if (root === null) return index;
  const others = paperNumbers(index).filter((paper) => paper !== root && isSurvey(paper)).length;
  const citing = citersOf(index, root).filter(isSurvey).length;
  if (citing * 2 < others || others === 0) return index;
  return withCitations(index, (c) => index.citing[c] !== root && index.cited[c] !== root);
}
