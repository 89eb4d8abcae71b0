import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { SURVEY_LIMITS } from "../src/survey/blocks/markdown-limits.ts";

/** More bytes than the most characters can take in UTF-8; a larger file is not even opened. */
const MOST_BYTES = 3 * SURVEY_LIMITS.characters;

/** The survey's text; throws an Error that says what is wrong with the file and what to do. */
export function readSurvey(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Error(`${path}: no such file`);
  if (!stats.isFile()) throw new Error(`${path}: is no file; name the survey's Markdown file`);
  if (stats.size > MOST_BYTES) {
    const size = `${stats.size.toLocaleString("en")} bytes`;
    throw new Error(`${path}: ${size}, of which at most ${MOST_BYTES.toLocaleString("en")} are read`);
  }
  const bytes = readFileSync(path);
  if (bytes.length === 0) throw new Error(`${path}: is empty`);
  if (!isUtf8(bytes)) throw new Error(`${path}: is no UTF-8 text; save it as UTF-8`);
  return bytes.toString("utf8");
}
