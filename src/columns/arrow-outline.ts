/** Longer lists than this no flat table of ours has, of columns, buffers or metadata. */
const MOST = 64;
const MAGIC = Uint8Array.from("ARROW1", (letter) => letter.charCodeAt(0));
/** What the file ends with: the length of its footer and the letters again. */
const TAIL = 4 + MAGIC.length;
/** Of a column: whole number, floating point, text. Other types may have columns within columns. */
const FLAT_TYPES: readonly number[] = [2, 3, 5];
const RECORD_BATCH = 3;

/** A table of FlatBuffers: where its members are, by the number of each times two and four more; 0 for none. */
type Members = (member: number) => number;

/**
 * What keeps bytes from being an Arrow IPC file of one flat table in at most one record batch; null for nothing. To be
 * asked before they are decoded: a decoder believes every length it reads, and one that says two thousand million
 * columns would keep the page busy until it ends for want of memory.
 */
export function outlineProblem(bytes: Uint8Array): string | null {
  const size = bytes.length;
  if (!hasMagic(bytes, 0)) return "is not an Arrow IPC file";
  if (size < 2 * (MAGIC.length + TAIL) || !hasMagic(bytes, size - MAGIC.length)) return "is cut short";
  try {
    return footerProblem(new DataView(bytes.buffer, bytes.byteOffset, size));
  } catch (error) {
    // What a view refuses to look at is outside of the file.
    if (error instanceof RangeError) return "is damaged: what it refers to is not in it";
    throw error;
  }
}

function hasMagic(bytes: Uint8Array, at: number): boolean {
  return MAGIC.every((byte, i) => bytes[at + i] === byte);
}

function footerProblem(file: DataView): string | null {
  const end = file.byteLength - TAIL;
  const length = file.getInt32(end, true);
  if (length <= 0 || length > end) return "is damaged: its footer is not in it";
  const footer = tableAt(file, end - length);
  const schema = footer(6);
  if (schema === 0) return "is damaged: it has no schema";
  const problem = schemaProblem(file, tableAt(file, schema));
  if (problem !== null) return problem;
  if (lengthAt(file, footer(12)) > MOST) return "is damaged: it has too much metadata";
  if (lengthAt(file, footer(8)) > 0) return "has a dictionary, which no column needs";
  const batches = lengthAt(file, footer(10));
  if (batches > 1) return `has ${batches} record batches instead of one`;
  return batches < 1 ? null : batchProblem(file, listAt(file, footer(10)));
}

function schemaProblem(file: DataView, schema: Members): string | null {
  const count = lengthAt(file, schema(6));
  if (count > MOST) return `has ${count} columns`;
  if (lengthAt(file, schema(8)) > MOST) return "is damaged: it has too much metadata";
  for (let i = 0; i < count; i++) {
    const field = tableAt(file, listAt(file, schema(6)) + 4 * i);
    const type = field(8) === 0 ? 0 : file.getUint8(field(8));
    const isFlat = FLAT_TYPES.includes(type) && field(12) === 0 && lengthAt(file, field(14)) <= 0;
    if (!isFlat) return `has in column ${i + 1} neither numbers nor text`;
    if (lengthAt(file, field(16)) > MOST) return `is damaged: column ${i + 1} has too much metadata`;
  }
  return null;
}

/** Of the record batch that the footer refers to at this place. */
function batchProblem(file: DataView, block: number): string | null {
  const message = Number(file.getBigInt64(block, true));
  const isMarked = file.getInt32(message, true) === -1;
  const head = tableAt(file, message + (isMarked ? 8 : 4));
  if (head(6) === 0 || file.getUint8(head(6)) !== RECORD_BATCH || head(8) === 0)
    return "is damaged: it has no record batch where one should be";
  const batch = tableAt(file, head(8));
  // Numbers of entries, buffers, and buffers of columns that have any number of them.
  const isLong = [6, 8, 12].some((list) => lengthAt(file, batch(list)) > MOST);
  return isLong ? "is damaged: its record batch has too many buffers" : null;
}

/** The table that is referred to at a place. */
function tableAt(file: DataView, at: number): Members {
  const table = at + file.getInt32(at, true);
  const offsets = table - file.getInt32(table, true);
  const size = file.getInt16(offsets, true);
  return (member) => {
    const offset = member < size ? file.getInt16(offsets + member, true) : 0;
    return offset === 0 ? 0 : table + offset;
  };
}

/** The length of the list that is referred to at a place; 0 for none. */
function lengthAt(file: DataView, at: number): number {
  return at === 0 ? 0 : file.getInt32(listAt(file, at) - 4, true);
}

/** The first entry of the list that is referred to at a place. */
function listAt(file: DataView, at: number): number {
  return at + file.getInt32(at, true) + 4;
}
