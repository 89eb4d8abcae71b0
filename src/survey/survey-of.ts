import { createDomainRegister } from "./domain-register.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { DomainPath, LeftOut, ListedPaper, PaperList, Survey, SurveyEntry } from "./survey.ts";

/** A list whose papers may come with what it says behind their heading and under that of their section. */
export interface NotedList extends Omit<PaperList, "papers"> {
  readonly papers: readonly (ListedPaper & {
    readonly headingNotes?: readonly string[];
    readonly sectionNote?: string | null;
  })[];
  readonly leftOut?: readonly LeftOut[];
}

/** Where papers without any heading or category are. */
const NO_PATH: DomainPath = { label: "Papers", section: null };

/**
 * The survey of a list and of what its front matter says: papers as entries of domains, which get their ids in the
 * order in which papers are found in them. Problems stand by line.
 */
export function surveyOf(said: FrontMatter, list: NotedList): Survey {
  const register = createDomainRegister(said);
  const entries = list.papers.map(
    ({ paths, headingNotes = [], sectionNote = null, ...paper }): SurveyEntry => {
      const ids = (paths.length > 0 ? paths : [NO_PATH]).map((path) => register.idOf(path, sectionNote));
      const [domain = "", ...otherDomains] = ids;
      for (const note of headingNotes) register.remark(domain, note);
      return { ...paper, domain, otherDomains };
    },
  );
  const title = said.title ?? list.title;
  const headings = register.finish("en").domains.map((domain) => domain.label);
  const language = said.language ?? languageOf([title, ...headings].join(" "));
  const { domains, problems } = register.finish(language);
  return {
    title,
    author: said.author,
    date: said.date,
    language,
    root: said.root,
    groups: said.groups,
    domains,
    entries,
    leftOut: list.leftOut ?? [],
    problems: [...said.problems, ...problems, ...list.problems].sort((a, b) => a.line - b.line),
  };
}

/** The language a text seems to be in by its script: `ja`, `ko`, `zh`, else `en`. */
function languageOf(text: string): string {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return "ja";
  if (/\p{sc=Hangul}/u.test(text)) return "ko";
  return /\p{sc=Han}/u.test(text) ? "zh" : "en";
}
