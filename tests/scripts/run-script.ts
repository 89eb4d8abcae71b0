import { resolve } from "node:path";
import { vi } from "vitest";

const SCRIPTS = resolve(import.meta.dirname, "../../scripts");

/** A command of `scripts/` on these arguments, in this process: its exit code, and what it says on stderr. */
export async function runScript(script: string, ...args: readonly string[]) {
  const said: string[] = [];
  const silent = [
    vi.spyOn(console, "error").mockImplementation((...words) => void said.push(words.join(" "))),
    vi.spyOn(console, "log").mockImplementation(() => {}),
    vi.spyOn(process.stdout, "write").mockImplementation(() => true),
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
    return { code: process.exitCode ?? 0, stderr: said.join("\n") };
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
