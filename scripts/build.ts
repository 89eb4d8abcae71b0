import { Command, InvalidArgumentError, Option } from "commander";
import { LANGUAGES, type Language } from "../src/text/language.ts";
import { runCommand } from "./command.ts";
import { buildSite } from "./site/build-site.ts";
import { BUNDLED_SURVEY, DIST } from "./site.ts";
import { surveyFolderOf } from "./survey-file.ts";

await runCommand(
  new Command("build")
    .description("Builds the static site with a survey's data into dist/; any file server can serve it.")
    .argument("[folder]", "the survey folder, or the survey in it", BUNDLED_SURVEY)
    .option(
      "--url <address>",
      "where the site will stand, for its canonical link and previews of links",
      siteUrl,
    )
    .addOption(
      new Option(
        "--lang <code>",
        "what previews of links are written in (default: the survey's own)",
      ).choices(LANGUAGES),
    )
    .addHelpText(
      "after",
      `
A page cannot say itself who may show it in a frame: let the server send
Content-Security-Policy: frame-ancestors 'self', followed by the hosts that may.`,
    )
    .action((folder: string, { url, lang }: { url?: string; lang?: Language }) =>
      buildSite(surveyFolderOf(folder), DIST, "info", { url: url ?? null, language: lang ?? null }),
    ),
);

/** The address of the folder that the site will be in, with a slash at its end. */
function siteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "")
    throw new InvalidArgumentError("It has to be an http(s) address such as https://example.org/map/.");
  return `${url.origin}${url.pathname.replace(/[^/]*\.html$/, "").replace(/\/*$/, "/")}`;
}
