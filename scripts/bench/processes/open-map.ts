import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CITATIONS_FILE, PAPERS_FILE } from "../../../src/columns/companion-schema.ts";
import { decodeCitations, decodePapers } from "../../../src/columns/decode-companion.ts";

/**
 * Opens the map in the folder of the arguments as a page does that has just been loaded, without anything run
 * before: `companion` from the bytes of its two files to columns ready to be drawn, `papers` from those of the first
 * alone, `objects` from the bytes of corpus.json to its objects, `check` the hash of corpus.json. Prints milliseconds.
 */
const [, , what = "", folder = ""] = process.argv;
const isCompanion = what === "companion" || what === "papers";
const [bytes = new Uint8Array(), more = new Uint8Array()] = (
  isCompanion ? [PAPERS_FILE, CITATIONS_FILE] : ["corpus.json"]
).map((file) => new Uint8Array(readFileSync(join(folder, file))));
const start = performance.now();
let seen = 0;
if (isCompanion) {
  const read = decodePapers(bytes);
  seen = read.papers.x.length;
  if (what === "companion") seen += decodeCitations(more, read).citing.length;
} else if (what === "objects") {
  const { papers, citations } = JSON.parse(new TextDecoder().decode(bytes));
  seen = papers.length + citations.length;
} else {
  seen = createHash("sha256").update(bytes).digest().length;
}
const ms = performance.now() - start;
if (seen === 0) throw new Error(`${folder}: nothing was opened`);
console.log(ms);
