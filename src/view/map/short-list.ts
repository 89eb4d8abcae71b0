import { VISIBLE } from "./map.ts";

/** An author's list of at most so many papers, at most this share of all, stands out one by one. */
const MOST_LISTED = 300;
const FEW = 0.25;

/** Whether the papers of the author's list are few among works around them; of papers marked VISIBLE alone. */
export function isSurveyRare(survey: Uint8Array, marks: Uint8Array): boolean {
  let listed = 0;
  let shown = 0;
  for (let paper = 0; paper < survey.length; paper++) {
    if (((marks[paper] ?? 0) & VISIBLE) === 0) continue;
    shown++;
    listed += survey[paper] ?? 0;
  }
  return listed <= FEW * shown;
}

/**
 * The author's list where it stands out among many more works around it, in the order of labels; [] where it is too
 * long for that, or no small part of all. `survey` has 1 for a paper of the list. O(n).
 */
export function shortList({
  survey,
  labelOrder,
}: {
  readonly survey: Uint8Array;
  readonly labelOrder: Uint32Array;
}): Uint32Array {
  const most = Math.min(MOST_LISTED, FEW * survey.length);
  let count = 0;
  for (let paper = 0; paper < survey.length && count <= most; paper++) count += survey[paper] ?? 0;
  return count > most ? new Uint32Array(0) : labelOrder.filter((paper) => survey[paper] === 1);
}

/**
 * The citations among these papers for which `isDrawn` holds, ascending. `start` has the first citation of each paper's
 * row, and the end of the last. O(their citations).
 */
export function citationsAmong(
  papers: Uint32Array,
  { start, cited }: { readonly start: Uint32Array; readonly cited: Uint32Array },
  isDrawn: (citation: number) => boolean,
): Uint32Array {
  const among = new Set(papers);
  const citations: number[] = [];
  for (const paper of papers) {
    const end = start[paper + 1] ?? 0;
    for (let c = start[paper] ?? 0; c < end; c++)
      if (among.has(cited[c] ?? -1) && isDrawn(c)) citations.push(c);
  }
  return Uint32Array.from(citations).sort();
}
