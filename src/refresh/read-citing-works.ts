import { byCodeUnit } from "../corpus/format-corpus.ts";
import type { ListedWork } from "../semantic-scholar/answers.ts";
import { MOST_NESTED } from "../semantic-scholar/ask-batch.ts";
import type { Client } from "../semantic-scholar/client.ts";
import { WALL, walkWindows } from "../semantic-scholar/pages.ts";
import { isOneFailure, reasonOf } from "./one-failure.ts";
import { type LinkRow, linkRow } from "./read-references.ts";

/** What cites a paper, newest first, as far as it was wanted and known. */
export interface CitingList {
  readonly rows: readonly LinkRow[];
  /** Why something is missing; null when every citing work was read. */
  readonly missing: string | null;
}

/**
 * The newest `wanted` works that cite the paper. Up to 1,000 came with the paper itself; more are read
 * from the list of citations, beyond 9,999 in windows of dates.
 */
export async function readCitingWorks(
  address: string,
  answer: { readonly citations: readonly ListedWork[] | null; readonly citationCount: number | null },
  wanted: number,
  client: Client,
  name = address,
): Promise<CitingList> {
  const count = answer.citationCount ?? 0;
  if (wanted === 0) return { rows: [], missing: LIMIT };
  if (answer.citations === null && count > 0) return { rows: [], missing: "the source gave no list" };
  const nested = nestedRows(answer.citations ?? []);
  if (wanted <= MOST_NESTED || count <= MOST_NESTED) {
    const rows = nested.slice(0, wanted);
    const left = nested.length > rows.length || count > MOST_NESTED;
    return { rows, missing: left ? LIMIT : null };
  }
  try {
    const walk = await walkWindows(
      async (offset, limit, until) => {
        const window = until === null ? null : { from: null, until };
        const { value } = await client.citations(address, offset, limit, window, name);
        return value ?? { data: [], next: null };
      },
      wanted,
      {
        dateOf: ({ citingPaper }) => citingPaper?.publicationDate ?? null,
        rowKey: ({ citingPaper }) => citingPaper?.paperId ?? JSON.stringify(citingPaper),
      },
    );
    const rows = walk.rows.flatMap(({ citingPaper, ...facts }) => linkRow(citingPaper, facts));
    if (walk.end === "limit") return { rows, missing: LIMIT };
    const short = walk.end !== "complete" || (walk.rows.length >= WALL && walk.rows.length < count);
    return { rows, missing: short ? TRUNCATED : null };
  } catch (error) {
    if (!isOneFailure(error)) throw error;
    return { rows: nested, missing: reasonOf(error) };
  }
}

/** The reason of a list that the user wanted no more of; every other reason is the source's. */
export const LIMIT = "limited to the newest, see --citers";

const TRUNCATED = "truncated: the source serves no more";

const NO_LINK_FACTS = { contexts: null, intents: null, isInfluential: null };

/** The nested list comes in no guaranteed order. */
function nestedRows(citations: readonly ListedWork[]): LinkRow[] {
  return citations
    .flatMap((work) => linkRow(work, NO_LINK_FACTS))
    .sort((a, b) => byCodeUnit(dateOf(b.work), dateOf(a.work)) || byCodeUnit(a.work.paperId, b.work.paperId));
}

function dateOf({ publicationDate, year }: ListedWork): string {
  return publicationDate ?? (year === null ? "" : String(year));
}
