import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checksumOf } from "../../../src/columns/checksum.ts";
import { decodeCompanion } from "../../../src/columns/decode-companion.ts";

/**
 * Opens the map in the folder of the arguments as a page does that has just been loaded, without anything run
 * before: `companion` from the bytes of corpus.bin to columns ready to be drawn, `objects` from the bytes
 * of corpus.json to its objects, `check` the checksum of corpus.json. Prints milliseconds.
 */
const [, , what = "", folder = ""] = process.argv;
const bytes = new Uint8Array(readFileSync(join(folder, what === "companion" ? "corpus.bin" : "corpus.json")));
const start = performance.now();
let seen = 0;
if (what === "companion") {
  const { papers, citations } = decodeCompanion(bytes);
  const citing = new Uint32Array(citations.cited.length);
  papers.x.forEach((_, p) => {
    citing.fill(p, citations.start[p], citations.start[p + 1]);
  });
  seen = papers.x.length + citing.length;
} else if (what === "objects") {
  const { papers, citations } = JSON.parse(new TextDecoder().decode(bytes));
  seen = papers.length + citations.length;
} else {
  seen = checksumOf(bytes);
}
const ms = performance.now() - start;
if (seen === 0) throw new Error(`${folder}: nothing was opened`);
console.log(ms);
