import type { Paper } from "../corpus/schema.ts";
import type { SurveyEntry } from "../survey/survey.ts";
import type { PaperFacts } from "./facts.ts";
import { judgeMatch, matchForms } from "./judge-match.ts";
import { agreeOnAuthor } from "./same-work.ts";
import { titledWork } from "./titled-work.ts";
import { titleForms } from "./work-title.ts";

/** A preprint and the venue the survey names lie at most this far apart. */
const MAX_YEARS_TO_VENUE = 3;

/** Papers, made ready to be found by the title that an entry gives. */
export class TitledPapers {
  private readonly byForm = new Map<string, Paper[]>();

  constructor(papers: readonly Paper[]) {
    for (const paper of papers) {
      for (const form of matchForms({ title: paper.title, author: null, year: null })) {
        const papers = this.byForm.get(form);
        if (papers) papers.push(paper);
        else this.byForm.set(form, [paper]);
      }
    }
  }

  /** The papers that the entry may mean: of its title, or titled a little otherwise, as a match may have brought them. */
  meantBy(entry: SurveyEntry): Paper[] {
    const found = new Set([...matchForms(titledWork(entry))].flatMap((form) => this.byForm.get(form) ?? []));
    return [...found].filter((paper) => isMeant(entry, paper));
  }
}

function isMeant(entry: SurveyEntry, paper: Paper): boolean {
  const [author = null] = paper.authors;
  const wanted = titledWork(entry);
  if (isTitled(entry, paper)) return agreeOnAuthor(wanted.author, author) !== false;
  return judgeMatch(wanted, { title: paper.title, author, year: paper.year }) === null;
}

/** Whether the paper has the entry's title, and a year that may be the entry's. */
export function isTitled(entry: SurveyEntry, paper: Pick<PaperFacts, "title" | "year">): boolean {
  const years = Math.abs((entry.year ?? 0) - (paper.year ?? 0));
  const near = entry.year === null || paper.year == null || years <= MAX_YEARS_TO_VENUE;
  const { key } = titleForms(entry.title);
  return key !== "" && near && key === titleForms(paper.title).key;
}
