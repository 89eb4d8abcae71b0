import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { checkFolder } from "../src/check/check-folder.ts";
import { type Finding, SEVERITIES, type Severity } from "../src/check/finding.ts";
import { CommandError, runCommand } from "./command.ts";
import { readCorpus } from "./read-corpus.ts";
import { readSurvey } from "./read-survey.ts";
import { BUNDLED_SURVEY } from "./site.ts";
import { passedOverRemark, surveyFileOf } from "./survey-file.ts";

interface Options {
  readonly json: boolean;
  readonly failOn: Severity | "never";
}

const command = new Command("check")
  .description("Prints what a survey's author should fix, each with its place and remedy. Asks nobody.")
  .argument(
    "[folder]",
    "a survey, or its folder; curation.json and corpus.json beside it are held against it",
    BUNDLED_SURVEY,
  )
  .option("--json", "print the findings as JSON", false)
  .addOption(
    new Option("--fail-on <severity>", "the least that makes the exit code 1")
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
  .action(run);

function run(path: string, { json, failOn }: Options): void {
  const found = surveyFileOf(path);
  const { folder } = found;
  const files = {
    survey: found.file,
    curation: join(folder, "curation.json"),
    corpus: join(folder, "corpus.json"),
  };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(`${path}: is neither a folder nor a file; name the survey or its folder`);
  const remark = passedOverRemark(found);
  if (remark !== null) console.error(remark);
  const corpus = existsSync(files.corpus) ? readCorpus(files.corpus) : null;
  const findings = checkFolder({
    survey: { file: files.survey, text: survey(files.survey) },
    curation: existsSync(files.curation) ? { file: files.curation, text: text(files.curation) } : null,
    corpus,
  });
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, findings.filter((found) => found.severity === severity).length]),
  );
  if (json) console.log(JSON.stringify({ folder, corpus: corpus !== null, counts, findings }, null, 2));
  else for (const finding of findings) console.log(lineOf(finding));
  if (corpus === null)
    console.error(
      `${files.corpus}: there is none; the survey was checked by itself. npm run refresh -- ${folder} makes one`,
    );
  console.error(
    findings.length === 0
      ? "nothing to fix"
      : SEVERITIES.map(
          (severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? "" : "s"}`,
        ).join(", "),
  );
  const failing = failOn === "never" ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  if (findings.some(({ severity }) => failing.includes(severity))) process.exitCode = 1;
}

/** `survey.md:46: warning: … (remedy)`, as editors and CI read it. */
function lineOf({ file, line, severity, message, remedy, rule }: Finding): string {
  return `${file}${line === null ? "" : `:${line}`}: ${severity}: ${message}; ${remedy} [${rule}]`;
}

function survey(file: string): string {
  try {
    return readSurvey(file, console.error);
  } catch (error) {
    throw new CommandError((error as Error).message, 2, { cause: error });
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(`${file}: cannot be read: ${(error as Error).message}`, 2, { cause: error });
  }
}

await runCommand(command);
