import { Command } from "commander";
import { parseSurvey } from "../src/survey/parse-survey.ts";
import { runCommand } from "./command.ts";
import { readSurvey } from "./read-survey.ts";
import { print, warn } from "./terminal.ts";

const command = new Command("parse")
  .description(
    "Prints the papers of a survey in Markdown as JSON; what cannot be read goes to stderr, by line.",
  )
  .argument("<file>", "the survey, such as data/clip/survey.md")
  .addHelpText(
    "after",
    `
Example:
  npm run --silent parse -- data/clip/survey.md

Exit codes: 0 entries were found, 2 none were found, the file cannot be read or the arguments are wrong.`,
  )
  .action(parse);

function parse(file: string): void {
  const survey = parseSurvey(readSurvey(file));
  for (const { line, message } of survey.problems) warn(`${file}:${line}: ${message}`);
  if (survey.entries.length === 0) process.exitCode = 2;
  else print(`${JSON.stringify(survey, null, 2)}\n`);
}

await runCommand(command);
