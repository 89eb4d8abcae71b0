import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import { type Marks, NO_MARK, NO_MARKS } from "../../src/reading/marks.ts";
import { mergeMark, mergeMarks, resolveMarks } from "../../src/reading/merge-marks.ts";
import { marksOfReaders } from "./readings.ts";

const plain = (marks: Marks) => Object.fromEntries([...marks].sort());
const noted = (text: string, year: number) => ({
  ...NO_MARK,
  notes: [{ text, at: `${year}-01-01T00:00:00.000Z` }],
});

describe("mergeMarks", () => {
  test("does not ask which comes first, nor in which order three are merged", () => {
    fc.assert(
      fc.property(marksOfReaders, marksOfReaders, marksOfReaders, (a, b, c) => {
        expect(plain(mergeMarks(a, b))).toEqual(plain(mergeMarks(b, a)));
        expect(plain(mergeMarks(mergeMarks(a, b), c))).toEqual(plain(mergeMarks(a, mergeMarks(b, c))));
      }),
    );
  });

  test("changes nothing when the same comes again, or nothing comes", () => {
    fc.assert(
      fc.property(marksOfReaders, marksOfReaders, (a, b) => {
        const merged = mergeMarks(a, b);
        expect(plain(mergeMarks(merged, b))).toEqual(plain(merged));
        expect(plain(mergeMarks(a, a))).toEqual(plain(a));
        expect(plain(mergeMarks(a, NO_MARKS))).toEqual(plain(a));
      }),
    );
  });

  test("loses no star, no tick and no word", () => {
    fc.assert(
      fc.property(marksOfReaders, marksOfReaders, (a, b) => {
        const merged = mergeMarks(a, b);
        for (const [paper, mark] of [...a, ...b]) {
          const now = merged.get(paper) ?? NO_MARK;
          expect(now.starred || !mark.starred).toBe(true);
          expect(now.read || !mark.read).toBe(true);
          for (const { text } of mark.notes)
            expect(now.notes.some((note) => note.text.includes(text)) || text === "").toBe(true);
        }
      }),
    );
  });

  test("lets the newer of two notes win and keeps the other; what the newer contains goes", () => {
    const texts = (mark: typeof NO_MARK) => mark.notes.map(({ text }) => text);
    expect(texts(mergeMark(noted("old", 2024), noted("new", 2025)))).toEqual(["new", "old"]);
    expect(texts(mergeMark(noted("old", 2024), noted("old, and more", 2025)))).toEqual(["old, and more"]);
    expect(texts(mergeMark(noted("long and old", 2024), noted("old", 2025)))).toEqual([
      "old",
      "long and old",
    ]);
  });
});

describe("resolveMarks", () => {
  test("brings the marks of a paper's older names together and keeps those of unknown papers", () => {
    const [id, alias, gone] = ["arxiv:2103.00020", "s2:1", "doi:10.1/gone"].map(paperId) as [
      never,
      never,
      never,
    ];
    const marks = new Map([
      [id, { ...NO_MARK, starred: true }],
      [alias, noted("by its older name", 2024)],
      [gone, { ...NO_MARK, read: true }],
    ]);
    const resolved = resolveMarks(marks, (name) => (name === gone ? null : id));
    expect([...resolved.keys()]).toEqual([id, gone]);
    expect(resolved.get(id)).toMatchObject({ starred: true, notes: [{ text: "by its older name" }] });
  });
});
