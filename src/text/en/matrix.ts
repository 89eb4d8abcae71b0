import { counted, inFigures, listed } from "./grammar.ts";

/** Papers by papers. */
export const matrix = {
  label: (papers: number) =>
    `Who cites whom, and who shares references: ${counted(papers, "paper")} by ${inFigures(papers)}`,
  orderBy: "Order by",
  order: { domain: "Domain", community: "Community" },
  notFound: "Communities are not found yet.",
  inNone: "In no community",
  underNone: "Under no heading",
  noCommunity: "The links between these papers form no community.",
  unknown: (unread: number, all: number) =>
    `unknown, not zero: ${inFigures(unread)} of ${counted(all, "list")} not read in full`,
  left: (shown: number, all: string) =>
    `Shown are the ${inFigures(shown)} papers of ${all} with the most citations on this map; hide domains or years in the legend to see the others.`,
  cites: (row: string, column: string, evidence: string) => `${row} cites ${column}, ${evidence}`,
  hidden: (said: string) => `${said} (not marked: the filters hide it)`,
  citesNot: (row: string, column: string) => `${row} does not cite ${column}`,
  citesUnknown: (row: string, column: string) =>
    `No citation of ${column} is known from ${row}, whose reference list was not read in full`,
  reverse: (said: string, column: string, row: string, evidence: string) =>
    `${said}; ${column} cites ${row}, ${evidence}`,
  shared: (count: number) => `They share ${counted(count, "reference")} on this map`,
  sharedUnknown: (unread: readonly string[], known: readonly string[]) =>
    `How many references they share is not known, as ${
      unread.length === 1
        ? `the list of ${unread[0]} was not read in full`
        : `the lists of ${listed(unread)} were not read in full`
    }${known.length === 0 ? "" : `; both are known to cite ${listed(known)}`}`,
  sentences: (first: string, second: string) => `${first}. ${second}.`,
  self: (paper: string) => `${paper}, the paper itself`,
  empty: "No paper of the survey passes the filters.",
  corner: "row cites column",
  unread: ", reference list not known",
  reading:
    "A mark: the row’s paper cites the column’s. A shade and its number: how many works of this map both cite.",
  facts: "The two papers of a cell",
  hint: "Point at a cell, or walk to it with the arrow keys, to read here what it says and which works both papers cite. A paper’s name opens its details.",
  and: "and",
  works: "Works both papers cite",
  bothCite: "Both cite",
  bothKnown: "Both are known to cite",
};
