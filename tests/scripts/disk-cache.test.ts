import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diskCache, openDiskCache } from "../../scripts/refresh/disk-cache.ts";
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
  beforeEach(() => void warnings.splice(0));
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

  const day = (value: unknown) => (kept: object) => ({ ...kept, day: value });
  const body = (value: unknown) => (kept: object) => ({ ...kept, body: value });

  test.each<[string, (kept: Record<string, unknown>) => unknown, RegExp]>([
    ["of another question", (kept) => ({ ...kept, question: "GET z" }), /is damaged/],
    ["with a word for its day", day("tomorrow"), /has no date/],
    ["with a year for its day", day("2026"), /has no date/],
    ["with a day that no calendar has", day("2026-02-30"), /has no date/],
    ["with a number for its day", day(7), /has no date/],
    ["without a day", day(undefined), /has no date/],
    ["of a day to come", day("2026-11-24"), /is from the future/],
    ["that comes later", (kept) => ({ ...kept, at: "2026-11-23T01:00:01Z" }), /is from the future/],
    ["without a time", (kept) => ({ ...kept, at: "noon" }), /is damaged/],
    ["with another body", body({ title: "Angström" }), /has been altered/],
    ["with a text for a body", body("x"), /has been altered/],
    ["with null for a body", body(null), /has been altered/],
    ["without a body", body(undefined), /has been altered/],
    ["with another status", (kept) => ({ ...kept, status: 404 }), /has been altered/],
    ["that is null", () => null, /is damaged/],
    ["that is a list", () => [], /is damaged/],
  ])("does not believe an answer %s, and says so once", async (_, change, message) => {
    const said: string[] = [];
    const cache = await openDiskCache(folder, HOUR, { ...at(1), warn: (line) => void said.push(line) });
    await cache.write("GET x", answer);
    const [file = ""] = await readdir(folder);
    const text = await readFile(join(folder, file), "utf8");
    await writeFile(join(folder, file), JSON.stringify(change(JSON.parse(text))));
    expect(await cache.read("GET x")).toBeNull();
    await writeFile(join(folder, file), text.slice(0, 40));
    expect(await cache.read("GET x")).toBeNull();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(message);
    expect(said[0]).toContain(`${join(folder, file)}: the cached answer`);
    expect(said[0]).toContain("requested again");
    await cache.write("GET x", answer);
    expect(await cache.read("GET x")).toEqual(answer);
    expect(cache.keepsAll()).toBe(true);
  });

  test("warns once and goes on when it cannot write", async () => {
    const cache = await openDiskCache(folder, HOUR, at(1));
    await rm(folder, { recursive: true });
    await cache.write("GET x", answer);
    await cache.write("GET y", answer);
    expect(warnings).toEqual([
      `answers cannot be cached: ${folder}: cannot be written: ENOENT: no such file or folder; check the path`,
    ]);
    expect(cache.keepsAll()).toBe(false);
    expect(await cache.read("GET x")).toBeNull();
  });

  test.each([
    ["a file", (file: string) => writeFile(file, ""), "EEXIST"],
    ["a link in a circle", (file: string) => symlink(file, file), "E(LOOP|EXIST)"],
  ])("names a folder that is %s, and the way without", async (_, make, code) => {
    const file = join(folder, "answers");
    await make(file);
    await expect(openDiskCache(file, HOUR, at(1))).rejects.toThrow(
      new RegExp(`^${file}: cannot be used: ${code}: .*; .*\\n--no-cache does without$`),
    );
  });

  test("gives its oldest answers up for room, and none where that would not help", async () => {
    const said: string[] = [];
    const cache = await openDiskCache(folder, HOUR, { ...at(1), warn: (line) => void said.push(line) });
    for (const question of ["old", "older", "new"]) await cache.write(question, answer);
    const hour = { new: 3, old: 2, older: 1 };
    for (const name of await readdir(folder)) {
      const { question } = JSON.parse(await readFile(join(folder, name), "utf8")) as { question: "old" };
      await utimes(join(folder, name), hour[question], hour[question]);
    }
    const file = join(folder, "corpus.json");
    expect(await cache.giveRoom(file, Number.MAX_SAFE_INTEGER)).toBe(false);
    expect(await readdir(folder)).toHaveLength(3);
    expect(cache.keepsAll()).toBe(true);
    // A disk that is full though it has room for one byte is one of a quota, or of no more files.
    expect(await cache.giveRoom(file, 1)).toBe(true);
    expect(await Promise.all(["older", "old", "new"].map((question) => cache.read(question)))).toEqual([
      null,
      answer,
      answer,
    ]);
    expect(cache.keepsAll()).toBe(false);
    expect(said).toEqual([`${folder}: removed the oldest cached answers (1) to make room for ${file}`]);
  });

  test("has no room to give where there is no folder", async () => {
    expect(await diskCache(join(folder, "none"), 0, at(1)).giveRoom(join(folder, "a"), 1)).toBe(false);
  });
});

describe("readKey", () => {
  test("takes the environment's key before the file's, and none from neither", async () => {
    const file = join(folder, ".env");
    expect(readKey({}, file)).toBeNull();
    await writeFile(file, '# the key\nSEMANTIC_SCHOLAR_API_KEY="from file"\nOTHER=1\n');
    expect(() => readKey({}, file)).toThrow(/contains characters/);
    await writeFile(file, 'SEMANTIC_SCHOLAR_API_KEY="from-file"\n');
    expect(readKey({}, file)).toBe("from-file");
    expect(readKey({ SEMANTIC_SCHOLAR_API_KEY: " from-environment\n" }, file)).toBe("from-environment");
    expect(readKey({ SEMANTIC_SCHOLAR_API_KEY: "" }, file)).toBeNull();
    await writeFile(file, "\ufeffSEMANTIC_SCHOLAR_API_KEY=after-a-mark\n");
    expect(readKey({}, file)).toBe("after-a-mark");
    // A folder of this name is an environment of Python's.
    expect(readKey({}, folder)).toBeNull();
    await writeFile(file, "");
    expect(() => readKey({}, join(file, ".env"))).toThrow(`${join(file, ".env")}: cannot be read: ENOTDIR`);
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
      expect(() => readApiUrl({ SEMANTIC_SCHOLAR_API_URL: url })).toThrow(
        /not an address like https:\/\/host/,
      );
    },
  );
});
