import { existsSync } from "node:fs";
import { build, type LogLevel } from "vite";
import { CommandError } from "../command.ts";
import { siteConfig } from "../site.ts";
import { requireCorpus } from "./survey-data.ts";

/**
 * Builds the page with the data of a survey folder into `outDir`, which is emptied first. A folder
 * without a usable corpus is a CommandError and leaves `outDir` as it was.
 */
export async function buildSite(folder: string, outDir: string, logLevel: LogLevel = "info"): Promise<void> {
  if (!existsSync(folder)) throw new CommandError(`${folder}: there is no such folder`);
  requireCorpus(folder);
  const before = process.env.NODE_ENV;
  // Whatever the environment says, what is published is the production form of every library.
  process.env.NODE_ENV = "production";
  try {
    await build({ ...siteConfig(folder, outDir), logLevel });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
