import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { formatChanges } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { CommandError } from "../command.ts";
import { layOutAnew } from "../companion/write-companion.ts";
import { corpusText } from "../corpus-text.ts";
import { writeWhole } from "../write-whole.ts";
import { hepThCorpus } from "./hep-th.ts";
import { syntheticCorpus } from "./synthetic-corpus.ts";

/** Which corpus for measuring is wanted, and where. */
export interface FolderOptions {
  readonly out: string;
  readonly papers: number;
  /** Ten a paper when it is not said. */
  readonly citations?: number | undefined;
  readonly seed: number;
  /** Whether hep-th from the folder in HEP_TH_DIR is wanted instead. */
  readonly hepTh: boolean;
}

/**
 * Writes a corpus for measuring, laid out if it is large, into a folder, which is made if need be, so that the page can be built with
 * it. Throws a CommandError where hep-th is not to be had or there can be no such graph.
 */
export async function writeFolder(options: FolderOptions, report: (line: string) => void): Promise<void> {
  const corpus = options.hepTh ? hepTh(process.env.HEP_TH_DIR) : synthetic(options);
  await mkdir(options.out, { recursive: true });
  const file = join(options.out, "corpus.json");
  await writeWhole(file, corpusText(corpus, file));
  await writeWhole(join(options.out, "changes.json"), formatChanges({ version: 1, runs: [] }));
  const [papers, citations] = [corpus.papers.length, corpus.citations.length];
  const size = `${papers.toLocaleString("en")} papers, ${citations.toLocaleString("en")} citations`;
  report(`${file}: ${size}`);
  await layOutAnew(options.out, report);
}

function hepTh(folder: string | undefined): Corpus {
  const corpus = hepThCorpus(folder);
  if (corpus === null) {
    throw new CommandError(
      "no hep-th: set HEP_TH_DIR to the folder of its papers.csv.gz and citations.csv.gz",
    );
  }
  return corpus;
}

function synthetic({ papers, citations, seed }: FolderOptions): Corpus {
  const usual = Math.min(10 * papers, (papers * (papers - 1)) / 2);
  try {
    return syntheticCorpus({ papers, citations: citations ?? usual, seed });
  } catch (error) {
    throw new CommandError((error as Error).message, 2, { cause: error });
  }
}
