import type { Texts } from "../../text/texts.ts";
import type { LargeColumns } from "../map/large-columns.ts";
import type { EvidenceCounts } from "./coverage.ts";

/** The citations among the survey's papers by their evidence. */
export function innerCounts({ index, survey, links }: LargeColumns): EvidenceCounts {
  const counts = [0, 0, 0];
  links.confidence.forEach((confidence, c) => {
    if (survey[index.citing[c] ?? 0] === 1 && survey[index.cited[c] ?? 0] === 1)
      counts[confidence] = (counts[confidence] ?? 0) + 1;
  });
  const [verified = 0, likely = 0, reported = 0] = counts;
  return { verified, likely, reported };
}

/** In words, how many citations there are and how many of them no longer path implies. */
export function carryingText({ controls }: Texts, implied: Uint8Array): string {
  const carrying = implied.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  return controls.carrying(implied.length, carrying);
}
