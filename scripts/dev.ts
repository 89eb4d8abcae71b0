import { Command } from "commander";
import { createServer } from "vite";
import { runCommand } from "./command.ts";
import { portOption } from "./port.ts";
import { notListening } from "./site/serve-site.ts";
import { BUNDLED_SURVEY, siteConfig } from "./site.ts";
import { surveyFolderOf } from "./survey-file.ts";

await runCommand(
  new Command("dev")
    .description("Serves the page while it is worked on; a change of the code or of the data reloads it.")
    .argument("[folder]", "the survey folder, or the survey in it", BUNDLED_SURVEY)
    .addOption(portOption(5173))
    .action(async (folder: string, { port }: { port: number }) => {
      const config = siteConfig(surveyFolderOf(folder));
      const server = await createServer({ ...config, server: { ...config.server, port } });
      await server.listen().catch((error: unknown) => {
        throw notListening(error, port);
      });
      server.printUrls();
    }),
);
