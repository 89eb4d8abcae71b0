import type { SurveyEntry } from "../survey/survey.ts";
import { authorInLink, type TitledWork } from "./judge-match.ts";

/** The work an entry names, as titles are matched: the first author is the list's, else the one in its link. */
export function titledWork({ title, authors, links, year }: SurveyEntry): TitledWork {
  return { title, author: authors[0] ?? authorInLink(links.paper), year };
}
