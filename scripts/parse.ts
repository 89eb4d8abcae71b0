import { Command } from "commander";
import { parseSurvey } from "../src/survey/parse-survey.ts";
import { readSurvey } from "./read-survey.ts";

const command = new Command("parse")
  .description("Prints the papers of a survey as JSON; what cannot be read goes to stderr, by line.")
  .argument("<file>", "the survey: Markdown, BibTeX, RIS, CSL-JSON, CSV, or identifiers one a line")
  .addHelpText(
    "after",
    `
Example:
  npm run --silent parse -- data/clip/survey.md
  npm run --silent parse -- references.bib

Exit codes: 0 entries were found, 2 none were found, the file cannot be read or the arguments are wrong.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse();

const [file = ""] = command.args;
try {
  const survey = parseSurvey(readSurvey(file, console.error));
  for (const { line, message } of survey.problems) console.error(`${file}:${line}: ${message}`);
  if (survey.entries.length === 0) process.exitCode = 2;
  else process.stdout.write(`${JSON.stringify(survey, null, 2)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
