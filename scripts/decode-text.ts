import { isUtf8 } from "node:buffer";

/** The text in some bytes. */
export interface DecodedText {
  readonly text: string;
  /** What to say of its encoding; null where it is UTF-8 or names its own encoding. */
  readonly remark: string | null;
}

/** A larger share of bytes beyond ASCII is not a Latin script. */
const MOST_BEYOND_ASCII = 0.3;

/** UTF-8 and UTF-16 as they are, Western European text of old programs with a remark; null for anything else. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const wide = utf16Of(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), remark: null };
  if (isUtf8(bytes)) return { text: new TextDecoder("utf-8").decode(bytes), remark: null };
  const beyond = bytes.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  const unknown = bytes.some((byte) => byte < 9 || NO_LETTER.has(byte));
  if (unknown || beyond > bytes.length * MOST_BEYOND_ASCII) return null;
  return {
    text: Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char),
    remark:
      "is not UTF-8 and was read as Western European (Windows-1252); save it as UTF-8 if letters are wrong",
  };
}

// Node 20 decodes "windows-1252" as Latin-1, which has control characters in these places.
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const NO_LETTER: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** The kind of UTF-16, by its mark or by the zeros between the letters of the first words. */
function utf16Of([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a && b === 0 && c && d === 0) return "utf-16le";
  return a === 0 && b && c === 0 && d ? "utf-16be" : null;
}
