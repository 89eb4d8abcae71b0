import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Companion, CompanionBytes, CorpusMark } from "../../src/columns/companion.ts";
import { isMarked } from "../../src/columns/companion-fits.ts";
import { CITATIONS_FILE, PAPERS_FILE } from "../../src/columns/companion-schema.ts";
import { decodeCompanion } from "../../src/columns/decode-companion.ts";
import { CompanionError } from "../../src/columns/read-arrow.ts";
import { MOST_PAPERS_OF_WHOLE_PAGE } from "../../src/view/state/large-map-line.ts";
import { fileFault, isSystemError } from "../file-fault.ts";

/** Both files of a companion, as they are named to people. */
export const COMPANION_FILES = `${PAPERS_FILE} and ${CITATIONS_FILE}`;

/** Where the two files of a companion are. */
export interface CompanionPaths {
  readonly papers: string;
  readonly citations: string;
}

/** The files of the companion in a folder, there or not. */
export function companionPaths(folder: string): CompanionPaths {
  return { papers: join(folder, PAPERS_FILE), citations: join(folder, CITATIONS_FILE) };
}

/** What becomes of a large map of so many papers that has no companion. */
export function withoutCompanion(papers: number, most = MOST_PAPERS_OF_WHOLE_PAGE): string {
  return papers > most
    ? `without it the page cannot show a map of more than ${most.toLocaleString("en")} papers`
    : "the page lays the map out itself";
}

/** The mark of a `corpus.json` with these bytes. */
export function markOf(corpus: Uint8Array): CorpusMark {
  return { bytes: corpus.length, sha256: createHash("sha256").update(corpus).digest("hex") };
}

/**
 * A companion that fits its corpus, with its bytes; or the reason why there is none; null when there are no
 * files.
 */
export type ReadCompanion =
  | { readonly companion: Companion; readonly bytes: CompanionBytes }
  | { readonly companion: null; readonly reason: string | null };

/** Reads the companion in two files and compares it with the bytes of the `corpus.json` it should fit. */
export function readCompanion(paths: CompanionPaths, corpus: Uint8Array): ReadCompanion {
  try {
    const [papers, citations] = [readIfThere(paths.papers), readIfThere(paths.citations)];
    if (papers === null && citations === null) return { companion: null, reason: null };
    if (papers === null) throw new CompanionError(`${CITATIONS_FILE} is there without ${PAPERS_FILE}`);
    if (citations === null) throw new CompanionError(`${PAPERS_FILE} is there without ${CITATIONS_FILE}`);
    const bytes = { papers, citations };
    const companion = decodeCompanion(bytes);
    if (isMarked(companion.corpus, markOf(corpus))) return { companion, bytes };
    throw new CompanionError("they were made from another corpus.json");
  } catch (error) {
    if (error instanceof CompanionError) return { companion: null, reason: error.message };
    throw error;
  }
}

/** The bytes of a file, null where there is none; throws a CompanionError for one that cannot be read. */
function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") return null;
    throw new CompanionError(fileFault(path, "read", error), { cause: error });
  }
}
