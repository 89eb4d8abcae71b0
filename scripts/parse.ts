import { Command, Option } from "commander";
import { explainLine } from "../src/survey/explain-line.ts";
import { parseSurvey } from "../src/survey/parse-survey.ts";
import { nearestProblem, readingSummary } from "../src/survey/reading-summary.ts";
import type { Survey } from "../src/survey/survey.ts";
import { toMarkdown } from "../src/survey/to-markdown.ts";
import { type MakeCommand, runIfStarted, type Shell } from "./command.ts";
import { readSurvey } from "./read-survey.ts";
import { wholeNumber } from "./refresh/option-values.ts";

interface Options {
  readonly toMarkdown: boolean;
  readonly summary: boolean;
  readonly explain: number | undefined;
  readonly strict: boolean;
}

/** `npm run parse`. */
export const command: MakeCommand = (shell) =>
  new Command("parse")
    .description("Prints the papers of a survey as JSON, and on stderr what could not be read, by line.")
    .argument("<file>", "the survey: Markdown, BibTeX, RIS, CSL-JSON, CSV, or one identifier per line")
    .addOption(
      new Option("--to-markdown", "print the survey as Markdown in the project's own form instead")
        .default(false)
        .conflicts(["summary", "explain"]),
    )
    .addOption(
      new Option(
        "--summary",
        "print how many papers were read under each heading, and how many lines are doubtful",
      )
        .default(false)
        .conflicts("explain"),
    )
    .option("--explain <LINE>", "print how a line was read, or why it was not", wholeNumber)
    .option("--strict", "exit with 1 if anything is doubtful", false)
    .addHelpText(
      "after",
      `
Examples:
  npm run --silent parse -- data/clip/survey.md
  npm run --silent parse -- refs.bib --to-markdown > survey.md
  npm run --silent parse -- data/clip/survey.md --summary
  npm run --silent parse -- data/clip/survey.md --explain 52

Exit codes: 0 papers were found, 1 with --strict if anything is doubtful,
2 no papers were found, the file cannot be read or the arguments are wrong.`,
    )
    .action((file: string, options: Options) => parse(file, options, shell));

function parse(
  file: string,
  { toMarkdown: markdown, summary, explain, strict }: Options,
  { say, warn, print, exitWith }: Shell,
): void {
  const source = readSurvey(file, warn);
  const survey = parseSurvey(source);
  for (const { line, message } of survey.problems) warn(`${file}:${line}: ${message}`);
  const { read, doubtful, headings, leftOut } = readingSummary(survey);
  for (const [why, lines] of leftOut)
    warn(`${file}: ${counted(lines.length, "paper")} ${why} and not read: ${linesOf(lines)}`);
  warn(`${counted(read, "paper")} read, ${doubtful} doubtful, under ${counted(headings.length, "heading")}`);
  if (explain !== undefined)
    for (const line of explained(file, survey, explain, explainLine(source, explain))) say(line);
  if (read === 0) exitWith(2);
  else if (strict && doubtful > 0) exitWith(1);
  if (read === 0 || explain !== undefined) return;
  if (summary) for (const line of summaryLines(survey)) say(line);
  else print(markdown ? toMarkdown(survey) : `${JSON.stringify(survey, null, 2)}\n`);
}

function summaryLines(survey: Survey): string[] {
  return readingSummary(survey).headings.map(({ domain, read, doubtful }) => {
    const name = domain.section === null ? domain.label : `${domain.section} / ${domain.label}`;
    return `${name}: ${counted(read, "paper")} read, ${doubtful} doubtful`;
  });
}

function explained(file: string, survey: Survey, line: number, reason: string | null): string[] {
  const entry = survey.entries.find((one) => one.line === line);
  const above = survey.entries.findLast((one) => one.line < line);
  const problem = nearestProblem(line, survey);
  const said = problem === null ? [] : [`${file}:${problem.line}: ${problem.message}`];
  if (entry !== undefined)
    return [...JSON.stringify(entry, null, 2).split("\n"), ...(problem?.line === line ? said : [])];
  const begun =
    above === undefined ? "" : `; the paper above it starts on line ${above.line}: "${above.title}"`;
  const why = reason === null ? "no paper starts here" : `not read as a paper: ${reason}`;
  return [`${file}:${line}: ${why}${begun}`, ...said];
}

const MOST_LINES = 8;

function linesOf(lines: readonly number[]): string {
  const more = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : "";
  return `${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, MOST_LINES).join(", ")}${more}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}

await runIfStarted(import.meta.filename, command);
