import type { Corpus } from "../corpus/schema.ts";
import { alike, firstFew } from "./alike.ts";

/** Which entries are not identified and why, with what was offered; one line for more than three of one reason. `file` is the list. */
export function unresolvedLines(unresolved: Corpus["unresolved"], file: string): string[] {
  return alike(
    unresolved,
    // What was offered differs from entry to entry, and may be right.
    ({ reason, candidates, line }) => (candidates.length > 0 ? `${line} ${reason}` : reason),
    ({ line, title, reason, candidates }) =>
      [
        `${file}:${line}: "${title}" is not identified yet: ${reason}`,
        ...candidates.map((offer) => `  offered: "${offer.title}" (${offer.id}): ${offer.reason}`),
      ].join("\n"),
    (same) => {
      const lines = firstFew(same.map(({ line }) => line ?? "?"));
      return `${file}: ${same.length} entries are not identified yet: ${same[0]?.reason} (lines ${lines})`;
    },
  ).flatMap((text) => text.split("\n"));
}
