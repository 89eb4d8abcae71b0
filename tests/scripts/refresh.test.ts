import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runScript } from "./run-script.ts";

const SURVEY = `---
title: Two papers
author: An author
pubDate: 2023-10-09
---
### Roots

- [CVPR 2021] | **A root of many words** | [[paper]](https://arxiv.org/pdf/2101.00001.pdf)
- [ICCV 2022] | **A branch of many words** | [[paper]](https://arxiv.org/abs/2102.00002v2)
`;
const CURATION = {
  version: 1,
  date: "2026-11-23",
  pins: [{ key: "root", title: "A root of many words", label: "Root", ids: { arxiv: "2101.00001" } }],
  citations: [{ citing: "arxiv:2102.00002", cited: "root", confidence: "likely", evidence: "its title" }],
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "refresh-"));
  await writeFile(join(folder, "survey.md"), SURVEY);
  await writeFile(join(folder, "curation.json"), JSON.stringify(CURATION));
});
afterEach(async () => {
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true, force: true });
});

const refresh = (...args: string[]) => runScript("refresh.ts", ...args);

const corpusText = () => readFile(join(folder, "corpus.json"), "utf8");

describe("refresh --offline", () => {
  test("writes the corpus, says what is in it, and writes the same bytes again", async () => {
    const first = await refresh(folder, "--offline");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("corpus.json: written");
    expect(first.stdout).toContain("2 of 2 entries resolved");
    expect(first.stdout).toContain(
      "1 citations, 1 of them among the survey papers (0 verified, 1 likely, 0 reported)",
    );
    expect(first.stdout).toContain("2 gaps");
    const text = await corpusText();
    const second = await refresh(folder, "--offline");
    expect(second.stdout).toContain("corpus.json: unchanged");
    expect(await corpusText()).toBe(text);
    expect((await readdir(folder)).sort()).toEqual(["corpus.json", "curation.json", "survey.md"]);
  });

  test("works in a folder without curation.json and prints JSON", async () => {
    await rm(join(folder, "curation.json"));
    const { code, stdout, stderr } = await refresh(folder, "--offline", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      result: "written",
      papers: { survey: 2 },
      citations: { all: 0 },
    });
    expect(stderr).toContain("curation.json: not found");
  });

  test("writes nothing with --dry-run", async () => {
    expect((await refresh(folder, "--offline", "--dry-run")).stdout).toContain("corpus.json: would change");
    expect(await readdir(folder)).not.toContain("corpus.json");
  });

  test("exits with 1 and names the entry when one is unresolved", async () => {
    await writeFile(
      join(folder, "survey.md"),
      `${SURVEY}- [CVPR 2022] | **Nowhere to be found** | [[paper]](https://example.org/a.pdf)\n`,
    );
    const { code, stderr } = await refresh(folder, "--offline");
    expect(code).toBe(1);
    expect(stderr).toContain('survey.md:10: "Nowhere to be found" is not identified yet');
    expect(await corpusText()).toContain("Nowhere to be found");
  });

  test.each<[string, string, string]>([
    ["no JSON", "{", "curation.json is not JSON"],
    ["an unknown key", '{"version":1,"date":"2026","pin":[]}', 'curation.json: Unrecognized key: "pin"'],
    [
      "an unknown paper",
      JSON.stringify({ ...CURATION, citations: [{ ...CURATION.citations[0], cited: "x" }] }),
      'curation.json: citations[0].cited: no paper "x"',
    ],
  ])("leaves the old corpus as it was when curation.json holds %s", async (_, curation, message) => {
    await writeFile(join(folder, "corpus.json"), '{"version": 1, "papers": []}');
    await writeFile(join(folder, "curation.json"), curation);
    const { code, stdout, stderr } = await refresh(folder, "--offline");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(join(folder, message));
    expect(stderr).not.toContain("    at ");
    expect(await corpusText()).toBe('{"version": 1, "papers": []}');
  });

  test("leaves a broken corpus as it was and says what to do", async () => {
    await writeFile(join(folder, "corpus.json"), '{"version": 1, "papers": [');
    const { code, stderr } = await refresh(folder, "--offline");
    expect(code).toBe(2);
    expect(stderr).toContain("move it away");
    expect(await corpusText()).toBe('{"version": 1, "papers": [');
  });

  test("refuses a folder without a survey, and one whose survey lists nothing", async () => {
    expect(await refresh(join(folder, "none"), "--offline")).toMatchObject({ code: 2, stdout: "" });
    await writeFile(join(folder, "survey.md"), "# Nothing yet\n");
    expect(await refresh(folder, "--offline")).toMatchObject({ code: 2, stdout: "" });
    expect(await readdir(folder)).not.toContain("corpus.json");
  });
});

describe("refresh", () => {
  test("explains itself with examples", async () => {
    const { code, stdout } = await refresh("--help");
    expect(code).toBe(0);
    expect(stdout).toContain("npm run refresh -- --offline");
  });

  test.each([["--ofline"], ["a", "b"]])("refuses the arguments %j", async (...args) => {
    const { code, stderr } = await refresh(...args);
    expect(code).toBe(2);
    expect(stderr).toContain("error:");
  });
});
