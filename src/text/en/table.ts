import { counted } from "./grammar.ts";

/** The papers as a table. */
export const table = {
  caption: "Papers of the map; press a column’s name to sort",
  column: {
    title: "Paper",
    domain: "Domain",
    venue: "Venue",
    year: "Published",
    citations: "Citations",
    cites: "Cites in map",
    citedBy: "Cited by in map",
    generation: "Generation",
  },
  more: (papers: number) => `${counted(papers, "more paper")}: narrow by search, domains or years.`,
  around: "around the survey",
  unknown: "not known",
  unidentified: "not identified yet",
};
