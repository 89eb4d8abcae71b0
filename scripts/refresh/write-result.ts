import { formatChanges, type Run, withRun } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { CommandError } from "../command.ts";
import { corpusText } from "../corpus-text.ts";
import { writeWhole } from "../write-whole.ts";
import type { Folder } from "./read-folder.ts";

/**
 * Writes what changed, then the corpus, each whole or not at all and only when it is different; a run
 * that is killed between the two tells the same news again and so not twice. Throws an CommandError when
 * a file cannot be written (a full disk, a folder that is read only, more than a text can hold): the old corpus then
 * stands. Returns the text of the corpus with whether it was new.
 */
export async function writeResult(
  { files, corpusText: before, leftOut, changesText, changes }: Folder,
  corpus: Corpus,
  run: Run,
): Promise<{ readonly result: "written" | "unchanged"; readonly text: string }> {
  const text = corpusText(corpus, files.corpus);
  const news = formatChanges(withRun(changes, run));
  let file = files.changes;
  try {
    if (news !== (changesText ?? formatChanges(changes))) await writeWhole(file, news);
    file = files.corpus;
    if (text !== before) await writeCorpus(file, text, { before, leftOut });
  } catch (error) {
    const { message } = error as Error;
    throw new CommandError(
      `${file}: cannot be written: ${message}\ncorpus.json stands as it was; what was answered is kept for the next run`,
    );
  }
  return { result: text === before ? "unchanged" : "written", text };
}

/** Writes a corpus whole; one before it of which rows were left out is kept beside it, as `corpus.json.before`. */
export async function writeCorpus(
  file: string,
  text: string,
  { before, leftOut }: { readonly before: string | null; readonly leftOut: readonly string[] },
): Promise<void> {
  if (before !== null && leftOut.length > 0) await writeWhole(`${file}.before`, before);
  await writeWhole(file, text);
}
