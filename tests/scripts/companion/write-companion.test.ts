import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { companionPaths, readCompanion } from "../../../scripts/companion/companion-file.ts";
import { layOutAnew, writeCompanion } from "../../../scripts/companion/write-companion.ts";
import { byCodeUnit, formatCorpus } from "../../../src/corpus/format-corpus.ts";
import type { Corpus } from "../../../src/corpus/schema.ts";
import { corpusOf } from "../../graphs.ts";
import { largeCorpus, without } from "./large-corpus.ts";

const NOTHING = { previous: null, corpusText: null };
const large = largeCorpus();
const text = formatCorpus(large);
const other = largeCorpus(8);

/** Folders with the companions of both, which take long to make. */
const ready = new Map<Corpus, string>();
beforeAll(async () => {
  for (const corpus of [large, other]) {
    const made = mkdtempSync(join(tmpdir(), "clip-lineage-ready-"));
    ready.set(corpus, made);
    await writeCompanion(companionPaths(made), { corpus, text: formatCorpus(corpus) }, NOTHING, () => {});
  }
});
afterAll(() => {
  for (const made of ready.values()) rmSync(made, { recursive: true, force: true });
});

/** Puts the companion of one of them into the folder. */
function putCompanionOf(corpus: Corpus): void {
  const from = companionPaths(ready.get(corpus) ?? "");
  for (const part of ["papers", "citations"] as const) copyFileSync(from[part], paths[part]);
}

let folder: string;
let paths: ReturnType<typeof companionPaths>;
let said: string[];
const say = (line: string) => void said.push(line);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-companion-"));
  paths = companionPaths(folder);
  said = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Where the companion in the file puts each paper of its corpus. */
function placesIn(corpus: Corpus, text: string): Map<string, readonly [number, number]> {
  const { companion } = readCompanion(paths, Buffer.from(text));
  if (!companion) throw new Error("the companion does not fit");
  const ids = corpus.papers.map(({ id }) => id).sort(byCodeUnit);
  return new Map(ids.map((id, i) => [id, [companion.papers.x[i] ?? 0, companion.papers.y[i] ?? 0]]));
}

describe("writeCompanion", () => {
  test("writes one that fits the text of the corpus, and says how long the layout took", async () => {
    await writeCompanion(paths, { corpus: large, text }, NOTHING, say);
    expect(readCompanion(paths, Buffer.from(text)).companion?.title).toBe(large.survey.title);
    expect(said).toEqual([expect.stringMatching(/^laid out 1,600 papers in \d+\.\d s$/)]);
    expect(readdirSync(folder)).toEqual(["citations.arrow", "papers.arrow"]);
  });

  test("leaves one that fits already alone", async () => {
    putCompanionOf(large);
    const before = Object.values(paths).map((file) => readFileSync(file));
    await writeCompanion(paths, { corpus: large, text }, { previous: large, corpusText: text }, say);
    expect(said).toEqual([]);
    expect(Object.values(paths).map((file) => readFileSync(file))).toEqual(before);
  });

  test("keeps papers about where they were when others come", async () => {
    const previous = without(large, 30);
    const corpusText = formatCorpus(previous);
    await writeCompanion(paths, { corpus: previous, text: corpusText }, NOTHING, say);
    const old = placesIn(previous, corpusText);
    await writeCompanion(paths, { corpus: large, text }, { previous, corpusText }, say);
    const now = placesIn(large, text);
    const moved = [...old].map(([id, [x, y]]) => {
      const [newX, newY] = now.get(id) ?? [Number.NaN, Number.NaN];
      return Math.hypot(newX - x, newY - y);
    });
    const spread = Math.max(...[...old.values()].map(([x, y]) => Math.hypot(x, y)));
    expect(moved.sort((a, b) => a - b)[moved.length >> 1]).toBeLessThan(0.02 * spread);
  });

  test.each([
    ["papers cut short", large, "papers", (bytes: Buffer) => bytes.subarray(0, 999)],
    ["citations cut short", large, "citations", (bytes: Buffer) => bytes.subarray(0, 999)],
    ["damaged papers", large, "papers", (bytes: Buffer) => bytes.fill(0xff, 2_000, 9_000)],
    ["damaged citations", large, "citations", (bytes: Buffer) => bytes.fill(0xff, 2_000, 2_004)],
    ["papers by themselves", large, "citations", () => null],
    ["citations by themselves", large, "papers", () => null],
    ["those of another corpus", other, "papers", (bytes: Buffer) => bytes],
  ] as const)("makes both files again where it finds %s", async (_, from, part, spoil) => {
    putCompanionOf(from);
    const spoilt = spoil(readFileSync(paths[part]));
    if (spoilt === null) rmSync(paths[part]);
    else writeFileSync(paths[part], spoilt);
    expect(readCompanion(paths, Buffer.from(text)).companion).toBeNull();
    await writeCompanion(paths, { corpus: large, text }, { previous: large, corpusText: text }, say);
    expect(readCompanion(paths, Buffer.from(text)).companion).not.toBeNull();
  });

  test("removes an old one beside a small map, and writes none", async () => {
    const corpus = corpusOf("A<-B");
    const small = { corpus, text: formatCorpus(corpus) };
    await writeCompanion(paths, small, NOTHING, say);
    expect(said).toEqual([]);
    for (const file of Object.values(paths)) writeFileSync(file, "old");
    await writeCompanion(paths, small, NOTHING, say);
    expect(Object.values(paths).filter((file) => existsSync(file))).toEqual([]);
    expect(said).toEqual(
      [paths.papers, paths.citations].map(
        (file) => `${file}: removed; a map of 2 papers is laid out by the page itself`,
      ),
    );
  });

  test("names the file that cannot be written, which is done in part", async () => {
    const away = companionPaths(join(folder, "gone"));
    const failure = writeCompanion(away, { corpus: large, text }, NOTHING, say);
    await expect(failure).rejects.toThrow(`${away.papers}: cannot be written: ENOENT`);
    await expect(failure).rejects.toMatchObject({ exitCode: 1 });
  });
});

describe("layOutAnew", () => {
  test("writes a companion for corpus.json as it stands, also one edited by hand", async () => {
    const edited = `${text}\n`;
    writeFileSync(join(folder, "corpus.json"), edited);
    await layOutAnew(folder, say);
    expect(readCompanion(paths, Buffer.from(edited)).companion).not.toBeNull();
    expect(readFileSync(join(folder, "corpus.json"), "utf8")).toBe(edited);
  });

  test("says that a small map needs none", async () => {
    writeFileSync(join(folder, "corpus.json"), formatCorpus(corpusOf("A<-B")));
    await layOutAnew(folder, say);
    expect(said).toEqual([`${folder}: a map of 2 papers needs no papers.arrow and citations.arrow`]);
  });

  test("names a corpus that is not there", async () => {
    await expect(layOutAnew(folder, say)).rejects.toThrow("corpus.json: no such file");
  });
});
