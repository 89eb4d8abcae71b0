import type { DomainFacts } from "../../analysis/domains/domain-facts.ts";
import type { MissingColumns } from "../../analysis/domains/missing-papers.ts";
import type { PaperId } from "../../corpus/ids.ts";
import { markdownEntry } from "../../corpus/markdown-entry.ts";
import type { Paper } from "../../corpus/schema.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue, Entry } from "../catalogue.ts";
import { type GroupName, groupAt } from "../map/named-group.ts";
import type { Sources } from "../sources.ts";
import type { DomainsChoice } from "./domains.ts";

/** A work the survey may be missing. */
export interface GapRow {
  readonly id: PaperId;
  readonly title: string;
  /** Authors and where and when it came out, as far as known. */
  readonly detail: string;
  /** Who cites it, and whom it cites. */
  readonly reasons: readonly string[];
  /** Where it would stand; null when its neighbours do not agree. */
  readonly group: GroupName | null;
  /** How far its neighbours agree, the root left out: `2 of 3 of them stand there`. */
  readonly sure: string;
  readonly selected: boolean;
}

/** A choice of domain with how many works it leaves. */
export interface GapFilter {
  /** The id of a group, "" for the undecided, null for all. */
  readonly value: string | null;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** The works around the survey that its papers lean on. */
export interface GapsModel {
  /** Said in place of everything when no work could be named; null otherwise. */
  readonly empty: string | null;
  readonly from: { readonly value: number; readonly most: number; readonly text: string };
  readonly filters: readonly GapFilter[];
  readonly rows: readonly GapRow[];
  /** How many there are and what stands here. */
  readonly count: string;
  /** The papers of the rows, or of one of them, and the same as lines for the survey's list. */
  papers(id: PaperId | null): readonly Paper[];
  markdown(id: PaperId | null): string;
}

/** As many as a reader may look through; of more the closest are shown. */
const MOST_ROWS = 100;
/** Papers that a sentence names; the others are counted. */
const MOST_NAMED = 20;

/** The gap finder for a state. */
export function buildGaps(
  { catalogue }: Sources,
  state: DomainsChoice,
  { headings, missing }: DomainFacts,
): GapsModel {
  const said = catalogue.texts.gaps;
  const ties = tiesOf(missing);
  const most = ties.reduce((largest, count) => Math.max(largest, count), 1);
  const enough = [...ties.keys()].filter((place) => (ties[place] ?? 0) >= state.gapsFrom);
  const groups = headings.ids.map((_, place) => groupAt(catalogue, headings, place));
  const groupOf = (place: number) => groups[missing.headings[place] ?? -1] ?? null;
  const works = enough.filter(
    (place) => state.gapsIn === null || (groupOf(place)?.id ?? "") === state.gapsIn,
  );
  const shown = works.slice(0, MOST_ROWS);
  const entryOf = (place: number) => catalogue.entries[missing.papers[place] ?? -1];
  const papersOf = (id: PaperId | null) =>
    shown.flatMap((place) => entryOf(place)?.paper ?? []).filter((paper) => id === null || paper.id === id);
  return {
    empty: emptyText(catalogue, missing.papers.length),
    from: {
      value: state.gapsFrom,
      most: Math.max(most, state.gapsFrom, 2),
      text: said.least(state.gapsFrom),
    },
    filters: filtersOf(catalogue, state, enough.map(groupOf)),
    rows: shown.flatMap((place) => {
      const entry = entryOf(place);
      return entry ? [rowOf(catalogue, state, missing, place, entry, groupOf(place))] : [];
    }),
    count: works.length > shown.length ? said.closest(shown.length, works.length) : said.count(works.length),
    markdown: (id) => papersOf(id).map(markdownEntry).join("\n"),
    papers: papersOf,
  };
}

/** By how many papers of the survey each is cited, or how many it cites, whichever is more. */
function tiesOf({ papers, citedByStart, citesStart }: MissingColumns): Uint32Array {
  const rowLength = (starts: Uint32Array, place: number) => (starts[place + 1] ?? 0) - (starts[place] ?? 0);
  return papers.map((_, place) => Math.max(rowLength(citedByStart, place), rowLength(citesStart, place)));
}

function emptyText({ texts, entries, corpus }: Catalogue, works: number): string | null {
  if (works > 0) return null;
  const said = texts.gaps;
  const around = entries.some(({ paper }) => paper.role === "context");
  if (corpus.citations.length === 0) return said.noCitation;
  return around ? said.noLink : said.surveyOnly;
}

function filtersOf(
  catalogue: Catalogue,
  state: DomainsChoice,
  found: readonly (GroupName | null)[],
): GapFilter[] {
  const said = catalogue.texts.gaps;
  const counts = new Map<string, number>();
  for (const group of found) counts.set(group?.id ?? "", (counts.get(group?.id ?? "") ?? 0) + 1);
  const choice = (value: string | null, label: string, count: number): GapFilter => ({
    value,
    label,
    count,
    chosen: state.gapsIn === value,
  });
  const groups = catalogue.groups.map(({ id, label }) => choice(id, label, counts.get(id) ?? 0));
  return [
    choice(null, said.allDomains, found.length),
    ...groups.filter(({ count, chosen }) => count > 0 || chosen),
    choice("", said.undecided, counts.get("") ?? 0),
  ];
}

function rowOf(
  catalogue: Catalogue,
  state: DomainsChoice,
  { citedByStart, citedBy, citesStart, cites, headed, confidences }: MissingColumns,
  place: number,
  { paper, year }: Entry,
  group: GroupName | null,
): GapRow {
  const named = (papers: Uint32Array) => {
    const first = papers.subarray(0, MOST_NAMED);
    const labels = Array.from(first, (number) => catalogue.entries[number]?.label ?? "?");
    const more = papers.length - labels.length;
    return more > 0 ? [...labels, catalogue.texts.clusters.others(more)] : labels;
  };
  const said = catalogue.texts.gaps;
  const citing = citedBy.subarray(citedByStart[place], citedByStart[place + 1]);
  const cited = cites.subarray(citesStart[place], citesStart[place + 1]);
  const all = headed[place] ?? 0;
  const [author, ...others] = paper.authors;
  const authors = author === undefined ? null : others.length > 0 ? said.others(author) : author;
  return {
    id: paper.id,
    title: paper.title,
    detail: [authors, paper.venue, year].filter((part) => part !== null).join(" · "),
    reasons: [
      citing.length > 0 ? said.citedBy(named(citing)) : null,
      cited.length > 0 ? said.cites(named(cited)) : null,
    ].filter((reason) => reason !== null),
    group,
    sure: sureText(said, group, Math.round((confidences[place] ?? 0) * all), all),
    selected: state.selected === paper.id,
  };
}

function sureText(said: Texts["gaps"], group: GroupName | null, agreeing: number, all: number): string {
  if (all === 0) return said.noneTells;
  return group === null ? said.atMost(agreeing, all) : said.agree(agreeing, all);
}
