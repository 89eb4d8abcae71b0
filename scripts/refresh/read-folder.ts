import { join } from "node:path";
import { CHANGES_VERSION, type Changes, parseChanges } from "../../src/corpus/changes.ts";
import { CorpusError, parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { type Curation, parseCuration } from "../../src/refresh/curation.ts";
import { parseSurvey } from "../../src/survey/parse-survey.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { CommandError } from "../command.ts";
import { COMPANION_FILE } from "../companion/companion-file.ts";
import { readSurvey } from "../read-survey.ts";
import { readText } from "../read-text.ts";
import { passedOverRemark, surveyFileOf } from "../survey-file.ts";

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
  /** The text of the last corpus.json and changes.json; null when there is none. */
  readonly corpusText: string | null;
  readonly changesText: string | null;
  readonly changes: Changes;
}

/**
 * Reads the survey at the path, a folder or the file itself, and curation.json and the last corpus.json beside
 * it; warns of what of the survey cannot be read. Throws an CommandError or a CurationError that names the file and the remedy.
 */
export function readFolder(path: string, warn: (line: string) => void): Folder {
  const found = surveyFileOf(path);
  const { folder } = found;
  const files = {
    survey: found.file,
    curation: join(folder, "curation.json"),
    corpus: join(folder, "corpus.json"),
    changes: join(folder, "changes.json"),
    companion: join(folder, COMPANION_FILE),
  };
  const survey = parseSurvey(surveyText(files.survey, warn));
  const remark = passedOverRemark(found);
  if (remark !== null) warn(remark);
  const curation = read(files.curation);
  if (curation === null) warn(`${files.curation}: there is none; building from the survey alone`);
  for (const { line, message } of survey.problems) warn(`${files.survey}:${line}: ${message}`);
  if (survey.entries.length === 0) throw new CommandError(`${files.survey}: holds no entry of a paper`);
  const corpusText = read(files.corpus);
  const changesText = read(files.changes);
  return {
    files,
    survey,
    curation: curation === null ? null : parseCuration(curation, files.curation),
    previous: corpusText === null ? null : parsePrevious(corpusText, files.corpus),
    corpusText,
    changesText,
    changes:
      changesText === null ? { version: CHANGES_VERSION, runs: [] } : parsePast(changesText, files.changes),
  };
}

function parsePrevious(text: string, file: string): Corpus {
  const remedy = "correct it, or move it away to build from survey and curation alone";
  try {
    return parseCorpus(JSON.parse(text));
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

function surveyText(file: string, warn: (line: string) => void): string {
  try {
    return readSurvey(file, warn);
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
