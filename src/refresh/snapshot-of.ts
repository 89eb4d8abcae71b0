import { isDate } from "../corpus/date.ts";
import { byCodeUnit } from "../corpus/format-corpus.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Corpus } from "../corpus/schema.ts";
import { idsIn, s2Id } from "../semantic-scholar/paper-address.ts";
import { bestName, type CitationFacts, namesOf, type PaperFacts } from "./facts.ts";
import type { AskedPaper, Gathered, GatheredPaper, GatheredWork } from "./gathered.ts";
import type { Snapshot } from "./previous-facts.ts";
import { isReadWhole } from "./read-references.ts";

/** How the corpus calls this source. */
export const SOURCE = "semantic-scholar";

/**
 * What the API's licence requires wherever its data is shown; abstracts and sentences remain their authors'.
 */
const TERMS =
  "Data from Semantic Scholar (https://www.semanticscholar.org/?utm_source=api), " +
  "Semantic Scholar API License Agreement (https://www.semanticscholar.org/product/api/license): " +
  "for research and education, not for sale";

/**
 * What was gathered as facts for the corpus. What the previous corpus had from this source and the
 * source does not say any more is among them too, marked with the day it was last seen: a citation
 * only when a list was read to its end that would have to name it, a paper only when it was asked for.
 */
export function snapshotOf(gathered: Gathered, previous: Corpus | null, requests: number): Snapshot {
  const papers = withNamesOnce(
    [...gathered.papers.map(surveyFacts), ...gathered.context.map(contextFacts)],
    gathered,
    ownersOf(previous),
  );
  const shas = new Set([
    ...gathered.papers.map(({ sha }) => sha),
    ...gathered.context.map(({ work }) => work.paperId),
    ...gathered.absent,
  ]);
  const citations = gathered.links.within(shas).map(
    ({ citing, cited, contexts, intents, isInfluential }): CitationFacts => ({
      citing: s2Id(citing),
      cited: s2Id(cited),
      sources: [SOURCE],
      confidence: "reported",
      influential: isInfluential,
      intents: [...new Set((intents ?? []).map(oneLine))].filter(Boolean).sort(byCodeUnit),
      contexts: [...new Set((contexts ?? []).map(oneLine))].filter(Boolean),
      lastSeen: null,
    }),
  );
  const days = [...gathered.papers, ...gathered.context].map(({ day }) => day).sort(byCodeUnit);
  const at = days.at(-1);
  return {
    papers: [...papers, ...unknownFacts(gathered.unknown, previous)],
    citations: [...citations, ...goneCitations(gathered, papers, previous)],
    retrieved: at === undefined ? [] : [{ source: SOURCE, at, requests, terms: TERMS }],
    gaps: [...gathered.gaps],
  };
}

function surveyFacts({ asked, answer, day, references }: GatheredPaper): PaperFacts {
  const names = [...new Set([asked.id, ...idsIn(answer)])];
  return {
    ...described(answer, names, day),
    title: oneLine(answer.title ?? "") || asked.title,
    ...("abstract" in answer
      ? { abstract: nonEmpty(answer.abstract), tldr: nonEmpty(answer.tldr?.text ?? null) }
      : {}),
    ...(isReadWhole(references) ? { referencesKnown: true } : {}),
  };
}

function contextFacts({ work, answer, day, referencesRead }: GatheredWork): PaperFacts {
  const said = answer ?? { ...work, authors: null, influentialCitationCount: null };
  // A merge may have given the work another sha since the list was made.
  const names = [...new Set([...idsIn(said), ...idsIn(work)])];
  return {
    ...described(said, names, day),
    title: oneLine(said.title ?? work.title ?? "") || "(no title)",
    ...(referencesRead ? { referencesKnown: true } : {}),
  };
}

/** The paper that each name of the corpus belongs to. */
export function ownersOf(corpus: Corpus | null): Map<PaperId, PaperId> {
  const papers = corpus?.papers ?? [];
  return new Map(papers.flatMap((paper) => namesOf(paper).map((name) => [name, paper.id] as const)));
}

/**
 * The papers, each name with one of them only: what the papers were asked by and their shas first, and
 * no name that was another paper's so far. So a record that claims another paper's DOI does not make
 * one paper of the two.
 */
function withNamesOnce(
  papers: readonly PaperFacts[],
  { papers: survey, context }: Gathered,
  owners: ReadonlyMap<PaperId, PaperId>,
): PaperFacts[] {
  const shas = [...survey.map(({ sha }) => sha), ...context.map(({ work }) => work.paperId)];
  const sure = papers.map((_, i) => [survey[i]?.asked.id ?? [], s2Id(shas[i] ?? "")].flat());
  const before = sure.map((names) => names.flatMap((name) => owners.get(name) ?? []));
  const claimed = new Map<PaperId, number>();
  const claim = (name: PaperId, i: number) => {
    if (!claimed.has(name)) claimed.set(name, i);
  };
  sure.forEach((names, i) => {
    for (const name of names) claim(name, i);
  });
  papers.forEach((paper, i) => {
    for (const name of namesOf(paper)) {
      const owner = owners.get(name);
      if (owner === undefined || before[i]?.includes(owner)) claim(name, i);
    }
  });
  return papers.map((paper, i) => {
    const names = namesOf(paper).filter((name) => claimed.get(name) === i);
    const id = bestName(names);
    return { ...paper, id, aliases: names.filter((name) => name !== id) };
  });
}

type Said =
  | Omit<GatheredPaper["answer"] | NonNullable<GatheredWork["answer"]>, "openAccessPdf" | "abstract" | "tldr">
  | (GatheredWork["work"] & { authors: null; influentialCitationCount: null });

function described(said: Said, names: readonly PaperId[], day: string): Omit<PaperFacts, "title"> {
  const id = bestName(names);
  return {
    id,
    aliases: names.filter((name) => name !== id),
    authors: (said.authors ?? []).flatMap(({ name }) => nonEmpty(name) ?? []),
    year: said.year !== null && said.year >= 1000 && said.year <= 9999 ? said.year : null,
    date: said.publicationDate !== null && isDate(said.publicationDate) ? said.publicationDate : null,
    venue: nonEmpty(said.venue),
    referenceCount: said.referenceCount,
    ...countsOf(said, day),
    lastSeen: null,
  };
}

/** A paper that the source once knew and now does not: everything stays, with the day of the last answer. */
function unknownFacts(unknown: readonly AskedPaper[], previous: Corpus | null): PaperFacts[] {
  const before = retrievedAt(previous);
  if (!previous || before === null) return [];
  const byName = new Map(
    previous.papers.flatMap((paper) => namesOf(paper).map((name) => [name, paper] as const)),
  );
  return unknown.flatMap(({ id }) => {
    const paper = byName.get(id);
    if (!paper || !namesOf(paper).some((name) => name.startsWith("s2:")) || paper.countsAt === null)
      return [];
    return [{ id: paper.id, aliases: paper.aliases, title: paper.title, lastSeen: paper.lastSeen ?? before }];
  });
}

function goneCitations(
  gathered: Gathered,
  papers: readonly PaperFacts[],
  previous: Corpus | null,
): CitationFacts[] {
  const before = retrievedAt(previous);
  if (!previous || before === null) return [];
  const shaOf = shasByName(gathered, papers);
  const readWhole = new Set([
    ...gathered.papers.filter(({ references }) => isReadWhole(references)).map(({ sha }) => sha),
    ...gathered.context.filter(({ referencesRead }) => referencesRead).map(({ work }) => work.paperId),
  ]);
  const citersRead = new Set(
    gathered.papers.filter(({ citing }) => citing.missing === null).map(({ sha }) => sha),
  );
  const namesOfId = new Map(previous.papers.map((paper) => [paper.id, namesOf(paper)]));
  const find = (id: PaperId) => (namesOfId.get(id) ?? [id]).flatMap((name) => shaOf.get(name) ?? [])[0];
  return previous.citations.flatMap((link): CitationFacts[] => {
    if (!link.sources.includes(SOURCE)) return [];
    const [citing, cited] = [find(link.citing), find(link.cited)];
    if (!citing || !cited || gathered.links.has(citing, cited)) return [];
    if (!readWhole.has(citing) && !citersRead.has(cited)) return [];
    const { confidence } = link;
    return [
      {
        citing: s2Id(citing),
        cited: s2Id(cited),
        sources: [],
        confidence,
        lastSeen: link.lastSeen ?? before,
      },
    ];
  });
}

function shasByName(gathered: Gathered, papers: readonly PaperFacts[]): Map<PaperId, string> {
  const shas = [
    ...gathered.papers.map(({ sha }) => sha),
    ...gathered.context.map(({ work }) => work.paperId),
  ];
  return new Map(papers.flatMap((paper, i) => namesOf(paper).map((name) => [name, shas[i] ?? ""] as const)));
}

function retrievedAt(previous: Corpus | null): string | null {
  return previous?.retrieved.find(({ source }) => source === SOURCE)?.at ?? null;
}

/** Both counts or none: a newer pair replaces an older one, so half a pair would take a count away. */
function countsOf(said: Said, day: string): Partial<PaperFacts> {
  const { citationCount, influentialCitationCount } = said;
  if (citationCount === null || influentialCitationCount === null) return {};
  return { citationCount, influentialCitationCount, countsAt: day };
}

function nonEmpty(text: string | null): string | null {
  return oneLine(text ?? "") || null;
}

/** Answers hold line breaks and control characters; a corpus holds text. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
