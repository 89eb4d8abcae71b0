import {
  columnFromArray,
  dictionary,
  tableFromArrays,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlineProblem } from "../../src/columns/arrow-outline.ts";

type Arrays = Parameters<typeof tableFromArrays>[0];

function fileOf(arrays: Arrays, maxBatchRows?: number): Uint8Array {
  return bytesOf(tableFromArrays(arrays, maxBatchRows === undefined ? {} : { maxBatchRows }));
}

function bytesOf(table: ReturnType<typeof tableFromArrays>): Uint8Array {
  const bytes = tableToIPC(table, { format: "file" });
  if (bytes === null) throw new Error("the table was written elsewhere");
  return bytes;
}

const flat = fileOf({ a: Float32Array.of(1, 2), b: Uint8Array.of(3, 4) });

describe("outlineProblem", () => {
  test("finds nothing wrong with flat tables, wherever their bytes begin", () => {
    expect(outlineProblem(flat)).toBeNull();
    for (let offset = 0; offset < 9; offset++) {
      const part = new Uint8Array(flat.length + 20).subarray(offset, offset + flat.length);
      part.set(flat);
      expect(outlineProblem(part)).toBeNull();
    }
  });

  test.each<[string, Uint8Array, string]>([
    ["bytes of another kind", new TextEncoder().encode('{"version":1}'), "is not an Arrow IPC file"],
    ["a stream", tableToIPC(tableFromArrays({ a: [1] }), { format: "stream" })!, "is not an Arrow IPC file"],
    ["a file cut short", flat.slice(0, -1), "is cut short"],
    [
      "several record batches",
      fileOf({ a: Float32Array.of(1, 2, 3) }, 1),
      "has 3 record batches instead of one",
    ],
    ["columns within columns", fileOf({ a: [[1], [2]] }), "has in column 1 neither numbers nor text"],
    [
      "a dictionary",
      bytesOf(tableFromColumns({ a: columnFromArray(["x", "y"], dictionary(utf8())) })),
      "has in column 1 neither numbers nor text",
    ],
    [
      "too many columns",
      fileOf(Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`c${i}`, Uint8Array.of(1)]))),
      "has 65 columns",
    ],
  ])("names %s", (_, bytes, problem) => {
    expect(outlineProblem(bytes)).toBe(problem);
  });

  test("says something of any bytes in place of the footer, and throws nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 60 }), fc.nat(flat.length), (noise, at) => {
        const bytes = flat.slice();
        bytes.set(noise.subarray(0, flat.length - at), at);
        const problem = outlineProblem(bytes);
        expect(problem === null || problem.length > 0).toBe(true);
      }),
    );
  });
});
