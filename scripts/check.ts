import { join } from "node:path";
import { Command, Option } from "commander";
import { checkFolder } from "../src/check/check-folder.ts";
import { type Finding, SEVERITIES, type Severity } from "../src/check/finding.ts";
import { leftOutRows } from "../src/check/left-out-rows.ts";
import { CommandError, type MakeCommand, runIfStarted, type Shell } from "./command.ts";
import { isFolder, readCorpusIfThere } from "./read-corpus.ts";
import { readSurvey } from "./read-survey.ts";
import { readTextIfThere } from "./read-text.ts";
import { surveyArgument } from "./survey-argument.ts";
import { passedOverRemark, surveyFileOf } from "./survey-file.ts";

interface Options {
  readonly json: boolean;
  readonly failOn: Severity | "never";
}

/** `npm run check`. */
export const command: MakeCommand = (shell) =>
  new Command("check")
    .description(
      "Prints what a survey's author should fix, each with its place and remedy. Makes no requests.",
    )
    .addArgument(
      surveyArgument("a survey or its folder; it is compared with curation.json and corpus.json beside it"),
    )
    .option("--json", "print the findings as JSON", false)
    .addOption(
      new Option("--fail-on <severity>", "the lowest severity that makes the exit code 1")
        .choices([...SEVERITIES, "never"])
        .default("note"),
    )
    .addHelpText(
      "after",
      `
Examples:
  npm run --silent check -- data/clip
  npm run --silent check -- data/clip --fail-on warning
  npm run --silent check -- data/clip --json | jq '.findings[] | select(.severity == "error")'

Exit codes: 0 nothing to fix, 1 findings, 2 the folder cannot be read or the arguments are wrong.`,
    )
    .action((path: string, options: Options) => run(path, options, shell));

function run(path: string, { json, failOn }: Options, { say, warn, print, exitWith }: Shell): void {
  const found = surveyFileOf(path);
  const { folder } = found;
  const files = {
    survey: found.file,
    curation: join(folder, "curation.json"),
    corpus: join(folder, "corpus.json"),
  };
  if (!isFolder(folder))
    throw new CommandError(`${path} is neither a file nor a folder; name the survey or its folder`);
  const remark = passedOverRemark(found);
  if (remark !== null) warn(remark);
  const read = readCorpusIfThere(files.corpus);
  const corpus = read?.corpus ?? null;
  const curation = readTextIfThere(files.curation);
  const inFolder = checkFolder({
    survey: { file: files.survey, text: readSurvey(files.survey, warn) },
    curation: curation === null ? null : { file: files.curation, text: curation.text },
    corpus,
    today: new Date().toISOString().slice(0, 10),
  });
  const findings = [...inFolder, ...(read === null ? [] : leftOutRows(read.file, read.leftOut))];
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, findings.filter((found) => found.severity === severity).length]),
  );
  if (json) print(`${JSON.stringify({ folder, corpus: corpus !== null, counts, findings }, null, 2)}\n`);
  else for (const finding of findings) say(lineOf(finding));
  if (corpus === null)
    warn(`${files.corpus}: not found; only the survey was checked. npm run refresh -- ${folder} creates it`);
  warn(
    findings.length === 0
      ? "nothing to fix"
      : SEVERITIES.map(
          (severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? "" : "s"}`,
        ).join(", "),
  );
  const failing = failOn === "never" ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  if (findings.some(({ severity }) => failing.includes(severity))) exitWith(1);
}

/** `survey.md:46: warning: … (remedy)`, as editors and CI read it. */
function lineOf({ file, line, severity, message, remedy, rule }: Finding): string {
  return `${file}${line === null ? "" : `:${line}`}: ${severity}: ${message}; ${remedy} [${rule}]`;
}

await runIfStarted(import.meta.filename, command);
