import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
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

function run(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/check.ts", join(folder, name), ...args],
    { cwd: ROOT, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("check", () => {
  test("ends in 0 with nothing to fix, and says that the survey was checked by itself", () => {
    const { status, stdout, stderr } = run("clean");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toMatch(/corpus\.json: not found; only the survey was checked.*\nnothing to fix\n$/);
  });

  test("prints each finding with file, line, severity and remedy, and ends in 1", () => {
    const { status, stdout, stderr } = run("twice");
    expect(status).toBe(1);
    expect(stdout).toBe(
      `${join(folder, "twice", "survey.md")}:8: error: “A Paper” is listed twice under one heading, first on line 7; remove one of them [duplicate]\n`,
    );
    expect(stderr).toMatch(/1 error, 0 warnings, 0 notes/);
  });

  test("lets --fail-on say from which severity on it fails", () => {
    const codes = (name: string) =>
      ["note", "warning", "error", "never"].map((severity) => run(name, "--fail-on", severity).status);
    expect(codes("note")).toEqual([1, 0, 0, 0]);
    expect(codes("twice")).toEqual([1, 1, 1, 0]);
  });

  test("prints the same as JSON", () => {
    const { status, stdout } = run("note", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      corpus: false,
      counts: { error: 0, warning: 0, note: 1 },
      findings: [
        { severity: "note", rule: "arxiv-link", line: 7, remedy: "write https://arxiv.org/abs/2103.00020" },
      ],
    });
  });

  test.each(["empty", "broken", "nowhere"])("ends in 2 when it cannot read the folder: %s", (name) => {
    const { status, stdout, stderr } = run(name);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(join(folder, name));
  });

  test("ends in 2 for a severity there is none of", () => {
    expect(run("clean", "--fail-on", "panic")).toMatchObject({ status: 2 });
  });
});
