import { addressOf } from "../semantic-scholar/paper-address.ts";
import { bestName, namesOf } from "./facts.ts";
import type { AskedPaper } from "./gathered.ts";
import {
  type CorpusSources,
  DEFAULT_FILE_NAMES,
  type FileNames,
  type MergedPaper,
  mergeSources,
} from "./merge-sources.ts";

/**
 * The survey's papers as the source is asked for them; what only a title names was matched before. Throws
 * what mergeSources throws, so that no request is made for a survey from which no corpus can be built.
 */
export function askedPapers(sources: CorpusSources, files: FileNames = DEFAULT_FILE_NAMES): AskedPaper[] {
  return mergeSources(sources, files)
    .papers.filter(({ role, identified }) => role === "survey" && identified === null)
    .map((paper) => ({ ...titled(paper), id: paper.id, addresses: addressesOf(paper) }));
}

function titled({ title, authors = [], year = null }: MergedPaper): {
  title: string;
  author: string | null;
  year: number | null;
} {
  return { title, author: authors[0] ?? null, year };
}

/** The arXiv number first: it never changes, where a sha may be merged into another. */
function addressesOf(paper: MergedPaper): string[] {
  const names = [...namesOf(paper)];
  const addresses: string[] = [];
  while (names.length > 0) {
    const best = bestName(names);
    names.splice(names.indexOf(best), 1);
    const address = addressOf(best);
    if (address) addresses.push(address);
  }
  return addresses;
}
