import { statSync } from "node:fs";
import { join } from "node:path";
import { salvageCorpus } from "../src/corpus/parse-corpus.ts";
import type { Corpus } from "../src/corpus/schema.ts";
import { CommandError } from "./command.ts";
import { readText, readTextIfThere, type TextFile } from "./read-text.ts";
import { warn } from "./terminal.ts";

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
 * The corpus in a file, or in the `corpus.json` of a folder; `tell` gets a line for every row left out.
 * Throws a CommandError that names the file and what is wrong with it.
 */
export function readCorpus(fileOrFolder: string, tell: (line: string) => void = warn): Corpus {
  return corpusOf(readCorpusFile(fileOrFolder), tell);
}

/** The corpus that was read; `tell` gets a line for every row left out. */
export function corpusOf({ file, corpus, leftOut }: CorpusFile, tell: (line: string) => void): Corpus {
  for (const line of leftOutLines(file, leftOut)) tell(line);
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

/** What readCorpus reads, with the bytes of the file; says nothing. */
export function readCorpusFile(fileOrFolder: string): CorpusFile {
  const file = isFolder(fileOrFolder) ? join(fileOrFolder, "corpus.json") : fileOrFolder;
  return corpusIn(file, readText(file));
}

/** The same of a file; null when there is no such file. */
export function readCorpusIfThere(file: string): CorpusFile | null {
  const read = readTextIfThere(file);
  return read && corpusIn(file, read);
}

function corpusIn(file: string, { bytes, text }: TextFile): CorpusFile {
  try {
    return { file, ...salvageCorpus(JSON.parse(text)), bytes };
  } catch (error) {
    throw new CommandError(`${file}: ${reasonOf(error)}`, 2, { cause: error });
  }
}

/** Whether there is a folder; false for what cannot be looked at; reading it will say why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return `is not JSON: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
