/** A map of more papers than this is drawn as a large one. */
export const MOST_PAPERS_OF_SMALL_MAP = 1_500;
/** A map of more citations than this is drawn as a large one. */
export const MOST_CITATIONS_OF_SMALL_MAP = 15_000;
/** Of a map of more papers than this the page shows the picture alone: lists, search and lineage would no longer follow. */
export const MOST_PAPERS_OF_WHOLE_PAGE = 200_000;

/**
 * Whether a corpus of so many papers and citations makes a large map: one whose papers are laid out and drawn
 * in columns, because marks and lines one by one would no longer follow the hand.
 */
export function isLarge(papers: number, citations: number): boolean {
  return papers > MOST_PAPERS_OF_SMALL_MAP || citations > MOST_CITATIONS_OF_SMALL_MAP;
}
