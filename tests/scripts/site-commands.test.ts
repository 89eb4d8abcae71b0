import { type ChildProcessByStdio, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { createServer as createDevServer } from "vite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { BUNDLED_SURVEY, siteConfig } from "../../scripts/site.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

function runScript(name: string, args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  const script = ["--import", "tsx", join("scripts", name), ...args];
  return spawn(process.execPath, script, { cwd: PROJECT, stdio: ["ignore", "pipe", "pipe"] });
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ended> {
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((done) => child.on("close", (code) => done({ code, stderr })));
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-commands-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("start", () => {
  test("prints the address it serves the map at, and ends cleanly when interrupted", async () => {
    const port = await freePort();
    const child = runScript("start.ts", ["--port", String(port)]);
    const end = ended(child);
    const address = await new Promise<string>((found, failed) => {
      child.stdout.on("data", (chunk) => {
        const match = /http:\S+/.exec(String(chunk));
        if (match) found(match[0]);
      });
      child.on("close", () => failed(new Error("start ended before it served")));
    });
    expect(address).toBe(`http://localhost:${port}/`);
    expect((await fetch(`${address}corpus.json`)).status).toBe(200);
    child.kill("SIGINT");
    expect((await end).code).toBe(0);
  });

  test("names the port that is taken and the remedy", async () => {
    const taken = createServer();
    const port = await new Promise<number>((listening) => {
      taken.listen(0, "localhost", () => listening((taken.address() as { port: number }).port));
    });
    const { code, stderr } = await ended(runScript("start.ts", ["--port", String(port)]));
    taken.close();
    expect(stderr).toContain(`port ${port} is taken; stop what uses it or choose another with --port`);
    expect(code).toBe(2);
  });

  test.each([
    [["--port", "70000"], "A port is a number from 1 to 65535"],
    [["--prot", "80"], "unknown option '--prot'"],
    [["/no/such/folder"], "/no/such/folder: there is no such folder"],
  ])("ends in 2 for %j", async (args, message) => {
    const { code, stderr } = await ended(runScript("start.ts", args));
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("buildSite", () => {
  test("says how to make a corpus that is missing, and leaves the old site alone", async () => {
    writeFileSync(join(folder, "old.html"), "old");
    await expect(buildSite(folder, folder, "silent")).rejects.toThrow(
      `corpus.json is not there; make it from the survey with: npm run refresh -- ${folder} --offline`,
    );
    expect(existsSync(join(folder, "old.html"))).toBe(true);
  });

  test("names the place where a corpus is wrong", async () => {
    writeFileSync(join(folder, "corpus.json"), '{"version": 1, "papers": [{"id": "a"}]}');
    await expect(buildSite(folder, join(folder, "dist"), "silent")).rejects.toThrow("papers[0].title");
  });
});

describe("the development server", () => {
  test("serves the data of the survey folder and reloads the page when it changes", async () => {
    const corpus = join(folder, "corpus.json");
    cpSync(join(BUNDLED_SURVEY, "corpus.json"), corpus);
    const server = await createDevServer({
      ...siteConfig(folder),
      logLevel: "silent",
      server: { port: 0, host: "127.0.0.1" },
    });
    try {
      await server.listen();
      const url = server.resolvedUrls?.local[0] ?? "";
      expect((await fetch(`${url}corpus.json`)).headers.get("content-type")).toContain("application/json");
      expect(await (await fetch(`${url}changes.json`)).json()).toEqual({ version: 1, runs: [] });
      const reloaded = new Promise<unknown>((told) => {
        server.ws.send = ((payload: unknown) => told(payload)) as typeof server.ws.send;
      });
      // As the watcher tells it: how soon a file system reports a change is not ours to wait for.
      server.watcher.emit("change", corpus);
      expect(await reloaded).toEqual({ type: "full-reload" });
    } finally {
      await server.close();
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((listening) => {
    server.listen(0, "localhost", () => listening((server.address() as { port: number }).port));
  });
  await new Promise((closed) => server.close(closed));
  return port;
}
