import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCompanion } from "../../../scripts/companion/companion-file.ts";
import { layOutAnew, writeCompanion } from "../../../scripts/companion/write-companion.ts";
import { byCodeUnit, formatCorpus } from "../../../src/corpus/format-corpus.ts";
import type { Corpus } from "../../../src/corpus/schema.ts";
import { corpusOf } from "../../graphs.ts";
import { largeCorpus, without } from "./large-corpus.ts";

const NOTHING = { previous: null, corpusText: null };
const large = largeCorpus();
const text = formatCorpus(large);

let folder: string;
let file: string;
let said: string[];
const say = (line: string) => void said.push(line);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-companion-"));
  file = join(folder, "corpus.bin");
  said = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Where the companion in the file puts each paper of its corpus. */
function placesIn(corpus: Corpus, text: string): Map<string, readonly [number, number]> {
  const { companion } = readCompanion(file, Buffer.from(text));
  if (!companion) throw new Error("the companion does not fit");
  const ids = corpus.papers.map(({ id }) => id).sort(byCodeUnit);
  return new Map(ids.map((id, i) => [id, [companion.papers.x[i] ?? 0, companion.papers.y[i] ?? 0]]));
}

describe("writeCompanion", () => {
  test("writes one that fits the text of the corpus, and says how long the layout took", async () => {
    await writeCompanion(file, { corpus: large, text }, NOTHING, say);
    expect(readCompanion(file, Buffer.from(text)).companion?.title).toBe(large.survey.title);
    expect(said).toEqual([expect.stringMatching(/^laid out 1,600 papers in \d+\.\d s$/)]);
    expect(readdirSync(folder)).toEqual(["corpus.bin"]);
  });

  test("leaves one that fits already alone", async () => {
    await writeCompanion(file, { corpus: large, text }, NOTHING, say);
    const before = readFileSync(file);
    await writeCompanion(file, { corpus: large, text }, { previous: large, corpusText: text }, say);
    expect(said).toHaveLength(1);
    expect(readFileSync(file)).toEqual(before);
  });

  test("keeps papers about where they were when others come", async () => {
    const previous = without(large, 30);
    const corpusText = formatCorpus(previous);
    await writeCompanion(file, { corpus: previous, text: corpusText }, NOTHING, say);
    const old = placesIn(previous, corpusText);
    await writeCompanion(file, { corpus: large, text }, { previous, corpusText }, say);
    const now = placesIn(large, text);
    const moved = [...old].map(([id, [x, y]]) => {
      const [newX, newY] = now.get(id) ?? [Number.NaN, Number.NaN];
      return Math.hypot(newX - x, newY - y);
    });
    const spread = Math.max(...[...old.values()].map(([x, y]) => Math.hypot(x, y)));
    expect(moved.sort((a, b) => a - b)[moved.length >> 1]).toBeLessThan(0.02 * spread);
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, 999)],
    ["damaged", (bytes: Buffer) => bytes.fill(1, 500, 501)],
    ["of another corpus", (bytes: Buffer) => bytes],
  ])("makes one anew that is %s", async (what, spoil) => {
    const other = largeCorpus(8);
    const from = what === "of another corpus" ? other : large;
    await writeCompanion(file, { corpus: from, text: formatCorpus(from) }, NOTHING, say);
    writeFileSync(file, spoil(readFileSync(file)));
    await writeCompanion(file, { corpus: large, text }, { previous: large, corpusText: text }, say);
    expect(readCompanion(file, Buffer.from(text)).companion).not.toBeNull();
  });

  test("removes an old one beside a small map, and writes none", async () => {
    const corpus = corpusOf("A<-B");
    const small = { corpus, text: formatCorpus(corpus) };
    await writeCompanion(file, small, NOTHING, say);
    expect(said).toEqual([]);
    writeFileSync(file, "old");
    await writeCompanion(file, small, NOTHING, say);
    expect(existsSync(file)).toBe(false);
    expect(said).toEqual([`${file}: removed; a map of 2 papers is laid out by the page itself`]);
  });

  test("names the file that cannot be written, which is done in part", async () => {
    const away = join(folder, "gone", "corpus.bin");
    const failure = writeCompanion(away, { corpus: large, text }, NOTHING, say);
    await expect(failure).rejects.toThrow(`${away}: cannot be written: ENOENT`);
    await expect(failure).rejects.toMatchObject({ exitCode: 1 });
  });
});

describe("layOutAnew", () => {
  test("writes a companion for corpus.json as it stands, also one edited by hand", async () => {
    const edited = `${text}\n`;
    writeFileSync(join(folder, "corpus.json"), edited);
    await layOutAnew(folder, say);
    expect(readCompanion(file, Buffer.from(edited)).companion).not.toBeNull();
    expect(readFileSync(join(folder, "corpus.json"), "utf8")).toBe(edited);
  });

  test("says that a small map needs none", async () => {
    writeFileSync(join(folder, "corpus.json"), formatCorpus(corpusOf("A<-B")));
    await layOutAnew(folder, say);
    expect(said).toEqual([`${folder}: a map of 2 papers needs no corpus.bin`]);
  });

  test("names a corpus that is not there", async () => {
    await expect(layOutAnew(folder, say)).rejects.toThrow("corpus.json: no such file");
  });
});
