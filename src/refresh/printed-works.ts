import { byCodeUnit } from "../corpus/format-corpus.ts";
import { type PaperId, paperId, titleSlug } from "../corpus/ids.ts";
import { bestSpelling } from "./best-spelling.ts";
import type { ReferenceList } from "./curation.ts";
import type { CitationFacts, Facts, PaperFacts } from "./facts.ts";
import { groupWorks, type PrintedWork, WorkIndex } from "./same-work.ts";

interface Reference extends PrintedWork {
  readonly citing: PaperId;
  readonly n: number;
  readonly numbered: boolean;
}

/**
 * The works that the reference lists print, each once, and who cites them (`verified`: the list was
 * read). A work that is one of `known` keeps that paper's id and is not listed again; the others are
 * named by their titles' slugs, with the first author's surname as printed and the earliest year.
 * References without a title are left out.
 */
export function printedWorks(
  lists: readonly (Omit<ReferenceList, "paper"> & { readonly paper: PaperId })[],
  known: readonly PaperFacts[],
  source: string,
): Facts {
  const references = lists.flatMap(({ paper, numbered, references }) =>
    references.flatMap(({ n, title, author, year }): Reference[] =>
      title === null ? [] : [{ citing: paper, n, numbered, title, author, year }],
    ),
  );
  const index = new WorkIndex(
    known.map((paper) => ({
      paper,
      title: paper.title,
      author: paper.authors?.[0] ?? null,
      year: paper.year ?? null,
    })),
  );
  const slugs = new Set<string>();
  const papers: PaperFacts[] = [];
  const citations: CitationFacts[] = [];
  const works = groupWorks(references).map((group) => ({ group, printed: asOneWork(group) }));
  for (const { group, printed } of works.sort((a, b) => byYearAndTitle(a.printed, b.printed))) {
    const paper = index.find(printed)?.paper ?? null;
    const work = paper ?? newWork(group, printed, slugs);
    if (paper === null) papers.push(work);
    const byList = new Map<PaperId, Reference[]>();
    for (const reference of group) {
      byList.set(reference.citing, [...(byList.get(reference.citing) ?? []), reference]);
    }
    for (const [citing, found] of byList) {
      if (citing === work.id) continue;
      citations.push({
        citing,
        cited: work.id,
        sources: [source],
        confidence: "verified",
        evidence: evidenceOf(found),
      });
    }
  }
  return { papers, citations };
}

function evidenceOf(references: readonly Reference[]): string {
  if (references.some((reference) => !reference.numbered)) return "in its reference list";
  const numbers = references.map(({ n }) => `[${n}]`).join(", ");
  return `reference${references.length > 1 ? "s" : ""} ${numbers}`;
}

function asOneWork(group: readonly Reference[]): PrintedWork {
  const years = group.flatMap(({ year }) => (year === null ? [] : [year]));
  // The surname alone, where one list prints more of the name.
  const [author = null] = group
    .flatMap((reference) => (reference.author === null ? [] : [reference.author]))
    .sort((a, b) => a.length - b.length || byCodeUnit(a, b));
  return {
    title: bestSpelling(group.map((reference) => reference.title)),
    author,
    // A preprint comes first, and lineage asks when a work was first there.
    year: years.length > 0 ? Math.min(...years) : null,
  };
}

function newWork(
  group: readonly Reference[],
  { title, author, year }: PrintedWork,
  slugs: Set<string>,
): PaperFacts {
  const variants = [...new Set(group.map((reference) => titleSlug(reference.title)))].sort(byCodeUnit);
  const own = titleSlug(title);
  const free = [own, ...variants.filter((slug) => slug !== own)].filter((slug) => !slugs.has(slug));
  if (free.length === 0 || slugs.has(own)) {
    // Two works of one title: the later one says whose it is.
    free.unshift([own, titleSlug(author ?? "anonymous"), year ?? "undated"].join("-"));
  }
  for (const slug of free) slugs.add(slug);
  const [id = own, ...aliases] = free;
  return {
    id: paperId(`title:${id}`),
    aliases: aliases.map((slug) => paperId(`title:${slug}`)),
    title,
    authors: author === null ? [] : [author],
    year,
  };
}

function byYearAndTitle(a: PrintedWork, b: PrintedWork): number {
  return (
    (a.year ?? 9999) - (b.year ?? 9999) ||
    byCodeUnit(a.title, b.title) ||
    byCodeUnit(a.author ?? "", b.author ?? "")
  );
}
