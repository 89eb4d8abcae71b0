import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a folder's survey may be called; the first that is there is read. */
export const SURVEY_NAMES = ["md", "bib", "ris", "csv", "tsv", "json", "txt"].map(
  (ending) => `survey.${ending}`,
);

/** A survey on disk, and the folder in which corpus.json and curation.json are beside it. */
export interface SurveyFile {
  readonly folder: string;
  readonly file: string;
  /** Other surveys in the folder, which are not read. */
  readonly passedOver: readonly string[];
}

/** The survey of a folder, or the file itself where one is named; `survey.md` where there is none of them yet. */
export function surveyFileOf(path: string): SurveyFile {
  const folder = surveyFolderOf(path);
  if (folder !== path) return { folder, file: path, passedOver: [] };
  const [file = join(folder, "survey.md"), ...passedOver] = SURVEY_NAMES.map((name) =>
    join(folder, name),
  ).filter((name) => existsSync(name));
  return { folder, file, passedOver };
}

/** The folder that a path means: itself, or the one of the file that it names. */
export function surveyFolderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path;
}

/** What to say of surveys that are passed over; null where there are none. */
export function passedOverRemark({ file, passedOver }: SurveyFile): string | null {
  if (passedOver.length === 0) return null;
  return `reading ${file}; ${passedOver.join(", ")} beside it ${passedOver.length === 1 ? "is" : "are"} ignored`;
}
