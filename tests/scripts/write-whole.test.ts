import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
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

test.each([
  ["a link", "b.json", "b.json"],
  ["a link into another folder", "there/b.json", "there/b.json"],
  ["a link that leads up out of a linked folder", "hop/../b.json", "there/b.json"],
  ["a link to a link", "chain.json", "there/end.json"],
])(
  "writeWhole writes through %s, whether its target is there or not, and keeps the link",
  async (_, to, end) => {
    const file = join(folder, "a.json");
    await mkdir(join(folder, "there/inner"), { recursive: true });
    await symlink("there/inner", join(folder, "hop"));
    await symlink(join(folder, "there/end.json"), join(folder, "chain.json"));
    await symlink(to, file);
    for (const text of ["first", "second"]) {
      await writeWhole(file, text);
      expect((await lstat(file)).isSymbolicLink()).toBe(true);
      expect(await readlink(file)).toBe(to);
      expect(await readFile(join(folder, end), "utf8")).toBe(text);
    }
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  },
);

test("writeWhole names the fault where links lead in a circle or into no folder", async () => {
  await symlink("b", join(folder, "a"));
  await symlink("a", join(folder, "b"));
  await expect(writeWhole(join(folder, "a"), "text")).rejects.toThrow("ELOOP");
  await symlink("none/c", join(folder, "c"));
  await expect(writeWhole(join(folder, "c"), "text")).rejects.toThrow("ENOENT");
  expect((await readdir(folder)).sort()).toEqual(["a", "b", "c"]);
});

test("writeWhole writes to a device and leaves it one", async () => {
  const file = join(folder, "null");
  await symlink("/dev/null", file);
  await writeWhole(file, "text");
  expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
});
