import { type PaperId, paperId } from "../corpus/ids.ts";
import type { Corpus, CorpusInput } from "../corpus/schema.ts";
import type { Survey } from "../survey/survey.ts";
import { nearestEntry } from "./nearest-entry.ts";
import type { Resolution } from "./resolve-entries.ts";

/** A survey that no corpus can be built from. */
export class SurveyError extends Error {
  override readonly name = "SurveyError";
}

/**
 * What a corpus says about its survey. Throws a SurveyError when the root is not one of the papers `kept`,
 * unless it may be the id of an entry that is not identified yet: then the root is null.
 */
export function surveyInfo(
  survey: Survey,
  file: string,
  idOf: (name: PaperId) => PaperId,
  kept: ReadonlySet<PaperId>,
  resolved: readonly Resolution[],
): NonNullable<CorpusInput["survey"]> {
  const { title, author, date, language, groups, domains } = survey;
  const named = survey.root === null ? null : idOf(paperId(survey.root));
  const root = named !== null && kept.has(named) ? named : null;
  // An id may be that of an entry which is not identified yet.
  const mayCome =
    survey.root?.startsWith("title:") !== true && resolved.some(({ how }) => how === "unresolved");
  if (survey.root !== null && root === null && !mayCome)
    throw new SurveyError(noRoot(survey, survey.root, file));
  return {
    ...(title !== null && { title }),
    author,
    date,
    language,
    root,
    groups: [...groups],
    domains: domains.map(({ id, labels, sections, group, note }) => ({
      id,
      label: labels,
      section: sections,
      group,
      note,
    })),
  };
}

/**
 * What to say of a root that none of the corpus's papers is yet, while it may be an entry that is not identified;
 * null where there is none such. `file` is the list.
 */
export function waitingRoot(survey: Survey, corpus: Corpus, file: string): string | null {
  if (survey.root === null || corpus.survey.root !== null) return null;
  const waiting = corpus.unresolved.length;
  return `${noRoot(survey, survey.root, file)}; it may be one of the ${waiting} that are not identified yet`;
}

function noRoot({ entries }: Survey, root: string, file: string): string {
  const nearest = nearestEntry(root, entries);
  const remedy =
    nearest === null
      ? "use the id of one of the entries"
      : `the nearest is "${nearest.title}" on line ${nearest.line}; use the id of one of the entries`;
  return `${file}: root: no paper "${root}"; ${remedy}`;
}
