import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startProgress } from "../../scripts/refresh/progress.ts";
import { terminalOn } from "../../scripts/terminal.ts";
import type { WireEvent } from "../../src/semantic-scholar/exchange.ts";
import { remember, runScript } from "./run-script.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const EVIL = "\u001b]0;owned\u0007\u009b2J\rgone\b\u202eleft\u007f";
const UNSEEN = /(?![\t\n])[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u;

describe("terminal", () => {
  /** The terminal over two streams that remember what is written to them. */
  const pretended = (isTTY = false) => {
    const [stdout, stderr] = [remember(isTTY), remember(isTTY)];
    return { stdout, stderr, ...terminalOn(stdout, stderr) };
  };

  test("say and warn write one line, whatever it quotes", () => {
    const { say, warn, stdout, stderr } = pretended();
    say(`title: ${EVIL}\nsurvey.md:1: error`);
    warn("a\u009bb");
    expect([stdout.text(), stderr.text()]).toEqual([
      "title: \\u001b]0;owned\\u0007\\u009b2J\\rgone\\u0008\\u202eleft\\u007f\\nsurvey.md:1: error\n",
      "a\\u009bb\n",
    ]);
  });

  test("pour gives a file its letters and a terminal none that it would obey", () => {
    const into = (isTTY: boolean) => {
      const { pour, stdout } = pretended(isTTY);
      pour(`${EVIL}\n`);
      return stdout.text();
    };
    expect(into(false)).toBe(`${EVIL}\n`);
    expect(into(true)).not.toMatch(UNSEEN);
  });

  test("progress shows what a title or an answer holds, with a bar and without", () => {
    const question = { endpoint: "/paper/search/match", subject: EVIL };
    for (const isTTY of [false, true]) {
      const written: string[] = [];
      const stream = { isTTY, write: (text: string) => written.push(text) };
      const progress = startProgress(2, 0, stream as unknown as Parameters<typeof startProgress>[2]);
      progress.report({ kind: "asked", question, attempt: 1 } as WireEvent);
      progress.report({ kind: "waiting", question, ms: 10, why: EVIL } as unknown as WireEvent);
      progress.stop();
      for (const part of [EVIL, "\u001b]0", "\u009b", "\u202e", "\u0007"])
        expect(written.join("")).not.toContain(part);
    }
  });

  test("no command writes past it", () => {
    const files = readdirSync(join(ROOT, "scripts"), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      // Benchmarks print figures of their own.
      .filter((file) => !/^scripts\/(?:terminal|bench)\b/.test(file));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = readFileSync(join(ROOT, file), "utf8");
      expect(text, file).not.toMatch(/\bconsole\.|\bstd(?:out|err)\.write|pipeline\(/);
    }
  });
});

describe("commands in a folder of hostile names and titles", () => {
  let folder = "";
  beforeAll(() => {
    folder = join(mkdtempSync(join(tmpdir(), "terminal-")), "a\u001b[31m\u009b\u202eb");
    mkdirSync(folder);
    const entry = (title: string) =>
      `- [ICML 2021] | **${title}** | [[paper]](https://arxiv.org/abs/2103.00020)\n`;
    writeFileSync(
      join(folder, "survey.md"),
      `### One\n\n${entry("Evil \u001b]0;x\u0007\u009b2J\u202e title")}${entry("Again \u009b1m")}- [X 2021] | **Open \u001b[1m | x\n`,
    );
    const papers = [{ id: "a\u009b", title: "A\u202e" }];
    writeFileSync(join(folder, "corpus.json"), JSON.stringify({ version: 1, papers }));
  });
  afterAll(() => rmSync(resolve(folder, ".."), { recursive: true }));

  const run = async (script: string, args: readonly string[]) => {
    const { stdout, stderr } = await runScript(`${script}.ts`, ...args);
    return stdout + stderr;
  };

  test.each([
    ["check", (path: string) => [path], /“Again \\u009b1m”/],
    ["refresh", (path: string) => ["--offline", "--dry-run", path], /a\\u001b\[31m\\u009b\\u202eb/],
    ["analyse", (path: string) => [path, "--only", "generations,oddOnesOut"], /"a\\u009b"/],
    ["export", () => ["-f", "\u009b31m"], /\\u009b31m/],
  ] as const)("%s shows them", async (script, args, expected) => {
    const told = await run(script, args(folder));
    expect(told).toMatch(expected);
    expect(told).not.toMatch(UNSEEN);
  });
});
