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
  await build({ ...siteConfig(folder, outDir), logLevel });
}
