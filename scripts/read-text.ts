import { readFileSync, statSync } from "node:fs";
import { LONGEST_TEXT } from "../src/corpus/format-corpus.ts";
import { CommandError } from "./command.ts";

/** How to have a corpus.json of fewer characters. */
export const SHORTER =
  "npm run refresh -- FOLDER --facts-only leaves out abstracts and citing sentences; --citers and --context-cap ask for fewer works";

/** A file as it stands, and as text. */
export interface TextFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * A file of UTF-8. Throws a CommandError that names size, limit and remedy where it has more than `longest`
 * characters, more than which no text can have; else what the file system throws.
 */
export function readText(file: string, longest = LONGEST_TEXT): TextFile {
  try {
    const bytes = readFileSync(file);
    const text = bytes.toString("utf8");
    if (text.length <= longest) return { bytes, text };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ERR_STRING_TOO_LONG" && code !== "ERR_FS_FILE_TOO_LARGE") throw error;
  }
  const [size, limit] = [statSync(file).size, longest].map((count) => count.toLocaleString("en"));
  throw new CommandError(
    `${file}: has ${size} bytes, and a text can have ${limit} characters; it cannot be read and stands as it was.\n` +
      `Move it away and make a shorter one: ${SHORTER}`,
  );
}
