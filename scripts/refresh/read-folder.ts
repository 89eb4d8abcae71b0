import { join } from "node:path";
import { type Changes, NO_CHANGES } from "../../src/corpus/changes.ts";
import { CorpusError, type SalvagedCorpus, salvageCorpus } from "../../src/corpus/parse-corpus.ts";
import { parseChanges } from "../../src/corpus/salvage-changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { type Curation, parseCuration } from "../../src/refresh/curation.ts";
import { parseSurvey, type Survey } from "../../src/survey/parse-survey.ts";
import { CommandError } from "../command.ts";
import { COMPANION_FILE } from "../companion/companion-file.ts";
import { leftOutLines } from "../read-corpus.ts";
import { readSurvey } from "../read-survey.ts";
import { readText } from "../read-text.ts";

/** Everything a refresh reads from its folder. */
export interface Folder {
  readonly files: {
    readonly survey: string;
    readonly curation: string;
    readonly corpus: string;
    readonly changes: string;
    readonly companion: string;
  };
  readonly survey: Survey;
  /** Null when there is no such file. */
  readonly curation: Curation | null;
  readonly previous: Corpus | null;
  /** What is wrong with each row of the last corpus.json that was left out; none is []. */
  readonly leftOut: readonly string[];
  /** The text of the last corpus.json and changes.json; null when there is none. */
  readonly corpusText: string | null;
  readonly changesText: string | null;
  readonly changes: Changes;
}

/**
 * Reads survey.md, curation.json and the last corpus.json of the folder; warns of what of the
 * survey, and which rows of the corpus, cannot be read. Throws an CommandError or a CurationError that names the file and the remedy.
 */
export function readFolder(folder: string, warn: (line: string) => void): Folder {
  const files = {
    survey: join(folder, "survey.md"),
    curation: join(folder, "curation.json"),
    corpus: join(folder, "corpus.json"),
    changes: join(folder, "changes.json"),
    companion: join(folder, COMPANION_FILE),
  };
  const survey = parseSurvey(surveyText(files.survey));
  const curation = read(files.curation);
  if (curation === null) warn(`${files.curation}: there is none; building from the survey alone`);
  for (const { line, message } of survey.problems) warn(`${files.survey}:${line}: ${message}`);
  if (survey.entries.length === 0) throw new CommandError(`${files.survey}: holds no entry of a paper`);
  const corpusText = read(files.corpus);
  const changesText = read(files.changes);
  const previous = corpusText === null ? null : parsePrevious(corpusText, files.corpus);
  for (const line of leftOutLines(files.corpus, previous?.leftOut ?? [])) warn(line);
  return {
    files,
    survey,
    curation: curation === null ? null : parseCuration(curation, files.curation),
    previous: previous?.corpus ?? null,
    leftOut: previous?.leftOut ?? [],
    corpusText,
    changesText,
    changes: changesText === null ? NO_CHANGES : parsePast(changesText, files.changes),
  };
}

function parsePrevious(text: string, file: string): SalvagedCorpus {
  const remedy = "correct it, or move it away to build from survey and curation alone";
  try {
    return salvageCorpus(JSON.parse(text));
  } catch (error) {
    if (error instanceof CorpusError || error instanceof SyntaxError) {
      throw new CommandError(`${file}: ${error.message}\n${remedy}`);
    }
    throw error;
  }
}

function parsePast(text: string, file: string): Changes {
  try {
    return parseChanges(JSON.parse(text));
  } catch (error) {
    throw new CommandError(`${file}: ${(error as Error).message}\ncorrect it, or move it away to begin anew`);
  }
}

function surveyText(file: string): string {
  try {
    return readSurvey(file);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/** The text of a file; null when there is none. */
function read(file: string): string | null {
  try {
    return readText(file).text;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new CommandError(`${file}: cannot be read: ${(error as Error).message}`);
  }
}
