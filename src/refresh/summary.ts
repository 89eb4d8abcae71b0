import type { Citation, Corpus } from "../corpus/schema.ts";

/** How much a corpus holds: what a refresh prints. */
export interface Summary {
  readonly entries: { readonly total: number; readonly resolved: number };
  readonly papers: { readonly survey: number; readonly context: number };
  /** `all` of them, and those with both ends in the survey: `survey`, by confidence. */
  readonly citations: { readonly all: number; readonly survey: number } & Record<
    Citation["confidence"],
    number
  >;
  readonly gaps: number;
}

/** The numbers of a corpus that was just built. An entry is a line of the list with its paper, under one heading or several. */
export function summaryOf({ papers, placements, citations, unresolved, gaps }: Corpus): Summary {
  const survey = new Set(papers.filter(({ role }) => role === "survey").map(({ id }) => id));
  const within = citations.filter(({ citing, cited }) => survey.has(citing) && survey.has(cited));
  const sure = (wanted: Citation["confidence"]) =>
    within.filter(({ confidence }) => confidence === wanted).length;
  const total = new Set(placements.map(({ line, paper }) => `${line} ${paper}`)).size;
  return {
    entries: { total, resolved: total - unresolved.length },
    papers: { survey: survey.size, context: papers.length - survey.size },
    citations: {
      all: citations.length,
      survey: within.length,
      verified: sure("verified"),
      likely: sure("likely"),
      reported: sure("reported"),
    },
    gaps: gaps.length,
  };
}
