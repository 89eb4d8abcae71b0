import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shown, shownOnALine } from "../../src/corpus/shown.ts";

/** What a terminal obeys or what reorders a line, told without the rule under test. */
function isUnseen(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const isDirection =
    code === 0x61c ||
    (code >= 0x200e && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069);
  return isControl || isDirection;
}
const evil: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\u001b\u009b\u009d\u0007\r\n\t\b\u007f\u0085\u2028\u202e\u2066\u200f\u061c\\"a中'),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

describe("shown", () => {
  test.each([
    ["a colour", "\u001b[31mred", "\\u001b[31mred"],
    ["a window title", "\u001b]0;owned\u0007", "\\u001b]0;owned\\u0007"],
    ["C1 forms of both", "\u009b2J\u009d0;x\u009c", "\\u009b2J\\u009d0;x\\u009c"],
    ["a line written over", "good\rbad", "good\\rbad"],
    ["letters taken back", "good\b\b\b\bbad\u007f", "good\\u0008\\u0008\\u0008\\u0008bad\\u007f"],
    [
      "a line turned around",
      "safe\u202egpj.exe\u2066\u2069\u200f",
      "safe\\u202egpj.exe\\u2066\\u2069\\u200f",
    ],
    ["other line ends", "a\u0085b\u2028c\u2029d", "a\\u0085b\\u2028c\\u2029d"],
  ])("shows %s", (_, text, expected) => {
    expect(shown(text)).toBe(expected);
    expect(shownOnALine(text)).toBe(expected);
  });

  test("leaves every text of people as it is", () => {
    for (const text of ["CLIP: 对比学习 – «naïve» \\d+ 🙂‍↔️ نص", "a\tb", ""])
      expect(shownOnALine(text)).toBe(text);
    expect(shown("a\nb\tc")).toBe("a\nb\tc");
    expect(shownOnALine("a\nb\r\nc")).toBe("a\\nb\\r\\nc");
  });

  test("lets nothing through that a terminal obeys", () => {
    fc.assert(
      fc.property(evil, (text) => {
        expect([...shown(text)].filter((letter) => isUnseen(letter) && !/[\t\n]/.test(letter))).toEqual([]);
        expect([...shownOnALine(text)].filter((letter) => isUnseen(letter) && letter !== "\t")).toEqual([]);
      }),
    );
  });

  test("keeps JSON the JSON it was, indented or not", () => {
    fc.assert(
      fc.property(fc.dictionary(evil, fc.array(evil)), (value) => {
        expect(JSON.parse(shown(JSON.stringify(value, null, 2)))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(JSON.parse(shownOnALine(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
