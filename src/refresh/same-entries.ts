import type { SurveyEntry } from "../survey/survey.ts";
import { namesOf, type PaperFacts } from "./facts.ts";
import { agreeOnAuthor } from "./same-work.ts";
import { titleForms } from "./work-title.ts";

/** An entry with the paper it names. */
export interface NamedEntry {
  readonly entry: SurveyEntry;
  readonly paper: PaperFacts;
}

/** A title this short is not enough where neither the author nor the link is the same. */
const MIN_WORDS = 4;
/** A conference or journal follows a preprint within so many years. */
const MOST_YEARS_APART = 3;

/**
 * The entries in groups, one for each paper that the list means: those that share an id, and those of one
 * title whose years, first authors and ids do not contradict one another. Groups and members are in the order
 * of the list. Where one of several of a title contradicts, only those of one author are put together.
 */
export function sameEntries<T extends NamedEntry>(named: readonly T[]): T[][] {
  const groups: T[][] = [];
  const owners = new Map<string, T[]>();
  for (const one of named) {
    const names = namesOf(one.paper).filter((name) => !name.startsWith("title:"));
    const group = names.map((name) => owners.get(name)).find((found) => found !== undefined);
    if (group) group.push(one);
    else groups.push([one]);
    const own = group ?? (groups.at(-1) as T[]);
    for (const name of names) if (!owners.has(name)) owners.set(name, own);
  }
  const joined = new Map<T[], T[]>();
  for (const alike of listsBy(groups, ([first]) => titleForms(first?.entry.title ?? "").key)) {
    const parts = agree(alike) ? [alike] : listsBy(alike, ([first]) => surnameOf(first)).filter(agree);
    for (const [first, ...others] of parts) for (const other of others) if (first) joined.set(other, first);
  }
  for (const [other, first] of joined) first.push(...other);
  const place = new Map(named.map((one, i) => [one, i]));
  return groups
    .filter((group) => !joined.has(group))
    .map((group) => group.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}

/** Whether groups of one title may all be one paper. */
function agree<T extends NamedEntry>(groups: readonly (readonly T[])[]): boolean {
  if (groups.length < 2) return false;
  const all = groups.flat();
  const entries = all.map(({ entry }) => entry);
  const forms = titleForms(entries[0]?.title ?? "");
  if (forms.key === "" || hasTwoIdsOfAKind(groups)) return false;
  const years = entries.flatMap(({ year }) => year ?? []);
  if (Math.max(...years) - Math.min(...years) > MOST_YEARS_APART) return false;
  const [author, ...others] = entries.flatMap(({ authors }) => authors[0] ?? []);
  if (others.some((other) => agreeOnAuthor(author ?? null, other) === false)) return false;
  const links = new Set(entries.flatMap(({ links }) => links.paper ?? []));
  return forms.words >= MIN_WORDS || others.length + 1 === entries.length || links.size < 2;
}

/** One paper has one arXiv number and one DOI, as far as entries of one title show. */
function hasTwoIdsOfAKind<T extends NamedEntry>(groups: readonly (readonly T[])[]): boolean {
  const firstOf = new Map<string, number>();
  return groups.some((group, i) =>
    group.some(({ paper }) =>
      namesOf(paper).some((name) => {
        const kind = name.slice(0, name.indexOf(":"));
        if (kind === "title") return false;
        const before = firstOf.get(kind);
        if (before === undefined) firstOf.set(kind, i);
        return before !== undefined && before !== i;
      }),
    ),
  );
}

function surnameOf(one: NamedEntry | undefined): string {
  const [surname = "", first] = (one?.entry.authors[0] ?? "").split(",");
  const last = first === undefined ? surname.trim().split(/\s+/).at(-1) : surname.trim();
  return (last || `line ${one?.entry.line}`).toLowerCase();
}

function listsBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return [...lists.values()];
}
