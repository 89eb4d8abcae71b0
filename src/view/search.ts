import MiniSearch from "minisearch";
import type { PaperId } from "../corpus/ids.ts";
import type { Catalogue, Entry } from "./catalogue.ts";

/** Finds papers by title, label, author, venue, organisation or year; best first; [] for an empty query. */
export type Search = (query: string) => PaperId[];

/** How often a search that has grown is given, in papers. */
const GROWN = 8_000;
/** Papers that are taken in without asking whether something else waits. */
const FEW = 25;

/**
 * A search over a large catalogue whose index grows while the page is used: the papers of `order` first. Until
 * it is whole, what is not in it yet is not found, and `grown` is called now and then with a search that finds
 * more, and whether that is all. `breathe` is asked after every few papers, and waited for where it says so.
 */
export function buildGrowingSearch(
  catalogue: Catalogue,
  order: Iterable<number>,
  breathe: () => Promise<void> | null,
  grown: (better: Search, whole: boolean) => void,
): Search {
  const index = emptyIndex(catalogue);
  const grow = async () => {
    let taken = 0;
    for (const paper of order) {
      const entry = catalogue.entries[paper];
      if (entry) index.add(documentOf(entry));
      if (++taken % FEW === 0) await breathe();
      if (taken % GROWN === 0) grown(searchIn(index, catalogue), false);
    }
    grown(searchIn(index, catalogue), true);
  };
  void grow();
  return searchIn(index, catalogue);
}

/** A search over a catalogue that forgives a typing error in five letters and completes the last word. */
export function buildSearch(catalogue: Catalogue): Search {
  const index = emptyIndex(catalogue);
  index.addAll(catalogue.entries.map(documentOf));
  return searchIn(index, catalogue);
}

type Document = { id: number } & Record<string, string | number>;

function emptyIndex(catalogue: Catalogue): MiniSearch<Document> {
  return new MiniSearch<Document>({
    fields: ["label", "title", "authors", "venue", "organization", "year"],
    tokenize: wordsIn,
    processTerm: plainWord,
    searchOptions: {
      tokenize: termsOf,
      boost: { label: 4, title: 2 },
      fuzzy: (term) => (term.length > 4 && !/^\d+$/.test(term) ? 0.2 : false),
      prefix: (_term, i, terms) => i === terms.length - 1,
      combineWith: "AND",
      boostDocument: (index) => (catalogue.entries[Number(index)]?.paper.role === "survey" ? 2 : 1),
    },
  });
}

/** The words of a text. Chinese is written without spaces: every ideograph is a word of its own. */
function wordsIn(text: string): string[] {
  return text.match(/[\u3400-\u9fff]|[^\s\p{P}\p{S}\u3400-\u9fff]+/gu) ?? [];
}

/** A word without accents, in small letters. */
function plainWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The words of a query, each once, since each is looked up in all papers; the last, which is completed, stays last. */
export function termsOf(query: string): string[] {
  return [...new Set(wordsIn(query).map(plainWord).reverse())].reverse();
}

function documentOf({ index, paper, label, placements, year }: Entry): Document {
  return {
    id: index,
    label,
    title: paper.title,
    authors: paper.authors.join(" "),
    venue: [paper.venue, ...placements.map((placement) => placement.venue)].filter(Boolean).join(" "),
    organization: placements.map((placement) => placement.organization ?? "").join(" "),
    year: String(year ?? ""),
  };
}

function searchIn(index: MiniSearch<Document>, catalogue: Catalogue): Search {
  return (query) => {
    const name = query.trim().toLowerCase();
    if (name === "") return [];
    const found = index.search(query).flatMap((hit) => catalogue.entries[Number(hit.id)] ?? []);
    // Many a label contains another; who types the whole of one means that paper.
    const isNamed = (entry: Entry) => Number(entry.label.toLowerCase() === name);
    return found.sort((a, b) => isNamed(b) - isNamed(a)).map((entry) => entry.paper.id);
  };
}
