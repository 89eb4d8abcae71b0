import { formatsOf } from "../formats.ts";
import { counted, inFigures } from "./grammar.ts";

const { decimal } = formatsOf("en");

const nearest = (papers: number) =>
  `The ${inFigures(papers)} nearest by cosine: what both have in common, against the lengths of both lists`;
const sentences = (...parts: readonly (string | null)[]) =>
  parts.flatMap((part) => (part === null ? [] : `${part}.`)).join(" ");

const leadTo = (papers: number) =>
  papers === 0
    ? "."
    : papers === 1
      ? "; a line leads to the nearest."
      : `; lines lead to the ${inFigures(papers)} nearest.`;

/** What is said of a map of thousands of papers alone. */
export const large = {
  noReader: "The script that reads the data did not load. Check the connection and reload the page.",
  findingDomains: "What the citations say of the domains is being computed…",
  noDomains: (reason: string) =>
    `What the citations say of the domains could not be computed: ${reason}. Reload the page to try again.`,
  otherCorpus: "papers.arrow and citations.arrow were made from another corpus.json and are not used.",
  notUsed: (reason: string) => `papers.arrow and citations.arrow are not used: ${reason}.`,
  laidOutAnew: (why: string) => `${why} The map is laid out anew.`,
  /** A map of too many papers for more than its picture. */
  alone: {
    name: "What this page shows",
    heading: "The picture alone",
    counts: (papers: number, citations: number) =>
      `${counted(papers, "paper")}, ${counted(citations, "citation")}.`,
    why: (most: number) =>
      `Up to ${counted(most, "paper")} this page does all it can do. Of a larger map it shows the picture.`,
    shown: "Shown",
    places: {
      domain: "where every paper stands, its size, and the colour of its domain",
      community: "where every paper stands, its size, and the colour of its community",
    },
    carrying: (citations: number) => `${counted(citations, "citation")}, those that no longer path implies`,
    regions: {
      domains: (regions: number) => `${counted(regions, "domain")} with their names and sizes`,
      communities: (regions: number) =>
        `${counted(regions, "community", "communities")} with their names and sizes`,
    },
    labels: "as many names of papers as fit, the most cited first",
    missing: "Not shown",
    papers: "single papers: search, details, paths, stars and notes",
    filters: "filters, the time-lapse, all other citations",
    views: "lineage, domains, matrix and table",
    exports: "export: npm run export and npm run analyse work on all of it",
    keys: "Arrow keys: move the map. Plus, minus, zero: zoom and fit.",
    notLaidOut: (papers: number, most: number) =>
      `This map has ${counted(papers, "paper")} and has not been laid out. Up to ${counted(most, "paper")} a page does that itself; a larger map needs the papers.arrow and citations.arrow of a refresh.`,
    layOut: "Lay it out with",
    build: ", then build the page with",
    stop: ".",
  },
  /** The papers that have most in common with one. */
  similar: {
    heading: {
      coupling: (papers: number) => `Shares references with ${inFigures(papers)} in this map`,
      "co-citation": (papers: number) => `Cited together with ${inFigures(papers)} in this map`,
    },
    unknown: "Shared references: unknown",
    ownListUnknown: "Its reference list is not known, so nothing can be said of what it shares.",
    /** By what papers are chosen where not all are listed, and of how many others nothing is known. */
    caveat: {
      coupling: (chosen: number | null, unread: number) =>
        sentences(
          chosen === null ? null : nearest(chosen),
          unread === 0
            ? null
            : `Of ${counted(unread, "paper")} the reference list is not known; they take no part`,
        ),
      "co-citation": (chosen: number | null) =>
        sentences(chosen === null ? null : nearest(chosen), "Only papers of this map are counted"),
    },
    measure: {
      coupling: (shared: number, cosine: number) =>
        `${counted(shared, "shared reference")}, cosine ${decimal(cosine, 2)}`,
      "co-citation": (shared: number, cosine: number) =>
        `cited together by ${counted(shared, "paper")}, cosine ${decimal(cosine, 2)}`,
    },
    moreWorks: (others: number) => `and ${counted(others, "other")}; here are those most cited on this map`,
    pick: {
      coupling:
        "Pick a paper: lines lead to those it shares most references with. All pairs would be too many to draw.",
      "co-citation":
        "Pick a paper: lines lead to those it is most often cited together with. All pairs would be too many to draw.",
    },
    lines: {
      coupling: (paper: string, drawn: number, all: number) =>
        `${paper} shares references with ${counted(all, "paper")}${leadTo(drawn)}`,
      "co-citation": (paper: string, drawn: number, all: number) =>
        `${paper} is cited together with ${counted(all, "paper")}${leadTo(drawn)}`,
    },
    listUnknown: (paper: string) =>
      `The reference list of ${paper} is not known, so nothing can be said of what it shares.`,
  },
  /** Papers that were dragged to other places. */
  dragged: {
    putBack: (papers: number) =>
      papers === 1 ? "Put the dragged paper back" : `Put ${inFigures(papers)} dragged papers back`,
    done: "What was dragged is back in its place.",
  },
};
