import { counted } from "./grammar.ts";

/** The head of the page. */
export const header = {
  toMap: "Go to the map",
  views: "Views",
  view: {
    lineage: "Lineage",
    network: "Network",
    domains: "Domains",
    matrix: "Matrix",
    table: "Table",
  },
  searchLabel: "Search papers by title, author, venue or year",
  search: (papers: number, around: number) =>
    papers === 0 && around > 0
      ? `Search ${counted(around, "work")}`
      : `Search ${counted(papers, "paper")}${around > 0 ? `, ${counted(around, "work")} around them` : ""}`,
  noMatch: (query: string) => `No paper matches “${query}”.`,
  onlyFirst: (letters: number) => `Only the first ${letters} letters are searched for.`,
  found: "Papers found",
  legend: "Legend",
  export: "Export",
  exportNotLoaded: "The export could not be loaded. Try again.",
  viewNotLoaded: "This view could not be loaded. Check the connection and choose it again.",
  loading: "Loading…",
};
