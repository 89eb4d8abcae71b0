import type { Block } from "../blocks/blocks.ts";
import type { EntrySketch } from "../entry/sketch-entry.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import type { LeftOut } from "../survey.ts";
import type { Setting } from "./heading-path.ts";
import { type Candidate, STRUCK_OUT, type Verdict } from "./judge-candidate.ts";

/** A row of a list, a paragraph or a table's row, and whether it was read as an entry. */
export interface ListedRow {
  readonly line: number;
  readonly lastLine: number;
  /** Whether it has a link that leads to a paper. */
  readonly papers: boolean;
  /** Whether it is under a heading whose rows are not papers. */
  readonly apart: boolean;
  /** Why it is not an entry; null for an entry. */
  readonly reason: string | null;
  /** How its author has taken it out of the list; null for all others. */
  readonly leftOut: LeftOut["why"] | null;
}

/** A candidate with what was judged of it as a row. */
export function rowOf({ sketch }: Candidate, verdict: Verdict, { apart }: Setting): ListedRow {
  const reason = "reason" in verdict ? verdict.reason : null;
  return {
    line: sketch.source.line,
    lastLine: lastLineOf(sketch),
    papers: sketch.evidence === 2,
    apart,
    reason,
    leftOut: reason === STRUCK_OUT && sketch.evidence >= 1 ? "struck out" : null,
  };
}

function lastLineOf({ source }: EntrySketch): number {
  const lines = [...source.own, ...source.details.flat(), ...source.cells.flatMap((cell) => cell.lines)];
  return lines.reduce((last, { line }) => Math.max(last, line), source.line);
}

const ADDRESS = /https?:\/\/[^\s<>"')\]|]+/g;

/** The lines of a comment that link to papers, as rows that its author has taken out of the list. */
export function commentedRows({ line, text }: Extract<Block, { kind: "comment" }>): ListedRow[] {
  return text.split("\n").flatMap((each, i): ListedRow[] => {
    if (!each.match(ADDRESS)?.some(leadsToPaper)) return [];
    const at = line + i;
    const reason = "it is in a comment";
    return [{ line: at, lastLine: at, papers: true, apart: false, reason, leftOut: "commented out" }];
  });
}
