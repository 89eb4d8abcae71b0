import { counted, inFigures } from "./grammar.ts";

/** The domains by year and what they took from one another. */
export const flow = {
  heading: "How domains fed one another",
  lead: "Each line is a domain, each mark its papers of a year with their number. A band leads, narrowing, from the domain that fed to the one that was fed, in the colour of the former: citations that no longer path implies. Press a domain to see its own bands alone.",
  noGroups:
    "No paper of this survey stands under a heading, so there are no domains to follow. Put headings above its papers and refresh the corpus.",
  noYears:
    "No paper of this survey has a year yet. Name years in the list (`[CVPR 2023]`) or refresh the corpus: then its domains are drawn by year here.",
  summary: (domains: number, between: number, within: number) =>
    `${counted(domains, "domain")} by year; ${counted(between, "citation")} that carry the lineage lead from one domain to another, ${inFigures(within)} stay in theirs.`,
  band: (fed: string, fedYears: string, feeding: string, feedingYears: string, count: number) =>
    `${fed} of ${fedYears} took from ${feeding} of ${feedingYears}: ${counted(count, "citation")}`,
  others: (count: number) => `and ${counted(count, "other")}`,
  broadest: (shown: number, all: number) =>
    `The picture has the ${inFigures(shown)} broadest of ${counted(all, "band")}; the table counts all.`,
  undated: (count: number) =>
    `${counted(count, "citation")} of papers without a year stand only in the table.`,
  citesNone: "cites none",
  share:
    "At the right: of the citations its papers make of papers of this survey, the share that stays in the domain.",
  asTable: "The same as a table",
  byYear: "Domains by year",
  papersByYear: "Papers by domain and year",
  domain: "Domain",
  within: "Citations within",
  carrying: "Citations that carry the lineage, by domain",
  from: "From",
  to: "To",
  citations: "Citations",
  papers: "Papers, older → newer",
};
