import { Command, InvalidArgumentError, Option } from "commander";
import { LANGUAGES, type Language } from "../src/text/language.ts";
import { type MakeCommand, runIfStarted } from "./command.ts";
import { buildSite } from "./site/build-site.ts";
import { DIST } from "./site.ts";
import { surveyArgument } from "./survey-argument.ts";
import { surveyFolderOf } from "./survey-file.ts";

/** `npm run build`. */
export const command: MakeCommand = ({ warn }) =>
  new Command("build")
    .description("Builds the static site with a survey's data into dist/; any file server can serve it.")
    .addArgument(surveyArgument())
    .option("--url <address>", "where the site will be, for its canonical link and link previews", siteUrl)
    .addOption(
      new Option("--lang <code>", "the language of link previews (default: the survey's own)").choices(
        LANGUAGES,
      ),
    )
    .addHelpText(
      "after",
      `
A page cannot say who may show it in a frame; the server must. Let it send
Content-Security-Policy: frame-ancestors 'self', followed by the hosts that may.`,
    )
    .action((folder: string, { url, lang }: { url?: string; lang?: Language }) =>
      buildSite(surveyFolderOf(folder), DIST, "info", { url: url ?? null, language: lang ?? null }, warn),
    );

/** The address of the folder that the site will be in, with a slash at its end. */
function siteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "")
    throw new InvalidArgumentError("Must be an http(s) address such as https://example.org/map/.");
  return `${url.origin}${url.pathname.replace(/[^/]*\.html$/, "").replace(/\/*$/, "/")}`;
}

await runIfStarted(import.meta.filename, command);
