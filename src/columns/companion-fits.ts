import type { Corpus } from "../corpus/schema.ts";
import type { CitationIndex } from "./citation-index.ts";
import type { Companion, CorpusMark } from "./companion.ts";

/** How a page knows a file: without its hash where the browser gives none, which is on pages without https. */
export interface FileMark {
  readonly bytes: number;
  readonly sha256: string | null;
}

/** Whether a mark and a file's are the same as far as the file's is known. */
export function isMarked(mark: CorpusMark, file: FileMark): boolean {
  return mark.bytes === file.bytes && (file.sha256 === null || mark.sha256 === file.sha256);
}

/**
 * Whether the companion was made from this corpus, whose file has this mark: the same title, root, papers by number and
 * citations, so that a page may take a number of one for a number of the other. O(m).
 */
export function companionFits(
  companion: Companion,
  file: FileMark,
  { survey }: Pick<Corpus, "survey">,
  { ids, citing, cited }: Pick<CitationIndex, "ids" | "citing" | "cited">,
): boolean {
  const { root, papers, citations } = companion;
  return (
    isMarked(companion.corpus, file) &&
    companion.title === survey.title &&
    papers.x.length === ids.length &&
    (root === null || ids[root.paper] === root.id) &&
    isSame(citations.citing, citing) &&
    isSame(citations.cited, cited)
  );
}

function isSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
