import { counted, inFigures, listed } from "./grammar.ts";

/** The guided reading. Names come from the survey. */
export const tour = {
  name: "Tour of the map",
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  next: "Next",
  back: "Back",
  leave: "Leave the tour",
  done: "Done",
  root: {
    heading: (root: string) => `${root} is where it begins`,
    text: (root: string, papers: number) =>
      `The ringed mark is ${root}. Every other mark is a paper: ${counted(papers, "paper")} of the survey in colour, works around them small and grey. What lights up now is what cites ${root}, or is cited by it.`,
  },
  oldest: {
    heading: "Every mark is a paper",
    text: (oldest: string, papers: number) =>
      `This survey lists ${counted(papers, "paper")} and names no origin. The ringed one, ${oldest}, is the oldest; what lights up now is linked to it.`,
  },
  domains: {
    heading: "Left is older, colour is domain",
    text: (from: number, to: number, domains: readonly string[], more: number) =>
      `Time runs from ${from} at the left to ${to} at the right. Colour, shape and lane say the domain the author chose: ${listed(more > 0 ? [...domains, `${inFigures(more)} more`] : domains)}. In the legend you can switch each on and off.`,
  },
  arrows: {
    heading: "Arrows point back in time",
    text: (paper: string, cites: readonly string[]) =>
      `An arrow leads from the citing to the cited paper. ${paper}, ringed now, cites ${listed(cites)}. Point at any mark or line to see what belongs to it.`,
  },
  spine: {
    heading: "Follow the spine",
    text: (papers: number, first: string, last: string) =>
      `The bold line is the main path: of all ways from ${first} to the newest papers, most run along it. It passes ${counted(papers, "paper")} and ends at ${last}. Links, under the map, goes back to all citations.`,
  },
  details: {
    heading: "Choose a paper",
    text: (paper: string) =>
      `Click a mark, or press Enter on it: here ${paper}. The panel says how it descends, with the evidence for each citation. Star it, tick it off or write a note: that stays in your browser.`,
  },
  views: {
    heading: "The same papers, otherwise",
    text: "Network brings together what cites one another. Domains, Matrix and Table hold the same facts as flows, as a grid and as a list. The question mark in the head of the page explains every mark and measure.",
  },
};
