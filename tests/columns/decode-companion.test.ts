import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checksumOf } from "../../src/columns/checksum.ts";
import type { Companion } from "../../src/columns/companion.ts";
import { CompanionError, companionFits, decodeCompanion } from "../../src/columns/decode-companion.ts";
import { encodeCompanion } from "../../src/columns/encode-companion.ts";
import { HEADER, placesOf } from "../../src/columns/layout-of-bytes.ts";
import { companions, sample } from "../companion/sample-companion.ts";

describe("encodeCompanion and decodeCompanion", () => {
  test("give back what was written", () => {
    expect(decodeCompanion(encodeCompanion(sample))).toEqual(sample);
    fc.assert(
      fc.property(companions, (companion) => {
        const bytes = encodeCompanion(companion);
        expect(encodeCompanion(decodeCompanion(bytes))).toEqual(bytes);
      }),
    );
  });

  test("look at the bytes where they are instead of copying them", () => {
    const bytes = encodeCompanion(sample);
    const { papers, citations } = decodeCompanion(bytes);
    for (const column of [...Object.values(papers), ...Object.values(citations)]) {
      expect(column.buffer).toBe(bytes.buffer);
    }
  });

  test.each([1, 2, 3, 4])("read bytes that begin %i after a multiple of four", (offset) => {
    const bytes = encodeCompanion(sample);
    const shifted = new Uint8Array(bytes.length + offset).subarray(offset);
    shifted.set(bytes);
    expect(decodeCompanion(shifted)).toEqual(sample);
  });
});

describe("decodeCompanion", () => {
  test("notices any byte that is different", () => {
    const bytes = encodeCompanion(sample);
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice();
        flipped[at]! ^= 1 << bit;
        expect(() => decodeCompanion(flipped), `byte ${at}, bit ${bit}`).toThrow(CompanionError);
      }
    }
  });

  test("notices any end that is missing, and anything after the end", () => {
    const bytes = encodeCompanion(sample);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeCompanion(bytes.slice(0, length)), `${length} bytes`).toThrow(CompanionError);
    }
    expect(() => decodeCompanion(Uint8Array.from([...bytes, 0]))).toThrow(
      /^the companion has \d+ bytes; its header/,
    );
  });

  test("says a CompanionError of any bytes whatever", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const bytes = encodeCompanion(sample);
        bytes.set(noise, HEADER.version);
        expect(() => decodeCompanion(bytes.slice(0, HEADER.version + noise.length))).toThrow(CompanionError);
        expect(() => decodeCompanion(noise)).toThrow(CompanionError);
      }),
    );
  });

  test("names a version that it does not know before anything else", () => {
    const bytes = encodeCompanion(sample);
    bytes[HEADER.version] = 9;
    expect(() => decodeCompanion(bytes.slice(0, 60))).toThrow("the companion has version 9, expected 1");
  });

  test.each<[string, number, string]>([
    ["x", Number.NaN, "x, y: paper 1 is at NaN, 2"],
    ["radius", -1, "radius[1]: got -1"],
    ["labelZoom", Number.NaN, "labelZoom[1]: got NaN"],
    ["day", Number.POSITIVE_INFINITY, "day[1]: got Infinity"],
    ["community", 1, "community[1]: no community 1 among 1"],
    ["community", -2, "community[1]: no community -2 among 1"],
    ["generation", -2, "generation[1]: got -2"],
    ["slot", 4, "slot[1]: no group 4 among 1"],
    ["flags", 8, "flags[1]: got 8"],
    ["start", 4, "start[1]: 4 after 0, of 3 citations"],
    ["cited", 3, "cited[1]: no paper 3 among 3"],
    ["implied", 2, "implied[1]: got 2"],
    ["confidence", 3, "confidence[1]: got 3"],
  ])("names a %s out of range although the checksum is right", (name, value, message) => {
    expect(() => decodeCompanion(withEntry(name, 1, value))).toThrow(
      `the companion cannot be used: ${message}`,
    );
  });

  test("names references that are not ascending, and rows that do not begin or end where they should", () => {
    expect(() => decodeCompanion(withEntry("cited", 2, 0))).toThrow(
      "cited[2]: paper 2 cites 0 after 0, not ascending",
    );
    expect(() => decodeCompanion(withEntry("start", 0, 1))).toThrow("start[0]: got 1, expected 0");
    expect(() => decodeCompanion(withEntry("start", 3, 2))).toThrow(
      "start[3]: got 2, expected the 3 citations",
    );
  });
});

test("encodeCompanion refuses what could not be read again", () => {
  const wrong: [Partial<Companion>, string][] = [
    [{ papers: { ...sample.papers, y: Float32Array.of(1) } }, "y: has 1 entries, not 3"],
    [{ labels: [{ paper: 3, label: "?" }] }, "labels[0]: no paper 3 among 3"],
    [{ groups: [{ label: "", papers: -1 }] }, "groups[0]: is not a label with a number of papers"],
  ];
  for (const [part, message] of wrong) {
    expect(() => encodeCompanion({ ...sample, ...part })).toThrow(
      `the companion cannot be written: ${message}`,
    );
  }
});

test("companionFits asks for the same length and checksum", () => {
  expect(companionFits(sample, 5_000_000_000, 0xfedcba98)).toBe(true);
  expect(companionFits(sample, 5_000_000_001, 0xfedcba98)).toBe(false);
  expect(companionFits(sample, 5_000_000_000, 0xfedcba99)).toBe(false);
});

/** The bytes of the sample with another number in a column, and a checksum that is right again. */
function withEntry(column: string, entry: number, value: number): Uint8Array {
  const bytes = encodeCompanion(sample);
  const place = placesOf(3, 3).places.find(({ name }) => name === column);
  if (!place) throw new Error(`no column ${column}`);
  new place.kind(bytes.buffer, place.at, place.length)[entry] = value;
  const checksum = checksumOf(bytes.subarray(HEADER.corpusBytes));
  new DataView(bytes.buffer).setUint32(HEADER.checksum, checksum, true);
  return bytes;
}
