import type { PaperId } from "../../corpus/ids.ts";
import { type Mark, type Marks, markOf, NO_MARKS } from "../../reading/marks.ts";
import type { Catalogue, Entry } from "../catalogue.ts";

/** What is the reader's own, beside the state of the page. */
export interface ReaderFacts {
  readonly marks: Marks;
  /** Whether the part of the page that knows them could not be loaded. */
  readonly readerMissing: boolean;
}

/** What of a paper's mark stands on the map. */
export type OwnMark = Pick<Mark, "starred" | "read">;

export const NO_READER: ReaderFacts = { marks: NO_MARKS, readerMissing: false };

/** The hits of a search with the papers whose notes hold the query after them. */
export function searchNotes(
  { catalogue, marks }: { readonly catalogue: Catalogue; readonly marks: Marks },
  query: string,
  hits: readonly PaperId[],
): PaperId[] {
  const wanted = query.trim().toLowerCase();
  const noted = [...marks].flatMap(([id, { notes }]) =>
    catalogue.byId.has(id) && notes.some(({ text }) => text.toLowerCase().includes(wanted)) ? [id] : [],
  );
  return [...new Set([...hits, ...noted])];
}

/** What a screen reader says of the reader's own marks on a paper, after what it says of the paper; "" for none. */
export function saidOfMarks(marks: Marks, { texts }: Catalogue, { paper }: Entry): string {
  const { starred, read, notes } = markOf(marks, paper.id);
  const { ownMarks } = texts;
  const parts = [starred && ownMarks.starred, read && ownMarks.read, notes.length > 0 && ownMarks.noted];
  const shown = parts.filter((part) => part !== false);
  return shown.length === 0 ? "" : ` ${texts.listed(shown)}`;
}
