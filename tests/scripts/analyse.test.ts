import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-analyse-"));
  const papers = ["a", "b", "c"].map((id) => ({ id, title: id }));
  const citations = [
    { citing: "b", cited: "a" },
    { citing: "c", cited: "b" },
    { citing: "c", cited: "a" },
  ];
  writeFileSync(join(folder, "corpus.json"), JSON.stringify({ version: 1, papers, citations }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/analyse.ts", ...args],
    { cwd: ROOT, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("analyse", () => {
  test("prints the members asked for of a folder's corpus", () => {
    const { status, stdout } = run(folder, "--only", "reduction, citations");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      citations: 3,
      reduction: { kept: 2, removed: [{ citing: "c", cited: "a", via: ["a", "b", "c"] }] },
    });
  });

  test("prints everything of a file, the same bytes each time", () => {
    const file = join(folder, "corpus.json");
    const { stdout } = run(file);
    expect(JSON.parse(stdout)).toMatchObject({ root: null, papers: 3, longestPathBasket: ["a", "b", "c"] });
    expect(run(file).stdout).toBe(stdout);
  });

  test.each([
    [["--only", "colour"], /Unknown member "colour"; known: root, papers/],
    [["--key-routes", "0"], /whole number of at least 1/],
    [["--scope", "moon"], /corpus, lineage, survey/],
  ])("ends in 2 for %j and says why", (args, message) => {
    const { status, stdout, stderr } = run(folder, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("ends in 2 when the corpus is not there, no JSON or not a corpus", () => {
    expect(run(join(folder, "none"))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no such file/),
    });
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    expect(run(broken)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/broken\.json: is not JSON/),
    });
    writeFileSync(broken, '{"version": 2}');
    expect(run(broken)).toMatchObject({ status: 2, stderr: expect.stringMatching(/got 2, expected 1/) });
    expect(run()).toMatchObject({ status: 2 });
  });
});
