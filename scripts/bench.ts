import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { type FolderOptions, writeFolder } from "./bench/write-folder.ts";
import { CommandError, type MakeCommand, runIfStarted } from "./command.ts";
import { wholeNumber } from "./refresh/option-values.ts";

/** What a file of `scripts/bench` exports when it is a benchmark; the others are parts of benchmarks. */
interface Benchmark {
  readonly name: string;
  readonly run: (report: (line: string) => void) => Promise<void>;
}

async function loadBenchmarks(): Promise<Benchmark[]> {
  const folder = join(import.meta.dirname, "bench");
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(
    files.sort().map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<Partial<Benchmark>>),
  );
  return modules.flatMap(({ name, run }) => (name && run ? [{ name, run }] : []));
}

/** `npm run bench`. */
export const command: MakeCommand = () => {
  const bench = new Command("bench")
    .description("Runs the benchmarks, all or those named, and prints their figures.")
    .argument("[names...]", "the benchmarks to run")
    .action(async (names: string[]) => {
      const benchmarks = await loadBenchmarks();
      const known = benchmarks.map(({ name }) => name);
      const stranger = names.find((name) => !known.includes(name));
      if (stranger !== undefined) {
        throw new CommandError(`unknown benchmark "${stranger}"; known: ${known.join(", ")}`);
      }
      for (const { name, run } of benchmarks) {
        if (names.length > 0 && !names.includes(name)) continue;
        console.log(`\n${name}`);
        await run((line) => console.log(`  ${line}`));
      }
    });

  bench
    .command("corpus")
    .description("Writes a generated corpus into a folder, to measure the page with.")
    .requiredOption("--out <FOLDER>", "where to write it")
    .option("--papers <N>", "how many papers", wholeNumber, 10_000)
    .option("--citations <N>", "how many citations (default: ten per paper)", wholeNumber)
    .option("--seed <N>", "any whole number; each gives another graph", wholeNumber, 1)
    .option("--hep-th", "use hep-th from the folder in HEP_TH_DIR instead", false)
    .action((options: FolderOptions) => writeFolder(options, console.log));

  return bench;
};

await runIfStarted(import.meta.filename, command);
