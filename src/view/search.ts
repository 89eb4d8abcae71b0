import MiniSearch from "minisearch";
import type { PaperId } from "../corpus/ids.ts";
import type { Catalogue, Entry } from "./catalogue.ts";

/** Finds papers by title, label, author, venue, organisation or year; best first; [] for an empty query. */
export type Search = (query: string) => PaperId[];

/** A search over a catalogue that forgives a typing error in five letters and completes the last word. */
export function buildSearch(catalogue: Catalogue): Search {
  const index = new MiniSearch<{ id: number } & Record<string, string | number>>({
    fields: ["label", "title", "authors", "venue", "organization", "year"],
    // Chinese is written without spaces: every ideograph is a term of its own.
    tokenize: (text) => text.match(/[\u3400-\u9fff]|[^\s\p{P}\p{S}\u3400-\u9fff]+/gu) ?? [],
    processTerm: (term) =>
      term
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase(),
    searchOptions: {
      boost: { label: 4, title: 2 },
      fuzzy: (term) => (term.length > 4 && !/^\d+$/.test(term) ? 0.2 : false),
      prefix: (_term, i, terms) => i === terms.length - 1,
      combineWith: "AND",
      boostDocument: (index) => (catalogue.entries[Number(index)]?.paper.role === "survey" ? 2 : 1),
    },
  });
  index.addAll(
    catalogue.entries.map(({ paper, label, placements, year }, id) => ({
      id,
      label,
      title: paper.title,
      authors: paper.authors.join(" "),
      venue: [paper.venue, ...placements.map((placement) => placement.venue)].filter(Boolean).join(" "),
      organization: placements.map((placement) => placement.organization ?? "").join(" "),
      year: String(year ?? ""),
    })),
  );
  return (query) => {
    const name = query.trim().toLowerCase();
    if (name === "") return [];
    const found = index.search(query).flatMap((hit) => catalogue.entries[Number(hit.id)] ?? []);
    // Many a label contains another; who types the whole of one means that paper.
    const isNamed = (entry: Entry) => Number(entry.label.toLowerCase() === name);
    return found.sort((a, b) => isNamed(b) - isNamed(a)).map((entry) => entry.paper.id);
  };
}
