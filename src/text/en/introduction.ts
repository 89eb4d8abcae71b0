import { counted, inFigures } from "./grammar.ts";

/** What a reader who opens the page cold is told. */
export const introduction = {
  mainPath: "The main path",
  reading: "How to read it",
  dot: ["Dot", "a paper of the survey; small grey ones are works around it."],
  dotAlone: ["Dot", "a paper."],
  size: "Size",
  sizeByCitations: "how often it is cited; a dashed ring: not known yet.",
  sizeByMap: "how often papers of this map cite it.",
  arrow: ["Arrow", "points from the citing to the cited paper; dashed where only likely."],
  colour: ["Colour and shape", "the domain the survey’s author put it in."],
  colourAlone: ["Colour", "the community that its citations put it in, or what else is chosen under Colour."],
  startAt: (root: string) => `Start at ${root}`,
  origin: (root: string, citedBy: number, dated: boolean) =>
    `The list names no root among its papers. ${root} is taken for it: ${dated ? "among the older half of the list" : "of the whole list"} it is the paper that most others cite, ${inFigures(citedBy)} of them. A line “root:” at the top of the list names another.`,
  noOrigin:
    "The list names no root among its papers, and no paper of its older half is cited by enough others to be taken for it. A line “root:” at the top of the list names one.",
  lines: "Longest lines of descent",
  more: (count: number) => `and ${inFigures(count)} more`,
  generations: "Generations",
  steps: (root: string | null) =>
    `Steps of citation from ${root ?? "the oldest papers"}, along the longest line.`,
  noGenerations: "No citation among the listed papers is known yet.",
  papers: (count: number) => counted(count, "paper"),
  cycles: "Mutual citations",
  apart: "Stands apart",
  changed: "What changed",
  markNewest: "Mark the newest on the map",
};
