import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parse-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parse(...args: string[]) {
  const script = ["--import", "tsx", join(ROOT, "scripts/parse.ts"), ...args];
  return spawnSync(process.execPath, script, { cwd: ROOT, encoding: "utf8" });
}
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("parse prints the bundled survey as JSON and nothing else", () => {
  const { status, stdout, stderr } = parse("data/clip/survey.md");
  expect([status, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout).entries).toHaveLength(19);
});

test("parse prints entries and, by file and line, what it could not read", () => {
  const path = file("mixed.md", "- [A 2021] | **One** | x\n- [B 2022] | **Two | x\n");
  const { status, stdout, stderr } = parse(path);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).entries).toHaveLength(1);
  expect(stderr).toMatch(`${path}:2: looks like an entry`);
});

test.each([
  ["a missing file", () => "missing.md", /no such file/],
  ["a folder", () => folder, /is not a file/],
  ["an empty file", () => file("empty.md", ""), /is empty/],
  ["a binary file", () => file("binary.md", new Uint8Array([0, 1, 2, 0])), /NUL/],
  [
    "a file in another encoding",
    () => file("gbk.md", new Uint8Array([0xd6, 0xd0, 0xce, 0xc4])),
    /not text in UTF-8/,
  ],
  ["a text without entries", () => file("prose.md", "hello\n"), /:1: no entry found/],
  ["50 MB of brackets", () => file("huge.md", "[".repeat(50_000_000)), /50,000,000 bytes, of which at most/],
  ["an unknown option", () => "--nope", /unknown option '--nope'/],
])("parse answers %s with a message and exit code 2", (_, argument, message) => {
  const { status, stdout, stderr } = parse(argument());
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test("parse shows an example in its help", () => {
  const { status, stdout } = parse("--help");
  expect(status).toBe(0);
  expect(stdout).toMatch("npm run --silent parse -- data/clip/survey.md");
});

test.runIf(process.platform === "linux")(
  "parse says that its output had no room, and nothing of a reader that has enough",
  () => {
    const script = `"$0" --import tsx "$1" "$2"`;
    const shell = (line: string) =>
      spawnSync(
        "bash",
        ["-c", line, process.execPath, join(ROOT, "scripts/parse.ts"), join(ROOT, "data/clip/survey.md")],
        { cwd: ROOT, encoding: "utf8" },
      );
    const full = shell(`${script} > /dev/full`);
    expect(full).toMatchObject({
      status: 2,
      stderr: "stdout: cannot be written: ENOSPC: the disk is full; make room and run it again\n",
    });
    expect(shell(`set -o pipefail; ${script} | true`)).toMatchObject({ status: 0, stderr: "" });
  },
);
