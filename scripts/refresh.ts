import { Command, Option } from "commander";
import type { Corpus } from "../src/corpus/schema.ts";
import { buildCorpus } from "../src/refresh/build-corpus.ts";
import { CurationError } from "../src/refresh/curation.ts";
import { gapLines } from "../src/refresh/gap-lines.ts";
import { listNotices } from "../src/refresh/list-notices.ts";
import { unasked } from "../src/refresh/merge-sources.ts";
import { summaryOf } from "../src/refresh/summary.ts";
import { SurveyError, waitingRoot } from "../src/refresh/survey-info.ts";
import { unresolvedLines } from "../src/refresh/unresolved-lines.ts";
import { CommandError, fileError, type MakeCommand, runIfStarted, type Shell } from "./command.ts";
import { COMPANION_FILES } from "./companion/companion-file.ts";
import { layOutAnew, writeCompanion } from "./companion/write-companion.ts";
import { corpusText } from "./corpus-text.ts";
import { type AskOptions, askAndWrite, workFolder } from "./refresh/ask.ts";
import { diskCache } from "./refresh/disk-cache.ts";
import { EXIT } from "./refresh/exit-codes.ts";
import { isLocked } from "./refresh/lock-folder.ts";
import { age, wholeNumber } from "./refresh/option-values.ts";
import { readFolder } from "./refresh/read-folder.ts";
import { writeCorpus } from "./refresh/write-result.ts";
import { writeWithRoom } from "./refresh/write-with-room.ts";
import { surveyFolderOf } from "./survey-file.ts";

interface Options extends AskOptions {
  readonly offline: boolean;
  readonly layoutOnly: boolean;
}

/** `npm run refresh`. */
export const command: MakeCommand = (shell) =>
  new Command("refresh")
    .description(
      "Asks Semantic Scholar about the papers of a survey and writes corpus.json beside it, whole or not at all.",
    )
    .argument(
      "[FOLDER]",
      "the folder of the survey (and of curation.json, if there is one), or the survey itself",
      "data/clip",
    )
    .option(
      "--offline",
      "make no requests: use the survey, the curation and the previous corpus.json only",
      false,
    )
    .option(
      "--layout-only",
      "lay a large map out again (papers.arrow and citations.arrow), and do nothing else",
      false,
    )
    .option("--dry-run", "show what would be requested (with --offline: written), and do nothing", false)
    .option("--json", "print the result as JSON", false)
    .option(
      "--links-only",
      "fetch citations only, without citing sentences and abstracts, in few requests",
      false,
    )
    .option(
      "--facts-only",
      "leave out abstracts, TL;DRs and citing sentences, for a corpus to publish",
      false,
    )
    .option("--citers <N>", "read at most N works citing each paper, newest first", wholeNumber, 1_000)
    .option(
      "--context <N>",
      "include works that N survey papers cite, or that cite N; 0 for none",
      wholeNumber,
      2,
    )
    .option("--context-cap <N>", "include at most N such works", wholeNumber, 100)
    .option("--pace <MS>", "wait at least MS milliseconds between requests; 0 for a mirror", wholeNumber)
    .option("--timeout <S>", "wait S seconds for an answer", wholeNumber, 40)
    .addOption(
      new Option("--max-age <AGE>", "reuse cached answers younger than 90m, 12h, 7d …")
        .argParser(age)
        .default(age("1d"), "1d"),
    )
    .option("--no-cache", "neither use nor keep cached answers")
    .allowExcessArguments(false)
    .action(async (folder: string, options: Options) => {
      try {
        const { offline, layoutOnly } = options;
        const refresh = layoutOnly ? refreshLayout : offline ? refreshOffline : refreshOnline;
        shell.exitWith(await refresh(folder, options, shell));
      } catch (error) {
        if (error instanceof CurationError || error instanceof SurveyError) {
          throw new CommandError(error.message, EXIT.badInput, { cause: error });
        }
        throw error;
      }
    })
    .addHelpText(
      "after",
      `
Examples:
  npm run refresh -- --dry-run            which requests would be made, and how long that takes
  npm run refresh                         everything about the papers of data/clip
  npm run refresh -- my-survey --links-only
  npm run refresh -- --citers 20000       more of the works citing each paper; beyond 9,999 by date
  npm run refresh -- --offline            from survey.md and curation.json, without requests
  npm run refresh -- --layout-only        lay a map of more than 1,500 papers out again

Environment (or a file .env for the key):
  SEMANTIC_SCHOLAR_API_KEY  with a key, one request every 1.05 s; without one, every 6.5 s
  SEMANTIC_SCHOLAR_API_URL  another server with the same API

Exit codes: 0 done; 1 done in part, the gaps are listed; 2 bad input or arguments, nothing written;
3 Semantic Scholar could not be reached, nothing lost; 130 interrupted, the next run resumes.`,
    );

async function refreshOffline(
  path: string,
  { dryRun, json, context }: Options,
  { say, warn }: Shell,
): Promise<number> {
  const read = readFolder(path, warn);
  const { files, survey, curation, previous, leftOut, corpusText: before } = read;
  const folder = surveyFolderOf(path);
  if (!dryRun) await refuseLocked(folder);
  const today = new Date().toISOString().slice(0, 10);
  const resolutions = unasked({ survey, curation, previous });
  const corpus = buildCorpus({ survey, curation, previous, resolutions, context, today }, files);
  const text = corpusText(corpus, files.corpus);
  const wrote = text === before ? "unchanged" : dryRun ? "would change" : "written";
  const kept = diskCache(workFolder(folder).answers, 0, { now: () => new Date(), warn });
  const write = (file: string, content: string | Uint8Array) => writeWithRoom(file, content, kept);
  if (wrote === "written")
    await writeCorpus(files.corpus, text, { before, leftOut }, (file, content) =>
      write(file, content).catch((error) => {
        throw fileError(file, "written", error, `${files.corpus} is unchanged`);
      }),
    );
  const last = { previous, corpusText: before };
  if (!dryRun) await writeCompanion(files.companion, { corpus, text }, last, warn, write);

  const summary = summaryOf(corpus);
  if (json) say(JSON.stringify({ file: files.corpus, result: wrote, ...summary }));
  else for (const line of [`${files.corpus}: ${wrote}`, ...linesOf(corpus, summary)]) say(line);
  const waiting = waitingRoot(survey, corpus, files.survey);
  if (waiting !== null) warn(waiting);
  for (const line of listNotices(resolutions, files.survey, today)) warn(line);
  for (const line of unresolvedLines(corpus.unresolved, files.survey)) warn(line);
  return corpus.unresolved.length > 0 || survey.problems.length > 0 ? EXIT.inPart : EXIT.done;
}

function refreshOnline(path: string, options: Options, { env, say, warn, stderr }: Shell): Promise<number> {
  return askAndWrite(path, options, { environment: env, say, warn, stream: stderr, random: Math.random });
}

async function refreshLayout(path: string, { dryRun }: Options, { say, warn }: Shell): Promise<number> {
  const folder = surveyFolderOf(path);
  if (dryRun) {
    say(`${folder}: ${COMPANION_FILES} would be laid out again if the map is large`);
    return EXIT.done;
  }
  await refuseLocked(folder);
  await layOutAnew(folder, warn);
  return EXIT.done;
}

async function refuseLocked(folder: string): Promise<void> {
  const { lock } = workFolder(folder);
  if (!(await isLocked(lock))) return;
  throw new CommandError(
    `another refresh is running in ${folder}; wait for it, or remove ${lock} if there is none`,
  );
}

function linesOf(corpus: Corpus, summary: ReturnType<typeof summaryOf>): string[] {
  const { papers, citations, entries, gaps } = summary;
  const unidentified = corpus.papers.filter(({ identified }) => identified === false).length;
  const named = new Map(corpus.papers.map(({ id, label, title }) => [id, label ?? title]));
  return [
    `${entries.resolved} of ${entries.total} entries resolved`,
    `${papers.survey} survey papers${unidentified === 0 ? "" : `, ${unidentified} of them not identified yet`}, ` +
      `${papers.context} related works`,
    `${citations.all} citations, ${citations.survey} of them among the survey papers ` +
      `(${citations.verified} verified, ${citations.likely} likely, ${citations.reported} reported)`,
    gaps === 0 ? "no gaps" : `${gaps} gaps:`,
    ...gapLines(corpus.gaps, (id) => named.get(id) ?? id).map((line) => `  ${line}`),
  ];
}

await runIfStarted(import.meta.filename, command);
