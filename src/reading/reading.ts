import type { PaperId } from "../corpus/ids.ts";
import {
  type Mark,
  type Marks,
  markOf,
  NO_MARK,
  NO_MARKS,
  noteOf,
  sameMark,
  withMark,
  withoutBlank,
} from "./marks.ts";
import { mergeMarks } from "./merge-marks.ts";

/** A change of some papers' marks, as it is undone and done again. */
interface Step {
  readonly before: Marks;
  readonly after: Marks;
  /** The paper whose note was being written, and when last; null for every other change. */
  readonly writing: { readonly paper: PaperId; readonly at: string } | null;
}

/** A reader's marks and the changes that can be undone and done again, the last of each at its end. */
export interface Reading {
  readonly marks: Marks;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export type ReadingAction =
  | { readonly do: "star"; readonly paper: PaperId; readonly on: boolean }
  | { readonly do: "read"; readonly paper: PaperId; readonly on: boolean }
  /** `at` is an instant of ISO 8601 in UTC. */
  | { readonly do: "write"; readonly paper: PaperId; readonly text: string; readonly at: string }
  /** Takes away an older note of a paper, by its place in the list. */
  | { readonly do: "drop-note"; readonly paper: PaperId; readonly place: number }
  | { readonly do: "merge"; readonly marks: Marks }
  | { readonly do: "clear" }
  | { readonly do: "undo" }
  | { readonly do: "redo" };

export const NOTHING_READ: Reading = { marks: NO_MARKS, done: [], undone: [] };

/** So many changes can be undone. */
const MOST_STEPS = 100;
/** Who pauses longer than this while writing begins a change of its own. */
const PAUSE_MS = 4_000;

/** The reading after an action; the same object when the action changes nothing. */
export function reduceReading(reading: Reading, action: ReadingAction): Reading {
  const { marks } = reading;
  switch (action.do) {
    case "star":
      return change(reading, action.paper, { ...markOf(marks, action.paper), starred: action.on });
    case "read":
      return change(reading, action.paper, { ...markOf(marks, action.paper), read: action.on });
    case "write":
      return write(reading, action);
    case "drop-note": {
      const mark = markOf(marks, action.paper);
      return change(reading, action.paper, {
        ...mark,
        notes: withoutBlank(mark.notes.toSpliced(action.place, 1)),
      });
    }
    case "merge":
      return changeTo(reading, mergeMarks(marks, action.marks));
    case "clear":
      return changeTo(reading, NO_MARKS);
    case "undo": {
      const step = reading.done.at(-1);
      if (!step) return reading;
      return {
        marks: applied(marks, step.before),
        done: reading.done.slice(0, -1),
        undone: [...reading.undone, step],
      };
    }
    case "redo": {
      const step = reading.undone.at(-1);
      if (!step) return reading;
      return {
        marks: applied(marks, step.after),
        done: [...reading.done, { ...step, writing: null }],
        undone: reading.undone.slice(0, -1),
      };
    }
  }
}

/**
 * The reading with marks that were changed elsewhere, in another tab. Changes of papers that differ there can no longer be
 * undone here; all others can.
 */
export function adoptMarks(reading: Reading, marks: Marks): Reading {
  const changed = changedBetween(reading.marks, marks);
  if (changed.length === 0) return reading;
  const own = (step: Step) => !changed.some((paper) => step.after.has(paper));
  return { marks, done: reading.done.filter(own), undone: reading.undone.filter(own) };
}

function change(reading: Reading, paper: PaperId, mark: Mark): Reading {
  return changeTo(reading, withMark(reading.marks, paper, mark));
}

/** The reading with other marks, as a change that can be undone. */
function changeTo(reading: Reading, marks: Marks, writing: Step["writing"] = null): Reading {
  const papers = changedBetween(reading.marks, marks);
  if (papers.length === 0) return reading;
  const step = { before: only(reading.marks, papers), after: only(marks, papers), writing };
  return { marks, done: [...reading.done, step].slice(-MOST_STEPS), undone: [] };
}

/** What is written without a pause is one change. A note of blanks alone is none. */
function write(reading: Reading, { paper, text, at }: ReadingAction & { do: "write" }): Reading {
  const mark = markOf(reading.marks, paper);
  if (text === noteOf(mark)) return reading;
  const notes = withoutBlank([{ text: text.trim() === "" ? "" : text, at }, ...mark.notes.slice(1)]);
  const marks = withMark(reading.marks, paper, { ...mark, notes });
  const last = reading.done.at(-1);
  const goesOn =
    last?.writing?.paper === paper && Date.parse(at) - Date.parse(last.writing.at) < PAUSE_MS && last;
  if (!goesOn) return changeTo(reading, marks, { paper, at });
  const before = applied(reading.marks, goesOn.before);
  const step = changeTo({ ...reading, marks: before, done: reading.done.slice(0, -1) }, marks, { paper, at });
  // Who took everything back has changed nothing.
  return step.marks === before ? { ...step, undone: [] } : step;
}

function changedBetween(a: Marks, b: Marks): PaperId[] {
  const papers = new Set([...a.keys(), ...b.keys()]);
  return [...papers].filter((paper) => !sameMark(markOf(a, paper), markOf(b, paper)));
}

/** The marks of these papers, blank ones included. */
function only(marks: Marks, papers: readonly PaperId[]): Marks {
  return new Map(papers.map((paper) => [paper, marks.get(paper) ?? NO_MARK]));
}

function applied(marks: Marks, changed: Marks): Marks {
  return [...changed].reduce((next, [paper, mark]) => withMark(next, paper, mark), marks);
}
