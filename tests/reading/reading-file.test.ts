import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import { type Marks, NO_MARK } from "../../src/reading/marks.ts";
import { formatReading, parseReading, ReadingFileError } from "../../src/reading/reading-file.ts";
import { marksOfReaders } from "./readings.ts";

const survey = { root: null, title: "A survey" };
const plain = (marks: Marks) => Object.fromEntries([...marks].sort());

function failureOf(text: string): ReadingFileError {
  try {
    parseReading(text);
  } catch (failure) {
    if (failure instanceof ReadingFileError) return failure;
  }
  return expect.fail(`${text} is taken for a reading`);
}

const file = (papers: unknown) => JSON.stringify({ format: "clip-lineage reading", version: 1, papers });

describe("parseReading", () => {
  test("reads what formatReading writes", () => {
    fc.assert(
      fc.property(marksOfReaders, (marks) => {
        expect(plain(parseReading(formatReading(marks, survey)))).toEqual(plain(marks));
      }),
    );
  });

  test("refuses what is no reading, and says why and where", () => {
    expect(failureOf("{").what).toBe("not-json");
    for (const text of ["null", "[]", "1", '"x"', '{"version":1}', '{"format":"other"}'])
      expect(failureOf(text).what, text).toBe("other-file");
    expect(failureOf('{"format":"clip-lineage reading","version":2}')).toMatchObject({
      what: "other-version",
      place: "2",
    });
    expect(failureOf(file([{ id: "" }]))).toMatchObject({
      what: "broken",
      place: expect.stringMatching(/^papers\.0\.id: /),
    });
    expect(failureOf(file([{ id: "A", starred: "yes" }])).place).toMatch(/^papers\.0\.starred: /);
    expect(failureOf(file([{ id: "A", notes: [{ text: "x", at: "yesterday" }] }])).place).toMatch(
      /^papers\.0\.notes\.0\.at: is no instant/,
    );
    expect(failureOf(file({})).place).toMatch(/^papers: /);
  });

  test("gives a paper that stands in it twice both of its marks", () => {
    const marks = parseReading(
      file([
        { id: "A", starred: true },
        { id: "A", read: true },
      ]),
    );
    expect(marks.get(paperId("A"))).toEqual({ ...NO_MARK, starred: true, read: true });
  });
});

describe("formatReading", () => {
  test("writes the same bytes for the same marks, whatever their order, and names papers for people", () => {
    fc.assert(
      fc.property(marksOfReaders, (marks) => {
        expect(formatReading(new Map([...marks].reverse()), survey)).toBe(formatReading(marks, survey));
      }),
    );
    const text = formatReading(new Map([[paperId("A"), { ...NO_MARK, read: true }]]), survey, () => "On A");
    expect(text).toContain('"title": "On A"');
    expect(text).toContain('"title": "A survey"');
  });
});
