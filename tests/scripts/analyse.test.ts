import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript, startScript } from "./run-script.ts";

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

const run = (...args: string[]) => runScript("analyse.ts", ...args);

describe("analyse", () => {
  test("prints the members asked for of a folder's corpus", async () => {
    const { code, stdout } = await run(folder, "--only", "reduction, citations");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      citations: 3,
      reduction: { kept: 2, removed: [{ citing: "c", cited: "a", via: ["a", "b", "c"] }] },
    });
  });

  test("prints everything of a file, the same bytes each time, as a program too", async () => {
    const file = join(folder, "corpus.json");
    const program = startScript("analyse.ts", [file]);
    const { stdout } = await run(file);
    expect(JSON.parse(stdout)).toMatchObject({ root: null, papers: 3, longestPathBasket: ["a", "b", "c"] });
    expect(await program.ended).toEqual({ code: 0, stdout, stderr: "" });
  });

  test.each([
    [["--only", "colour"], /Unknown member "colour"; known: root, papers/],
    [["--key-routes", "0"], /whole number of at least 1/],
    [["--scope", "moon"], /corpus, lineage, survey/],
  ])("ends in 2 for %j and says why", async (args, message) => {
    const { code, stdout, stderr } = await run(folder, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("ends in 2 when the corpus is not there, no JSON or not a corpus", async () => {
    expect(await run(join(folder, "none"))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no such file/),
    });
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    expect(await run(broken)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/broken\.json: is not JSON/),
    });
    writeFileSync(broken, '{"version": 2}');
    expect(await run(broken)).toMatchObject({ code: 2, stderr: expect.stringMatching(/got 2, expected 1/) });
    expect(await run()).toMatchObject({ code: 2 });
  });
});
