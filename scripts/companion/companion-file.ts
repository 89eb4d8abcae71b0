import { readFileSync } from "node:fs";
import { checksumOf } from "../../src/columns/checksum.ts";
import type { Companion } from "../../src/columns/companion.ts";
import { CompanionError, companionFits, decodeCompanion } from "../../src/columns/decode-companion.ts";
import { MOST_PAPERS_OF_WHOLE_PAGE } from "../../src/view/state/large-map-line.ts";
import { fileFault, isSystemError } from "../file-fault.ts";

/** The name of a companion, beside its `corpus.json`. */
export const COMPANION_FILE = "corpus.bin";

/** What becomes of a large map of so many papers that has no companion. */
export function withoutCompanion(papers: number, most = MOST_PAPERS_OF_WHOLE_PAGE): string {
  return papers > most
    ? `without it the page cannot show a map of more than ${most.toLocaleString("en")} papers`
    : "the page lays the map out itself";
}

/**
 * A companion that fits its corpus, with its bytes; or the reason why there is none; null when there is no
 * file.
 */
export type ReadCompanion =
  | { readonly companion: Companion; readonly bytes: Uint8Array }
  | { readonly companion: null; readonly reason: string | null };

/** Reads the companion in `file` and compares it with the bytes of the `corpus.json` it should fit. */
export function readCompanion(file: string, corpus: Uint8Array): ReadCompanion {
  try {
    const bytes = readFileSync(file);
    const companion = decodeCompanion(bytes);
    if (companionFits(companion, corpus.length, checksumOf(corpus))) return { companion, bytes };
    return { companion: null, reason: "belongs to another corpus.json" };
  } catch (error) {
    if (error instanceof CompanionError) return { companion: null, reason: error.message };
    if (!isSystemError(error)) throw error;
    return { companion: null, reason: error.code === "ENOENT" ? null : fileFault(file, "read", error) };
  }
}
