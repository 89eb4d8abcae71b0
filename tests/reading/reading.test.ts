import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaperId } from "../../src/corpus/ids.ts";
import { type Marks, markOf, NO_MARKS, noteOf } from "../../src/reading/marks.ts";
import { adoptMarks, NOTHING_READ, type Reading, reduceReading } from "../../src/reading/reading.ts";
import { marksOfReaders, papers, readingChanges } from "./readings.ts";

const [A, B] = papers as readonly [PaperId, PaperId, ...PaperId[]];
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const text = (reading: Reading, paper: PaperId) => noteOf(markOf(reading.marks, paper));
const plain = (marks: Marks) => Object.fromEntries([...marks].sort());

describe("reduceReading", () => {
  test("stars, reads and writes, and keeps no mark that says nothing", () => {
    const starred = reduceReading(NOTHING_READ, { do: "star", paper: A, on: true });
    expect(markOf(starred.marks, A)).toEqual({ starred: true, read: false, notes: [] });
    const both = reduceReading(starred, { do: "read", paper: A, on: true });
    expect(markOf(both.marks, A)).toMatchObject({ starred: true, read: true });
    const neither = [
      { do: "star", paper: A, on: false } as const,
      { do: "read", paper: A, on: false } as const,
    ];
    expect(neither.reduce(reduceReading, both).marks.size).toBe(0);
  });

  test("returns the same reading where nothing changes", () => {
    expect(reduceReading(NOTHING_READ, { do: "star", paper: A, on: false })).toBe(NOTHING_READ);
    expect(reduceReading(NOTHING_READ, { do: "write", paper: A, text: "  ", at: at(0) })).toBe(NOTHING_READ);
    expect(reduceReading(NOTHING_READ, { do: "clear" })).toBe(NOTHING_READ);
    expect(reduceReading(NOTHING_READ, { do: "merge", marks: NO_MARKS })).toBe(NOTHING_READ);
    expect(reduceReading(NOTHING_READ, { do: "undo" })).toBe(NOTHING_READ);
    expect(reduceReading(NOTHING_READ, { do: "redo" })).toBe(NOTHING_READ);
  });

  test("takes what is written without a pause for one change, and a pause for the next", () => {
    const typed = ["g", "go", "good"].reduce(
      (reading, text, i) => reduceReading(reading, { do: "write", paper: A, text, at: at(i) }),
      NOTHING_READ,
    );
    const later = reduceReading(typed, { do: "write", paper: A, text: "good, and more", at: at(60) });
    expect(text(reduceReading(later, { do: "undo" }), A)).toBe("good");
    expect(reduceReading(reduceReading(later, { do: "undo" }), { do: "undo" }).marks.size).toBe(0);
    const other = reduceReading(typed, { do: "write", paper: B, text: "b", at: at(3) });
    expect(text(reduceReading(other, { do: "undo" }), A)).toBe("good");
  });

  test("does not undo more than what was written after a redo", () => {
    const typed = reduceReading(NOTHING_READ, { do: "write", paper: A, text: "one", at: at(0) });
    const again = reduceReading(reduceReading(typed, { do: "undo" }), { do: "redo" });
    const more = reduceReading(again, { do: "write", paper: A, text: "one two", at: at(1) });
    expect(text(reduceReading(more, { do: "undo" }), A)).toBe("one");
  });

  test("leaves the field empty when a note is deleted over an older one, which stays", () => {
    const merged = reduceReading(
      reduceReading(NOTHING_READ, { do: "write", paper: A, text: "mine", at: at(9) }),
      {
        do: "merge",
        marks: new Map([[A, { starred: false, read: false, notes: [{ text: "theirs", at: at(1) }] }]]),
      },
    );
    const emptied = reduceReading(merged, { do: "write", paper: A, text: "", at: at(20) });
    expect(text(emptied, A)).toBe("");
    expect(markOf(emptied.marks, A).notes.map((note) => note.text)).toEqual(["", "theirs"]);
    expect(reduceReading(emptied, { do: "drop-note", paper: A, place: 1 }).marks.size).toBe(0);
  });

  test("undo takes back any change, and redo brings it again", () => {
    fc.assert(
      fc.property(fc.array(readingChanges, { maxLength: 12 }), readingChanges, (before, action) => {
        const reading = before.reduce(reduceReading, NOTHING_READ);
        const changed = reduceReading(reading, action);
        const grew = changed.done.length > reading.done.length;
        const undone = reduceReading(changed, { do: "undo" });
        if (grew) expect(plain(undone.marks)).toEqual(plain(reading.marks));
        expect(plain(reduceReading(undone, { do: "redo" }).marks)).toEqual(plain(changed.marks));
      }),
    );
  });

  test("undo after undo leads back to the beginning, redo after redo to the end", () => {
    fc.assert(
      fc.property(fc.array(readingChanges, { maxLength: 20 }), (changes) => {
        const end = changes.reduce(reduceReading, NOTHING_READ);
        const steps = end.done.map(() => null);
        const start = steps.reduce((reading: Reading) => reduceReading(reading, { do: "undo" }), end);
        expect(start.marks.size).toBe(0);
        const again = steps.reduce((reading: Reading) => reduceReading(reading, { do: "redo" }), start);
        expect(plain(again.marks)).toEqual(plain(end.marks));
      }),
    );
  });

  test("a new change ends what could be done again", () => {
    const undone = reduceReading(reduceReading(NOTHING_READ, { do: "star", paper: A, on: true }), {
      do: "undo",
    });
    const changed = reduceReading(undone, { do: "read", paper: B, on: true });
    expect(reduceReading(changed, { do: "redo" })).toBe(changed);
  });

  test("clearing and merging can be undone", () => {
    fc.assert(
      fc.property(marksOfReaders, (marks) => {
        const merged = reduceReading(NOTHING_READ, { do: "merge", marks });
        const cleared = reduceReading(merged, { do: "clear" });
        expect(cleared.marks.size).toBe(0);
        if (marks.size > 0)
          expect(plain(reduceReading(cleared, { do: "undo" }).marks)).toEqual(plain(merged.marks));
      }),
    );
  });
});

describe("adoptMarks", () => {
  test("takes the marks of another tab and undoes no change of a paper that differs there", () => {
    const own = [
      { do: "star", paper: A, on: true } as const,
      { do: "star", paper: B, on: true } as const,
    ].reduce(reduceReading, NOTHING_READ);
    const elsewhere = new Map(own.marks).set(B, { starred: true, read: true, notes: [] });
    const adopted = adoptMarks(own, elsewhere);
    expect(markOf(adopted.marks, B).read).toBe(true);
    const undone = reduceReading(adopted, { do: "undo" });
    expect(markOf(undone.marks, A).starred).toBe(false);
    expect(markOf(undone.marks, B)).toMatchObject({ starred: true, read: true });
    expect(adoptMarks(own, new Map(own.marks))).toBe(own);
  });
});
