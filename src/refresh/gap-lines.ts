import type { PaperId } from "../corpus/ids.ts";
import type { Corpus } from "../corpus/schema.ts";
import { alike, firstFew } from "./alike.ts";
import { NOT_READ } from "./gaps-of.ts";

/** What is missing, a line for each, and one line for more than three that are alike. `nameOf` is how papers are called, `quote` how reasons are written. */
export function gapLines(
  gaps: Corpus["gaps"],
  nameOf: (id: PaperId) => string,
  quote: (reason: string) => string = (reason) => reason,
): string[] {
  return alike(
    gaps,
    ({ of, reason }) => `${of}: ${reason}`,
    ({ paper, of, reason, expected, found }) => {
      const numbers = expected === null ? "" : ` (${found ?? 0} of ${expected})`;
      return `${nameOf(paper)}: ${of}: ${quote(reason)}${numbers}`;
    },
    (same) => {
      const [{ of, reason } = { of: "", reason: "" }] = same;
      const what =
        reason === NOT_READ
          ? `${same.length} reference lists not read yet`
          : `${same.length} papers: ${of}: ${quote(reason)}`;
      return `${what} (${firstFew(same.map(({ paper }) => nameOf(paper)))})`;
    },
  );
}
