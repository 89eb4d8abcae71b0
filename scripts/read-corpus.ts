import { statSync } from "node:fs";
import { join } from "node:path";
import { parseCorpus } from "../src/corpus/parse-corpus.ts";
import type { Corpus } from "../src/corpus/schema.ts";
import { CommandError } from "./command.ts";
import { readText } from "./read-text.ts";

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
  const folder = statSync(fileOrFolder, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = folder ? join(fileOrFolder, "corpus.json") : fileOrFolder;
  try {
    const { bytes, text } = readText(file);
    return { file, corpus: parseCorpus(JSON.parse(text)), bytes };
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
