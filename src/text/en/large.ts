import { counted } from "./grammar.ts";

/** What is said while a map of thousands of papers opens. */
export const large = {
  otherCorpus: "corpus.bin was made from another corpus.json and is not used: the map is laid out anew.",
  notUsed: (reason: string) => `corpus.bin is not used: ${reason}. The map is laid out anew.`,
  tooMany: (papers: number, most: number) =>
    `This map has ${counted(papers, "paper")}. Above ${counted(most, "paper")} the page shows only where they stand and their regions, once a refresh has laid them out; search, details, filters and lists work up to that size.`,
};
