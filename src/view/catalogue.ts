import { type CitationIndex, citationBetween, indexOfCorpus } from "../columns/citation-index.ts";
import { dayNumber, precisionOf } from "../corpus/date.ts";
import type { PaperId } from "../corpus/ids.ts";
import { knownReferences } from "../corpus/references-known.ts";
import type { Citation, Corpus, Domain, Localised, Paper, Placement } from "../corpus/schema.ts";
import { rootOf } from "../corpus/survey-root.ts";
import { ENGLISH } from "../text/en/texts.ts";
import type { Texts } from "../text/texts.ts";
import { shortLabel } from "./looks/label.ts";

/** A paper with everything the page says of it that does not change with the reader's choices. */
export interface Entry {
  readonly index: number;
  readonly paper: Paper;
  readonly label: string;
  readonly year: number | null;
  /** Days since 1970-01-01; null when not even the year is known. */
  readonly day: number | null;
  readonly datePrecision: "day" | "month" | "year" | null;
  readonly placements: readonly Placement[];
  readonly domain: Domain | null;
  /** The group of the first domain; null for context works and papers without a heading. */
  readonly group: string | null;
  /** The groups of all its domains, the first first; [] where it has none. */
  readonly groups: readonly string[];
  readonly referencesKnown: boolean;
  /** In the order of the corpus, as `citedBy`; their numbers beside them cost no list. */
  readonly cites: readonly Citation[];
  readonly citesCount: number;
  readonly citedBy: readonly Citation[];
  readonly citedByCount: number;
}

/** A group of domains with its name and its slot, from which colour and shape follow. */
export interface GroupEntry {
  readonly id: string;
  readonly label: string;
  readonly slot: number;
  readonly domains: readonly Domain[];
  /** Papers whose first domain is in the group: their colour and lane. */
  readonly papers: readonly PaperId[];
  /** All papers with a domain in the group. */
  readonly members: readonly PaperId[];
}

/** The corpus as the page looks things up in it; entries sorted by id. */
export interface Catalogue {
  /** What the page says, in the reader's language. */
  readonly texts: Texts;
  readonly corpus: Corpus;
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<PaperId, Entry>;
  readonly groups: readonly GroupEntry[];
  readonly groupById: ReadonlyMap<string, GroupEntry>;
  readonly root: Entry | null;
  /** First and last year of a survey paper, and of any paper; null when no year is known. */
  readonly surveyYears: readonly [number, number] | null;
  readonly allYears: readonly [number, number] | null;
  /** The paper of an id or alias; null when the corpus has none. */
  resolve(id: PaperId): PaperId | null;
  /** The number of a citation; -1 for one that is not of this corpus. */
  numberOf(citation: Citation): number;
}

/**
 * The catalogue of a corpus, for a page that speaks as `texts` do; `index` is the corpus's own, where it is
 * known. Domains that name no group are groups of their own.
 */
export function buildCatalogue(
  corpus: Corpus,
  texts: Texts = ENGLISH,
  index: CitationIndex = indexOfCorpus(corpus),
): Catalogue {
  const steps = catalogueInSteps(corpus, texts, index);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Papers that are taken into a catalogue in one go: some milliseconds. */
const STRIDE = 2_000;

/** The same in steps between which a page can do something else. */
export function* catalogueInSteps(
  corpus: Corpus,
  texts: Texts,
  index: CitationIndex,
): Generator<undefined, Catalogue> {
  const listOf = citationLists(corpus, index);
  const isKnown = knownReferences(corpus);
  const placements = listsBy(corpus.placements, (placement) => placement.paper);
  const domains = new Map(corpus.survey.domains.map((domain) => [domain.id, domain]));

  const root = rootOf(corpus.survey);
  const { papers } = corpus;
  yield;
  const entryOf = (paper: Paper, number: number): Entry => {
    const own = placements.get(paper.id) ?? [];
    const domain = domains.get(own[0]?.domain ?? "") ?? null;
    const date = paper.date ?? (paper.year === null ? null : String(paper.year));
    const citesCount = (index.referenceStart[number + 1] ?? 0) - (index.referenceStart[number] ?? 0);
    const facts: EntryFacts = {
      index: number,
      paper,
      label: shortLabel(paper),
      year: date === null ? null : Number(date.slice(0, 4)),
      day: date === null ? null : dayNumber(date),
      datePrecision: date === null ? null : precisionOf(date),
      placements: own.length === 0 ? NO_PLACEMENTS : own,
      domain,
      group: domain ? groupIdOf(domain) : null,
      groups: groupsOfPlacements(own, domains),
      referencesKnown: isKnown(paper, citesCount > 0),
      citesCount,
      citedByCount: (index.citerStart[number + 1] ?? 0) - (index.citerStart[number] ?? 0),
    };
    return new CatalogueEntry(facts, listOf);
  };
  const entries: Entry[] = [];
  for (const paper of papers) {
    entries.push(entryOf(paper, entries.length));
    if (entries.length % STRIDE === 0) yield;
  }

  const byId = new Map(entries.map((entry) => [entry.paper.id, entry]));
  yield;
  const aliases = new Map<PaperId, PaperId>();
  for (const paper of papers) for (const alias of paper.aliases) aliases.set(alias, paper.id);
  yield;
  const groups = groupsOf(corpus, entries, texts.language);
  const survey = entries.filter((entry) => entry.paper.role === "survey");
  yield;
  return {
    texts,
    corpus,
    entries,
    byId,
    groups,
    groupById: new Map(groups.map((group) => [group.id, group])),
    root: root === null ? null : (byId.get(root) ?? null),
    surveyYears: extentOf(survey),
    allYears: extentOf(entries),
    numberOf: (citation) => {
      const [citing, cited] = [index.numberOf.get(citation.citing), index.numberOf.get(citation.cited)];
      if (citing === undefined || cited === undefined) return -1;
      const number = citationBetween(index, citing, cited);
      return corpus.citations[number] === citation ? number : -1;
    },
    resolve: (id) => (byId.has(id) ? id : (aliases.get(id) ?? null)),
  };
}

const NO_GROUPS: readonly string[] = [];

function groupsOfPlacements(
  own: readonly Placement[],
  domains: ReadonlyMap<string, Domain>,
): readonly string[] {
  const ids = own.flatMap((placement) => {
    const domain = domains.get(placement.domain);
    return domain ? [groupIdOf(domain)] : [];
  });
  return ids.length === 0 ? NO_GROUPS : ids.length === 1 ? ids : [...new Set(ids)];
}

function groupIdOf(domain: Domain): string {
  return domain.group ?? domain.id;
}

function groupsOf(corpus: Corpus, entries: readonly Entry[], language: string): GroupEntry[] {
  const { survey } = corpus;
  const labels = new Map(survey.groups.map((group) => [group.id, group.label]));
  const ids = [...labels.keys()];
  for (const domain of survey.domains) {
    if (domain.group !== null) continue;
    ids.push(domain.id);
    labels.set(domain.id, domain.label);
  }
  const papers = listsBy(
    entries.filter(({ group }) => group !== null),
    ({ group }) => group,
  );
  const members = new Map<string, PaperId[]>();
  for (const { paper, groups } of entries) {
    for (const id of groups) {
      const known = members.get(id);
      if (known) known.push(paper.id);
      else members.set(id, [paper.id]);
    }
  }
  return ids
    .map((id, place) => ({
      id,
      label: inLanguage(labels.get(id) ?? { en: id }, language, "en", survey.language),
      slot: place,
      domains: survey.domains.filter((domain) => groupIdOf(domain) === id),
      papers: (papers.get(id) ?? []).map((entry) => entry.paper.id),
      members: members.get(id) ?? [],
    }))
    .filter((group) => group.members.length > 0);
}

/** The text in the first of the languages it has, else in any. */
export function inLanguage(texts: Localised, ...languages: string[]): string {
  for (const language of languages) {
    const text = texts[language];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0] ?? "";
}

const NO_PLACEMENTS: readonly Placement[] = [];

type EntryFacts = Omit<Entry, "cites" | "citedBy">;
type ListOf = (paper: number, end: "citing" | "cited") => readonly Citation[];

/** An entry whose lists are made when somebody looks at them: those of most papers of a large map nobody does. */
class CatalogueEntry implements Entry {
  readonly index: number;
  readonly paper: Paper;
  readonly label: string;
  readonly year: number | null;
  readonly day: number | null;
  readonly datePrecision: Entry["datePrecision"];
  readonly placements: readonly Placement[];
  readonly domain: Domain | null;
  readonly group: string | null;
  readonly groups: readonly string[];
  readonly referencesKnown: boolean;
  readonly citesCount: number;
  readonly citedByCount: number;
  readonly #listOf: ListOf;
  #cites: readonly Citation[] | null = null;
  #citedBy: readonly Citation[] | null = null;

  constructor(facts: EntryFacts, listOf: ListOf) {
    this.index = facts.index;
    this.paper = facts.paper;
    this.label = facts.label;
    this.year = facts.year;
    this.day = facts.day;
    this.datePrecision = facts.datePrecision;
    this.placements = facts.placements;
    this.domain = facts.domain;
    this.group = facts.group;
    this.groups = facts.groups;
    this.referencesKnown = facts.referencesKnown;
    this.citesCount = facts.citesCount;
    this.citedByCount = facts.citedByCount;
    this.#listOf = listOf;
  }

  get cites(): readonly Citation[] {
    this.#cites ??= this.#listOf(this.index, "citing");
    return this.#cites;
  }

  get citedBy(): readonly Citation[] {
    this.#citedBy ??= this.#listOf(this.index, "cited");
    return this.#citedBy;
  }
}

/** The citations by a paper or of it, in the order of the corpus. */
function citationLists({ citations }: Corpus, index: CitationIndex): ListOf {
  return (paper, end) => {
    if (end === "citing")
      return citations.slice(index.referenceStart[paper], index.referenceStart[paper + 1]);
    const citers = index.citerCitation.subarray(index.citerStart[paper], index.citerStart[paper + 1]);
    return Array.from(citers, (citation) => citations[citation] as Citation);
  };
}

function listsBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const lists = new Map<K, T[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return lists;
}

function extentOf(entries: readonly Entry[]): [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { year } of entries) {
    if (year === null) continue;
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return first > last ? null : [first, last];
}
