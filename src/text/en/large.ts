import { counted } from "./grammar.ts";

/** What is said of a map of thousands of papers while it opens, and while what it shows is being found. */
export const large = {
  findingDomains: "What the citations say of the domains is being computed…",
  noDomains: (reason: string) =>
    `What the citations say of the domains could not be computed: ${reason}. Reload the page to try again.`,
  otherCorpus: "corpus.bin was made from another corpus.json and is not used: the map is laid out anew.",
  notUsed: (reason: string) => `corpus.bin is not used: ${reason}. The map is laid out anew.`,
  tooMany: (papers: number, most: number) =>
    `This map has ${counted(papers, "paper")}. Above ${counted(most, "paper")} the page shows only where they stand and their regions, once a refresh has laid them out; search, details, filters and lists work up to that size.`,
};
