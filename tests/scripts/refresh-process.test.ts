import { type ChildProcess, spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApiServer, startApiServer } from "../api-server/api-server.ts";
import { type Fault, first, type Seen, TOO_MANY } from "../api-server/faults.ts";
import { emptyLibrary, type Library, link, shaOf, work } from "../api-server/library.ts";
import { folderAt, type TestFolder, testFolder } from "./refresh-folder.ts";
import { runScriptIn, startScript } from "./run-script.ts";

const PAPERS = 8;

const SURVEY = `---
title: Eight papers
author: An author
pubDate: 2023-10-09
---
### A chain

${Array.from({ length: PAPERS }, (_, i) => `- [CVPR 202${i % 4}] | **Link number ${i} of the chain** | [[paper]](https://arxiv.org/abs/2101.0000${i})`).join("\n")}
`;

/** Paper i cites paper i-1, and related works cite two neighbours each. */
function library(): Library {
  const chain = Array.from({ length: PAPERS }, (_, i) =>
    work(i, { title: `Link number ${i} of the chain`, arxiv: `2101.0000${i}`, year: 2020 + (i % 4) }),
  );
  const around = Array.from({ length: 5 }, (_, i) => work(100 + i, { doi: `10.1000/around${i}` }));
  const said = { contexts: ["As they did [2]."], intents: ["background"] };
  return {
    ...emptyLibrary(),
    works: [...chain, ...around],
    links: [
      ...chain.slice(1).map((paper, i) => link(paper.sha, shaOf(i), said)),
      ...around.flatMap((citer, i) => [link(citer.sha, shaOf(i)), link(citer.sha, shaOf(i + 1))]),
    ],
  };
}

const children = new Set<ChildProcess>();

/** A refresh as a user starts it, in a process of its own. */
function start(...args: string[]) {
  const started = startScript("refresh.ts", args, { SEMANTIC_SCHOLAR_API_URL: server.url });
  children.add(started.child);
  started.child.on("close", () => children.delete(started.child));
  return started;
}

/** The same in this process. */
function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, SEMANTIC_SCHOLAR_API_URL: server.url, ...environment };
  return runScriptIn(env, "refresh.ts", ...args);
}

/** Resolves with the n-th request that the server sees from now on. */
function request(n: number, then: (seen: Seen) => ReturnType<Fault> = () => null): Promise<void> {
  return new Promise((done) => {
    server.sabotage((seen, i) => {
      if (i === n) done();
      return i >= n ? then(seen) : null;
    });
  });
}

let server: ApiServer;
let folder: TestFolder;
let whole: { corpus: string | null; changes: string | null };

beforeAll(async () => {
  server = await startApiServer(library());
});
afterAll(() => server.close());
beforeEach(async () => {
  server.sabotage(null);
  folder = await testFolder({ "survey.md": SURVEY });
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await folder.remove();
});

/** What an uninterrupted refresh of a first corpus writes. */
async function wholeResult() {
  whole ??= await (async () => {
    const other = await testFolder({ "survey.md": SURVEY });
    expect((await other.refresh(server.url)).code).toBe(0);
    const result = { corpus: await other.text(), changes: await other.text("changes.json") };
    await other.remove();
    return result;
  })();
  return whole;
}

const SLOW = { dripEveryMs: 1_000 } as const;

// A busy machine starts a process in seconds.
describe("npm run refresh", { timeout: 120_000 }, () => {
  test.each([
    [0, "SIGINT"],
    [8, "SIGHUP"],
  ] as const)(
    "interrupted at request %i by %s leaves the old corpus, exits with 130, and the next run completes it alike",
    async (n, signal) => {
      const expected = await wholeResult();
      const reached = request(n, () => SLOW);
      const { child, ended } = start(folder.path, "--pace", "0");
      await reached;
      // A terminal that is closed hears nothing more.
      const hungUp = signal === "SIGHUP";
      if (hungUp) for (const stream of [child.stdout, child.stderr]) stream.destroy();
      child.kill(signal);
      const { code, stderr } = await ended;
      expect(code).toBe(130);
      if (!hungUp) expect(stderr).toMatch(/interrupted; answers are kept/);
      expect(await folder.text()).toBeNull();
      server.sabotage(null);
      expect((await run([folder.path, "--pace", "0"])).code).toBe(0);
      expect(await folder.text()).toBe(expected.corpus);
      expect(await folder.text("changes.json")).toBe(expected.changes);
    },
  );

  test.each([8])(
    "killed at request %i leaves no half file, and the next run completes it alike",
    async (n) => {
      const expected = await wholeResult();
      const reached = request(n, () => SLOW);
      const { child, ended } = start(folder.path, "--pace", "0");
      await reached;
      child.kill("SIGKILL");
      await ended;
      expect(await folder.text()).toBeNull();
      server.sabotage(null);
      const asked = server.seen.length;
      expect((await run([folder.path, "--pace", "0"])).code).toBe(0);
      expect(await folder.text()).toBe(expected.corpus);
      // What was answered before the kill is not asked again.
      expect(server.seen.length - asked).toBe(1);
      expect((await readdir(folder.path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    },
  );

  test("clears away what a run killed while writing left behind", async () => {
    await writeFile(join(folder.path, ".corpus.json.0000.tmp"), '{"version":1,"pap');
    await mkdir(join(folder.path, ".cache/semantic-scholar"), { recursive: true });
    await writeFile(join(folder.path, ".cache/semantic-scholar/0000.tmp"), "{");
    await writeFile(join(folder.path, ".cache/refresh.lock"), "999999999\n");
    expect((await run([folder.path, "--pace", "0"])).code).toBe(0);
    expect((await readdir(folder.path)).sort()).toEqual([".cache", "corpus.json", "survey.md"]);
    expect(await readdir(join(folder.path, ".cache"))).toEqual(["semantic-scholar"]);
  });

  test("lets one of two runs at once work and tells the other who does", async () => {
    let release = () => {};
    const after = new Promise<void>((done) => {
      release = done;
    });
    const reached = request(2, () => ({ after }));
    const one = start(folder.path, "--pace", "0");
    await reached;
    const other = await run([folder.path, "--pace", "0"]);
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/another refresh \(process \d+\) is running here/);
    expect((await run([folder.path, "--offline"])).code).toBe(2);
    server.sabotage(null);
    release();
    expect((await one.ended).code).toBe(0);
    expect(await folder.text()).toBe((await wholeResult()).corpus);
  });

  test("says on plain lines how far it is, and why it waits, where there is no terminal", async () => {
    server.sabotage(first(1, TOO_MANY));
    const { code, stderr } = await start(folder.path, "--pace", "0").ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/^1 of about \d+: POST \/paper\/batch for 8 papers$/m);
    expect(stderr).toMatch(/^waiting 0.1 s: 429 Too Many Requests/m);
    expect(stderr).not.toContain("\u001b");
  });

  test("never shows or stores the key", async () => {
    const key = "k3y-0f-the-test";
    const { code, stdout, stderr } = await run([folder.path, "--pace", "0", "--json"], {
      SEMANTIC_SCHOLAR_API_KEY: key,
    });
    expect(code).toBe(0);
    expect(server.seen.at(-1)?.key).toBe(key);
    const dry = await run([folder.path, "--dry-run", "--max-age", "0"], { SEMANTIC_SCHOLAR_API_KEY: key });
    expect(stdout + stderr + dry.stdout + dry.stderr).not.toContain(key);
    for (const entry of await readdir(folder.path, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      expect(await readFile(join(entry.parentPath, entry.name), "utf8")).not.toContain(key);
    }
  });

  test("refuses a key that cannot be sent without showing it", async () => {
    const { code, stderr } = await run([folder.path], { SEMANTIC_SCHOLAR_API_KEY: "two words" });
    expect(code).toBe(2);
    expect(stderr).toMatch(/SEMANTIC_SCHOLAR_API_KEY contains characters/);
    expect(stderr).not.toContain("two words");
  });

  test("refuses an option it does not know", async () => {
    const { code, stderr } = await run(["--nonsense"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: unknown option '--nonsense'\n/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("explains itself with examples at --help", async () => {
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples:[\s\S]*--dry-run[\s\S]*Exit codes:/);
  });
});

/** Mounts a file system, where this machine lets us; says whether it did. */
function mount(...args: readonly string[]): boolean {
  return process.platform === "linux" && spawnSync("mount", args).status === 0;
}

function canMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), "clip-lineage-mount-"));
  const can = mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", at);
  if (can) spawnSync("umount", [at]);
  rmdirSync(at);
  return can;
}

test("npm run refresh asks nobody where it cannot keep its lock, and says so", async () => {
  await writeFile(join(folder.path, ".cache"), "");
  const asked = server.seen.length;
  const { code, stderr } = await run([folder.path, "--pace", "0"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/cannot be written: ENOTDIR/);
  expect(server.seen).toHaveLength(asked);
}, 120_000);

describe.runIf(canMount())(
  "npm run refresh on a disk of its own (skipped where none can be mounted)",
  { timeout: 120_000 },
  () => {
    let at = "";
    beforeEach(async () => {
      at = await mkdtemp(join(tmpdir(), "clip-lineage-disk-"));
    });
    afterEach(async () => {
      spawnSync("umount", [at]);
      await rm(at, { recursive: true, force: true });
    });

    test("keeps the old corpus when the disk is full and completes once there is room", async () => {
      mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", at);
      const old = '{"version":1,"papers":[],"citations":[]}\n';
      await writeFile(join(at, "survey.md"), SURVEY);
      await writeFile(join(at, "corpus.json"), old);
      await writeFile(join(at, "ballast"), "x".repeat(44_000));
      const { code, stderr } = await start(at, "--pace", "0").ended;
      expect(code, stderr).toBe(2);
      expect(stderr).toMatch(/corpus\.json: cannot be written: ENOSPC: the disk is full; free some space/);
      expect(stderr).toMatch(
        /answers cannot be cached: [\s\S]*some answers were not kept; the next run asks/,
      );
      expect(stderr).not.toMatch(/answers are kept/);
      expect(await readFile(join(at, "corpus.json"), "utf8")).toBe(old);
      expect((await readdir(at)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      mount("-o", "remount,size=4m", at);
      expect((await run([at, "--pace", "0"])).code).toBe(0);
      expect(JSON.parse(await readFile(join(at, "corpus.json"), "utf8")).papers).toHaveLength(PAPERS + 5);
    });

    /** Leaves so many bytes of the disk free. */
    async function fill(free: number) {
      await rm(join(at, "ballast"), { force: true });
      const { bavail, bsize } = await statfs(at);
      await writeFile(join(at, "ballast"), "x".repeat(bavail * bsize - free));
    }

    test("lets kept answers give way to corpus.json and to its lock", async () => {
      mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", at);
      await writeFile(join(at, "survey.md"), SURVEY);
      const full = folderAt(at);
      const { corpus } = await wholeResult();
      await fill(40_000);
      const told = await full.refresh(server.url);
      expect(told.code, told.said).toBe(0);
      expect(told.said).toMatch(/answers cannot be cached: .*ENOSPC/);
      expect(told.said).toMatch(/oldest cached answers \(\d+\) to make room for .*corpus\.json/);
      expect(await full.text()).toBe(corpus);

      await fill(400_000);
      expect((await full.refresh(server.url)).code).toBe(0);
      await rm(join(at, "corpus.json"));
      await fill(0);
      const again = await full.refresh(server.url);
      expect(again.code, again.said).toBe(0);
      expect(again.said).toMatch(/removed the oldest cached answers .* to make room for .*refresh\.lock/);
      expect(await full.text()).toBe(corpus);

      await rm(join(at, "corpus.json"));
      await fill(0);
      const asked = server.seen.length;
      expect((await run([at, "--offline"])).stderr).toMatch(
        /removed the oldest cached answers .* to make room for .*corpus\.json/,
      );
      expect(JSON.parse((await full.text()) ?? "").papers).toHaveLength(PAPERS);
      expect(server.seen).toHaveLength(asked);
    });

    test("asks nobody in a folder that is read only, and says so", async () => {
      await writeFile(join(at, "survey.md"), SURVEY);
      mount("--bind", at, at);
      mount("-o", "remount,ro,bind", at);
      const asked = server.seen.length;
      const { code, stderr } = await run([at, "--pace", "0"]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/cannot be written: EROFS/);
      expect(server.seen).toHaveLength(asked);
      expect((await run([at, "--dry-run"])).code).toBe(0);
    });
  },
);
