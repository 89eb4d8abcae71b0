import { resolve } from "node:path";
import { vi } from "vitest";

const SCRIPTS = resolve(import.meta.dirname, "../../scripts");

/** A command of `scripts/` on these arguments, in this process: its exit code, and what it writes. */
export async function runScript(script: string, ...args: readonly string[]) {
  const [said, written]: [string[], string[]] = [[], []];
  const silent = [
    vi.spyOn(console, "error").mockImplementation((...words) => void said.push(`${words.join(" ")}\n`)),
    vi.spyOn(console, "log").mockImplementation((...words) => void written.push(`${words.join(" ")}\n`)),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0),
    vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0),
  ];
  const { argv, exitCode } = process;
  const forget = [
    newListeners(process.stdout, "error"),
    newListeners(process.stderr, "error"),
    newListeners(process, "exit"),
  ];
  process.argv = ["node", script, ...args];
  process.exitCode = undefined;
  try {
    // A script runs when it is imported, and again only as a new module.
    vi.resetModules();
    await import(resolve(SCRIPTS, script));
    return { code: process.exitCode ?? 0, stderr: said.join("").trimEnd(), stdout: written.join("") };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
    for (const spy of silent) spy.mockRestore();
    for (const off of forget) off();
  }
}

/** Removes the listeners that have come since. */
function newListeners(emitter: NodeJS.EventEmitter, event: string): () => void {
  const before = emitter.listeners(event);
  return () => {
    for (const listener of emitter.listeners(event))
      if (!before.includes(listener)) emitter.off(event, listener as () => void);
  };
}
