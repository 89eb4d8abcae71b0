import {
  Column,
  columnFromArray,
  Endianness,
  field,
  float32,
  int32,
  Table,
  tableToIPC,
  uint8,
  uint32,
  utf8,
  Version,
} from "@uwdata/flechette";
import type { Companion, CompanionBytes, CompanionPapers, CorpusMark } from "./companion.ts";
import { citationsProblem, papersProblem } from "./companion-problems.ts";
import {
  CITATION_COLUMNS,
  CITATIONS_FORMAT,
  COMPANION_VERSION,
  LABEL,
  type METADATA,
  type Column as Numbers,
  PAPER_COLUMNS,
  PAPERS_FORMAT,
  type PAPERS_METADATA,
} from "./companion-schema.ts";

/**
 * The companion as the bytes of `papers.arrow` and `citations.arrow`, both Arrow IPC files. Same companion, same bytes.
 * Throws a RangeError that names what is wrong with one that could not be read again (a column too short, a number out
 * of range).
 */
export function encodeCompanion(companion: Companion): CompanionBytes {
  const { papers, citations } = companion;
  const problem = papersProblem(companion) ?? citationsProblem(citations, papers.x.length);
  if (problem !== null) throw new RangeError(`the companion cannot be written: ${problem}`);
  const numbers = PAPER_COLUMNS.map(([name]) => [name, numbersOf(papers[name])] as const);
  return {
    papers: fileOf([...numbers, [LABEL, labelsOf(companion)]], papersMetadata(companion)),
    citations: fileOf(
      CITATION_COLUMNS.map(([name]) => [name, numbersOf(citations[name])]),
      metadataOf(CITATIONS_FORMAT, companion.corpus),
    ),
  };
}

function fileOf(
  columns: readonly (readonly [string, Column<unknown>])[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const table = new Table(
    {
      version: Version.V5,
      endianness: Endianness.Little,
      fields: columns.map(([name, { type }]) => field(name, type, name === LABEL)),
      metadata: new Map(Object.entries(metadata)),
    },
    columns.map(([, column]) => column),
  );
  const bytes = tableToIPC(table, { format: "file" });
  if (bytes === null) throw new Error("the table was written elsewhere");
  return bytes;
}

function numbersOf(values: Numbers): Column<unknown> {
  // Of nothing the library would not know the type.
  return values.length > 0 ? columnFromArray(values) : new Column([], typeOf(values));
}

function typeOf(values: Numbers) {
  if (values instanceof Float32Array) return float32();
  if (values instanceof Int32Array) return int32();
  return values instanceof Uint32Array ? uint32() : uint8();
}

/** Labels in a column that is null where there is none. */
function labelsOf({ papers, labelOf }: Companion): Column<unknown> {
  const labels = Array.from(papers.x, (_, paper) => labelOf(paper) || null);
  return labels.length > 0 ? columnFromArray(labels, utf8()) : new Column([], utf8());
}

function metadataOf(
  format: string,
  { bytes, sha256 }: CorpusMark,
): Record<(typeof METADATA)[number], string> {
  return { format, version: COMPANION_VERSION, corpusBytes: String(bytes), corpusSha256: sha256 };
}

function papersMetadata({
  corpus,
  title,
  root,
  groups,
  communities,
}: CompanionPapers): Record<(typeof METADATA)[number] | (typeof PAPERS_METADATA)[number], string> {
  return {
    ...metadataOf(PAPERS_FORMAT, corpus),
    title,
    root: root?.id ?? "",
    rootRow: root === null ? "" : String(root.paper),
    groups: JSON.stringify(groups),
    communities: JSON.stringify(communities),
  };
}
