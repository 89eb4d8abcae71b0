import { formatsOf } from "../formats.ts";
import { counted, inFigures, listed } from "./grammar.ts";

const { count } = formatsOf("en");

/** The right rail: a paper. */
export const details = {
  name: "About the selected paper",
  inSurvey: "In the survey",
  around: "Work around the survey",
  close: "Close",
  authors: (names: readonly string[]) => listed(names),
  authorsUnknown: "Authors not known yet",
  firstPublished: (date: string) => `first published ${date}`,
  dateUnknown: "Date not known yet",
  countUnknown: "Citation count not known yet",
  citations: (total: number, influential: number | null, date: string | null) =>
    `${counted(total, "citation")}${influential === null ? "" : `, ${count(influential)} of them influential`}${
      date === null ? "" : ` on ${date}`
    } (Semantic Scholar)`,
  link: { paper: "Paper", code: "Code", project: "Project", data: "Data", video: "Video" },
  unidentified: (reason: string) => `Not identified yet: ${reason}. What is said here is what the list says.`,
  unidentifiedBecause: "only its title is known",
  cites: (papers: number) => `Cites ${inFigures(papers)} in this map`,
  citedBy: (papers: number) => `Cited by ${inFigures(papers)} in this map`,
  aroundCount: (works: number) => `${inFigures(works)} around the survey`,
  more: (others: number) =>
    `and ${counted(others, "other")}; here are the survey’s own and those most cited on this map`,
  notLookedAt: "What this work cites was not looked at.",
  listUnknown: "Its reference list is not known yet: a paper missing here may be cited all the same.",
  trace: "Trace lineage",
  pathTo: "Path to…",
  pickOther: "Pick the other paper: on the map, in the table, or by search.",
  path: "Path between two papers",
  swap: "Swap ends",
  sentence: "In one sentence",
  remark: "The survey’s remark",
  abstract: "Abstract",
};
