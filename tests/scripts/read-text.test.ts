import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { corpusText } from "../../scripts/corpus-text.ts";
import { readText } from "../../scripts/read-text.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { corpusOf, diamond } from "../graphs.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-text-"));
  file = join(folder, "corpus.json");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("readText counts characters, of which a text of many languages has fewer than bytes", () => {
  writeFileSync(file, "是".repeat(10));
  const { bytes, text } = readText(file, 10);
  expect([bytes.length, text]).toEqual([30, "是".repeat(10)]);
});

test("readText names the size of a file that no text can hold, the limit and the remedy, and leaves it alone", () => {
  writeFileSync(file, "x".repeat(2_000));
  expect(() => readText(file, 1_999)).toThrow(
    new RegExp(`^${file} has 2,000 bytes, and a text can have 1,999 characters; .*is unchanged.*`),
  );
  expect(() => readText(file, 1_999)).toThrow("npm run refresh -- FOLDER --facts-only");
  expect(readFileSync(file, "utf8")).toHaveLength(2_000);
});

test("corpusText is what formatCorpus makes, or says why it cannot be written and what to do", () => {
  const corpus = corpusOf(diamond);
  expect(corpusText(corpus, file)).toBe(formatCorpus(corpus));
  expect(() => corpusText(corpus, file, 100)).toThrow(
    new RegExp(
      `^${file}: cannot be written: corpus.json would have \\d+ characters, and a text can have 100 characters`,
    ),
  );
  expect(() => corpusText(corpus, file, 100)).toThrow("--facts-only");
});
