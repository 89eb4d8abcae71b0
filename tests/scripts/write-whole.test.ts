import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../scripts/write-whole.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "write-whole-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("writeWhole replaces a file, keeps its mode and leaves nothing beside it", async () => {
  const file = join(folder, "a.json");
  await writeFile(file, "old", { mode: 0o640 });
  await writeWhole(file, "neu: 点云");
  expect(await readFile(file, "utf8")).toBe("neu: 点云");
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(["a.json"]);
});

test("writeWhole throws and leaves nothing behind when the file cannot be replaced", async () => {
  const taken = join(folder, "taken");
  await mkdir(join(taken, "full"), { recursive: true });
  await expect(writeWhole(taken, "text")).rejects.toThrow();
  expect(await readdir(folder)).toEqual(["taken"]);
  await expect(writeWhole(join(folder, "none", "a"), "text")).rejects.toThrow("ENOENT");
});
