import { readFileSync, statSync } from "node:fs";
import { LONGEST_TEXT } from "../src/corpus/format-corpus.ts";
import { CommandError, fileError } from "./command.ts";

/** How to have a corpus.json of fewer characters. */
export const SHORTER =
  "npm run refresh -- FOLDER --facts-only leaves out abstracts and citing sentences; --citers and --context-cap fetch fewer works";

/** The byte order mark that some editors put before UTF-8, which has no order of bytes. */
const MARK = Buffer.from("\ufeff");

/** A file as it is, and as text. */
export interface TextFile {
  readonly bytes: Uint8Array;
  /** Without the byte order mark that the bytes may begin with. */
  readonly text: string;
  /** Whether they begin with one. */
  readonly marked: boolean;
}

/**
 * A file of UTF-8. Throws a CommandError that names the file and the remedy where it cannot be read, and with size
 * and limit where it has more than `longest` characters, more than which no text can have.
 */
export function readText(file: string, longest = LONGEST_TEXT): TextFile {
  try {
    const bytes = readFileSync(file);
    const marked = MARK.equals(bytes.subarray(0, MARK.length));
    const text = bytes.toString("utf8", marked ? MARK.length : 0);
    if (text.length <= longest) return { bytes, text, marked };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ERR_STRING_TOO_LONG" && code !== "ERR_FS_FILE_TOO_LARGE")
      throw fileError(file, "read", error);
  }
  const [size, limit] = [statSync(file).size, longest].map((count) => count.toLocaleString("en"));
  throw new CommandError(
    `${file} has ${size} bytes, and a text can have ${limit} characters; it cannot be read and is unchanged.\n` +
      `Move it away and make a shorter one: ${SHORTER}`,
  );
}

/** The same; null when there is no such file. */
export function readTextIfThere(file: string): TextFile | null {
  try {
    return readText(file);
  } catch (error) {
    if (((error as CommandError).cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT") return null;
    throw error;
  }
}
