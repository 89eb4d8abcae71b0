import type { Block } from "../blocks/blocks.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import type { ListedRow } from "./read-list.ts";

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
