import { counted, inFigures, listed } from "./grammar.ts";

/** The works the survey may be missing. */
export const gaps = {
  heading: "Works the survey may be missing",
  lead: "Works outside the list that its papers cite, or that cite them; those tied to most papers first, and the domain in which most of these stand.",
  noCitation:
    "No citation is known yet, so nothing points beyond the survey. Refresh the corpus from Semantic Scholar, or note reference lists in curation.json.",
  noLink: "No work around the survey is linked to its papers.",
  surveyOnly:
    "This corpus holds only the survey’s own papers. A refresh from Semantic Scholar brings the works around them; what many of them lean on is then listed here.",
  none: "No such work. Ask for fewer papers, or for all domains.",
  from: "Cited by, or citing,",
  least: (papers: number) => `at least ${counted(papers, "paper")} of the survey`,
  domain: "Domain",
  allDomains: "all domains",
  undecided: "undecided",
  choice: (label: string, count: number) => `${label} (${inFigures(count)})`,
  others: (author: string) => `${author} and others`,
  citedBy: (papers: readonly string[]) => `cited by ${papers.length}: ${listed(papers)}`,
  cites: (papers: readonly string[]) => `cites ${papers.length}: ${listed(papers)}`,
  noneTells: "none of them tells",
  atMost: (agreeing: number, all: number) =>
    `at most ${inFigures(agreeing)} of ${inFigures(all)} in one domain`,
  agree: (agreeing: number, all: number) => `${inFigures(agreeing)} of ${inFigures(all)} of them stand there`,
  count: (works: number) => counted(works, "work"),
  closest: (shown: number, all: number) =>
    `The ${inFigures(shown)} closest of ${counted(all, "work")}; ask for more papers to see fewer.`,
  copyAs: (format: string) => `Copy as ${format}`,
  copyWorkAs: (title: string, format: string) => `Copy ${title} as ${format}`,
  worksAs: (works: number, format: string) => `${counted(works, "work")} as ${format}`,
  workAs: (title: string, format: string) => `“${title}” as ${format}`,
  copied: (what: string) => `Copied ${what}.`,
  notWritten: (what: string) => `A script did not load, so there is no ${what}. Try again.`,
  byHand: (what: string) => `This browser does not let the page copy. Here is ${what}, to copy by hand:`,
  toCopy: "The text to copy",
};
