import type { LinkedPaperAnswer, ListedWork } from "../semantic-scholar/answers.ts";
import { MOST_NESTED } from "../semantic-scholar/ask-batch.ts";
import type { Client } from "../semantic-scholar/client.ts";
import { walkPages } from "../semantic-scholar/pages.ts";
import type { LinkFacts } from "./collected-links.ts";
import { isOneFailure, reasonOf } from "./one-failure.ts";

/** A link to a work that the source could identify. */
export interface LinkRow extends LinkFacts {
  readonly work: ListedWork & { readonly paperId: string };
}

/** What a paper cites, as far as it is known. */
export interface ReferenceList {
  readonly rows: readonly LinkRow[];
  /** How many entries the source could not identify: counted, not linked. */
  readonly unidentified: number;
  /** Why something is missing; null when the list was read to its end. */
  readonly missing: string | null;
  /** Whether a publisher withholds the list. */
  readonly withheld: boolean;
}

/** Whether the list was read to its end; an empty list says nothing, because every paper cites something. */
export function isReadWhole({ rows, unidentified, missing }: ReferenceList): boolean {
  return missing === null && rows.length + unidentified > 0;
}

/** The reason that marks a reference list which a publisher withholds. */
export const ELIDED = "elided by the publisher";

const NOTHING: ReferenceList = { rows: [], unidentified: 0, missing: null, withheld: false };
const NO_LINK_FACTS: LinkFacts = { contexts: null, intents: null, isInfluential: null };

/** Reads a paper's reference list page by page; a paper of which the source counts no reference is not asked. */
export async function readReferences(
  address: string,
  referenceCount: number | null,
  client: Client,
  name = address,
): Promise<ReferenceList> {
  if (referenceCount === 0) return NOTHING;
  let unknown = false;
  try {
    const { rows, end } = await walkPages(async (offset, limit) => {
      const { value } = await client.references(address, offset, limit, name);
      if (value === null) unknown = true;
      return value ?? { data: [], next: null };
    }, Number.POSITIVE_INFINITY);
    const identified = rows.flatMap(({ citedPaper, ...facts }) => linkRow(citedPaper, facts));
    const list = {
      rows: identified,
      unidentified: rows.length - identified.length,
      withheld: end === "withheld",
    };
    return { ...list, missing: unknown ? "the source has no list for it" : missingAt(end) };
  } catch (error) {
    if (!isOneFailure(error)) throw error;
    return { ...NOTHING, missing: reasonOf(error) };
  }
}

function missingAt(end: Awaited<ReturnType<typeof walkPages>>["end"]): string | null {
  if (end === "withheld") return ELIDED;
  if (end === "empty pages") return "the source answered empty pages";
  return end === "complete" ? null : "truncated: the source serves no more than 9,999";
}

/** The reference list that came with the paper itself. */
export function readNestedReferences({ references, referenceCount }: LinkedPaperAnswer): ReferenceList {
  if (references === null) {
    return referenceCount === 0 ? NOTHING : { ...NOTHING, missing: ELIDED, withheld: true };
  }
  const rows = references.flatMap((work) => linkRow(work, NO_LINK_FACTS));
  const cut = references.length >= MOST_NESTED && (referenceCount ?? 0) > references.length;
  return {
    rows,
    unidentified: references.length - rows.length,
    missing: cut ? `truncated: lists of more than ${MOST_NESTED} are cut` : null,
    withheld: false,
  };
}

/** The row with its work; none when the source could not identify it. */
export function linkRow(work: ListedWork | null, facts: LinkFacts): LinkRow[] {
  return work?.paperId ? [{ ...facts, work: { ...work, paperId: work.paperId } }] : [];
}
