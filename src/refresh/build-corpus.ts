import { type PaperId, paperId } from "../corpus/ids.ts";
import { parseCorpus } from "../corpus/parse-corpus.ts";
import { CORPUS_VERSION, type Corpus, type CorpusInput, type Placement } from "../corpus/schema.ts";
import type { Survey } from "../survey/survey.ts";
import type { Curation } from "./curation.ts";
import { curationFacts, pinnedPaper } from "./curation-facts.ts";
import { bestName, type CitationFacts, type Facts, namesOf, type PaperFacts } from "./facts.ts";
import { mergeFacts } from "./merge-facts.ts";
import { previousFacts, type Snapshot } from "./previous-facts.ts";
import { type Resolution, resolveEntries } from "./resolve-entries.ts";

export interface CorpusSources {
  readonly survey: Survey;
  readonly curation: Curation | null;
  readonly previous: Corpus | null;
  /** What a refresh has just been told; it ranks below the curation and above the previous snapshot. */
  readonly gathered?: Snapshot;
  /** Each entry with its paper; by default what can be said without asking anybody. */
  readonly resolutions?: readonly Resolution[];
  /** A context work is cited by at least so many survey papers, or cites so many; 0 keeps none. */
  readonly context?: number;
}

/** How the files are called in messages. */
export interface FileNames {
  readonly survey: string;
  readonly curation: string;
}

/** A survey that no corpus can be built from. */
export class SurveyError extends Error {
  override readonly name = "SurveyError";
}

const MIN_LINKS_OF_CONTEXT = 2;

const EMPTY: Snapshot = { papers: [], citations: [], retrieved: [], gaps: [] };
const NOT_READ = "its reference list has not been read yet";

/**
 * The corpus of a survey: its papers, the works that at least two of them cite (or that cite two of
 * them), and every citation among these. What sources say of one paper or link is merged, the
 * curation first; the previous snapshot keeps what other sources once said, and the ids under which
 * papers are known. Pure: the same sources give the same corpus. Throws a CurationError or a
 * SurveyError that names the place.
 */
export function buildCorpus(
  {
    survey,
    curation,
    previous,
    gathered = EMPTY,
    resolutions,
    context = MIN_LINKS_OF_CONTEXT,
  }: CorpusSources,
  files: FileNames = { survey: "survey.md", curation: "curation.json" },
): Corpus {
  const pins = (curation?.pins ?? []).map((pin) => ({ pin, paper: pinnedPaper(pin) }));
  const resolved = resolutions ?? resolveEntries(survey.entries, pins, previous?.papers ?? []);
  const entries = resolved.flatMap((r) => (r.how === "unresolved" ? [] : [entryFacts(r.entry, r.paper)]));
  const curated = curation
    ? curationFacts(curation, entries, previous?.papers ?? [], files.curation)
    : { sure: EMPTY, printed: EMPTY, vetoes: [], findings: [] };
  const before = previous ? previousFacts(previous) : EMPTY;
  const merged = mergeFacts([
    curated.sure,
    gathered,
    before,
    curated.printed,
    ...entries.map((paper) => ({ papers: [paper], citations: [] })),
  ]);
  const { facts, idOf } = withStableIds(merged, previous);

  const placements = resolved.flatMap((r) => (r.how === "unresolved" ? [] : [placementOf(r, idOf)]));
  const surveyIds = new Set(placements.map((placement) => placement.paper));
  const vetoed = new Set(curated.vetoes.map(({ citing, cited }) => `${idOf(citing)}\n${idOf(cited)}`));
  const links = facts.citations.filter(({ citing, cited }) => !vetoed.has(`${citing}\n${cited}`));
  const kept = new Set([...surveyIds, ...contextIds(links, surveyIds, context)]);
  const papers = facts.papers
    .filter((paper) => kept.has(paper.id))
    .map((paper) => finished(paper, surveyIds.has(paper.id)));
  const findings = curated.findings.map(({ paper, text }) => ({ paper: idOf(paper), text }));

  const input: CorpusInput = {
    version: CORPUS_VERSION,
    survey: surveyInfo(survey, files.survey, idOf, kept, resolved),
    retrieved: [
      ...(curation ? [{ source: "curation", at: curation.date }] : []),
      ...latestOf([...gathered.retrieved, ...before.retrieved]),
    ],
    papers,
    placements,
    citations: links.filter(({ citing, cited }) => kept.has(citing) && kept.has(cited)),
    unresolved: resolved.flatMap((r) =>
      r.how === "unresolved"
        ? [{ line: r.entry.line, title: r.entry.title, reason: r.reason, candidates: r.candidates ?? [] }]
        : [],
    ),
    gaps: gapsOf(
      papers,
      [...gathered.gaps, ...before.gaps].map((gap) => ({ ...gap, paper: idOf(gap.paper) })),
    ),
    findings: findings.filter(({ paper }) => kept.has(paper)),
  };
  return parseCorpus(input);
}

/** The works around the survey: linked with enough of its papers in one direction. */
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

/** The facts with each paper under the id the previous snapshot knew it by, and the way from any name to it. */
function withStableIds(
  facts: Facts,
  previous: Corpus | null,
): { facts: Facts; idOf: (name: PaperId) => PaperId } {
  const inUse = new Set(previous?.papers.map((paper) => paper.id));
  const ids = new Map<PaperId, PaperId>();
  const papers = facts.papers.map((paper) => {
    const names = namesOf(paper);
    const before = names.filter((name) => inUse.has(name));
    const id = before.length > 0 ? bestName(before) : paper.id;
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

function entryFacts(entry: Survey["entries"][number], { id, aliases = [], title }: PaperFacts): PaperFacts {
  return { id, aliases, title, year: entry.year, venue: venueOf(entry), urls: entry.links };
}

function venueOf({ venue, year }: Survey["entries"][number]): string | null {
  return venue === null ? null : year === null ? venue : `${venue} ${year}`;
}

function placementOf(
  { entry, paper }: Extract<Resolution, { paper: PaperFacts }>,
  idOf: (name: PaperId) => PaperId,
): Placement {
  const { domain, line, organization, note, figure } = entry;
  return { paper: idOf(paper.id), domain, line, organization, venue: venueOf(entry), note, figure };
}

function finished(paper: PaperFacts, inSurvey: boolean): CorpusInput["papers"][number] {
  const linkOf = (prefix: string, base: string) => {
    const name = namesOf(paper).find((known) => known.startsWith(prefix));
    return name === undefined ? null : base + name.slice(prefix.length);
  };
  return {
    ...paper,
    role: inSurvey ? "survey" : "context",
    ...(inSurvey && { referencesKnown: paper.referencesKnown ?? false }),
    urls: {
      paper: paper.urls?.paper ?? null,
      code: paper.urls?.code ?? null,
      arxiv: linkOf("arxiv:", "https://arxiv.org/abs/"),
      doi: linkOf("doi:", "https://doi.org/"),
      semanticScholar: linkOf("s2:", "https://www.semanticscholar.org/paper/"),
    },
  };
}

function surveyInfo(
  survey: Survey,
  file: string,
  idOf: (name: PaperId) => PaperId,
  kept: ReadonlySet<PaperId>,
  resolved: readonly Resolution[],
): NonNullable<CorpusInput["survey"]> {
  const { title, author, date, language, groups, domains } = survey;
  const named = survey.root === null ? null : idOf(paperId(survey.root));
  const root = named !== null && kept.has(named) ? named : null;
  // The root may be an entry that is not found yet.
  if (named !== root && resolved.every(({ how }) => how !== "unresolved")) {
    throw new SurveyError(`${file}: root: no paper "${survey.root}"; name the id of one of the entries`);
  }
  return {
    ...(title !== null && { title }),
    author,
    date,
    language,
    root,
    groups: [...groups],
    domains: domains.map(({ id, labels, sections, group, note }) => ({
      id,
      label: labels,
      section: sections,
      group,
      note,
    })),
  };
}

/** What is missing: told gaps that still are, and every survey paper whose references nobody has read. */
function gapsOf(papers: readonly CorpusInput["papers"][number][], told: Corpus["gaps"]): Corpus["gaps"] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const gaps = new Map<string, Corpus["gaps"][number]>();
  for (const gap of told) {
    const paper = byId.get(gap.paper);
    const filled = gap.of === "references" && paper?.referencesKnown === true;
    const key = `${gap.paper}\n${gap.of}`;
    if (paper && !filled && !gaps.has(key)) gaps.set(key, gap);
  }
  for (const { id, role, referencesKnown } of papers) {
    const key = `${id}\nreferences`;
    if (role !== "survey" || referencesKnown === true || gaps.has(key)) continue;
    gaps.set(key, { paper: paperId(id), of: "references", reason: NOT_READ, expected: null, found: null });
  }
  return [...gaps.values()];
}

function latestOf(retrieved: Corpus["retrieved"]): Corpus["retrieved"] {
  const latest = new Map<string, Corpus["retrieved"][number]>();
  for (const entry of retrieved) {
    const before = latest.get(entry.source);
    if (!before || before.at < entry.at) latest.set(entry.source, entry);
  }
  return [...latest.values()];
}
