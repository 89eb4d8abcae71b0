import { Command } from "commander";
import { runCommand } from "./command.ts";
import { buildSite } from "./site/build-site.ts";
import { BUNDLED_SURVEY, DIST } from "./site.ts";

await runCommand(
  new Command("build")
    .description("Builds the static site with a survey's data into dist/; any file server can serve it.")
    .argument("[folder]", "the survey folder", BUNDLED_SURVEY)
    .action((folder: string) => buildSite(folder, DIST)),
);
