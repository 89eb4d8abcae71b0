import { formatChanges, type Run, withRun } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { fileError } from "../command.ts";
import { corpusText } from "../corpus-text.ts";
import type { Folder } from "./read-folder.ts";

/**
 * Writes what changed, then the corpus, each whole or not at all and only when it is different; a run that is
 * killed between the two reports the same changes again, and they are kept once. Throws a CommandError when a
 * file cannot be written (a full disk, a folder that is read only, more than a text can hold): the old corpus
 * then stays, and the message says what became of the answers. Returns the text of the corpus with whether it
 * was new.
 */
export async function writeResult(
  { files, corpusText: before, leftOut, changesText, changes }: Folder,
  corpus: Corpus,
  run: Run,
  write: (file: string, text: string) => Promise<void>,
  fate: () => string,
): Promise<{ readonly result: "written" | "unchanged"; readonly text: string }> {
  const text = corpusText(corpus, files.corpus);
  const news = formatChanges(withRun(changes, run));
  const put = (file: string, content: string) =>
    write(file, content).catch((error) => {
      throw fileError(file, "written", error, `corpus.json is unchanged; ${fate()}`);
    });
  if (news !== (changesText ?? formatChanges(changes))) await put(files.changes, news);
  if (text !== before) await writeCorpus(files.corpus, text, { before, leftOut }, put);
  return { result: text === before ? "unchanged" : "written", text };
}

/**
 * Puts a corpus into its file with `write`; a previous one with rows that were left out is kept beside it, as
 * `corpus.json.before`.
 */
export async function writeCorpus(
  file: string,
  text: string,
  { before, leftOut }: { readonly before: string | null; readonly leftOut: readonly string[] },
  write: (file: string, text: string) => Promise<void>,
): Promise<void> {
  if (before !== null && leftOut.length > 0) await write(`${file}.before`, before);
  await write(file, text);
}
