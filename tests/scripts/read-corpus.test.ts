import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommandError } from "../../scripts/command.ts";
import { layOutAnew } from "../../scripts/companion/write-companion.ts";
import { leftOutLines, readCorpus } from "../../scripts/read-corpus.ts";
import { readFolder } from "../../scripts/refresh/read-folder.ts";
import { writeCorpus } from "../../scripts/refresh/write-result.ts";
import { writeWhole } from "../../scripts/write-whole.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-read-"));
  file = join(folder, "corpus.json");
  const papers = [
    { id: "A", title: "A" },
    { id: "B", title: "B" },
  ];
  const citations = [
    { citing: "B", cited: "A" },
    { citing: "A", cited: "A" },
  ];
  writeFileSync(file, JSON.stringify({ version: 1, papers, citations }));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SAID = () => `${file}: left out: citations[1]: "A" cites itself`;

describe("readCorpus", () => {
  test("gives what can be used, and names what is left out", () => {
    const said: string[] = [];
    expect(readCorpus(folder, (line) => said.push(line)).citations).toHaveLength(1);
    expect(said).toEqual([SAID()]);
  });
});

test("leftOutLines says twenty rows and how many more there are", () => {
  const lines = leftOutLines(
    "f",
    Array.from({ length: 1_030 }, (_, i) => `papers[${i}]: wrong`),
  );
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe("f: left out: 1,010 more");
});

test("a refresh goes on from what can be used, and keeps the file as it was before it writes", async () => {
  writeFileSync(
    join(folder, "survey.md"),
    "### One\n\n- [ICML 2021] | **A** | [[paper]](https://arxiv.org/abs/2103.00020)\n",
  );
  const said: string[] = [];
  const { previous, leftOut, corpusText } = readFolder(folder, (line) => said.push(line));
  expect(previous?.papers).toHaveLength(2);
  expect(said).toContain(SAID());
  await writeCorpus(file, "new", { before: corpusText, leftOut }, writeWhole);
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(readFileSync(`${file}.before`, "utf8")).toBe(corpusText);
});

test("a layout is not made of a corpus with rows that are left out, since the page would not look at them again", async () => {
  const failure = layOutAnew(folder, () => {});
  await expect(failure).rejects.toThrow(CommandError);
  await expect(failure).rejects.toThrow(SAID());
});
