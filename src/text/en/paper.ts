import { counted, listed } from "./grammar.ts";

/** A paper in a sentence, and a link in one line. */
export const paper = {
  context: "work around the survey",
  cites: (named: readonly string[]) => `cites ${listed(named)}`,
  citesNothing: "cites nothing on this map",
  citesUnknown: "what it cites is not known yet",
  citedBy: (named: readonly string[]) => `cited by ${listed(named)}`,
  unidentified: "not identified yet",
  notCited: "not cited on this map",
  generation: (number: number) => `generation ${number}`,
  around: (works: number) => `${counted(works, "work")} around the survey`,
  head: (parts: readonly string[]) => parts.join(", "),
  sentence: (parts: readonly string[]) => `${parts.join("; ")}.`,
  link: (citing: string, cited: string) => `${citing} cites ${cited}`,
  /** The other direction, after what was said of the first. */
  back: (citing: string, cited: string) => `and ${citing} cites ${cited}`,
  /** After all that is said of it, when its details are open. */
  open: (traced: boolean) => ` Its details are open${traced ? " and its lineage is shown" : ""}.`,
  implied: (path: readonly string[]) => `implied by ${path.join(" > ")}`,
};
