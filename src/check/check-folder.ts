import type { Corpus } from "../corpus/schema.ts";
import { buildCorpus, SurveyError } from "../refresh/build-corpus.ts";
import { CurationError, parseCuration } from "../refresh/curation.ts";
import { pinnedPaper } from "../refresh/curation-facts.ts";
import { resolveEntries } from "../refresh/resolve-entries.ts";
import { parseSurvey } from "../survey/parse-survey.ts";
import { checkCorpus } from "./check-corpus.ts";
import { type CurationText, checkCuration, curationProblems } from "./check-curation.ts";
import { checkSurvey } from "./check-survey.ts";
import { type Finding, inOrder } from "./finding.ts";

/** The files of a survey folder as texts; null where there is none. */
export interface FolderTexts {
  readonly survey: { readonly file: string; readonly text: string };
  readonly curation: { readonly file: string; readonly text: string } | null;
  readonly corpus: Corpus | null;
}

/**
 * Everything an author should fix in a survey folder, in the order of its files and lines. Without a
 * corpus the survey and the curation are held against each other alone. Asks nobody. Throws nothing that
 * the texts could cause.
 */
export function checkFolder(folder: FolderTexts): Finding[] {
  const survey = parseSurvey(folder.survey.text);
  const files = [folder.survey.file, ...(folder.curation ? [folder.curation.file] : [])];
  const { curation, problems } = readCuration(folder);
  const pins = (curation?.curation.pins ?? []).map((pin) => ({ pin, paper: pinnedPaper(pin) }));
  const resolutions = resolveEntries(survey.entries, pins, folder.corpus?.papers ?? []);
  const pinned = new Set(resolutions.flatMap(({ how, entry }) => (how === "pin" ? [entry] : [])));
  const findings = [
    ...checkSurvey(survey, folder.survey.file, pinned),
    ...problems,
    ...(curation ? checkCuration(curation, resolutions) : []),
    // What does not hold together is only seen when the parts are put together.
    ...(survey.entries.length > 0 && problems.length === 0 ? contradictions(folder, curation) : []),
    ...(folder.corpus ? checkCorpus(resolutions, folder.corpus, folder.survey.file) : []),
  ];
  return inOrder(findings, files);
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

function contradictions({ survey, corpus }: FolderTexts, curation: CurationText | null): Finding[] {
  const file = curation?.file ?? "curation.json";
  try {
    const sources = {
      survey: parseSurvey(survey.text),
      curation: curation?.curation ?? null,
      previous: corpus,
    };
    buildCorpus(sources, { survey: survey.file, curation: file });
    return [];
  } catch (error) {
    if (error instanceof CurationError) return curationProblems(error, file);
    if (!(error instanceof SurveyError)) throw error;
    const { message } = error;
    return [
      {
        severity: "error",
        rule: "survey",
        file: survey.file,
        line: null,
        message: message.startsWith(`${survey.file}: `) ? message.slice(survey.file.length + 2) : message,
        remedy: "correct it: a refresh writes nothing until then",
      },
    ];
  }
}
