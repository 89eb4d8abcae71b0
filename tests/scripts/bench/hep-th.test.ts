import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hepThCorpus } from "../../../scripts/bench/hep-th.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-hep-th-"));
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), gzipSync(`${lines.join("\n")}\n`));
  write("papers.csv.gz", ["arxiv_id,date", "9201001,1992-01-03", "9912001,2001-05-01", "0001002,"]);
  write("citations.csv.gz", [
    "citing,cited",
    "9912001,9201001",
    "9912001,9201001",
    "9912001,9912001",
    "9912001,0001002",
    "0001002,9912001",
  ]);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("hepThCorpus", () => {
  test("says what the files say: ids for titles, dates that fit the id, all papers context", () => {
    const corpus = hepThCorpus(folder);
    expect(corpus?.papers.map(({ id, title, role, date }) => [id, title, role, date])).toEqual([
      ["arxiv:hep-th/0001002", "hep-th/0001002", "context", "2000-01"],
      ["arxiv:hep-th/9201001", "hep-th/9201001", "context", "1992-01-03"],
      ["arxiv:hep-th/9912001", "hep-th/9912001", "context", "1999-12"],
    ]);
    expect(corpus?.survey.root).toBeNull();
  });

  test("leaves out repeated citations and those of a paper by itself, not those against time", () => {
    expect(hepThCorpus(folder)?.citations.map(({ citing, cited }) => `${citing} ${cited}`)).toEqual([
      "arxiv:hep-th/0001002 arxiv:hep-th/9912001",
      "arxiv:hep-th/9912001 arxiv:hep-th/0001002",
      "arxiv:hep-th/9912001 arxiv:hep-th/9201001",
    ]);
  });

  test("is null without the files", () => {
    expect(hepThCorpus(join(folder, "nothing"))).toBeNull();
    expect(hepThCorpus(undefined)).toBeNull();
  });
});
