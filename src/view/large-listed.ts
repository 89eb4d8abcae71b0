/** At most so many papers of an author's list are drawn one by one, and only where they are few among others. */
const MOST_LISTED = 300;
const FEW = 0.25;

/** The papers of the author's list on a large map, and what they cite of one another. */
export interface ListedPapers {
  /** Those that are shown, in the order of their labels; [] where they are too many to be drawn one by one. */
  readonly papers: Uint32Array;
  /** The drawn citations among them, ascending; [] where there are no such papers. */
  readonly citations: Uint32Array;
}

/** 1 for a paper of the list, by paper; and papers by the importance of their labels. */
interface ListColumns {
  readonly survey: Uint8Array;
  readonly labelOrder: Uint32Array;
}

const NONE = new Uint32Array(0);

/** Whether the shown papers of the author's list are few among works around them. */
export function isSurveyRare(survey: Uint8Array, isShown: (paper: number) => boolean): boolean {
  let listed = 0;
  let shown = 0;
  for (let paper = 0; paper < survey.length; paper++) {
    if (!isShown(paper)) continue;
    shown++;
    listed += survey[paper] ?? 0;
  }
  return listed <= FEW * shown;
}

/** Whether an author's list stands out on a large map while all of it is shown. */
export function hasShortList(columns: ListColumns): boolean {
  return wholeList(columns).length > 0;
}

/** The papers of a list that stands out while all is shown; [] of any other. */
export function wholeList(columns: ListColumns): Uint32Array {
  const always = () => true;
  return listedPapers(columns, { start: NONE, cited: NONE }, always, always).papers;
}

/**
 * The shown papers of the author's list and the drawn citations among them, where they stand out among many more works
 * around them. `start` has the first citation of each paper's row, and the end of the last. O(n + their citations).
 */
export function listedPapers(
  { survey, labelOrder }: ListColumns,
  { start, cited }: { readonly start: Uint32Array; readonly cited: Uint32Array },
  isShown: (paper: number) => boolean,
  isDrawn: (citation: number) => boolean,
): ListedPapers {
  const papers: number[] = [];
  for (let place = 0; place < labelOrder.length && papers.length <= MOST_LISTED; place++) {
    const paper = labelOrder[place] ?? 0;
    if (survey[paper] === 1 && isShown(paper)) papers.push(paper);
  }
  if (papers.length === 0 || papers.length > MOST_LISTED || !isSurveyRare(survey, isShown))
    return { papers: NONE, citations: NONE };
  const among = new Set(papers);
  const citations: number[] = [];
  for (const paper of papers) {
    const end = start[paper + 1] ?? 0;
    for (let c = start[paper] ?? 0; c < end; c++)
      if (among.has(cited[c] ?? -1) && isDrawn(c)) citations.push(c);
  }
  return { papers: Uint32Array.from(papers), citations: Uint32Array.from(citations).sort() };
}
