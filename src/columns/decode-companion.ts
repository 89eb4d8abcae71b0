import type {
  Companion,
  CompanionBytes,
  CompanionPapers,
  CorpusMark,
  DrawnCitations,
  PaperColumns,
} from "./companion.ts";
import { citationsProblem, papersProblem } from "./companion-problems.ts";
import {
  CITATION_COLUMNS,
  CITATIONS_FILE,
  CITATIONS_FORMAT,
  COMPANION_VERSION,
  LABEL,
  PAPER_COLUMNS,
  PAPERS_FILE,
  PAPERS_FORMAT,
} from "./companion-schema.ts";
import { type ArrowTable, CompanionError, readArrow } from "./read-arrow.ts";

/** The whole companion in the bytes of its files. Throws like decodePapers and decodeCitations. */
export function decodeCompanion({ papers, citations }: CompanionBytes): Companion {
  const read = decodePapers(papers);
  return { ...read, citations: decodeCitations(citations, read) };
}

/**
 * The papers of a companion in the bytes of its `papers.arrow`, whose columns are views of these bytes (see readArrow).
 * Throws a CompanionError that names what is wrong: another kind of file or version, cut short, damaged, or with
 * numbers out of range.
 */
export function decodePapers(bytes: Uint8Array): CompanionPapers {
  const { columns, metadata, textOf } = readArrow(bytes, {
    file: PAPERS_FILE,
    format: PAPERS_FORMAT,
    version: COMPANION_VERSION,
    columns: PAPER_COLUMNS,
    text: LABEL,
  });
  const papers: CompanionPapers = {
    corpus: markIn(metadata),
    title: metadata("title"),
    root: metadata("rootRow") === "" ? null : { id: metadata("root"), paper: Number(metadata("rootRow")) },
    groups: listIn(metadata, "groups"),
    communities: listIn(metadata, "communities"),
    papers: columns as PaperColumns,
    labelOf: textOf,
  };
  const problem = papersProblem(papers);
  if (problem !== null) throw new CompanionError(`${PAPERS_FILE} cannot be used: ${problem}`);
  return papers;
}

/**
 * The citations of the same companion in the bytes of its `citations.arrow`, as views too. Throws a CompanionError like
 * decodePapers, and where they were made from another `corpus.json` than the papers.
 */
export function decodeCitations(bytes: Uint8Array, { corpus, papers }: CompanionPapers): DrawnCitations {
  const { columns, metadata } = readArrow(bytes, {
    file: CITATIONS_FILE,
    format: CITATIONS_FORMAT,
    version: COMPANION_VERSION,
    columns: CITATION_COLUMNS,
    text: null,
  });
  const mark = markIn(metadata);
  if (mark.bytes !== corpus.bytes || mark.sha256 !== corpus.sha256) {
    throw new CompanionError(`${CITATIONS_FILE} was made from another corpus.json than ${PAPERS_FILE}`);
  }
  const citations = columns as DrawnCitations;
  const problem = citationsProblem(citations, papers.x.length);
  if (problem !== null) throw new CompanionError(`${CITATIONS_FILE} cannot be used: ${problem}`);
  return citations;
}

type Metadata = ArrowTable<string>["metadata"];

function markIn(metadata: Metadata): CorpusMark {
  return { bytes: Number(metadata("corpusBytes")), sha256: metadata("corpusSha256") };
}

/** A list in the metadata; what is in it is checked with the columns. */
function listIn<T>(metadata: Metadata, member: string): readonly T[] {
  try {
    return JSON.parse(metadata(member));
  } catch (cause) {
    if (cause instanceof CompanionError) throw cause;
    throw new CompanionError(`${PAPERS_FILE} cannot be used: ${member}: is not JSON`, { cause });
  }
}
