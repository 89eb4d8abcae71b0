import { type CitationIndex, paperNumbers } from "../../columns/citation-index.ts";
import { distancesTo } from "./reachable.ts";

/**
 * The odd ones out: papers of the survey from which no path of citations leads to its root.
 *
 * Direction: citing → cited. A citation set aside because it lies on a cycle still counts: it was made.
 * Degenerate cases: without a root no paper is odd; the root never is. A paper whose references are not known
 * is listed too: "no path known", never "does not descend". Complexity: O(n + m).
 */
export function oddOnesOut(
  index: CitationIndex,
  root: number | null,
  isSurvey: (paper: number) => boolean,
): number[] {
  if (root === null) return [];
  const distance = distancesTo(index, root);
  return paperNumbers(index).filter((paper) => isSurvey(paper) && distance[paper] === -1);
}
