import type { Corpus } from "../corpus/schema.ts";
import { buildCorpus } from "../refresh/build-corpus.ts";
import { CurationError, parseCuration } from "../refresh/curation.ts";
import { pinnedPaper } from "../refresh/curation-facts.ts";
import { originOf } from "../refresh/origin-of.ts";
import { resolveEntries } from "../refresh/resolve-entries.ts";
import { SurveyError, waitingRoot } from "../refresh/survey-info.ts";
import { parseSurvey } from "../survey/parse-survey.ts";
import type { Survey } from "../survey/survey.ts";
import { checkCorpus } from "./check-corpus.ts";
import { type CurationText, checkCuration, curationProblems } from "./check-curation.ts";
import { checkSurvey } from "./check-survey.ts";
import { type Finding, inOrder } from "./finding.ts";

/** The files of a survey folder as texts; null where there is none. */
export interface FolderTexts {
  readonly survey: { readonly file: string; readonly text: string };
  readonly curation: { readonly file: string; readonly text: string } | null;
  readonly corpus: Corpus | null;
  /** The day of the check, YYYY-MM-DD: later dates are doubtful. By default none is. */
  readonly today?: string;
}

/**
 * Everything an author should fix in a survey folder, in the order of its files and lines. Without a corpus
 * only the survey and the curation are compared. Makes no requests. Never throws because of the texts.
 */
export function checkFolder(folder: FolderTexts): Finding[] {
  const survey = parseSurvey(folder.survey.text);
  const files = [folder.survey.file, ...(folder.curation ? [folder.curation.file] : [])];
  const { curation, problems } = readCuration(folder);
  const pins = (curation?.curation.pins ?? []).map((pin) => ({ pin, paper: pinnedPaper(pin) }));
  const resolutions = resolveEntries(survey.entries, pins, folder.corpus?.papers ?? []);
  const findings = [
    ...checkSurvey(survey, folder.survey.file, {
      resolutions,
      origin: folder.corpus && originWithTitle(folder.corpus),
      today: folder.today ?? null,
    }),
    ...problems,
    ...(curation ? checkCuration(curation, resolutions) : []),
    // What does not hold together is only seen when the parts are put together.
    ...(problems.length === 0 && survey.entries.length > 0 ? contradictions(folder, survey, curation) : []),
    ...(folder.corpus ? checkCorpus(resolutions, folder.corpus, folder.survey.file) : []),
  ];
  // What the corpus says of a year is surer than that it is doubtful.
  const told = new Set(findings.flatMap(({ rule, line }) => (rule === "other-year" ? [line] : [])));
  return inOrder(
    findings.filter(({ rule, line }) => rule !== "doubtful-date" || !told.has(line)),
    files,
  );
}

function readCuration({ curation }: FolderTexts): { curation: CurationText | null; problems: Finding[] } {
  if (curation === null) return { curation: null, problems: [] };
  try {
    return { curation: { ...curation, curation: parseCuration(curation.text, curation.file) }, problems: [] };
  } catch (error) {
    if (!(error instanceof CurationError)) throw error;
    return { curation: null, problems: curationProblems(error, curation.file) };
  }
}

function originWithTitle({ papers, citations }: Corpus) {
  const origin = originOf(papers, citations);
  const title = papers.find(({ id }) => id === origin?.paper)?.title;
  return origin === null || title === undefined ? null : { ...origin, title };
}

function contradictions(
  { survey: { file: surveyFile }, corpus }: FolderTexts,
  survey: Survey,
  read: CurationText | null,
): Finding[] {
  const file = read?.file ?? "curation.json";
  try {
    const names = { survey: surveyFile, curation: file };
    const built = buildCorpus({ survey, curation: read?.curation ?? null, previous: corpus }, names);
    const waiting = waitingRoot(survey, built, surveyFile);
    return waiting === null
      ? []
      : [surveyFinding(waiting, surveyFile, "link its entry, or correct the root")];
  } catch (error) {
    if (error instanceof CurationError) return curationProblems(error, file);
    if (!(error instanceof SurveyError)) throw error;
    return [surveyFinding(error.message, surveyFile, "correct it: a refresh writes nothing until then")];
  }
}

function surveyFinding(message: string, file: string, remedy: string): Finding {
  const bare = message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
  return { severity: "error", rule: "survey", file, line: null, message: bare, remedy };
}
