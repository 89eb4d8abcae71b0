import { type Batch, type Table, tableFromIPC } from "@uwdata/flechette";
import { outlineProblem } from "./arrow-outline.ts";
import type { Column, ColumnKind } from "./companion-schema.ts";

/** Bytes of a companion that cannot be used; the message says which file and what is wrong with it. */
export class CompanionError extends Error {
  override readonly name = "CompanionError";
}

/** What a file of a companion must be. */
export interface Expected<C extends string> {
  readonly file: string;
  readonly format: string;
  readonly version: string;
  readonly columns: readonly (readonly [C, ColumnKind])[];
  /** A column of text; null for none. */
  readonly text: string | null;
}

/** A table of one Arrow file. */
export interface ArrowTable<C extends string> {
  readonly rows: number;
  readonly columns: Readonly<Record<C, Column>>;
  /** The text of a row in the column of text; "" for none. */
  readonly textOf: (row: number) => string;
  /** What the metadata says of a member; throws a CompanionError where it has none. */
  readonly metadata: (member: string) => string;
}

/**
 * The table in the bytes of an Arrow IPC file. Its columns are views of these bytes, which must not change after; only
 * bytes that are a part of a larger buffer are copied. Other columns than those expected are passed over. Throws a
 * CompanionError for any other bytes; what the numbers mean is not looked at.
 */
export function readArrow<C extends string>(bytes: Uint8Array, expected: Expected<C>): ArrowTable<C> {
  const { file, format, version } = expected;
  const fail = (problem: string, cause?: unknown): never => {
    throw new CompanionError(`${file} ${problem}`, { cause });
  };
  const problem = outlineProblem(bytes);
  if (problem !== null) fail(problem);
  const table = tableIn(bytes, (cause) =>
    fail(`is damaged: ${cause instanceof Error ? cause.message : cause}`, cause),
  );
  const metadata = (member: string) =>
    table.schema.metadata?.get(member) ?? fail(`has no "${member}" in its metadata`);
  if (metadata("format") !== format) fail(`holds "${metadata("format")}", expected "${format}"`);
  if (metadata("version") !== version) fail(`has version ${metadata("version")}, expected ${version}`);
  const rows = table.numRows;
  const columns = Object.fromEntries(
    expected.columns.map(([name, Kind]) => [name, numbersOf(table, name, Kind, fail)]),
  ) as Record<C, Column>;
  const { text } = expected;
  return { rows, columns, metadata, textOf: text === null ? () => "" : textsOf(table, text, fail) };
}

type Fail = (problem: string) => never;

function tableIn(bytes: Uint8Array, fail: (cause: unknown) => never): Table {
  // A part might begin where no view of wide numbers can, and its neighbours are none of the file's business.
  const isWhole = bytes.byteLength === bytes.buffer.byteLength;
  try {
    return tableFromIPC(isWhole ? bytes : bytes.slice());
  } catch (cause) {
    return fail(cause);
  }
}

function numbersOf(table: Table, name: string, Kind: ColumnKind, fail: Fail): Column {
  const batch = batchOf(table, name, fail);
  if (batch === null) return new Kind(0);
  const { values, nullCount, offsets } = batch;
  if (!(values instanceof Kind) || offsets !== undefined)
    return fail(`has no column "${name}" of ${Kind.name.replace("Array", "")}`);
  if (nullCount !== 0) return fail(`has ${nullCount} empty entries in column "${name}"`);
  if (values.length !== table.numRows) {
    return fail(`has ${values.length} entries in column "${name}", not ${table.numRows}`);
  }
  return values;
}

function textsOf(table: Table, name: string, fail: Fail): (row: number) => string {
  const batch = batchOf(table, name, fail);
  if (batch === null) return () => "";
  const { offsets, values } = batch;
  if (!(offsets instanceof Int32Array)) return fail(`has no column "${name}" of text`);
  const { numRows } = table;
  if (numRows > 0 && offsets.length <= numRows) return fail(`has too few texts in column "${name}"`);
  for (let row = 0, before = 0; row <= numRows; row++) {
    const at = offsets[row] ?? 0;
    if (at < before || at > values.length) return fail(`has no text in column "${name}" for row ${row}`);
    before = at;
  }
  return (row) => batch.at(row) ?? "";
}

/** The only batch of a column; null in a table without rows. */
function batchOf(table: Table, name: string, fail: Fail): Batch<string> | null {
  const column = table.getChild(name) ?? fail(`has no column "${name}"`);
  return (column.data[0] as Batch<string> | undefined) ?? null;
}
