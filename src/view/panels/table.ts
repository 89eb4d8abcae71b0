import type { PaperId } from "../../corpus/ids.ts";
import { type Marks, markOf, NO_MARKS } from "../../reading/marks.ts";
import type { Catalogue, Entry } from "../catalogue.ts";
import { type Limits, NO_LIMITS } from "../state/limits.ts";
import type { SortKey, State } from "../state/state.ts";

export interface TableRow {
  readonly id: PaperId;
  readonly label: string;
  readonly title: string;
  readonly role: "survey" | "context";
  readonly slot: number | null;
  readonly domain: string;
  readonly venue: string;
  readonly date: string;
  readonly citations: string;
  readonly citationsKnown: boolean;
  /** With a trailing `+` where the reference list is not known. */
  readonly cites: string;
  readonly citedBy: number;
  readonly generation: string;
  /** "" for a paper that is identified. */
  readonly remark: string;
  readonly selected: boolean;
  /** What the reader made of it. */
  readonly starred: boolean;
  readonly read: boolean;
  readonly noted: boolean;
}

export interface TableModel {
  readonly columns: readonly {
    readonly key: SortKey;
    readonly label: string;
    readonly sort: "ascending" | "descending" | "none";
    readonly numeric: boolean;
  }[];
  readonly rows: readonly TableRow[];
  /** How many papers are not listed, and how to come to them; null when all are. */
  readonly more: string | null;
}

/** The columns, and whether they hold numbers. */
const COLUMNS: readonly (readonly [SortKey, boolean])[] = [
  ["title", false],
  ["domain", false],
  ["venue", false],
  ["year", true],
  ["citations", true],
  ["cites", true],
  ["citedBy", true],
  ["generation", true],
];

/** The visible papers as rows in the chosen order, the survey's before the works around it; unknown values last, ties by id. */
export function buildTable(
  catalogue: Catalogue,
  visible: ArrayLike<boolean | number>,
  generationOf: (id: PaperId) => number | null,
  state: Pick<State, "selected" | "sort">,
  marks: Marks = NO_MARKS,
  { rows: most }: Limits = NO_LIMITS,
): TableModel {
  const domainOf = (entry: Entry) =>
    entry.group === null ? "" : (catalogue.groupById.get(entry.group)?.label ?? "");
  const sortValue = (entry: Entry, key: SortKey): string | number | null => {
    const { paper } = entry;
    switch (key) {
      case "title":
        return entry.label.toLowerCase();
      case "domain":
        return domainOf(entry) || null;
      case "venue":
        return venueOf(entry) || null;
      case "year":
        return entry.day;
      case "citations":
        return paper.citationCount;
      case "cites":
        return entry.referencesKnown || entry.citesCount > 0 ? entry.citesCount : null;
      case "citedBy":
        return entry.citedByCount;
      case "generation":
        return generationOf(paper.id);
    }
  };
  const { texts } = catalogue;
  const said = texts.table;
  const { key: sortKey, descending } = state.sort;
  const sorted = catalogue.entries
    .filter((entry) => visible[entry.index])
    .map((entry) => ({ entry, value: sortValue(entry, sortKey) }))
    .sort(
      (a, b) =>
        byRole(a.entry, b.entry) || compare(a.value, b.value, descending) || a.entry.index - b.entry.index,
    );

  return {
    columns: COLUMNS.map(([key, numeric]) => ({
      key,
      label: said.column[key],
      numeric,
      sort: key !== sortKey ? "none" : descending ? "descending" : "ascending",
    })),
    more: sorted.length > most ? said.more(sorted.length - most) : null,
    rows: sorted.slice(0, most).map(({ entry }) => ({
      ...ownOf(marks, entry),
      id: entry.paper.id,
      label: entry.label,
      title: entry.paper.title,
      remark: entry.paper.identified === false ? said.unidentified : "",
      role: entry.paper.role,
      slot: entry.group === null ? null : (catalogue.groupById.get(entry.group)?.slot ?? null),
      domain: domainOf(entry) || (entry.paper.role === "context" ? said.around : "—"),
      venue: venueOf(entry) || "—",
      date: entry.paper.date ?? (entry.year === null ? "—" : String(entry.year)),
      citations: entry.paper.citationCount === null ? said.unknown : texts.count(entry.paper.citationCount),
      citationsKnown: entry.paper.citationCount !== null,
      cites: entry.referencesKnown
        ? String(entry.citesCount)
        : entry.citesCount > 0
          ? `${entry.citesCount}+`
          : said.unknown,
      citedBy: entry.citedByCount,
      generation: String(generationOf(entry.paper.id) ?? "—"),
      selected: state.selected === entry.paper.id,
    })),
  };
}

function ownOf(marks: Marks, { paper }: Entry) {
  const { starred, read, notes } = markOf(marks, paper.id);
  return { starred, read, noted: notes.length > 0 };
}

function venueOf({ paper, placements }: Entry): string {
  return placements.find((placement) => placement.venue)?.venue ?? paper.venue ?? "";
}

function compare(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === "string" && typeof b === "string" ? (a < b ? -1 : a > b ? 1 : 0) : Number(a) - Number(b);
  return descending ? -order : order;
}

function byRole(a: Entry, b: Entry): number {
  return Number(a.paper.role === "context") - Number(b.paper.role === "context");
}
