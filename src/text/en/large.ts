import { counted } from "./grammar.ts";

/** What is said of maps of thousands of papers alone. */
export const large = {
  notDrawn: (papers: number) =>
    `${counted(papers, "paper")} are too many for a drawing of single marks. Take PNG of what the map shows, or a smaller part.`,
  notPrinted: (papers: number) =>
    `${counted(papers, "paper")} are too many to be printed. Take PNG of what the map shows, or a smaller part as SVG.`,
  asItStands: "The picture is the map as it stands on this screen, in its size and colours.",
  noPicture: "The map is not shown now: go to the network or the lineage first.",
  search: (survey: number, around: number) =>
    survey === 0
      ? `Search ${counted(around, "work")}`
      : `Search ${counted(survey, "paper")}, ${counted(around, "work")} around them`,
  noList: (works: number) => `No paper of an own list; ${counted(works, "work")} around it`,
};
