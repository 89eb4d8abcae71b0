import { checksumOf } from "./checksum.ts";
import type { Companion } from "./companion.ts";
import { type CompanionText, problemsOf } from "./companion-problems.ts";
import { COMPANION_VERSION, type Columns, HEADER, MAGIC, placesOf } from "./layout-of-bytes.ts";

/**
 * The companion as the bytes of a `corpus.bin`: a header, the columns as they are, and what is text as JSON.
 * Same companion, same bytes. Throws a RangeError that names what is wrong with one that could not be read
 * again (a column too short, a number out of range).
 */
export function encodeCompanion(companion: Companion): Uint8Array {
  const columns: Columns = { ...companion.papers, ...companion.citations };
  const [papers, citations] = [columns.x.length, columns.cited.length];
  const { title, groups, communities, labels } = companion;
  const content: CompanionText = { title, groups, communities, labels };
  const problem = problemsOf(columns, content);
  if (problem !== null) throw new RangeError(`the companion cannot be written: ${problem}`);
  const text = new TextEncoder().encode(JSON.stringify(content));
  const { places, text: textAt } = placesOf(papers, citations);
  const bytes = new Uint8Array(textAt + text.length);
  for (const { name, at } of places) {
    const { buffer, byteOffset, byteLength } = columns[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
  }
  bytes.set(text, textAt);
  bytes.set(MAGIC);
  const header = new DataView(bytes.buffer);
  header.setUint32(HEADER.version, COMPANION_VERSION, true);
  header.setFloat64(HEADER.corpusBytes, companion.corpus.bytes, true);
  header.setUint32(HEADER.corpusChecksum, companion.corpus.checksum, true);
  header.setUint32(HEADER.papers, papers, true);
  header.setUint32(HEADER.citations, citations, true);
  header.setUint32(HEADER.textBytes, text.length, true);
  header.setUint32(HEADER.checksum, checksumOf(bytes.subarray(HEADER.corpusBytes)), true);
  return bytes;
}
