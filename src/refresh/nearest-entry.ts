import MiniSearch from "minisearch";
import type { SurveyEntry } from "../survey/survey.ts";

/** Letters that may be wrong, as a share of an id or a word. */
const FUZZY = 0.25;

/**
 * The entry nearest to a paper id or title that none has: an id that differs in a digit or two, else a title
 * that shares at least half of the words, misspelt or not. Null where none is near.
 */
export function nearestEntry(name: string, entries: readonly SurveyEntry[]): SurveyEntry | null {
  const [, kind = "title", value = ""] = /^(?:(\w+):)?(.*)$/s.exec(name) ?? [];
  const isTitle = !entries.some(({ refs }) => refs.some((ref) => ref.kind === kind)) || kind === "title";
  const search = new MiniSearch({
    fields: ["names"],
    searchOptions: { fuzzy: FUZZY, prefix: (term) => isTitle && term.length > 3 },
    ...(isTitle ? {} : { tokenize: (text) => text.split("\n") }),
  });
  search.addAll(
    entries.map(({ title, label, refs }, id) => ({
      id,
      names: isTitle ? `${label ?? ""} ${title}` : refs.map((ref) => ref.value).join("\n"),
    })),
  );
  const [first] = search.search(value);
  const words = isTitle ? new Set(value.split(/[^\p{L}\p{N}]+/u).filter(Boolean)).size : 1;
  if (!first || first.queryTerms.length < words / 2) return null;
  return entries[first.id] ?? null;
}
