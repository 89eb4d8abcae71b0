import { expect, test } from "vitest";
import { decodeText } from "../../scripts/decode-text.ts";

const TEXT = "Müller, Józef: ein “Titel”\n";
const utf16 = (text: string, mark: boolean, big: boolean) =>
  Uint8Array.from(
    `${mark ? "\ufeff" : ""}${text}`.split("").flatMap((char) => {
      const [low, high] = [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8];
      return big ? [high, low] : [low, high];
    }),
  );

test.each([
  ["UTF-8", new TextEncoder().encode(TEXT)],
  ["UTF-8 with its mark", new TextEncoder().encode(`\ufeff${TEXT}`)],
  ["UTF-16, little end first", utf16(TEXT, true, false)],
  ["UTF-16, big end first", utf16(TEXT, true, true)],
])("decodeText reads %s", (_, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: TEXT, remark: null });
});

test("decodeText knows UTF-16 without its mark by the zeros", () => {
  expect(decodeText(utf16("@article{a", false, false))?.text).toBe("@article{a");
  expect(decodeText(utf16("@article{a", false, true))?.text).toBe("@article{a");
});

test("decodeText reads Western European text of old programs, and says so", () => {
  const bytes = Uint8Array.from(
    [..."author = {M", "\xfc", ..."ller} \x93x\x94"].map((char) => char.charCodeAt(0)),
  );
  expect(decodeText(bytes)).toEqual({
    text: "author = {Müller} “x”",
    remark: expect.stringContaining("save it as UTF-8"),
  });
});

test("decodeText guesses at no other encoding", () => {
  expect(decodeText(Uint8Array.from([0xd6, 0xd0, 0xce, 0xc4]))).toBeNull();
  expect(decodeText(Uint8Array.from([0x41, 0x81, 0x42, 0x43, 0x44]))).toBeNull();
});
