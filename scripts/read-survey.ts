import { readFileSync, statSync } from "node:fs";
import { SURVEY_LIMITS } from "../src/survey/blocks/markdown-limits.ts";
import { refusalOfBytes } from "../src/survey/refusal.ts";
import { CommandError, fileError } from "./command.ts";
import { decodeText } from "./decode-text.ts";

/** More bytes than the most characters take in UTF-16, and in UTF-8 of most languages; a larger file is not even opened. */
const MOST_BYTES = 2 * SURVEY_LIMITS.characters;

/** The survey's text; warns of its encoding; throws a CommandError that says what is wrong with the file and what to do. */
export function readSurvey(path: string, warn: (line: string) => void): string {
  const stats = of(path, (file) => statSync(file));
  if (!stats.isFile()) throw new CommandError(`${path} is not a file; name the survey itself`);
  if (stats.size > MOST_BYTES) {
    const size = `${stats.size.toLocaleString("en")} bytes`;
    throw new CommandError(`${path} has ${size}; at most ${MOST_BYTES.toLocaleString("en")} are read`);
  }
  const bytes = of(path, (file) => readFileSync(file));
  const refusal = refusalOfBytes(bytes);
  if (refusal !== null) throw new CommandError(`${path}: ${refusal}`);
  const decoded = decodeText(bytes);
  if (decoded === null) throw new CommandError(`${path} is not text in UTF-8 or UTF-16; save it as UTF-8`);
  if (decoded.remark !== null) warn(`${path}:1: ${decoded.remark}`);
  return decoded.text;
}

function of<T>(path: string, read: (path: string) => T): T {
  try {
    return read(path);
  } catch (error) {
    throw fileError(path, "read", error);
  }
}
