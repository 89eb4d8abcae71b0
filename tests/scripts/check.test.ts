import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript, startScript } from "./run-script.ts";

const ENTRY = "- [ICML 2021] | **A Paper** | [[paper]](https://arxiv.org/abs/2103.00020)\n";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-check-"));
  const head = "---\nroot: arxiv:2103.00020\n---\n\n### One\n\n";
  for (const [name, text] of [
    ["clean", head + ENTRY],
    ["note", head + ENTRY.replace("abs", "pdf")],
    ["twice", head + ENTRY + ENTRY],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "survey.md"), text);
  }
  mkdirSync(join(folder, "broken"));
  writeFileSync(join(folder, "broken", "survey.md"), head + ENTRY);
  writeFileSync(join(folder, "broken", "corpus.json"), "{");
  mkdirSync(join(folder, "empty"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (name: string, ...args: string[]) => runScript("check.ts", join(folder, name), ...args);

describe("check", () => {
  test("as a program prints findings to stdout, all else to stderr, and ends in its exit code", async () => {
    const program = startScript("check.ts", [join(folder, "twice")]);
    const inProcess = await run("twice");
    expect(inProcess.code).toBe(1);
    expect(await program.ended).toEqual(inProcess);
  });

  test("ends in 0 with nothing to fix, and says that the survey was checked by itself", async () => {
    const { code, stdout, stderr } = await run("clean");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/corpus\.json: not found; only the survey was checked.*\nnothing to fix\n$/);
  });

  test("prints each finding with file, line, severity and remedy, and ends in 1", async () => {
    const { code, stdout, stderr } = await run("twice");
    expect(code).toBe(1);
    expect(stdout).toBe(
      `${join(folder, "twice", "survey.md")}:8: error: “A Paper” is listed twice under one heading, first on line 7; remove one of them [duplicate]\n`,
    );
    expect(stderr).toMatch(/1 error, 0 warnings, 0 notes/);
  });

  test("lets --fail-on say from which severity on it fails", async () => {
    const codes = async (name: string) => {
      const severities = ["note", "warning", "error", "never"];
      const ended = await Promise.all(severities.map((severity) => run(name, "--fail-on", severity)));
      return ended.map(({ code }) => code);
    };
    expect(await codes("note")).toEqual([1, 0, 0, 0]);
    expect(await codes("twice")).toEqual([1, 1, 1, 0]);
  });

  test("prints the same as JSON", async () => {
    const { code, stdout } = await run("note", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      corpus: false,
      counts: { error: 0, warning: 0, note: 1 },
      findings: [
        { severity: "note", rule: "arxiv-link", line: 7, remedy: "write https://arxiv.org/abs/2103.00020" },
      ],
    });
  });

  test.each(["empty", "broken", "nowhere"])("ends in 2 when it cannot read the folder: %s", async (name) => {
    const { code, stdout, stderr } = await run(name);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(join(folder, name));
  });

  test("ends in 2 for a severity there is none of", async () => {
    expect(await run("clean", "--fail-on", "panic")).toMatchObject({ code: 2 });
  });
});
