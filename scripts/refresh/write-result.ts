import { formatChanges, type Run, withRun } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { fileError } from "../command.ts";
import { corpusText } from "../corpus-text.ts";
import type { Folder } from "./read-folder.ts";

/**
 * Writes what changed, then the corpus, each whole or not at all and only when it is different; a run
 * that is killed between the two tells the same news again and so not twice. Throws an CommandError when
 * a file cannot be written (a full disk, a folder that is read only, more than a text can hold): the old corpus then
 * stands, and it says what became of the answers. Returns the text of the corpus with whether it was new.
 */
export async function writeResult(
  { files, corpusText: before, changesText, changes }: Folder,
  corpus: Corpus,
  run: Run,
  write: (file: string, text: string) => Promise<void>,
  fate: () => string,
): Promise<{ readonly result: "written" | "unchanged"; readonly text: string }> {
  const text = corpusText(corpus, files.corpus);
  const news = formatChanges(withRun(changes, run));
  let file = files.changes;
  try {
    if (news !== (changesText ?? formatChanges(changes))) await write(file, news);
    file = files.corpus;
    if (text !== before) await write(file, text);
  } catch (error) {
    throw fileError(file, "written", error, `corpus.json stands as it was; ${fate()}`);
  }
  return { result: text === before ? "unchanged" : "written", text };
}
