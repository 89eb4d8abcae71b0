import type { PaperId } from "../corpus/ids.ts";
import { isBlank, type Mark, type Marks, NO_MARK, type Note, withoutBlank } from "./marks.ts";

/**
 * Both marks in one: starred or read where either is, and every note that no newer one contains, the newest
 * first. It does not matter which comes first, nor how often one is merged.
 */
export function mergeMark(a: Mark, b: Mark): Mark {
  return {
    starred: a.starred || b.starred,
    read: a.read || b.read,
    notes: unsurpassed([...a.notes, ...b.notes]),
  };
}

/** The marks of both, merged paper by paper. Nothing of either is lost. */
export function mergeMarks(a: Marks, b: Marks): Marks {
  const merged = new Map(a);
  for (const [paper, mark] of b) merged.set(paper, mergeMark(merged.get(paper) ?? NO_MARK, mark));
  return merged;
}

/** The marks under the names papers have now: `resolve` gives the paper of an id or alias, or null, and an unknown id stays. */
export function resolveMarks(marks: Marks, resolve: (id: PaperId) => PaperId | null): Marks {
  let resolved: Marks = new Map();
  for (const [id, mark] of marks) {
    if (!isBlank(mark)) resolved = mergeMarks(resolved, new Map([[resolve(id) ?? id, mark]]));
  }
  return resolved;
}

/** The notes that no newer note contains, each text once, newest first. */
function unsurpassed(notes: readonly Note[]): readonly Note[] {
  const kept: Note[] = [];
  for (const note of [...notes].sort(byAge)) {
    if (!kept.some(({ text }) => text.includes(note.text))) kept.push(note);
  }
  return withoutBlank(kept);
}

/** Newest first; of notes of the same instant the longer, so that it may contain the other. */
function byAge(a: Note, b: Note): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return b.text.length - a.text.length || (a.text < b.text ? -1 : Number(a.text > b.text));
}
