import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumOf, startChecksum } from "../../src/columns/checksum.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

// From the reference implementation of xxHash.
test.each([
  ["", 0x02cc5d05],
  ["a", 0x550d7456],
  ["abc", 0x32d153ff],
  ["Nobody inspects the spammish repetition", 0xe2293b2f],
])("checksumOf gives xxHash32's value for %j", (text, expected) => {
  expect(checksumOf(bytesOf(text))).toBe(expected);
});

test("startChecksum gives the same for bytes in any portions, and may be asked between them", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), (portions) => {
      const running = startChecksum();
      const soFar: number[] = [];
      for (const portion of portions) {
        running.add(portion);
        soFar.push(...portion);
        expect(running.value()).toBe(checksumOf(Uint8Array.from(soFar)));
      }
    }),
  );
});

test("checksumOf differs when a single byte does", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 80 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, flip) => {
        const other = bytes.slice();
        other[at % other.length]! ^= flip;
        expect(checksumOf(other)).not.toBe(checksumOf(bytes));
      },
    ),
  );
});
