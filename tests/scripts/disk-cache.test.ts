import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDiskCache } from "../../scripts/refresh/disk-cache.ts";
import { isLocked, lockFolder } from "../../scripts/refresh/lock-folder.ts";
import { readApiUrl, readKey } from "../../scripts/refresh/read-key.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cache-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const HOUR = 3_600_000;
const answer = { status: 200, body: { title: "Ångström" }, day: "2026-11-23" };

describe("openDiskCache", () => {
  const warnings: string[] = [];
  const at = (hours: number) => ({
    now: () => new Date(Date.UTC(2026, 10, 23, hours)),
    warn: (message: string) => void warnings.push(message),
  });

  test("gives back what was kept, with the day it came, until it is too old", async () => {
    await (await openDiskCache(folder, HOUR, at(1))).write("GET x", answer);
    const later = await openDiskCache(folder, 24 * HOUR, at(24));
    expect(await later.read("GET x")).toEqual(answer);
    expect(await later.read("GET y")).toBeNull();
    expect(await (await openDiskCache(folder, HOUR, at(24))).read("GET x")).toBeNull();
    expect(await (await openDiskCache(folder, 0, at(1))).read("GET x")).toBeNull();
  });

  test("takes a damaged file, or one of another question, for nothing", async () => {
    const cache = await openDiskCache(folder, HOUR, at(1));
    await cache.write("GET x", answer);
    const [file = ""] = await readdir(folder);
    const text = await readFile(join(folder, file), "utf8");
    await writeFile(join(folder, file), text.slice(0, 20));
    expect(await cache.read("GET x")).toBeNull();
    await writeFile(join(folder, file), text.replace("GET x", "GET z"));
    expect(await cache.read("GET x")).toBeNull();
  });

  test("warns once and goes on when it cannot write", async () => {
    const cache = await openDiskCache(folder, HOUR, at(1));
    await rm(folder, { recursive: true });
    await cache.write("GET x", answer);
    await cache.write("GET y", answer);
    expect(warnings).toHaveLength(1);
    expect(await cache.read("GET x")).toBeNull();
  });
});

describe("lockFolder", () => {
  test("gives the lock to one, says who has it, and gives it back", async () => {
    const file = join(folder, "refresh.lock");
    const unlock = await lockFolder(file);
    expect(await isLocked(file)).toBe(true);
    await expect(lockFolder(file)).rejects.toThrow(`process ${process.pid}`);
    await unlock();
    expect(await isLocked(file)).toBe(false);
    await (await lockFolder(file))();
  });

  test.each(["999999999\n", "", "nonsense"])("takes over a lock that holds %j", async (text) => {
    const file = join(folder, "refresh.lock");
    await writeFile(file, text);
    await (await lockFolder(file))();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("readKey", () => {
  test("takes the environment's key before the file's, and none from neither", async () => {
    const file = join(folder, ".env");
    expect(readKey({}, file)).toBeNull();
    await writeFile(file, '# the key\nSEMANTIC_SCHOLAR_API_KEY="from file"\nOTHER=1\n');
    expect(() => readKey({}, file)).toThrow(/holds characters/);
    await writeFile(file, 'SEMANTIC_SCHOLAR_API_KEY="from-file"\n');
    expect(readKey({}, file)).toBe("from-file");
    expect(readKey({ SEMANTIC_SCHOLAR_API_KEY: " from-environment\n" }, file)).toBe("from-environment");
    expect(readKey({ SEMANTIC_SCHOLAR_API_KEY: "" }, file)).toBeNull();
    expect(() => readKey({ SEMANTIC_SCHOLAR_API_KEY: "seven-7" }, file)).toThrow(
      /^SEMANTIC_SCHOLAR_API_KEY: has 7 characters, a key has at least 8; (?!.*seven)/,
    );
  });
});

describe("readApiUrl", () => {
  test.each([
    [{}, "https://api.semanticscholar.org"],
    [{ SEMANTIC_SCHOLAR_API_URL: "http://127.0.0.1:8080/" }, "http://127.0.0.1:8080"],
    [{ SEMANTIC_SCHOLAR_API_URL: "https://mirror.example/s2/graph/v1/" }, "https://mirror.example/s2"],
  ])("reads %j", (environment, url) => {
    expect(readApiUrl(environment)).toBe(url);
  });

  test.each(["ftp://host", "host", "https://", "https://user:secret@host", "https://host?x"])(
    "refuses %s",
    (url) => {
      expect(() => readApiUrl({ SEMANTIC_SCHOLAR_API_URL: url })).toThrow(/no address like https:\/\/host/);
    },
  );
});
