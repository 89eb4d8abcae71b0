import { existsSync } from "node:fs";
import { build, type LogLevel } from "vite";
import { CommandError } from "../command.ts";
import { elementConfig, offlineConfig, siteConfig } from "../site.ts";
import { warn } from "../terminal.ts";
import { linkPreview } from "./link-preview.ts";
import { NO_SITE_OPTIONS, type SiteOptions } from "./site-head.ts";
import { requireCorpus } from "./survey-data.ts";

/**
 * Builds the site of a survey folder into `outDir`, which is emptied first: the page with its data, what
 * draws it when it is opened as a file, the element for other pages. A folder without a usable corpus is
 * a CommandError and leaves `outDir` as it was.
 */
export async function buildSite(
  folder: string,
  outDir: string,
  logLevel: LogLevel = "info",
  asked: Omit<SiteOptions, "picture"> = NO_SITE_OPTIONS,
): Promise<void> {
  if (!existsSync(folder)) throw new CommandError(`${folder}: there is no such folder`);
  const corpus = requireCorpus(folder);
  const { png: picture, warning } = await linkPreview(corpus, asked.language);
  if (warning !== null && logLevel !== "silent") warn(warning);
  const options = { ...asked, picture };
  const before = process.env.NODE_ENV;
  // Whatever the environment says, what is published is the production form of every library.
  process.env.NODE_ENV = "production";
  try {
    for (const config of [
      siteConfig(folder, outDir, options, () => corpus),
      elementConfig(outDir),
      offlineConfig(outDir),
    ]) {
      await build({ ...config, logLevel });
    }
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
