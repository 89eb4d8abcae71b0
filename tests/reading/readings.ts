import * as fc from "fast-check";
import { type PaperId, paperId } from "../../src/corpus/ids.ts";
import { type Mark, type Marks, withoutBlank } from "../../src/reading/marks.ts";
import { mergeMarks, resolveMarks } from "../../src/reading/merge-marks.ts";
import type { ReadingAction } from "../../src/reading/reading.ts";

/** The papers that the readings of tests are about. */
export const papers: readonly PaperId[] = ["arxiv:2103.00020", "doi:10.1/a", "title:x", "论文"].map(paperId);

const paper = fc.constantFrom(...papers);
const instant = fc
  .integer({ min: 0, max: 40 })
  .map((seconds) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString());
/** Few texts, some of which contain others, so that they meet. */
const noteText = fc.oneof(
  fc.constantFrom("", "good", "good, but slow", "slow", "读过", "“<b>”\n"),
  fc.string({ unit: "grapheme", maxLength: 6 }).filter((text) => text.trim() !== ""),
);
const note = fc.record({ text: noteText, at: instant });
const mark: fc.Arbitrary<Mark> = fc.record({
  starred: fc.boolean(),
  read: fc.boolean(),
  notes: fc.array(note, { maxLength: 3 }).map(withoutBlank),
});

/** Marks as a reader can have them. */
export const marksOfReaders: fc.Arbitrary<Marks> = fc
  .array(fc.tuple(paper, mark), { maxLength: 4 })
  .map((entries) => resolveMarks(new Map(entries), (id) => id))
  .map((marks) => mergeMarks(new Map(), marks));

/** Every action that changes marks and can be undone. */
export const readingChanges: fc.Arbitrary<ReadingAction> = fc.oneof(
  fc.record({ do: fc.constantFrom("star", "read"), paper, on: fc.boolean() }) as fc.Arbitrary<ReadingAction>,
  fc
    .record({ paper, text: noteText, at: instant })
    .map((written): ReadingAction => ({ do: "write", ...written })),
  fc.record({ paper, place: fc.nat(2) }).map((dropped): ReadingAction => ({ do: "drop-note", ...dropped })),
  marksOfReaders.map((marks): ReadingAction => ({ do: "merge", marks })),
  fc.constant<ReadingAction>({ do: "clear" }),
);
