import { counted, inFigures, listed } from "./grammar.ts";

/** The foot of the page. */
export const coverage = {
  dated: (date: string, sources: readonly string[]) => `Data of ${date} from ${listed(sources)}`,
  undated: "Data without a date",
  resolved: (papers: number, entries: number) =>
    `${inFigures(papers)} of ${inFigures(entries)} papers resolved`,
  noList: (works: number) => `No paper of an own list; ${counted(works, "work")} around it`,
  allCitations: (all: number) => counted(all, "citation"),
  references: (known: number, all: number) =>
    `reference lists known for ${inFigures(known)} of ${inFigures(all)}`,
  citations: (all: number, kinds: readonly string[]) =>
    `${counted(all, "citation")} among them${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`,
  kind: (count: number, confidence: string) => `${inFigures(count)} ${confidence}`,
  root: "the root",
  noPathTo: (root: string) => `no citation path to ${root}:`,
  /** Between the papers without one. */
  between: ", ",
  norTo: (others: number) => `nor to ${counted(others, "other")}`,
  leadsNowhere: "Its reference list is known and leads to no citation path.",
  notRead: "No citation path is known; its reference list was not read yet.",
  unresolved: (entries: number) => `${counted(entries, "entry", "entries")} not identified yet`,
  entry: (line: number | null, title: string, reason: string) =>
    `${line === null ? "" : `line ${line} `}${title}: ${reason}`,
  leftOut: (parts: number) => `${counted(parts, "faulty part")} of the data left out`,
  moreLeftOut: (parts: number) => `${inFigures(parts)} more`,
  dataFrom: "Data from",
  countsFrom: "Counts from",
  notAsked: ", not asked for links yet",
};
