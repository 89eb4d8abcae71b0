import { describe, expect, test } from "vitest";
import { formatChanges, NO_CHANGES } from "../../src/corpus/changes.ts";
import { readChanges } from "../../src/corpus/read-changes.ts";
import { parseChanges } from "../../src/corpus/salvage-changes.ts";

const run = (at: string) => ({ at, papers: 1, citations: 0, newPapers: ["A"] });

describe("readChanges", () => {
  test("gives the changes of a file in which nothing is wrong", async () => {
    const changes = parseChanges({ version: 1, runs: [run("2026-11-01")] });
    expect(await readChanges(Promise.resolve(formatChanges(changes)))).toEqual({ changes, leftOut: [] });
  });

  test("leaves out a run that is wrong, and names it", async () => {
    const runs = [run("2026-11-03"), run("yesterday"), run("2026-11-01")];
    const { changes, leftOut } = await readChanges(Promise.resolve(JSON.stringify({ version: 1, runs })));
    expect(changes.runs.map(({ at }) => at)).toEqual(["2026-11-03", "2026-11-01"]);
    expect(leftOut).toEqual([expect.stringMatching(/^changes\.json: runs\[1\]\.at: is not a date/)]);
  });

  test.each([
    ["is no JSON", "{", "changes.json is not JSON: "],
    ["is empty", "", "changes.json is not JSON: "],
    ["is of another version", '{"version": 2}', "changes.json: version: "],
    ["is no object", "null", "changes.json: file: "],
    ["has runs that are no list", '{"version": 1, "runs": {}}', "changes.json: runs: "],
  ])("leaves out a file that %s whole", async (_, text, start) => {
    const { changes, leftOut } = await readChanges(Promise.resolve(text));
    expect(changes).toEqual(NO_CHANGES);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]?.startsWith(start), leftOut[0]).toBe(true);
  });

  test("says why a file could not be fetched", async () => {
    const missing = Promise.reject(new Error("changes.json: the server answered 404 Not Found"));
    expect(await readChanges(missing)).toEqual({
      changes: NO_CHANGES,
      leftOut: ["changes.json: the server answered 404 Not Found"],
    });
  });
});
