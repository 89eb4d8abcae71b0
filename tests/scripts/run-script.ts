import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import { exitCodeOf, type MakeCommand } from "../../scripts/command.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const SCRIPTS = join(ROOT, "scripts");

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that remembers what is written to it. */
export function remember(isTTY = false) {
  const written: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(text, _, done) {
      written.push(String(text));
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => written.join("") });
}

/** A command of `scripts/` on these arguments, in this process and with its environment. */
export async function runScript(script: string, ...args: readonly string[]): Promise<Ended> {
  return runScriptIn(process.env, script, ...args);
}

/** The same in another environment. */
export async function runScriptIn(
  env: NodeJS.ProcessEnv,
  script: string,
  ...args: readonly string[]
): Promise<Ended> {
  const { command } = (await import(join(SCRIPTS, script))) as { readonly command: MakeCommand };
  const [stdout, stderr] = [remember(), remember()];
  const code = await exitCodeOf(command, args, { env, stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** The same as a user starts it: in a process of its own. What it has written can be read while it runs. */
export function startScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", join("scripts", script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    said.stdout += text;
  });
  child.stderr.on("data", (text) => {
    said.stderr += text;
  });
  const ended = new Promise<Ended>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code, ...said }));
  });
  return { child, said, ended };
}
