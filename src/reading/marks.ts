import type { PaperId } from "../corpus/ids.ts";

/** What a reader wrote of a paper, and when: an instant of ISO 8601 in UTC. */
export interface Note {
  readonly text: string;
  readonly at: string;
}

/** What a reader made of a paper. */
export interface Mark {
  readonly starred: boolean;
  readonly read: boolean;
  /** The newest is the reader's note; older ones came from files that said something else. */
  readonly notes: readonly Note[];
}

/** The marks of a reader by paper; a paper without any has none. */
export type Marks = ReadonlyMap<PaperId, Mark>;

export const NO_MARK: Mark = { starred: false, read: false, notes: [] };
export const NO_MARKS: Marks = new Map();

/** The mark of a paper; NO_MARK where there is none. */
export function markOf(marks: Marks, paper: PaperId): Mark {
  return marks.get(paper) ?? NO_MARK;
}

/** The notes, but [] for an empty note alone; before older notes an empty one says that none of them is the reader's. */
export function withoutBlank(notes: readonly Note[]): readonly Note[] {
  return notes.every(({ text }) => text === "") ? [] : notes;
}

/** What the reader wrote last of a paper; "" for nothing. */
export function noteOf(mark: Mark): string {
  return mark.notes[0]?.text ?? "";
}

export function isBlank(mark: Mark): boolean {
  return !mark.starred && !mark.read && mark.notes.length === 0;
}

/** Whether two marks say the same. */
export function sameMark(a: Mark, b: Mark): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The marks with one of them replaced; a blank one is taken out. */
export function withMark(marks: Marks, paper: PaperId, mark: Mark): Marks {
  const next = new Map(marks);
  if (isBlank(mark)) next.delete(paper);
  else next.set(paper, mark);
  return next;
}
