import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createDevServer } from "vite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommandError } from "../../scripts/command.ts";
import { readCorpus } from "../../scripts/read-corpus.ts";
import { buildSite } from "../../scripts/site/build-site.ts";
import { linkPreview } from "../../scripts/site/link-preview.ts";
import { BUNDLED_SURVEY, siteConfig } from "../../scripts/site.ts";
import { runScript, startScript } from "./run-script.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-commands-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("start", () => {
  test("prints the address it serves the map at and nothing else, and ends cleanly when interrupted", async () => {
    const port = await freePort();
    const { child, said, ended } = startScript("start.ts", ["--port", String(port)]);
    const address = await new Promise<string>((found, failed) => {
      child.stdout.on("data", () => {
        const match = /http:\S+/.exec(said.stdout);
        if (match) found(match[0]);
      });
      child.on("close", () => failed(new Error("start ended before it served")));
    });
    expect(address).toBe(`http://localhost:${port}/`);
    expect((await fetch(`${address}corpus.json`)).status).toBe(200);
    child.kill("SIGINT");
    // What a machine without fonts for Chinese has to say.
    const { warning } = await linkPreview(readCorpus(BUNDLED_SURVEY), null);
    expect(await ended).toEqual({
      code: 0,
      stdout: `The map is at ${address} (press Ctrl-C to stop)\n`,
      stderr: warning === null ? "" : `${warning}\n`,
    });
  });

  test("names the port that is taken and the remedy", async () => {
    const taken = createServer();
    const port = await new Promise<number>((listening) => {
      taken.listen(0, "localhost", () => listening((taken.address() as { port: number }).port));
    });
    const { code, stderr } = await runScript("start.ts", "--port", String(port));
    taken.close();
    expect(stderr).toContain(`port ${port} is taken; stop whatever uses it, or choose another with --port`);
    expect(code).toBe(2);
  });

  test.each([
    [["--port", "70000"], "A port is a number from 1 to 65535"],
    [["--prot", "80"], "unknown option '--prot'"],
    [["/no/such/folder"], "/no/such/folder: no such folder"],
  ])("ends in 2 for %j", async (args, message) => {
    const { code, stderr } = await runScript("start.ts", ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("build", () => {
  test.each([
    [["--url", "example.org/map"], "Must be an http(s) address such as https://example.org/map/"],
    [["--url", "ftp://example.org/"], "Must be an http(s) address"],
    [["--lang", "fr"], "Allowed choices are en, zh"],
    [["/no/such/folder"], "/no/such/folder: no such folder"],
  ])("ends in 2 for %j, and leaves the old site alone", async (args, message) => {
    const { code, stderr } = await runScript("build.ts", ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test("ends in 2 as a program too", async () => {
    expect(await startScript("build.ts", ["/no/such/folder"]).ended).toEqual({
      code: 2,
      stdout: "",
      stderr: "/no/such/folder: no such folder\n",
    });
  });
});

describe("buildSite", () => {
  test("makes one folder of everything: the page, the element, the plain scripts, the data, the preview", async () => {
    const survey = join(folder, "survey");
    const dist = join(folder, "dist");
    mkdirSync(survey);
    const papers = [
      { id: "a", title: "First & foremost", year: 2020 },
      { id: "b", title: "Second", year: 2021 },
    ];
    const corpus = {
      version: 1,
      survey: { title: "Vision models: one = many" },
      papers,
      citations: [{ citing: "b", cited: "a" }],
    };
    writeFileSync(join(survey, "corpus.json"), JSON.stringify(corpus));
    await buildSite(survey, dist, "silent", { url: "https://example.org/map/", language: "en" });
    const files = readdirSync(dist, { recursive: true }).map(String);
    for (const file of ["index.html", "corpus.json", "changes.json", "citation-map.js", "preview.png"])
      expect(files).toContain(file);
    for (const file of ["page.js", "data.js", "from-file.js"]) expect(files).toContain(join("offline", file));
    const html = readFileSync(join(dist, "index.html"), "utf8");
    expect(html).toContain("<title>Vision models: one = many</title>");
    expect(html).toContain("A map of 2 papers and the 1 citation among them, from 2020 to 2021");
    expect(html).toContain('<link rel="canonical" href="https://example.org/map/">');
    // A file has no origin that could be asked for leave, and the policy lets nothing else in.
    expect(html).not.toContain("crossorigin");
    expect(html.match(/(?:src|href)="(?!\.\/|https:\/\/example\.org\/map\/)[^"]*"/g)).toBeNull();
  });

  test("says how to make a corpus that is missing, and leaves the old site alone", async () => {
    writeFileSync(join(folder, "old.html"), "old");
    await expect(buildSite(folder, folder, "silent")).rejects.toThrow(
      `corpus.json not found; create it from the survey with: npm run refresh -- ${folder} --offline`,
    );
    expect(existsSync(join(folder, "old.html"))).toBe(true);
  });

  test("says in a sentence why a site cannot be built, and leaves the old one and nothing beside it", async () => {
    const survey = join(folder, "survey");
    // The name of the folder that is filled beside it is longer than a file system takes.
    const name = "d".repeat(250);
    const dist = join(folder, name);
    cpSync(join(BUNDLED_SURVEY, "corpus.json"), join(survey, "corpus.json"));
    mkdirSync(dist);
    writeFileSync(join(dist, "index.html"), "old");
    const failure = await buildSite(survey, dist, "silent").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandError);
    expect((failure as CommandError).exitCode).toBe(2);
    expect((failure as CommandError).message).toMatch(
      /^\S+ cannot be written: ENAMETOOLONG: [^\n]+; use a shorter one\n\S+ the site was not built; what was there is unchanged$/,
    );
    expect(readFileSync(join(dist, "index.html"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual([name, "survey"]);
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
