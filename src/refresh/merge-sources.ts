import type { PaperId } from "../corpus/ids.ts";
import type { Corpus, CorpusInput, Paper } from "../corpus/schema.ts";
import type { Survey } from "../survey/survey.ts";
import type { Curation } from "./curation.ts";
import { curationFacts, pinnedPaper } from "./curation-facts.ts";
import { entryFacts, placementsOf } from "./entry-facts.ts";
import {
  bestName,
  type CitationFacts,
  type Facts,
  isKnownByTitleOnly,
  namesOf,
  type PaperFacts,
} from "./facts.ts";
import { formerNames } from "./former-names.ts";
import { datedBy, type ListedDate, listedDate, withoutFuture } from "./listed-date.ts";
import { mergeFacts } from "./merge-facts.ts";
import { previousFacts, type Snapshot } from "./previous-facts.ts";
import { type Resolution, resolveEntries } from "./resolve-entries.ts";
import { surveyInfo } from "./survey-info.ts";
import { titleForms } from "./work-title.ts";

export interface CorpusSources {
  readonly survey: Survey;
  readonly curation: Curation | null;
  readonly previous: Corpus | null;
  /** What a refresh has just fetched; it ranks below the curation and above the previous snapshot. */
  readonly gathered?: Snapshot;
  /** Each entry with its paper; by default what can be said without a request. */
  readonly resolutions?: readonly Resolution[];
  /** A context work is cited by at least so many survey papers, or cites so many; 0 keeps none. */
  readonly context?: number;
  /** The day of the run, YYYY-MM-DD: later dates are ignored. By default none is. */
  readonly today?: string;
}

/** How the files are called in messages. */
export interface FileNames {
  readonly survey: string;
  readonly curation: string;
}

export const DEFAULT_FILE_NAMES: FileNames = { survey: "survey.md", curation: "curation.json" };

/** A paper as the sources know it together. */
export type MergedPaper = PaperFacts & Pick<Paper, "role" | "identified">;

/** What the sources say together, each paper under the id it keeps. */
export interface MergedSources {
  readonly resolutions: readonly Resolution[];
  /** The survey's papers and the related works. */
  readonly papers: readonly MergedPaper[];
  /** The citations among them. */
  readonly citations: readonly CitationFacts[];
  readonly survey: NonNullable<CorpusInput["survey"]>;
  readonly placements: CorpusInput["placements"];
  readonly findings: NonNullable<CorpusInput["findings"]>;
  /** What the previous snapshot knew. */
  readonly before: Snapshot;
  /** The survey's papers and others that have an id of a source. */
  readonly identified: ReadonlySet<PaperId>;
  idOf(name: PaperId): PaperId;
}

const MIN_LINKS_OF_CONTEXT = 2;

const EMPTY: Snapshot = { papers: [], citations: [], retrieved: [], gaps: [] };

/** What can be said about each entry without a request. */
export function unasked({ survey, curation, previous }: CorpusSources): Resolution[] {
  const pins = (curation?.pins ?? []).map((pin) => ({ pin, paper: pinnedPaper(pin) }));
  return resolveEntries(survey.entries, pins, previous?.papers ?? []);
}

/**
 * The papers, works and citations that the sources name, merged, the curation first (see buildCorpus).
 * Throws a CurationError or a SurveyError that names the place.
 */
export function mergeSources(sources: CorpusSources, files: FileNames): MergedSources {
  const { survey, curation, previous, gathered = EMPTY, context = MIN_LINKS_OF_CONTEXT } = sources;
  const today = sources.today ?? null;
  const resolved = sources.resolutions ?? unasked(sources);
  const former = formerNames(resolved, previous?.papers ?? []);
  const listed = new Map(
    resolved.map(({ entry, paper }) => [entry, listedDate(entry, namesOf(paper), today)] as const),
  );
  const entries = inGivenOrTitleOrder(resolved).map((one) =>
    entryFacts(one, listed.get(one.entry), former.get(one.paper.id) ?? []),
  );
  const curated = curation
    ? curationFacts(curation, entries, previous?.papers ?? [], files.curation)
    : { sure: EMPTY, printed: EMPTY, vetoes: [], findings: [] };
  const before = believed(previous ? previousFacts(previous) : EMPTY, today);
  const merged = mergeFacts([
    curated.sure,
    believed(gathered, today),
    before,
    curated.printed,
    ...entries.map((paper) => ({ papers: [paper], citations: [] })),
  ]);
  const { facts, idOf } = withStableIds(merged, previous);

  const placements = resolved.flatMap((one) => placementsOf(one, listed.get(one.entry), idOf));
  const surveyIds = new Set(placements.map((placement) => placement.paper));
  const identified = new Set([
    ...resolved.flatMap((one) => (one.how === "unresolved" ? [] : [idOf(one.paper.id)])),
    ...facts.papers.flatMap((paper) => (isKnownByTitleOnly(paper) ? [] : [paper.id])),
  ]);
  const vetoed = new Set(curated.vetoes.map(({ citing, cited }) => `${idOf(citing)}\n${idOf(cited)}`));
  const links = facts.citations.filter(({ citing, cited }) => !vetoed.has(`${citing}\n${cited}`));
  const kept = new Set([...surveyIds, ...contextIds(links, surveyIds, context)]);
  const dates = new Map<PaperId, ListedDate[]>();
  for (const { entry, paper } of resolved) {
    const date = listed.get(entry);
    if (date) dates.set(idOf(paper.id), [...(dates.get(idOf(paper.id)) ?? []), date]);
  }
  const papers = facts.papers
    .filter((paper) => kept.has(paper.id))
    .map((paper) => ({ ...paper, ...datedBy(paper, dates.get(paper.id) ?? [], namesOf(paper), today) }))
    .map((paper) => finished(paper, surveyIds.has(paper.id), identified.has(paper.id)));
  const findings = curated.findings.map(({ paper, text }) => ({ paper: idOf(paper), text }));
  return {
    resolutions: resolved,
    papers,
    citations: links.filter(({ citing, cited }) => kept.has(citing) && kept.has(cited)),
    survey: surveyInfo(survey, files.survey, idOf, kept, resolved),
    placements,
    findings: findings.filter(({ paper }) => kept.has(paper)),
    before,
    identified,
    idOf,
  };
}

/** The facts without dates that cannot be. */
function believed<F extends Facts>(facts: F, today: string | null): F {
  return today === null
    ? facts
    : { ...facts, papers: facts.papers.map((paper) => withoutFuture(paper, today)) };
}

/** The entries that give a paper the title it has before those that call it otherwise: one may have a wrong link. */
function inGivenOrTitleOrder(resolved: readonly Resolution[]): Resolution[] {
  const isOdd = ({ entry, paper }: Resolution) =>
    Number(titleForms(entry.title).key !== titleForms(paper.title).key);
  return resolved
    .map((one) => ({ one, odd: isOdd(one) }))
    .sort((a, b) => a.odd - b.odd)
    .map(({ one }) => one);
}

/** Related works: linked with enough of its papers in one direction. */
function contextIds(
  links: readonly CitationFacts[],
  survey: ReadonlySet<PaperId>,
  atLeast: number,
): PaperId[] {
  if (atLeast === 0) return [];
  const counts = { cited: new Map<PaperId, number>(), citing: new Map<PaperId, number>() };
  for (const { citing, cited } of links) {
    if (survey.has(citing)) counts.cited.set(cited, (counts.cited.get(cited) ?? 0) + 1);
    if (survey.has(cited)) counts.citing.set(citing, (counts.citing.get(citing) ?? 0) + 1);
  }
  return [...counts.cited, ...counts.citing].flatMap(([id, n]) => (n >= atLeast ? [id] : []));
}

/**
 * The facts with each paper under the id the previous snapshot knew it by, and a function from any name to
 * it.
 */
function withStableIds(
  facts: Facts,
  previous: Corpus | null,
): { facts: Facts; idOf: (name: PaperId) => PaperId } {
  const inUse = new Set(previous?.papers.map((paper) => paper.id));
  const unidentified = new Set(
    previous?.papers.flatMap(({ id, identified }) => (identified === false ? [id] : [])),
  );
  const ids = new Map<PaperId, PaperId>();
  const papers = facts.papers.map((paper) => {
    const names = namesOf(paper);
    const before = names.filter((name) => inUse.has(name));
    // A title stood in for an id until the paper was identified.
    const isStandIn = before.every((name) => unidentified.has(name));
    const id = before.length > 0 && !isStandIn ? bestName(before) : paper.id;
    for (const name of names) ids.set(name, id);
    return { ...paper, id, aliases: names.filter((name) => name !== id) };
  });
  const idOf = (name: PaperId) => ids.get(name) ?? name;
  const citations = facts.citations.map((link) => ({
    ...link,
    citing: idOf(link.citing),
    cited: idOf(link.cited),
  }));
  return { facts: { papers, citations }, idOf };
}

function finished(paper: PaperFacts, inSurvey: boolean, identified: boolean): MergedPaper {
  const linkOf = (prefix: string, base: string) => {
    const name = namesOf(paper).find((known) => known.startsWith(prefix));
    return name === undefined ? null : base + name.slice(prefix.length);
  };
  return {
    ...paper,
    role: inSurvey ? "survey" : "context",
    ...(inSurvey && { referencesKnown: paper.referencesKnown ?? false }),
    identified: inSurvey && !identified ? false : null,
    urls: {
      ...paper.urls,
      arxiv: linkOf("arxiv:", "https://arxiv.org/abs/"),
      doi: linkOf("doi:", "https://doi.org/"),
      semanticScholar: linkOf("s2:", "https://www.semanticscholar.org/paper/"),
    },
  };
}
