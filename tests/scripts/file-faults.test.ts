import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { corpusOf, diamond } from "../graphs.ts";
import { runScript } from "./run-script.ts";

const SURVEY =
  "---\ntitle: T\n---\n\n### One\n\n- [A 2021] | **A paper** | [[paper]](https://arxiv.org/abs/2101.00001)\n";

let sound = "";
let folder = "";
beforeAll(() => {
  sound = mkdtempSync(join(tmpdir(), "clip-lineage-sound-"));
  writeFileSync(join(sound, "survey.md"), SURVEY);
  writeFileSync(join(sound, "curation.json"), '{"version":1,"date":"2026-11-23"}');
  writeFileSync(join(sound, "corpus.json"), formatCorpus(corpusOf(diamond)));
  writeFileSync(join(sound, "changes.json"), '{"version":1,"runs":[]}');
});
afterAll(() => rmSync(sound, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-faults-"));
  cpSync(sound, folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

/** What can be wrong with a file that is read, whoever one is. */
const FAULTS = {
  "is a folder": { code: "(EISDIR|is not a file)", make: (file: string) => mkdirSync(file) },
  "is a link in a circle": { code: "ELOOP", make: (file: string) => symlinkSync(file, file) },
};

type Reads = readonly [script: string, args: readonly string[], files: readonly string[]];
const COMMANDS: readonly Reads[] = [
  ["check.ts", [], ["survey.md", "curation.json", "corpus.json"]],
  ["analyse.ts", [], ["corpus.json"]],
  ["export.ts", ["--format", "bibtex"], ["corpus.json", "changes.json"]],
  ["build.ts", [], ["corpus.json"]],
  ["start.ts", [], ["corpus.json"]],
  ["refresh.ts", ["--offline"], ["survey.md", "curation.json", "corpus.json", "changes.json"]],
  ["refresh.ts", ["--offline"], [".cache/refresh.lock"]],
  ["refresh.ts", ["--layout-only"], ["corpus.json", ".cache/refresh.lock"]],
  ["refresh.ts", ["--dry-run"], ["survey.md", "curation.json", "corpus.json", "changes.json"]],
  [
    "refresh.ts",
    [],
    ["survey.md", "corpus.json", ".cache", ".cache/refresh.lock", ".cache/semantic-scholar"],
  ],
];

const CASES = COMMANDS.flatMap(([script, args, files]) =>
  files.flatMap((file) =>
    Object.entries(FAULTS)
      .filter(([name]) => !(name === "is a folder" && /\.cache$|scholar$/.test(file)))
      .map(([name, { code, make }]) => ({ script, args, file, name, code, make })),
  ),
);

describe("a file fault ends in one sentence and exit code 2:", () => {
  test.each(CASES)("$script $args when $file $name", async ({ script, args, file, code, make }) => {
    const path = join(folder, file);
    rmSync(path, { recursive: true, force: true });
    if (file.startsWith(".cache/")) mkdirSync(join(folder, ".cache"));
    make(path);
    // Nobody is asked: nothing answers at this address.
    vi.stubEnv("SEMANTIC_SCHOLAR_API_URL", "http://127.0.0.1:9");
    const told = await runScript(script, folder, ...args);
    expect(told.stderr).toMatch(new RegExp(`^${path}.* .*${code}.*; .`, "m"));
    expect(told.stderr).not.toMatch(/^\s+at |127\.0\.0\.1/m);
    expect(told.code).toBe(2);
  });

  test.each([
    ["parse.ts", []],
    ["check.ts", []],
    ["analyse.ts", []],
    ["export.ts", ["--format", "csv", "--out", "/tmp/none"]],
    ["build.ts", []],
    ["start.ts", []],
    ["refresh.ts", []],
    ["refresh.ts", ["--offline"]],
    ["refresh.ts", ["--layout-only"]],
  ])("%s %j on what is not there, under a file, or named without end", async (script, args) => {
    const names = ["none", "survey.md/none", "x".repeat(300)].map((name) => join(folder, name));
    for (const name of names) {
      const { code, stderr } = await runScript(script, name, ...args);
      expect(stderr).toContain(name);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code, stderr).toBe(2);
    }
  });

  test("export.ts where its file cannot be written", async () => {
    mkdirSync(join(folder, "out"));
    symlinkSync("circle", join(folder, "circle"));
    for (const [out, code] of [
      ["out", "EISDIR"],
      ["circle", "ELOOP"],
      ["survey.md/out", "no such folder"],
    ] as const) {
      const told = await runScript("export.ts", folder, "--format", "bibtex", "--out", join(folder, out));
      expect(told.stderr).toContain(code);
      expect(told.stderr).not.toMatch(/^\s+at /m);
      expect(told.code).toBe(2);
    }
  });

  test("a build when its folder would be in a file", async () => {
    const dist = join(folder, "survey.md", "dist");
    await expect(buildSite(folder, dist, "silent")).rejects.toThrow(
      new RegExp(
        `^${dist}: cannot be read: ENOTDIR: .*; move that file away\n${dist}: the site was not built`,
      ),
    );
  });

  test("a build when changes.json is a folder", async () => {
    const file = join(folder, "changes.json");
    rmSync(file);
    mkdirSync(file);
    const failure = buildSite(folder, join(folder, "dist"), "silent");
    await expect(failure).rejects.toThrow(
      /^\S*changes\.json: cannot be read: EISDIR: .*; move the folder away$/,
    );
  });
});
