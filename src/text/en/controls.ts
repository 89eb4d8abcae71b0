import { counted, inFigures, listed } from "./grammar.ts";

/** The bar under the map. */
export const controls = {
  joinedBy: "Joined by",
  layer: { citations: "Citations", coupling: "Shared references", "co-citation": "Co-citation" },
  atLeast: "At least",
  inText: "Cited in the text",
  sentencesUnknown: "not known yet: a refresh brings it",
  noSentences: "How often a paper is cited in the text is not known yet: a refresh brings it.",
  anySentences: "any number of citing sentences",
  sentences: (least: number, shown: number, all: number, unknown: number) =>
    `${least} or more citing sentences: ${inFigures(shown)} of ${counted(all, "citation")}${
      unknown === 0 ? "" : `; of ${inFigures(unknown)} no sentence is known`
    }`,
  orMore: (least: number) => `${least} or more`,
  shared: { coupling: "shared references", "co-citation": "papers that cite both" },
  counting: {
    coupling: "Shared references are being counted…",
    "co-citation": "Papers that cite both are being counted…",
  },
  notCounted: (reason: string) =>
    `What papers share could not be counted: ${reason}. Check the connection and reload the page.`,
  noCounter: "the script that counts did not load",
  noPair: (what: string) => `No two survey papers are known to have ${what}`,
  pairs: (count: number, what: string) => `${counted(count, "pair")} with ${what}`,
  pairsFrom: (count: number, least: number, what: string) =>
    `${counted(count, "pair")} with ${least} or more ${what}`,
  unknownLists: (papers: number) =>
    `for ${counted(papers, "paper")} the reference list is not known, so nothing can be said of them`,
  thisMapAlone: "counted among the papers of this map alone",
  remarks: (parts: readonly string[]) => `${parts.join("; ")}.`,
  bothCite: (one: string, other: string, works: number, named: readonly string[]) =>
    `${one} and ${other} both cite ${counted(works, "work")}: ${listed(named)}`,
  citedTogether: (one: string, other: string, papers: number, named: readonly string[]) =>
    `${one} and ${other} are cited together by ${counted(papers, "paper")}: ${listed(named)}`,
  more: (count: number) => `${inFigures(count)} more`,
  links: "Links",
  link: { all: "All", skeleton: "Skeleton", "main-path": "Main path" },
  onMainPath: (some: number, all: number) =>
    `${counted(some, "paper")} on a main path, ${inFigures(all)} of them by all three weights`,
  carrying: (total: number, carrying: number) =>
    `${counted(total, "citation")}, ${inFigures(carrying)} carry the lineage`,
  keyRoutes: "Key routes",
  heaviestAlone: "heaviest path alone",
  heaviest: (routes: number) => `the ${counted(routes, "heaviest citation")} and their best continuation`,
  waysCounted:
    "Count every way from the root to the newest papers. A citation that lies on many of them carries much of the field; the main path follows the heaviest.",
  weights:
    "There are three customary ways to count (SPC, SPLC, SPNP). Pips under a paper say by how many of them it lies on the path: three of three is stable, one of three is a matter of method.",
  tied: (ties: readonly bigint[]) =>
    `Several paths weigh the same and all are drawn (${ties.join(", ")} by the three weights).`,
  untied: "No other path weighs as much.",
  limits:
    "It sees only citations among the papers of this survey whose links are known. It says where ideas could have flowed, not that they did.",
  cycle: (papers: string, aside: string, count: number) =>
    `${papers} cite one another. To count generations and paths, ${aside} ${
      count === 1
        ? "is set aside: it runs against the dates. It stays on the map."
        : "are set aside: they run against the dates. They stay on the map."
    }`,
  play: "Play the time-lapse",
  pause: "Pause the time-lapse",
  upTo: "Show papers up to",
};
