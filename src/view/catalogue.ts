import { dayNumber, precisionOf } from "../corpus/date.ts";
import type { PaperId } from "../corpus/ids.ts";
import { papersWithKnownReferences } from "../corpus/references-known.ts";
import type { Citation, Corpus, Domain, Paper, Placement } from "../corpus/schema.ts";
import { ENGLISH } from "../text/en/texts.ts";
import type { Texts } from "../text/texts.ts";
import { shortLabel } from "./label.ts";
import { inLanguage } from "./texts.ts";

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
  readonly referencesKnown: boolean;
  readonly cites: readonly Citation[];
  readonly citedBy: readonly Citation[];
}

/** A group of domains with its name and its slot, from which colour and shape follow. */
export interface GroupEntry {
  readonly id: string;
  readonly label: string;
  readonly slot: number;
  readonly domains: readonly Domain[];
  readonly papers: readonly PaperId[];
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
  /** The place of a citation in the corpus; -1 for one that is not its own. */
  positionOf(citation: Citation): number;
}

/** The catalogue of a corpus, for a page that speaks as `texts` do. Domains that name no group are groups of their own. */
export function buildCatalogue(corpus: Corpus, texts: Texts = ENGLISH): Catalogue {
  const known = papersWithKnownReferences(corpus);
  const placements = listsBy(corpus.placements, (placement) => placement.paper);
  const cites = listsBy(corpus.citations, (citation) => citation.citing);
  const citedBy = listsBy(corpus.citations, (citation) => citation.cited);
  const domains = new Map(corpus.survey.domains.map((domain) => [domain.id, domain]));

  const papers = [...corpus.papers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const entries = papers.map((paper, index): Entry => {
    const own = placements.get(paper.id) ?? [];
    const domain = domains.get(own[0]?.domain ?? "") ?? null;
    const date = paper.date ?? (paper.year === null ? null : String(paper.year));
    return {
      index,
      paper,
      label: shortLabel(paper),
      year: date === null ? null : Number(date.slice(0, 4)),
      day: date === null ? null : dayNumber(date),
      datePrecision: date === null ? null : precisionOf(date),
      placements: own,
      domain,
      group: domain ? groupIdOf(domain) : null,
      referencesKnown: known.has(paper.id),
      cites: cites.get(paper.id) ?? [],
      citedBy: citedBy.get(paper.id) ?? [],
    };
  });

  const positions = new Map(corpus.citations.map((citation, i) => [citation, i]));
  const byId = new Map(entries.map((entry) => [entry.paper.id, entry]));
  const aliases = new Map(
    papers.flatMap((paper) => paper.aliases.map((alias) => [alias, paper.id] as const)),
  );
  const groups = groupsOf(corpus, entries, texts.language);
  const survey = entries.filter((entry) => entry.paper.role === "survey");
  return {
    texts,
    corpus,
    entries,
    byId,
    groups,
    groupById: new Map(groups.map((group) => [group.id, group])),
    root: corpus.survey.root === null ? null : (byId.get(corpus.survey.root) ?? null),
    surveyYears: extentOf(survey),
    allYears: extentOf(entries),
    positionOf: (citation) => positions.get(citation) ?? -1,
    resolve: (id) => (byId.has(id) ? id : (aliases.get(id) ?? null)),
  };
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
  return ids
    .map((id, place) => ({
      id,
      label: inLanguage(labels.get(id) ?? { en: id }, language, "en", survey.language),
      slot: place,
      domains: survey.domains.filter((domain) => groupIdOf(domain) === id),
      papers: entries.filter((entry) => entry.group === id).map((entry) => entry.paper.id),
    }))
    .filter((group) => group.papers.length > 0);
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
  const years = entries.flatMap((entry) => (entry.year === null ? [] : [entry.year]));
  if (years.length === 0) return null;
  return [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}
