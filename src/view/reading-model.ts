import type { PaperId } from "../corpus/ids.ts";
import { type Marks, markOf, noteOf } from "../reading/marks.ts";
import { NOTHING_READ, type Reading } from "../reading/reading.ts";
import type { Catalogue, Entry } from "./catalogue.ts";
import type { Mine, State } from "./state.ts";

/** Why the page cannot do for the reader what it should. */
export type ReaderTrouble = "forbidden" | "full" | "unreadable" | "not-loaded";

/** What is the reader's own, beside the state of the page. */
export interface ReaderFacts {
  readonly reading: Reading;
  /** Null when all is well. */
  readonly trouble: ReaderTrouble | null;
  /** Whether the tour is offered: on the first visit, until it is taken or declined. */
  readonly tourOffered: boolean;
}

export const NO_READER: ReaderFacts = { reading: NOTHING_READ, trouble: null, tourOffered: false };

/** The reader's marks as the page shows them. */
export interface ReadingModel {
  /** How many papers of the map are marked in which way; what marks are for while there are none. */
  readonly summary: string;
  readonly choices: readonly {
    readonly mine: Mine | null;
    readonly label: string;
    readonly chosen: boolean;
  }[];
  readonly marked: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly trouble: string | null;
  readonly tourOffered: boolean;
  /** What the reader made of the selected paper; null when none is selected. */
  readonly own: {
    readonly paper: PaperId;
    readonly starred: boolean;
    readonly read: boolean;
    readonly note: string;
    readonly older: readonly { readonly text: string; readonly heading: string }[];
  } | null;
}

const CHOICES: readonly (Mine | null)[] = [null, "starred", "unread", "noted"];

/** The reading for a state. */
export function buildReading(
  { catalogue, reading, trouble, tourOffered }: ReaderFacts & { readonly catalogue: Catalogue },
  state: State,
): ReadingModel {
  const texts = catalogue.texts.reading;
  const marks = [...reading.marks].flatMap(([id, mark]) => (catalogue.byId.has(id) ? [mark] : []));
  const count = (of: (mark: (typeof marks)[number]) => boolean) => marks.filter(of).length;
  const own = state.selected === null ? null : markOf(reading.marks, state.selected);
  return {
    summary:
      marks.length === 0
        ? texts.nothing
        : texts.counts(
            count(({ starred }) => starred),
            count(({ read }) => read),
            count(({ notes }) => notes.length > 0),
          ),
    choices: CHOICES.map((mine) => ({
      mine,
      label: texts.choice[mine ?? "all"],
      chosen: mine === state.mine,
    })),
    marked: reading.marks.size > 0,
    canUndo: reading.done.length > 0,
    canRedo: reading.undone.length > 0,
    trouble: trouble === null ? null : texts.trouble[trouble],
    tourOffered,
    own:
      own === null || state.selected === null
        ? null
        : {
            paper: state.selected,
            starred: own.starred,
            read: own.read,
            note: noteOf(own),
            older: own.notes.slice(1).map(({ text, at }) => ({
              text,
              heading: texts.older(catalogue.texts.date(at.slice(0, 10))),
            })),
          },
  };
}

/** The hits of a search with the papers whose notes hold the query after them. */
export function searchNotes(
  { catalogue, reading }: { readonly catalogue: Catalogue; readonly reading: Reading },
  query: string,
  hits: readonly PaperId[],
): PaperId[] {
  const wanted = query.trim().toLowerCase();
  const noted = [...reading.marks].flatMap(([id, { notes }]) =>
    catalogue.byId.has(id) && notes.some(({ text }) => text.toLowerCase().includes(wanted)) ? [id] : [],
  );
  return [...new Set([...hits, ...noted])];
}

/** What a screen reader says of the reader's own marks on a paper, after what it says of the paper; "" for none. */
export function saidOf(marks: Marks, { texts }: Catalogue, { paper }: Entry): string {
  const { starred, read, notes } = markOf(marks, paper.id);
  const { said } = texts.reading;
  const parts = [starred && said.starred, read && said.read, notes.length > 0 && said.noted];
  const shown = parts.filter((part) => part !== false);
  return shown.length === 0 ? "" : ` ${texts.listed(shown)}`;
}
