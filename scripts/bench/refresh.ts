import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BUNDLED_SURVEY } from "../site.ts";
import { line } from "./figures.ts";

export const name = "refresh";

/** Milliseconds between two requests in the measurement of the pace: what a key allows. */
const PACE_MS = 1_050;
const RATIO = 1.1;

interface Run {
  readonly made: number;
  readonly least: number;
  /** From the start of the program to its end, and from its first request to its end. */
  readonly seconds: number;
  readonly asking: number;
  readonly megabytes: number;
}

/**
 * Reports what a refresh of the bundled survey costs, against a local server with the rules of
 * Semantic Scholar: requests beside the fewest possible, time beside the pace, memory beside 10,000
 * citing works.
 */
export async function run(report: (line: string) => void): Promise<void> {
  await withServer(["0"], async (url) => {
    await withFolder(async (folder) => {
      const first = await refresh(folder, url, ["--pace", "0"]);
      report(`first refresh: ${first.made} requests made, ${first.least} fewest possible`);
      report(line("first refresh, requests / fewest possible", first.made / first.least, RATIO, ""));
      const again = await refresh(folder, url, ["--pace", "0"]);
      report(line("again within the age", again.made, 0, "requests"));
      const aged = await refresh(folder, url, ["--pace", "0", "--max-age", "0"]);
      report(line("again after the age, requests / fewest possible", aged.made / aged.least, RATIO, ""));
    });
    await withFolder(async (folder) => {
      const { made } = await refresh(folder, url, ["--pace", "0", "--links-only"]);
      report(line("links only, the survey and its context", made, 3, "requests"));
    });
  });
  await withServer(["0", "1000"], (url) =>
    withFolder(async (folder) => {
      const { made, seconds, asking } = await refresh(folder, url, ["--pace", String(PACE_MS)]);
      report(
        `at the pace: ${made} requests in ${asking.toFixed(1)} s, the whole program ${seconds.toFixed(1)} s`,
      );
      report(line("time / (requests × interval)", (asking * 1000) / (made * PACE_MS), RATIO, ""));
    }),
  );
  await withServer(["10000"], (url) =>
    withFolder(async (folder) => {
      const { made, seconds, megabytes } = await refresh(folder, url, ["--pace", "0", "--citers", "10000"]);
      report(`10,000 citing works: ${made} requests, ${seconds.toFixed(1)} s without a pace`);
      report(line("10,000 citing works, peak memory", megabytes, 300, "MB"));
    }),
  );
}

/** A server with these arguments, as a process of its own, for as long as `work` takes. */
async function withServer(args: readonly string[], work: (url: string) => Promise<void>): Promise<void> {
  const program = join(import.meta.dirname, "../../tests/api-server/serve.ts");
  const server = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  try {
    const [address] = (await once(server.stdout, "data")) as [Buffer];
    await work(address.toString().trim());
  } finally {
    server.stdin.end();
    server.kill();
  }
}

/** A folder with the bundled survey and curation, and no corpus yet. */
async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-refresh-"));
  try {
    for (const file of ["survey.md", "curation.json"])
      await copyFile(join(BUNDLED_SURVEY, file), join(folder, file));
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const TELL_MEMORY = pathToFileURL(join(import.meta.dirname, "processes/tell-peak-memory.ts")).href;

/** One refresh as a user runs it, in a process of its own. */
async function refresh(folder: string, url: string, options: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--import", TELL_MEMORY, "scripts/refresh.ts", folder, "--json", ...options],
    // No key of the user's may leave for a test server, and none changes the figures.
    { env: { ...process.env, SEMANTIC_SCHOLAR_API_URL: url, SEMANTIC_SCHOLAR_API_KEY: "key-of-the-bench" } },
  );
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => {
    said.out += text;
  });
  let asked = started;
  child.stderr.on("data", (text) => {
    if (asked === started && /^1 of about/m.test(String(text))) asked = performance.now();
    said.err += text;
  });
  const [code] = (await once(child, "close")) as [number];
  const ended = performance.now();
  if (code > 1) throw new Error(`refresh ended with ${code}: ${said.err}`);
  const { requests } = JSON.parse(said.out) as { requests: { made: number; leastPossible: number } };
  return {
    made: requests.made,
    least: requests.leastPossible,
    seconds: (ended - started) / 1000,
    asking: (ended - asked) / 1000,
    megabytes: Number(/peak memory ([\d.]+)/.exec(said.err)?.[1]),
  };
}
