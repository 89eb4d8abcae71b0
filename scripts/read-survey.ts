import { isUtf8 } from "node:buffer";
import { type Stats, statSync } from "node:fs";
import { SURVEY_LIMITS } from "../src/survey/blocks/markdown-limits.ts";
import { CommandError, fileError } from "./command.ts";
import { readText } from "./read-text.ts";

/** More bytes than the most characters can take in UTF-8; a larger file is not even opened. */
const MOST_BYTES = 3 * SURVEY_LIMITS.characters;

/** The survey's text; throws a CommandError that says what is wrong with the file and what to do. */
export function readSurvey(path: string): string {
  const stats = statsOf(path);
  if (!stats.isFile()) throw new CommandError(`${path}: is no file; name the survey's Markdown file`);
  if (stats.size > MOST_BYTES) {
    const size = `${stats.size.toLocaleString("en")} bytes`;
    throw new CommandError(`${path}: ${size}, of which at most ${MOST_BYTES.toLocaleString("en")} are read`);
  }
  const { bytes, text } = readText(path);
  if (bytes.length === 0) throw new CommandError(`${path}: is empty`);
  if (!isUtf8(bytes)) throw new CommandError(`${path}: is no UTF-8 text; save it as UTF-8`);
  return text;
}

function statsOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw fileError(path, "read", error);
  }
}
