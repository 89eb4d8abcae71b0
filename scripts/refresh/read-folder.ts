import { join } from "node:path";
import { type Changes, NO_CHANGES } from "../../src/corpus/changes.ts";
import { CorpusError, type SalvagedCorpus, salvageCorpus } from "../../src/corpus/parse-corpus.ts";
import { parseChanges } from "../../src/corpus/salvage-changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { type Curation, parseCuration } from "../../src/refresh/curation.ts";
import { parseSurvey } from "../../src/survey/parse-survey.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { CommandError } from "../command.ts";
import { type CompanionPaths, companionPaths } from "../companion/companion-file.ts";
import { leftOutLines } from "../read-corpus.ts";
import { readSurvey } from "../read-survey.ts";
import { readTextIfThere, type TextFile } from "../read-text.ts";
import { passedOverRemark, surveyFileOf } from "../survey-file.ts";

/** Everything a refresh reads from its folder. */
export interface Folder {
  readonly files: {
    readonly survey: string;
    readonly curation: string;
    readonly corpus: string;
    readonly changes: string;
    readonly companion: CompanionPaths;
  };
  readonly survey: Survey;
  /** Null when there is no such file. */
  readonly curation: Curation | null;
  readonly previous: Corpus | null;
  /** What is wrong with each row of the last corpus.json that was left out; [] for none. */
  readonly leftOut: readonly string[];
  /** The text of the last corpus.json and changes.json; null when there is none. */
  readonly corpusText: string | null;
  readonly changesText: string | null;
  readonly changes: Changes;
}

/**
 * Reads the survey at the path, a folder or the file itself, and curation.json and the last corpus.json
 * beside it; warns of lines of the survey and rows of the corpus that cannot be read. Throws a CommandError
 * or a CurationError that names the file and the remedy.
 */
export function readFolder(path: string, warn: (line: string) => void): Folder {
  const found = surveyFileOf(path);
  const { folder } = found;
  const files = {
    survey: found.file,
    curation: join(folder, "curation.json"),
    corpus: join(folder, "corpus.json"),
    changes: join(folder, "changes.json"),
    companion: companionPaths(folder),
  };
  const survey = parseSurvey(readSurvey(files.survey, warn));
  const remark = passedOverRemark(found);
  if (remark !== null) warn(remark);
  const curation = readTextIfThere(files.curation);
  if (curation === null) warn(`${files.curation}: not found; building from the survey only`);
  for (const { line, message } of survey.problems) warn(`${files.survey}:${line}: ${message}`);
  if (survey.entries.length === 0) throw new CommandError(`${files.survey}: lists no papers`);
  const corpus = readTextIfThere(files.corpus);
  const changes = readTextIfThere(files.changes);
  const previous = corpus && parsePrevious(corpus.text, files.corpus);
  for (const line of leftOutLines(files.corpus, previous?.leftOut ?? [])) warn(line);
  return {
    files,
    survey,
    curation: curation === null ? null : parseCuration(curation.text, files.curation),
    previous: previous?.corpus ?? null,
    leftOut: previous?.leftOut ?? [],
    corpusText: corpus && wholeText(corpus),
    changesText: changes && wholeText(changes),
    changes: changes ? parsePast(changes.text, files.changes) : NO_CHANGES,
  };
}

function parsePrevious(text: string, file: string): SalvagedCorpus {
  const remedy = "correct it, or move it away to build from the survey and the curation only";
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
    throw new CommandError(`${file}: ${(error as Error).message}\ncorrect it, or move it away to start over`);
  }
}

/** The text with its byte order mark, so that it differs from what is written, which has none. */
function wholeText({ marked, text }: TextFile): string {
  return marked ? `\ufeff${text}` : text;
}
