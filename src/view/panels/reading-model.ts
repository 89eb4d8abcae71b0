import type { PaperId } from "../../corpus/ids.ts";
import { markOf, noteOf } from "../../reading/marks.ts";
import type { Reading } from "../../reading/reading.ts";
import type { GuideTexts } from "../../text/guide-texts.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Mine, State } from "../state/state.ts";

/** Why the reader's marks are not kept, or were not read. */
export type ReadingTrouble = "forbidden" | "full" | "unreadable";

/** The reader's marks and how they are kept. */
export interface KeptReading {
  readonly reading: Reading;
  /** Null when all is well. */
  readonly trouble: ReadingTrouble | null;
}

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

/** The reading for a state; dates are written as the catalogue's texts do. */
export function buildReading(
  catalogue: Catalogue,
  { reading, trouble }: KeptReading,
  state: Pick<State, "selected" | "mine">,
  texts: GuideTexts["reading"],
): ReadingModel {
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
