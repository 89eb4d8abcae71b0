import { CorpusTooLongError, formatCorpus, LONGEST_TEXT } from "../src/corpus/format-corpus.ts";
import type { Corpus } from "../src/corpus/schema.ts";
import { CommandError } from "./command.ts";
import { SHORTER } from "./read-text.ts";

/**
 * The text of a `corpus.json`, the last step before it is written. Throws a CommandError that names the file,
 * size, limit and remedy where it would have more than `longest` characters.
 */
export function corpusText(corpus: Corpus, file: string, longest = LONGEST_TEXT): string {
  try {
    return formatCorpus(corpus, longest);
  } catch (error) {
    if (!(error instanceof CorpusTooLongError)) throw error;
    throw new CommandError(`${file}: cannot be written: ${error.message}\n${SHORTER}`, 2, { cause: error });
  }
}
