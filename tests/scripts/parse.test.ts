import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScript } from "./run-script.ts";

const ROOT = resolve(import.meta.dirname, "../..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parse-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SURVEY = join(ROOT, "data/clip/survey.md");
const READ = "19 papers read, 0 doubtful, under 16 headings\n";
const parse = (...args: string[]) => runScript("parse.ts", ...args);
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("parse prints the bundled survey as JSON, and on stderr how much was read", async () => {
  const { code, stdout, stderr } = await parse(SURVEY);
  expect([code, stderr]).toEqual([0, READ]);
  expect(JSON.parse(stdout).entries).toHaveLength(19);
});

const MIXED = "- [A 2021] | **One** | x\n- [B 2022] | **Two | x\n";

test("parse prints entries and, by file and line, what it could not read", async () => {
  const path = file("mixed.md", MIXED);
  const { code, stdout, stderr } = await parse(path);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).entries).toHaveLength(1);
  expect(stderr).toMatch(`${path}:2: looks like an entry`);
  expect(stderr).toMatch(/\n1 paper read, 1 doubtful, under 1 heading\n$/);
});

test("parse names the papers that a list has struck out or commented out, and is content with them", async () => {
  const paper = "[A 2021] | **One** | [[paper](https://arxiv.org/abs/2101.00001)]";
  const path = file("left-out.md", `- ${paper}\n- ~~${paper}~~\n<!-- - ${paper} -->\n`);
  const { code, stderr } = await parse(path, "--strict");
  expect(code).toBe(0);
  expect(stderr).toContain(`${path}: 1 paper struck out and not read: line 2\n`);
  expect(stderr).toContain(`${path}: 1 paper commented out and not read: line 3\n`);
});

test("parse is strict with what is doubtful only when asked to be", async () => {
  expect(await parse(file("mixed.md", MIXED), "--strict")).toMatchObject({ code: 1 });
  expect(await parse(SURVEY, "--strict")).toMatchObject({ code: 0 });
  expect(await parse(file("prose.md", "hello\n"), "--strict")).toMatchObject({ code: 2 });
});

test("parse prints a survey of any kind as Markdown that is read as the same papers", async () => {
  const bib = file(
    "one.bib",
    "@article{a, title = {One Paper}, journal = {TPAMI}, doi = {10.1000/one}, year = 2021}\n",
  );
  const { code, stdout } = await parse(bib, "--to-markdown");
  expect(code).toBe(0);
  const again = JSON.parse((await parse(file("one.md", stdout))).stdout);
  expect(again.entries).toMatchObject([
    { title: "One Paper", year: 2021, ref: { kind: "doi", value: "10.1000/one" } },
  ]);
});

test("parse sums up what was read under each heading", async () => {
  const list =
    "## One\n\n- [A 2021] | **Alpha Beta** | x\n\n## Two\n\n- [B 2022] | **Two | x\n- [A 2021] | **Gamma** | x\n";
  const { code, stdout } = await parse(file("headings.md", list), "--summary");
  expect(code).toBe(0);
  expect(stdout).toMatch(/One: 1 paper read, 0 doubtful\n.*Two: 1 paper read, 1 doubtful\n$/);
});

test("parse explains a line by the paper that begins there, else by what is said nearest to it", async () => {
  const path = file("mixed.md", MIXED);
  const one = await parse(path, "--explain", "1");
  expect([one.code, JSON.parse(one.stdout).title]).toEqual([0, "One"]);
  const two = await parse(path, "--explain", "2");
  expect(two.stdout).toMatch(
    `${path}:2: not read as a paper: nothing in it reads as the title of a paper; the paper above it starts on line 1: "One"\n`,
  );
  expect(two.stdout).toMatch(`${path}:2: looks like an entry`);
});

test.each([
  ["a missing file", () => [join(folder, "missing.md")], /no such file/],
  ["a folder", () => [folder], /is not a file/],
  ["an empty file", () => [file("empty.md", "")], /is empty/],
  ["a binary file", () => [file("binary.md", new Uint8Array([0, 1, 2, 0]))], /NUL/],
  [
    "a file in another encoding",
    () => [file("gbk.md", new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]))],
    /not text in UTF-8/,
  ],
  ["a text without papers", () => [file("prose.md", "hello\n")], /:1: no paper found/],
  [
    "50 MB of brackets",
    () => [file("huge.md", "[".repeat(50_000_000))],
    /50,000,000 bytes; at most 40,000,000 are read/,
  ],
  ["an unknown option", () => ["--nope"], /unknown option '--nope'/],
  ["a line that is none", () => [SURVEY, "--explain", "x"], /whole number/],
  ["two results at once", () => [SURVEY, "--summary", "--to-markdown"], /cannot be used with/],
])("parse answers %s with a message and exit code 2", async (_, argumentsOf, message) => {
  const { code, stdout, stderr } = await parse(...argumentsOf());
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test("parse shows an example in its help", async () => {
  const { code, stdout } = await parse("--help");
  expect(code).toBe(0);
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
      stderr: `${READ}stdout: cannot be written: ENOSPC: the disk is full; free some space and run it again\n`,
    });
    expect(shell(`set -o pipefail; ${script} | true`)).toMatchObject({ status: 0, stderr: READ });
  },
);
