import { Command } from "commander";
import { createServer } from "vite";
import { type MakeCommand, runIfStarted } from "./command.ts";
import { portOption } from "./port.ts";
import { notListening } from "./site/serve-site.ts";
import { siteConfig } from "./site.ts";
import { surveyArgument } from "./survey-argument.ts";
import { surveyFolderOf } from "./survey-file.ts";

/** `npm run dev`. */
export const command: MakeCommand = () =>
  new Command("dev")
    .description("Serves the page while you work on it; a change to the code or the data reloads it.")
    .addArgument(surveyArgument())
    .addOption(portOption(5173))
    .action(async (folder: string, { port }: { port: number }) => {
      const config = siteConfig(surveyFolderOf(folder));
      const server = await createServer({ ...config, server: { ...config.server, port } });
      await server.listen().catch((error: unknown) => {
        throw notListening(error, port);
      });
      server.printUrls();
    });

await runIfStarted(import.meta.filename, command);
