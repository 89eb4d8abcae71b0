import { inFigures } from "./grammar.ts";
/** No part of the texts of the page: what a published map says of itself to those who have not opened it: in the head of the page, in previews of links. */
export const share = {
  description: (facts: {
    readonly survey: string;
    readonly papers: number;
    readonly citations: number;
    readonly domains: number;
    readonly years: readonly [number, number] | null;
  }) => {
    const papers = `${facts.papers} ${facts.papers === 1 ? "paper" : "papers"}`;
    const domains = facts.domains > 1 ? ` in ${facts.domains} domains` : "";
    const citations = `${facts.citations} ${facts.citations === 1 ? "citation" : "citations"}`;
    const years =
      facts.years === null
        ? ""
        : facts.years[0] === facts.years[1]
          ? `, of ${facts.years[0]}`
          : `, from ${facts.years[0]} to ${facts.years[1]}`;
    return `A map of ${papers}${domains} and the ${citations} among them${years}, from the survey “${facts.survey}”.`;
  },
  counts: (papers: number, citations: number) =>
    `${inFigures(papers)} ${papers === 1 ? "paper" : "papers"}, ${inFigures(citations)} ${citations === 1 ? "citation" : "citations"} among them`,
  noScript: "This map is drawn by a script; please allow scripts for this page.",
  serveInstead:
    "This map cannot be opened as a file. Serve its folder, for example with: npx serve, and open the address that it prints.",
};
