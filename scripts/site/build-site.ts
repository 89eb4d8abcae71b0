import { build, type LogLevel } from "vite";
import { readChanges } from "../../src/corpus/read-changes.ts";
import { CommandError } from "../command.ts";
import { isSystemError, systemFault } from "../file-fault.ts";
import { isFolder } from "../read-corpus.ts";
import { elementConfig, offlineConfig, siteConfig } from "../site.ts";
import { warn } from "../terminal.ts";
import { buildFault } from "./build-fault.ts";
import { linkPreview } from "./link-preview.ts";
import { replaceFolder } from "./replace-folder.ts";
import { NO_SITE_OPTIONS, type SiteOptions } from "./site-head.ts";
import { changesText, requireCorpus } from "./survey-data.ts";

/**
 * Builds the site of a survey folder and puts it in the place of `outDir`, whole: the page with its data, what
 * draws it when it is opened as a file, the element for other pages. A folder without a usable corpus, and whatever
 * keeps the site from being built, is a CommandError and leaves `outDir` as it was.
 */
export async function buildSite(
  folder: string,
  outDir: string,
  logLevel: LogLevel = "info",
  asked: Omit<SiteOptions, "picture"> = NO_SITE_OPTIONS,
  say: (line: string) => void = warn,
): Promise<void> {
  if (!isFolder(folder)) throw new CommandError(`${folder}: no such folder`);
  const tell = logLevel === "silent" ? () => {} : say;
  const corpus = requireCorpus(folder, tell);
  const { leftOut } = await readChanges(Promise.resolve(changesText(folder)));
  for (const line of leftOut) tell(`${folder}: left out: ${line}`);
  const { png: picture, warning } = await linkPreview(corpus, asked.language);
  if (warning !== null) tell(warning);
  const options = { ...asked, picture };
  const before = process.env.NODE_ENV;
  // Whatever the environment says, what is published is the production form of every library.
  process.env.NODE_ENV = "production";
  try {
    await replaceFolder(outDir, async (beside) => {
      for (const config of [
        siteConfig(folder, beside, options, () => corpus),
        elementConfig(beside),
        offlineConfig(beside),
      ]) {
        await build({ ...config, logLevel }).catch((error) => {
          throw buildFault(error);
        });
      }
    });
  } catch (error) {
    const message = `${reasonOf(error)}\n${outDir}: the site was not built; what was there is unchanged`;
    throw new CommandError(message, 2, { cause: error });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** What kept the site from being built; vite's own message comes with stack traces. */
function reasonOf(error: unknown): string {
  if (isSystemError(error)) return systemFault(error);
  const { errors = [error] } = error as { readonly errors?: readonly unknown[] };
  return errors.map((one) => (one instanceof Error ? one.message : String(one))).join("; ");
}
