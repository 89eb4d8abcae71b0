import {
  type Column,
  columnFromArray,
  field,
  int32,
  Table,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Companion } from "../../src/columns/companion.ts";
import { citationsProblem, papersProblem } from "../../src/columns/companion-problems.ts";
import { CITATION_COLUMNS, PAPER_COLUMNS } from "../../src/columns/companion-schema.ts";
import { decodeCitations, decodeCompanion, decodePapers } from "../../src/columns/decode-companion.ts";
import { encodeCompanion } from "../../src/columns/encode-companion.ts";
import { CompanionError } from "../../src/columns/read-arrow.ts";
import { companions, plain, sample } from "../companion/sample-companion.ts";

const files = encodeCompanion(sample);
const read = decodePapers(files.papers);
const decoders = [
  ["papers.arrow", files.papers, (bytes: Uint8Array) => decodePapers(bytes)],
  ["citations.arrow", files.citations, (bytes: Uint8Array) => decodeCitations(bytes, read)],
] as const;

describe("encodeCompanion and decodeCompanion", () => {
  test("give back what was written", () => {
    expect(plain(decodeCompanion(files))).toEqual(plain(sample));
    fc.assert(
      fc.property(companions, (companion) => {
        const bytes = encodeCompanion(companion);
        const again = decodeCompanion(bytes);
        expect(plain(again)).toEqual(plain(companion));
        expect(encodeCompanion(again)).toEqual(bytes);
      }),
    );
  });

  test("look at the bytes where they are instead of copying them", () => {
    const { papers, citations } = decodeCompanion(files);
    for (const [name] of PAPER_COLUMNS) expect(papers[name].buffer, name).toBe(files.papers.buffer);
    for (const [name] of CITATION_COLUMNS) expect(citations[name].buffer, name).toBe(files.citations.buffer);
  });

  test("put every column where a view of any numbers may begin", () => {
    fc.assert(
      fc.property(companions, (companion) => {
        const { papers, citations } = decodeCompanion(encodeCompanion(companion));
        for (const { byteOffset } of [...Object.values(papers), ...Object.values(citations)])
          expect(byteOffset % 8).toBe(0);
      }),
    );
  });

  test.each([1, 2, 3, 4, 8])("read bytes that are a part of others and begin at byte %i", (offset) => {
    const shifted = (bytes: Uint8Array) => {
      const part = new Uint8Array(bytes.length + 2 * offset).subarray(offset, offset + bytes.length);
      part.set(bytes);
      return part;
    };
    const again = decodeCompanion({ papers: shifted(files.papers), citations: shifted(files.citations) });
    expect(plain(again)).toEqual(plain(sample));
  });
});

describe.each(decoders)("the decoder of %s", (file, bytes, decodeFile) => {
  /** Whether bytes are refused; fails where they give what cannot be drawn, or an error of another kind. */
  const isRefused = (spoilt: Uint8Array): boolean => {
    try {
      const found = decodeFile(spoilt);
      const problem = "citing" in found ? citationsProblem(found, 3) : papersProblem(found);
      if (problem !== null) throw new Error(problem);
      if ("labelOf" in found) Array.from(found.papers.x, (_, paper) => found.labelOf(paper));
      return false;
    } catch (error) {
      if (error instanceof CompanionError && error.message.startsWith(`${file} `)) return true;
      throw error;
    }
  };

  test("gives what can be drawn or says what is wrong, whichever byte is different", () => {
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const flipped = bytes.slice();
        flipped[at]! ^= flip;
        isRefused(flipped);
      }
    }
  });

  test("gives what can be drawn or says what is wrong, whatever four bytes are said to be a length or a place", () => {
    const hostile = [0, -1, 2 ** 31 - 1, -(2 ** 31), 2 ** 24, 2 ** 16, bytes.length];
    for (let at = 0; at + 4 <= bytes.length; at++) {
      for (const number of hostile) {
        const spoilt = bytes.slice();
        new DataView(spoilt.buffer).setInt32(at, number, true);
        isRefused(spoilt);
      }
    }
  });

  test("notices any end that is missing, and anything after the end", () => {
    for (let length = 0; length < bytes.length; length++)
      expect(isRefused(bytes.slice(0, length)), `${length} bytes`).toBe(true);
    expect(isRefused(Uint8Array.from([...bytes, 0]))).toBe(true);
    expect(() => decodeFile(bytes.slice(0, 4))).toThrow(`${file} is not an Arrow IPC file`);
    expect(() => decodeFile(bytes.slice(0, 600))).toThrow(`${file} is cut short`);
  });

  test("says a CompanionError of any bytes whatever", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(bytes.length), (noise, at) => {
        expect(isRefused(noise)).toBe(true);
        const spoilt = bytes.slice();
        spoilt.set(noise.subarray(0, bytes.length - at), at);
        isRefused(spoilt);
      }),
    );
  });

  test("names an Arrow file of something else, and a version that it does not know", () => {
    const foreign = bytesOf(tableFromArrays({ x: Float32Array.of(1) }));
    expect(() => decodeFile(foreign)).toThrow(`${file} has no "format" in its metadata`);
    const [, other] = decoders.find(([name]) => name !== file) ?? [];
    expect(() => decodeFile(other!)).toThrow(/^.* holds "clip-lineage \w+", expected "clip-lineage \w+"$/);
    expect(() => decodeFile(withMetadata(bytes, { version: "9" }))).toThrow(
      `${file} has version 9, expected 1`,
    );
  });
});

describe("decodePapers", () => {
  test.each<[keyof Companion["papers"], number, string]>([
    ["x", Number.NaN, "x, y: paper 1 is at NaN, 2"],
    ["y", Number.POSITIVE_INFINITY, "x, y: paper 1 is at 0, Infinity"],
    ["radius", -1, "radius[1]: got -1"],
    ["labelZoom", Number.NaN, "labelZoom[1]: got NaN"],
    ["day", Number.POSITIVE_INFINITY, "day[1]: got Infinity"],
    ["labelRank", 3, "labelRank[1]: no rank 3 among 3 papers"],
    ["labelRank", 1, "labelRank[1]: rank 1 is taken"],
    ["community", 1, "community[1]: no community 1 among 1"],
    ["community", -2, "community[1]: no community -2 among 1"],
    ["generation", -2, "generation[1]: got -2"],
    ["slot", 4, "slot[1]: no group 4 among 1"],
    ["survey", 2, "survey[1]: got 2"],
    ["sizeKnown", 2, "sizeKnown[1]: got 2"],
  ])("names a %s out of range", (column, value, message) => {
    const bytes = files.papers.slice();
    decodePapers(bytes).papers[column][1] = value;
    expect(() => decodePapers(bytes)).toThrow(`papers.arrow cannot be used: ${message}`);
  });

  test.each<[Record<string, string>, string]>([
    [{ rootRow: "3" }, "root: no paper 3 among 3"],
    [{ rootRow: "first" }, "root: no paper NaN among 3"],
    [{ groups: "[" }, "groups: is not JSON"],
    [{ groups: "{}" }, "groups: is not a list"],
    [
      { communities: '[{"label":"A","papers":-1}]' },
      "communities[0]: is not a label with a number of papers",
    ],
    [{ communities: "[null]" }, "communities[0]: is not a label with a number of papers"],
  ])("names metadata that cannot be: %j", (metadata, message) => {
    expect(() => decodePapers(withMetadata(files.papers, metadata))).toThrow(
      `papers.arrow cannot be used: ${message}`,
    );
  });

  test("names columns that are missing, of another type, or empty in places", () => {
    const changed = (column: string, values: Column<unknown> | null) => () =>
      decodePapers(withColumn(files.papers, column, values));
    expect(changed("slot", null)).toThrow('papers.arrow has no column "slot"');
    expect(changed("x", columnFromArray(Float64Array.of(1, 2, 3)))).toThrow(
      'papers.arrow has no column "x" of Float32',
    );
    expect(changed("slot", columnFromArray(["1", "2", "3"], utf8()))).toThrow('no column "slot" of Uint8');
    expect(changed("label", columnFromArray(Uint8Array.of(1, 2, 3)))).toThrow('no column "label" of text');
    expect(changed("generation", columnFromArray([1, null, 3], int32()))).toThrow(
      'papers.arrow has 1 empty entries in column "generation"',
    );
    expect(changed("x", columnFromArray([[1], [2], [3]]))).toThrow("in column 1 neither numbers nor text");
  });

  test("passes over columns and metadata that others have added", () => {
    const added = withMetadata(withColumn(files.papers, "mine", columnFromArray(["a", "b", "c"], utf8())), {
      pandas: "{}",
    });
    expect(plain(decodeCompanion({ ...files, papers: added }))).toEqual(plain(sample));
  });

  test("names a table in several record batches", () => {
    const table = tableFromArrays({ x: Float32Array.of(1, 2, 3) }, { maxBatchRows: 2 });
    expect(() => decodePapers(bytesOf(table))).toThrow("papers.arrow has 2 record batches instead of one");
  });
});

describe("decodeCitations", () => {
  test.each<[keyof Companion["citations"], number, number, string]>([
    ["citing", 1, 3, "citing[1]: no paper 3 among 3"],
    ["citing", 0, 2, "cited[1]: paper 2 cites 0 after 0, not ascending"],
    ["citing", 2, 0, "citing[2]: 0 after 2, not ascending"],
    ["cited", 1, 3, "cited[1]: no paper 3 among 3"],
    ["cited", 2, 0, "cited[2]: paper 2 cites 0 after 0, not ascending"],
    ["implied", 1, 2, "implied[1]: got 2"],
    ["confidence", 1, 3, "confidence[1]: got 3"],
  ])("names a %s out of range or order", (column, entry, value, message) => {
    const bytes = files.citations.slice();
    decodeCitations(bytes, read)[column][entry] = value;
    expect(() => decodeCitations(bytes, read)).toThrow(`citations.arrow cannot be used: ${message}`);
  });

  test.each([{ corpusBytes: "5" }, { corpusSha256: "fedcba99".repeat(8) }])(
    "refuses those of another corpus than the papers: %j",
    (metadata) => {
      expect(() => decodeCitations(withMetadata(files.citations, metadata), read)).toThrow(
        "citations.arrow was made from another corpus.json than papers.arrow",
      );
    },
  );
});

test("encodeCompanion refuses what could not be read again", () => {
  const { papers, citations } = sample;
  const wrong: [Partial<Companion>, string][] = [
    [{ papers: { ...papers, y: Float32Array.of(1) } }, "y: has 1 entries, not 3"],
    [{ citations: { ...citations, cited: Uint32Array.of(1) } }, "cited: has 1 entries, not 3"],
    [{ citations: { ...citations, implied: Uint8Array.of(1) } }, "implied: has 1 entries, not 3"],
    [{ root: { id: "?", paper: 3 } }, "root: no paper 3 among 3"],
    [{ groups: [{ label: "", papers: -1 }] }, "groups[0]: is not a label with a number of papers"],
  ];
  for (const [part, message] of wrong) {
    expect(() => encodeCompanion({ ...sample, ...part })).toThrow(
      `the companion cannot be written: ${message}`,
    );
  }
});

function bytesOf(table: Table): Uint8Array {
  const bytes = tableToIPC(table, { format: "file" });
  if (bytes === null) throw new Error("the table was written elsewhere");
  return bytes;
}

/** The file with other metadata, as anybody may write it. */
function withMetadata(bytes: Uint8Array, metadata: Record<string, string>): Uint8Array {
  const { schema, children } = tableFromIPC(bytes);
  const members = new Map([...(schema.metadata ?? []), ...Object.entries(metadata)]);
  return bytesOf(new Table({ ...schema, metadata: members }, children));
}

/** The file with another column in place of one, or after all; without it for null. */
function withColumn(bytes: Uint8Array, name: string, column: Column<unknown> | null): Uint8Array {
  const { schema, names, children } = tableFromIPC(bytes);
  const at = names.includes(name) ? names.indexOf(name) : names.length;
  const fields = column === null ? [] : [field(name, column.type)];
  return bytesOf(
    new Table(
      { ...schema, fields: schema.fields.toSpliced(at, 1, ...fields) },
      children.toSpliced(at, 1, ...(column === null ? [] : [column])),
    ),
  );
}
