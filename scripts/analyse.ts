import { Command, InvalidArgumentError, Option } from "commander";
import {
  analysisReport,
  REPORT_MEMBERS,
  REPORT_SCOPES,
  type ReportScope,
} from "../src/analysis/analysis-report.ts";
import { LINK_KINDS, type LinkKind } from "../src/analysis/communities/undirected-links.ts";
import { jsonLines } from "../src/analysis/json-lines.ts";
import { type MakeCommand, runIfStarted } from "./command.ts";
import { readCorpus } from "./read-corpus.ts";

interface Options {
  readonly only: readonly string[];
  readonly top: number;
  readonly keyRoutes: number;
  readonly megabytes: number;
  readonly scope: ReportScope;
  readonly links: LinkKind;
  readonly resolution: number;
}

/** `npm run analyse`. */
export const command: MakeCommand = ({ printPieces, warn }) =>
  new Command("analyse")
    .description(
      "Prints what the citations of a corpus say, as JSON; paths run from the older to the newer paper.",
    )
    .argument("<file>", "a corpus, or a folder with a corpus.json")
    .addOption(
      new Option("--only <list>", "compute and print only these members, separated by commas")
        .argParser(members)
        .default([...REPORT_MEMBERS], "all"),
    )
    .option("--top <n>", "how many of each paper's most similar papers to list", count, 10)
    .option("--key-routes <k>", "how many of the heaviest citations make the key routes", count, 1)
    .option(
      "--megabytes <n>",
      "cut weights and reduction.removed after about this many million characters each, and say so",
      count,
      20,
    )
    .addOption(
      new Option(
        "--scope <papers>",
        "measure reduction, weights and main paths over all papers, the root's lineage, or the survey's part of it",
      )
        .choices(REPORT_SCOPES)
        .default("corpus"),
    )
    .addOption(
      new Option("--links <kind>", "what makes communities: citations, shared references (coupling), or both")
        .choices(LINK_KINDS)
        .default("citations"),
    )
    .option("--resolution <r>", "above 1 for more communities, below for fewer", resolution, 1)
    .addHelpText(
      "after",
      `
Members: ${REPORT_MEMBERS.join(", ")}

Weights and reduction.removed can grow with the square of a corpus and more. Where one is cut, a last member says so:
"truncated": {"weights": {"listed": 30000, "of": 319600}}; --megabytes prints more. Of tied main paths, at most 100
are listed, or as many as hold 100,000 papers; globalCount says how many there are.

Examples:
  npm run --silent analyse -- data/clip
  npm run --silent analyse -- data/clip/corpus.json --scope lineage --only reduction,mainPaths --key-routes 5
  npm run --silent analyse -- data/clip --only communities,communityLabels,comparison --links both

Exit codes: 0 done, 2 the corpus cannot be used or the arguments are wrong.`,
    )
    .action((file: string, options: Options) =>
      printPieces(jsonLines(analysisReport(readCorpus(file, warn), options), options.megabytes * 1e6)),
    );

function members(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !REPORT_MEMBERS.includes(name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `Unknown member "${unknown.join('", "')}"; known: ${REPORT_MEMBERS.join(", ")}`,
    );
  }
  return names;
}

function resolution(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1000))
    throw new InvalidArgumentError("Must be a number above 0, at most 1000.");
  return value;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("Must be a whole number of at least 1.");
  return Number(text);
}

await runIfStarted(import.meta.filename, command);
