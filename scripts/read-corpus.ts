import { statSync } from "node:fs";
import { join } from "node:path";
import { salvageCorpus } from "../src/corpus/parse-corpus.ts";
import type { Corpus } from "../src/corpus/schema.ts";
import { CommandError } from "./command.ts";
import { readText } from "./read-text.ts";

/** What of a corpus can be used, and the bytes of its file. */
export interface CorpusFile {
  /** Where it was read from. */
  readonly file: string;
  readonly corpus: Corpus;
  /** What is wrong with each row that was left out; none is []. */
  readonly leftOut: readonly string[];
  readonly bytes: Uint8Array;
}

/**
 * The corpus in a file, or in the `corpus.json` of a folder; `warn` hears of every row that is left out. Throws a
 * CommandError that names the file and what is wrong with it.
 */
export function readCorpus(fileOrFolder: string, warn: (line: string) => void = console.error): Corpus {
  const { file, corpus, leftOut } = readCorpusFile(fileOrFolder);
  for (const line of leftOutLines(file, leftOut)) warn(line);
  return corpus;
}

/** A shell has room for so many rows. */
const MOST_LINES = 20;

/** A line for each row of a file that was left out, and one for how many more there are. */
export function leftOutLines(file: string, leftOut: readonly string[]): string[] {
  const lines = leftOut.slice(0, MOST_LINES).map((problem) => `${file}: left out: ${problem}`);
  const more = leftOut.length - lines.length;
  return more > 0 ? [...lines, `${file}: left out: ${more.toLocaleString("en")} more`] : lines;
}

/** The same, with the bytes of the file; says nothing. */
export function readCorpusFile(fileOrFolder: string): CorpusFile {
  const folder = statSync(fileOrFolder, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = folder ? join(fileOrFolder, "corpus.json") : fileOrFolder;
  try {
    const { bytes, text } = readText(file);
    return { file, ...salvageCorpus(JSON.parse(text)), bytes };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file}: ${reasonOf(error)}`, 2, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "no such file";
  if (error instanceof SyntaxError) return `is no JSON: ${error.message}`;
  return error.message;
}
