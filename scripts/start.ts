import { Command } from "commander";
import { type MakeCommand, runIfStarted } from "./command.ts";
import { portOption } from "./port.ts";
import { buildSite } from "./site/build-site.ts";
import { serveSite } from "./site/serve-site.ts";
import { NO_SITE_OPTIONS } from "./site/site-head.ts";
import { DIST } from "./site.ts";
import { STOP_SIGNALS } from "./stop-signals.ts";
import { surveyArgument } from "./survey-argument.ts";
import { surveyFolderOf } from "./survey-file.ts";

/** `npm start`. */
export const command: MakeCommand = ({ say, warn }) =>
  new Command("start")
    .description("Builds the page with a survey's data and serves it on this machine.")
    .addArgument(surveyArgument())
    .addOption(portOption(4173))
    .action(async (folder: string, { port }: { port: number }) => {
      await buildSite(surveyFolderOf(folder), DIST, "warn", NO_SITE_OPTIONS, warn);
      const site = await serveSite(DIST, { port });
      say(`The map is at ${site.url} (press Ctrl-C to stop)`);
      for (const signal of STOP_SIGNALS) process.once(signal, () => void site.close());
    });

await runIfStarted(import.meta.filename, command);
