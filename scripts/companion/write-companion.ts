import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { CompanionBytes } from "../../src/columns/companion.ts";
import { encodeCompanion } from "../../src/columns/encode-companion.ts";
import { byCodeUnit } from "../../src/corpus/format-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { isLarge } from "../../src/view/state/large-map-line.ts";
import { CommandError } from "../command.ts";
import { fileFault } from "../file-fault.ts";
import { isFolder, leftOutLines, readCorpusFile } from "../read-corpus.ts";
import { writeWhole } from "../write-whole.ts";
import {
  COMPANION_FILES,
  type CompanionPaths,
  companionPaths,
  markOf,
  readCompanion,
  withoutCompanion,
} from "./companion-file.ts";

/** The corpus that was in the folder before, and its text; both null when there was none. */
export interface Before {
  readonly previous: Corpus | null;
  readonly corpusText: string | null;
}

/**
 * Writes the companion of a corpus whose file has this text: a large map is laid out and each file written whole or
 * not at all, keeping the places of papers that an older companion has; one that fits already is left as it is; a
 * small map needs none, and an old one is removed. Says what it does. Throws a CommandError (done in part)
 * when a file cannot be written, which `write` does, or removed.
 */
export async function writeCompanion(
  paths: CompanionPaths,
  { corpus, text }: { readonly corpus: Corpus; readonly text: string },
  before: Before,
  say: (line: string) => void,
  write = writeWhole,
): Promise<void> {
  if (!isLarge(corpus.papers.length, corpus.citations.length)) return removeCompanion(paths, corpus, say);
  const bytes = Buffer.from(text);
  if (readCompanion(paths, bytes).companion) return;
  const companion = await companionBytes(corpus, bytes, placesBefore(paths, corpus, before), say);
  await replace(paths, corpus, companion, write);
}

/**
 * Lays out the large map of a folder's `corpus.json` from scratch, whatever companion is there; the corpus
 * does not change. Says what it does. Throws a CommandError when there is no usable corpus or the file cannot
 * be written.
 */
export async function layOutAnew(folder: string, say: (line: string) => void): Promise<void> {
  const read = readCorpusFile(isFolder(folder) ? folder : join(folder, "corpus.json"));
  const { file: from, corpus, bytes, leftOut } = read;
  if (leftOut.length > 0) {
    // The page takes what a companion was made from as checked, row by row.
    const remedy = `correct them, or drop them for good: npm run refresh -- ${folder} --offline`;
    throw new CommandError(
      [...leftOutLines(from, leftOut), `${from}: has rows that cannot be used; ${remedy}`].join("\n"),
    );
  }
  const paths = companionPaths(folder);
  if (!isLarge(corpus.papers.length, corpus.citations.length)) {
    await removeCompanion(paths, corpus, say);
    say(`${folder}: a map of ${corpus.papers.length} papers needs no ${COMPANION_FILES}`);
    return;
  }
  await replace(paths, corpus, await companionBytes(corpus, bytes, null, say));
}

async function companionBytes(
  corpus: Corpus,
  text: Uint8Array,
  places: Float32Array | null,
  say: (line: string) => void,
): Promise<CompanionBytes> {
  // Loaded here, because small maps need none of it.
  const [{ companionOf }, { layOut }] = await Promise.all([
    import("./companion-of.ts"),
    import("./lay-out.ts"),
  ]);
  const companion = companionOf(corpus, markOf(text), (graph) => {
    const start = performance.now();
    const positions = layOut(graph, places);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`laid out ${graph.count.toLocaleString("en")} papers in ${seconds} s`);
    return positions;
  });
  return encodeCompanion(companion);
}

/** By the papers' numbers: where each was before, x and y in turn, NaN for newcomers; null when unknown. */
function placesBefore(
  paths: CompanionPaths,
  corpus: Corpus,
  { previous, corpusText }: Before,
): Float32Array | null {
  if (previous === null || corpusText === null) return null;
  const { companion } = readCompanion(paths, Buffer.from(corpusText));
  if (companion === null) return null;
  const { x, y } = companion.papers;
  const idsOf = ({ papers }: Corpus) => papers.map(({ id }) => id).sort(byCodeUnit);
  const number = new Map(idsOf(previous).map((id, i) => [id, i]));
  return Float32Array.from(
    idsOf(corpus).flatMap((id) => {
      const i = number.get(id) ?? -1;
      return [x[i] ?? Number.NaN, y[i] ?? Number.NaN];
    }),
  );
}

async function removeCompanion(
  paths: CompanionPaths,
  corpus: Corpus,
  say: (line: string) => void,
): Promise<void> {
  for (const file of [paths.papers, paths.citations]) {
    if (!existsSync(file)) continue;
    await rm(file).catch(fail(file, corpus, "removed"));
    say(`${file}: removed; a map of ${corpus.papers.length} papers is laid out by the page itself`);
  }
}

async function replace(
  paths: CompanionPaths,
  corpus: Corpus,
  { papers, citations }: CompanionBytes,
  write = writeWhole,
): Promise<void> {
  await write(paths.papers, papers).catch(fail(paths.papers, corpus, "written"));
  await write(paths.citations, citations).catch(fail(paths.citations, corpus, "written"));
}

function fail(file: string, { papers }: Corpus, what: string): (error: Error) => never {
  return (error) => {
    const message = `${fileFault(file, what, error)}\ncorpus.json is complete; ${withoutCompanion(papers.length)}`;
    throw new CommandError(message, 1, { cause: error });
  };
}
