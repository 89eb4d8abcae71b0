import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readFolder } from "../../scripts/refresh/read-folder.ts";
import { surveyFiles } from "../../scripts/site/survey-data.ts";
import { runScript } from "./run-script.ts";

const MARK = "\ufeff";
const FILES = {
  "survey.md":
    "---\ntitle: T\n---\n\n### One\n\n- [A 2021] | **A paper** | [[paper]](https://arxiv.org/abs/2101.00001)\n",
  "curation.json": '{"version":1,"date":"2026-11-23"}',
  "changes.json": '{"version":1,"runs":[]}',
};

let folder = "";
const text = (name: string) => readFile(join(folder, name), "utf8");
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "clip-lineage-files-"));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a byte order mark before any file of a folder is read over, and not written again", async () => {
  expect(await runScript("refresh.ts", folder, "--offline")).toMatchObject({ code: 0 });
  const corpus = await text("corpus.json");
  const plain = readFolder(folder, () => {});
  const names = [...Object.keys(FILES), "corpus.json"];
  for (const name of names) await writeFile(join(folder, name), MARK + (await text(name)));
  const marked = readFolder(folder, () => {});
  expect(marked).toEqual({
    ...plain,
    corpusText: MARK + plain.corpusText,
    changesText: MARK + plain.changesText,
  });
  expect(Object.values(surveyFiles(folder)).map((read) => JSON.parse(read).version)).toEqual([1, 1]);
  expect(await runScript("check.ts", folder, "--fail-on", "error")).toMatchObject({ code: 0 });
  expect(await runScript("analyse.ts", folder)).toMatchObject({ code: 0, stderr: "" });
  expect(await runScript("parse.ts", join(folder, "survey.md"))).toMatchObject({ code: 0 });
  expect(await runScript("refresh.ts", folder, "--offline")).toMatchObject({ code: 0 });
  expect(await text("corpus.json")).toBe(corpus);
});

test("a corpus.json that is a link is written where it leads", async () => {
  await mkdir(join(folder, "there"));
  await symlink("there/real.json", join(folder, "corpus.json"));
  expect(await runScript("refresh.ts", folder, "--offline")).toMatchObject({ code: 0 });
  expect((await lstat(join(folder, "corpus.json"))).isSymbolicLink()).toBe(true);
  expect(JSON.parse(await text("there/real.json")).papers).toHaveLength(1);
});
