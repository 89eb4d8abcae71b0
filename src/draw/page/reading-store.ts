import type { PaperId } from "../../corpus/ids.ts";
import { type Marks, NO_MARKS } from "../../reading/marks.ts";
import { mergeMarks, resolveMarks } from "../../reading/merge-marks.ts";
import {
  adoptMarks,
  NOTHING_READ,
  type Reading,
  type ReadingAction,
  reduceReading,
} from "../../reading/reading.ts";
import { formatReading, parseReading, type SurveyName } from "../../reading/reading-file.ts";
import type { ReadingTrouble } from "../../view/panels/reading-model.ts";

/** A reader's marks, kept where `open` says. */
export interface ReadingStore {
  readonly reading: Reading;
  /** Why they are not kept, or were not read; null when all is well. */
  readonly trouble: ReadingTrouble | null;
  /** Changes the marks and keeps them; what another tab has kept meanwhile is taken up first. */
  change(action: ReadingAction): void;
  /** Takes up what another tab has kept; true when that changed anything. */
  sync(): boolean;
}

/** Under which key a survey's reading is kept. */
export function readingKey({ root, title }: SurveyName): string {
  return `clip-lineage reading ${JSON.stringify([root, title])}`;
}

/**
 * The reading of a survey as the storage has it. `open` gives the storage and may throw, as a private window
 * does; the reading then lives as long as the page. `resolve` gives the paper of an id or alias, or null.
 */
export function openReading(
  open: () => Pick<Storage, "getItem" | "setItem">,
  survey: SurveyName,
  resolve: (id: PaperId) => PaperId | null,
): ReadingStore {
  const key = readingKey(survey);
  let reading = NOTHING_READ;
  let trouble: ReadingTrouble | null = null;
  /** The text as it was last read or written; the reading says more while `ahead`. */
  let known: string | null = null;
  let ahead = false;
  /** Whether there is something in the storage that must not be written over. */
  let locked = false;

  const marksIn = (text: string | null): Marks =>
    text === null ? NO_MARKS : resolveMarks(parseReading(text), resolve);

  const putAside = (text: string) => {
    trouble = "unreadable";
    try {
      open().setItem(`${key} unreadable`, text);
      locked = false;
    } catch {
      locked = true;
    }
  };

  const sync = (): boolean => {
    let text: string | null;
    try {
      text = open().getItem(key);
    } catch {
      trouble = "forbidden";
      return false;
    }
    if (text === known) return false;
    known = text;
    try {
      const marks = marksIn(text);
      const next = adoptMarks(reading, ahead ? mergeMarks(reading.marks, marks) : marks);
      const changed = next !== reading;
      reading = next;
      return changed;
    } catch {
      putAside(text ?? "");
      return true;
    }
  };

  const keep = () => {
    ahead = true;
    if (locked) return;
    const text = formatReading(reading.marks, survey);
    try {
      open().setItem(key, text);
    } catch (failure) {
      // A storage that is there and refuses has no room.
      const full = failure instanceof DOMException && failure.name === "QuotaExceededError";
      trouble = full ? "full" : "forbidden";
      return;
    }
    known = text;
    ahead = false;
    if (trouble !== "unreadable") trouble = null;
  };

  sync();
  return {
    get reading() {
      return reading;
    },
    get trouble() {
      return trouble;
    },
    change(action) {
      sync();
      const next = reduceReading(reading, action);
      if (next === reading) return;
      reading = next;
      keep();
    },
    sync,
  };
}
