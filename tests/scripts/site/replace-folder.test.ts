import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceFolder } from "../../../scripts/site/replace-folder.ts";

let parent: string;
let dist: string;
beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), "clip-lineage-replace-")));
  dist = join(parent, "dist");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Above any number a process can have. */
const NOBODY = 2 ** 30;

function folderWith(path: string, text: string): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "index.html"), text);
}

const fillWith = (text: string) => async (folder: string) => folderWith(folder, text);
const page = () => readFileSync(join(dist, "index.html"), "utf8");

describe("replaceFolder", () => {
  test("puts the new folder in the old one's place, whole, and leaves nothing beside it", async () => {
    folderWith(dist, "old");
    writeFileSync(join(dist, "gone.js"), "");
    await replaceFolder(dist, async (folder) => {
      folderWith(folder, "new");
      expect(page()).toBe("old");
    });
    expect(page()).toBe("new");
    expect(readdirSync(dist)).toEqual(["index.html"]);
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  test("makes a folder that is not there, with those above it", async () => {
    dist = join(parent, "a", "b", "dist");
    await replaceFolder(dist, fillWith("new"));
    expect(page()).toBe("new");
  });

  test("leaves the old folder as it was when the new one fails, and nothing beside it", async () => {
    folderWith(dist, "old");
    const failing = replaceFolder(dist, async (folder) => {
      folderWith(folder, "half");
      throw new Error("the disk is full");
    });
    await expect(failing).rejects.toThrow("the disk is full");
    expect(page()).toBe("old");
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  test("refuses to replace a file", async () => {
    writeFileSync(dist, "not a folder");
    await expect(replaceFolder(dist, fillWith("new"))).rejects.toThrow(`${dist} is not a folder`);
    expect(readFileSync(dist, "utf8")).toBe("not a folder");
  });

  test("replaces the folder that a link leads to, and keeps the link and a .git", async () => {
    const real = join(parent, "www");
    folderWith(real, "old");
    writeFileSync(join(real, ".git"), "gitdir: elsewhere");
    symlinkSync(real, dist);
    await replaceFolder(dist, fillWith("new"));
    expect(readFileSync(join(real, "index.html"), "utf8")).toBe("new");
    expect(readdirSync(real)).toEqual([".git", "index.html"]);
    expect(readdirSync(parent)).toEqual(["dist", "www"]);
  });

  test("makes the folder that a link leads to where it is not there yet", async () => {
    symlinkSync("www", dist);
    await replaceFolder(dist, fillWith("new"));
    expect(page()).toBe("new");
    expect(readdirSync(parent)).toEqual(["dist", "www"]);
  });

  test("removes what an interrupted run left behind, and nothing of one at work", async () => {
    folderWith(dist, "old");
    folderWith(join(parent, `.dist.building.${NOBODY}`), "half");
    folderWith(join(parent, `.dist.replaced.${NOBODY}`), "older");
    folderWith(join(parent, `.dist.building.${process.ppid}`), "another's");
    folderWith(join(parent, ".dist.mine"), "of a user");
    await replaceFolder(dist, fillWith("new"));
    expect(readdirSync(parent)).toEqual([`.dist.building.${process.ppid}`, ".dist.mine", "dist"]);
  });

  test("puts back what a run that was killed had moved aside", async () => {
    folderWith(join(parent, `.dist.replaced.${NOBODY}`), "old");
    const failing = replaceFolder(dist, async () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(page()).toBe("old");
  });

  test("leaves the old folder and nothing else when it is interrupted", async () => {
    folderWith(dist, "old");
    const module = resolve(import.meta.dirname, "../../../scripts/site/replace-folder.ts");
    const script = `
      import { mkdirSync } from "node:fs";
      import { replaceFolder } from ${JSON.stringify(module)};
      await replaceFolder(${JSON.stringify(dist)}, async (folder) => {
        mkdirSync(folder + "/assets", { recursive: true });
        console.log("at work");
        await new Promise((done) => setTimeout(done, 60_000));
      });`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    const [, signal] = await once(child, "exit");
    expect(signal).toBe("SIGTERM");
    expect(page()).toBe("old");
    expect(readdirSync(parent)).toEqual(["dist"]);
    expect(existsSync(join(dist, "assets"))).toBe(false);
  });
});
