import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { warn } from "../terminal.ts";
import type { InstallEffects } from "./install-browser.ts";

const cli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");

/** This machine, as finding and installing a browser see it. Programs print to stderr. */
export const machine: InstallEffects = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  osRelease: existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : null,
  playwright: { program: process.execPath, args: [cli] },
  playwrightBrowser: () => chromium.executablePath() || null,
  exists: isExecutable,
  version: askVersion,
  run: ({ program, args }) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(program, args, { stdio: ["ignore", 2, 2], env }).status === 0;
  },
  say: warn,
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function askVersion(path: string): string | null {
  // On Windows the question would open a window.
  if (process.platform === "win32") return "Chrome";
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 30_000 });
  const version = /^.*chrom.*$/im.exec(stdout ?? "")?.[0].trim();
  return status === 0 && version ? version : null;
}
