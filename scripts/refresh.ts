import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { formatCorpus } from "../src/corpus/format-corpus.ts";
import { CorpusError, parseCorpus } from "../src/corpus/parse-corpus.ts";
import type { Corpus } from "../src/corpus/schema.ts";
import { buildCorpus, SurveyError } from "../src/refresh/build-corpus.ts";
import { CurationError, parseCuration } from "../src/refresh/curation.ts";
import { summaryOf } from "../src/refresh/summary.ts";
import { parseSurvey } from "../src/survey/parse-survey.ts";
import { readSurvey } from "./read-survey.ts";
import { writeWhole } from "./write-whole.ts";

interface Options {
  readonly offline?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** Bad input or arguments: said in one line or a few, without a stack. */
class InputError extends Error {
  override readonly name = "InputError";
}

const DONE = 0;
const DONE_IN_PART = 1;
const BAD_INPUT = 2;

const program = new Command("refresh")
  .description("Builds corpus.json from survey.md and curation.json in FOLDER, whole or not at all.")
  .argument("[FOLDER]", "where survey.md is, and curation.json if there is one", "data/clip")
  .option("--offline", "ask nobody: survey, curation and the previous corpus.json only")
  .option("--dry-run", "say what would be written, write nothing")
  .option("--json", "print the result as JSON")
  .allowExcessArguments(false)
  .exitOverride()
  .addHelpText(
    "after",
    `
Examples:
  npm run refresh -- --offline
  npm run refresh -- my-survey --offline --dry-run

Exit codes: 0 done; 1 done, but entries of the survey are unread or unresolved; 2 bad input or
arguments, nothing written.`,
  );

async function main(): Promise<number> {
  program.parse();
  const [folder = "data/clip"] = program.processedArgs as [string?];
  const options = program.opts<Options>();
  if (!options.offline) {
    throw new InputError("asking Semantic Scholar is not available yet; run with --offline");
  }
  return refreshOffline(folder, options);
}

async function refreshOffline(folder: string, { dryRun, json }: Options): Promise<number> {
  const files = { survey: join(folder, "survey.md"), curation: join(folder, "curation.json") };
  const target = join(folder, "corpus.json");
  const markdown = surveyText(files.survey);
  const curation = await read(files.curation);
  if (curation === null) console.error(`${files.curation}: there is none; building from the survey alone`);
  const before = await read(target);

  const survey = parseSurvey(markdown);
  for (const { line, message } of survey.problems) console.error(`${files.survey}:${line}: ${message}`);
  if (survey.entries.length === 0) throw new InputError(`${files.survey}: holds no entry of a paper`);
  const corpus = buildCorpus(
    {
      survey,
      curation: curation === null ? null : parseCuration(curation, files.curation),
      previous: before === null ? null : parsePrevious(before, target),
    },
    files,
  );
  const text = formatCorpus(corpus);
  const wrote = text === before ? "unchanged" : dryRun ? "would change" : "written";
  if (wrote === "written") await writeWhole(target, text);

  const summary = summaryOf(corpus);
  if (json) console.log(JSON.stringify({ file: target, result: wrote, ...summary }));
  else console.log([`${target}: ${wrote}`, ...linesOf(corpus, summary)].join("\n"));
  for (const { line, title, reason } of corpus.unresolved) {
    console.error(`${files.survey}:${line}: "${title}" is unresolved: ${reason}`);
  }
  return corpus.unresolved.length > 0 || survey.problems.length > 0 ? DONE_IN_PART : DONE;
}

function linesOf(corpus: Corpus, summary: ReturnType<typeof summaryOf>): string[] {
  const { papers, citations, entries, gaps } = summary;
  const named = new Map(corpus.papers.map(({ id, label, title }) => [id, label ?? title]));
  return [
    `${entries.resolved} of ${entries.total} entries resolved`,
    `${papers.survey} survey papers, ${papers.context} works around them`,
    `${citations.all} citations, ${citations.survey} of them among the survey papers ` +
      `(${citations.verified} verified, ${citations.likely} likely, ${citations.reported} reported)`,
    gaps === 0 ? "no gaps" : `${gaps} gaps:`,
    ...corpus.gaps.map(({ paper, of, reason }) => `  ${named.get(paper)}: ${of}: ${reason}`),
  ];
}

function parsePrevious(text: string, file: string): Corpus {
  const remedy = "correct it, or move it away to build from survey and curation alone";
  try {
    return parseCorpus(JSON.parse(text));
  } catch (error) {
    if (error instanceof CorpusError || error instanceof SyntaxError) {
      throw new InputError(`${file}: ${error.message}\n${remedy}`);
    }
    throw error;
  }
}

function surveyText(file: string): string {
  try {
    return readSurvey(file);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** The text of a file; null when there is none. */
async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new InputError(`${file}: cannot be read: ${(error as Error).message}`);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = BAD_INPUT;
    if (error instanceof CommanderError) {
      // Commander has printed its message; --help is no failure.
      if (error.exitCode === 0) process.exitCode = DONE;
    } else if (
      error instanceof InputError ||
      error instanceof CurationError ||
      error instanceof SurveyError
    ) {
      console.error(error.message);
    } else {
      console.error(error);
    }
  },
);
