import { Command } from "commander";
import { requireBrowser } from "./browser/install-browser.ts";
import { machine } from "./browser/machine.ts";
import { CommandError, type MakeCommand, runIfStarted } from "./command.ts";

/** `npm run browser`. */
export const command: MakeCommand = ({ say }) =>
  new Command("browser")
    .description("Finds a Chrome or Chromium for the browser tests, or installs one.")
    .addHelpText(
      "after",
      "\nCHROME_PATH or CHROMIUM_PATH may name the executable to use.\n\nExit codes: 0 found or installed, 2 neither.",
    )
    .action(() => {
      try {
        const { path, version } = requireBrowser(machine);
        say(`browser: ${path} (${version})`);
      } catch (error) {
        throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
      }
    });

await runIfStarted(import.meta.filename, command);
