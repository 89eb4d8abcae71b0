import { checksumOf } from "./checksum.ts";
import type { Companion } from "./companion.ts";
import { type CompanionText, problemsOf } from "./companion-problems.ts";
import { COMPANION_VERSION, type Columns, HEADER, MAGIC, placesOf } from "./layout-of-bytes.ts";

/** Bytes that are no companion that can be used; the message says what is wrong with them. */
export class CompanionError extends Error {
  override readonly name = "CompanionError";
}

/**
 * The companion in the bytes of a `corpus.bin`. Its columns are views of these bytes, which must not change
 * after; only bytes that do not begin at a multiple of four are copied. Throws a CompanionError that names what
 * is wrong: of another kind or version, cut short, damaged, or with numbers out of range.
 */
export function decodeCompanion(bytes: Uint8Array): Companion {
  if (!MAGIC.every((byte, i) => bytes[i] === byte))
    throw new CompanionError("the bytes are not a companion of a corpus");
  if (bytes.length < HEADER.bytes) {
    throw new CompanionError(
      `the companion is cut short: ${bytes.length} bytes, but its header alone takes ${HEADER.bytes}`,
    );
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER.bytes);
  const version = header.getUint32(HEADER.version, true);
  if (version !== COMPANION_VERSION) {
    throw new CompanionError(`the companion has version ${version}, expected ${COMPANION_VERSION}`);
  }
  const papers = header.getUint32(HEADER.papers, true);
  const citations = header.getUint32(HEADER.citations, true);
  const textBytes = header.getUint32(HEADER.textBytes, true);
  const { places, text: textAt } = placesOf(papers, citations);
  if (bytes.length !== textAt + textBytes) {
    throw new CompanionError(
      `the companion has ${bytes.length} bytes; its header announces ${papers} papers and ${citations} citations, ` +
        `which take ${textAt + textBytes}`,
    );
  }
  const checksum = header.getUint32(HEADER.checksum, true);
  const found = checksumOf(bytes.subarray(HEADER.corpusBytes));
  if (found !== checksum) {
    throw new CompanionError(`the companion is damaged: checksum ${hex(found)}, expected ${hex(checksum)}`);
  }
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const columns = Object.fromEntries(
    places.map(({ name, kind: Kind, at, length }) => [
      name,
      new Kind(aligned.buffer, aligned.byteOffset + at, length),
    ]),
  ) as unknown as Columns;
  const text = textOf(aligned.subarray(textAt));
  const problem = problemsOf(columns, text);
  if (problem !== null) throw new CompanionError(`the companion cannot be used: ${problem}`);
  const { x, y, radius, day, year, slot, community, generation, flags, labelZoom } = columns;
  const { start, cited, implied, confidence } = columns;
  const { title, groups, communities, labels } = text;
  return {
    corpus: {
      bytes: header.getFloat64(HEADER.corpusBytes, true),
      checksum: header.getUint32(HEADER.corpusChecksum, true),
    },
    title,
    groups,
    communities,
    papers: { x, y, radius, day, year, slot, community, generation, flags, labelZoom },
    citations: { start, cited, implied, confidence },
    labels,
  };
}

/** Whether the companion was made from a `corpus.json` of this length in bytes and this checksum. */
export function companionFits(
  companion: Pick<Companion, "corpus">,
  bytes: number,
  checksum: number,
): boolean {
  return companion.corpus.bytes === bytes && companion.corpus.checksum === checksum;
}

function textOf(bytes: Uint8Array): CompanionText {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CompanionError("the companion cannot be used: its text is not JSON", { cause: error });
  }
}

function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, "0");
}
