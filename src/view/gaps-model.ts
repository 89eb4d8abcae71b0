import type { MissingPaper } from "../analysis/missing-papers.ts";
import type { PaperId } from "../corpus/ids.ts";
import { markdownEntry } from "../corpus/markdown-entry.ts";
import type { Paper } from "../corpus/schema.ts";
import type { Texts } from "../text/texts.ts";
import type { Entry } from "./catalogue.ts";
import { domainFactsOf } from "./domain-facts.ts";
import { type GroupName, groupAt } from "./named-group.ts";
import type { State } from "./state.ts";
import type { Sources } from "./view-model.ts";

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
export function buildGaps(sources: Sources, state: State): GapsModel {
  const { catalogue } = sources;
  const domains = domainFactsOf(sources);
  const { missing } = domains;
  const said = catalogue.texts.gaps;
  const most = missing.reduce((largest, work) => Math.max(largest, tiesOf(work)), 1);
  const enough = missing.filter((work) => tiesOf(work) >= state.gapsFrom);
  const groupOf = (work: MissingPaper) =>
    work.heading === null ? null : groupAt(catalogue, domains, work.heading);
  const works = enough.filter((work) => state.gapsIn === null || (groupOf(work)?.id ?? "") === state.gapsIn);
  const shown = works.slice(0, MOST_ROWS);
  const papersOf = (id: PaperId | null) =>
    shown
      .flatMap(({ paper }) => catalogue.entries[paper]?.paper ?? [])
      .filter((paper) => id === null || paper.id === id);
  return {
    empty: emptyText(sources),
    from: {
      value: state.gapsFrom,
      most: Math.max(most, state.gapsFrom, 2),
      text: said.least(state.gapsFrom),
    },
    filters: filtersOf(sources, state, enough.map(groupOf)),
    rows: shown.flatMap((work) => {
      const entry = catalogue.entries[work.paper];
      return entry ? [rowOf(sources, state, work, entry, groupOf(work))] : [];
    }),
    count: works.length > shown.length ? said.closest(shown.length, works.length) : said.count(works.length),
    markdown: (id) => papersOf(id).map(markdownEntry).join("\n"),
    papers: papersOf,
  };
}

/** By how many papers of the survey it is cited, or how many it cites, whichever is more. */
function tiesOf({ citedBy, cites }: MissingPaper): number {
  return Math.max(citedBy.length, cites.length);
}

function emptyText(sources: Sources): string | null {
  const { catalogue } = sources;
  const domains = domainFactsOf(sources);
  if (domains.missing.length > 0) return null;
  const said = catalogue.texts.gaps;
  const around = catalogue.entries.some(({ paper }) => paper.role === "context");
  if (catalogue.corpus.citations.length === 0) return said.noCitation;
  return around ? said.noLink : said.surveyOnly;
}

function filtersOf(sources: Sources, state: State, found: readonly (GroupName | null)[]): GapFilter[] {
  const said = sources.catalogue.texts.gaps;
  const countOf = (id: string) => found.filter((group) => (group?.id ?? "") === id).length;
  const choice = (value: string | null, label: string, count: number): GapFilter => ({
    value,
    label,
    count,
    chosen: state.gapsIn === value,
  });
  const groups = sources.catalogue.groups.map(({ id, label }) => choice(id, label, countOf(id)));
  return [
    choice(null, said.allDomains, found.length),
    ...groups.filter(({ count, chosen }) => count > 0 || chosen),
    choice("", said.undecided, countOf("")),
  ];
}

function rowOf(
  sources: Sources,
  state: State,
  work: MissingPaper,
  { paper, year }: Entry,
  group: GroupName | null,
): GapRow {
  const { catalogue } = sources;
  const domains = domainFactsOf(sources);
  const named = (papers: readonly number[]) => {
    const labels = papers.slice(0, MOST_NAMED).map((number) => catalogue.entries[number]?.label ?? "?");
    const more = papers.length - labels.length;
    return more > 0 ? [...labels, catalogue.texts.clusters.others(more)] : labels;
  };
  const said = catalogue.texts.gaps;
  const headed = new Set([...work.citedBy, ...work.cites].filter((p) => domains.headings.of[p] !== -1));
  if (catalogue.root !== null) headed.delete(catalogue.root.index);
  const [author, ...others] = paper.authors;
  const authors = author === undefined ? null : others.length > 0 ? said.others(author) : author;
  return {
    id: paper.id,
    title: paper.title,
    detail: [authors, paper.venue, year].filter((part) => part !== null).join(" · "),
    reasons: [
      work.citedBy.length > 0 ? said.citedBy(named(work.citedBy)) : null,
      work.cites.length > 0 ? said.cites(named(work.cites)) : null,
    ].filter((reason) => reason !== null),
    group,
    sure: sureText(said, group, Math.round(work.confidence * headed.size), headed.size),
    selected: state.selected === paper.id,
  };
}

function sureText(said: Texts["gaps"], group: GroupName | null, agreeing: number, all: number): string {
  if (all === 0) return said.noneTells;
  return group === null ? said.atMost(agreeing, all) : said.agree(agreeing, all);
}
