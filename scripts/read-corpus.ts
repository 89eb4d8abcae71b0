import { statSync } from "node:fs";
import { join } from "node:path";
import { parseCorpus } from "../src/corpus/parse-corpus.ts";
import type { Corpus } from "../src/corpus/schema.ts";
import { CommandError } from "./command.ts";
import { readText, readTextIfThere, type TextFile } from "./read-text.ts";

/** A corpus and the bytes of its file. */
export interface CorpusFile {
  /** Where it was read from. */
  readonly file: string;
  readonly corpus: Corpus;
  readonly bytes: Uint8Array;
}

/**
 * The corpus in a file, or in the `corpus.json` of a folder. Throws a CommandError that names the file and
 * what is wrong with it.
 */
export function readCorpus(fileOrFolder: string): Corpus {
  return readCorpusFile(fileOrFolder).corpus;
}

/** The same with the bytes of the file. */
export function readCorpusFile(fileOrFolder: string): CorpusFile {
  const file = isFolder(fileOrFolder) ? join(fileOrFolder, "corpus.json") : fileOrFolder;
  return corpusIn(file, readText(file));
}

/** The corpus in a file; null when there is no such file. */
export function readCorpusIfThere(file: string): Corpus | null {
  const read = readTextIfThere(file);
  return read && corpusIn(file, read).corpus;
}

function corpusIn(file: string, { bytes, text }: TextFile): CorpusFile {
  try {
    return { file, corpus: parseCorpus(JSON.parse(text)), bytes };
  } catch (error) {
    throw new CommandError(`${file}: ${reasonOf(error)}`, 2, { cause: error });
  }
}

/** Whether there is a folder; what cannot be looked at is none, and reading it says why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return `is no JSON: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
