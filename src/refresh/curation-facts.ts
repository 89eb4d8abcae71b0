import { byCodeUnit } from "../corpus/format-corpus.ts";
import { idsOf, type PaperId, preferredId } from "../corpus/ids.ts";
import type { Localised } from "../corpus/schema.ts";
import { type Curation, CurationError, type Pin, type ReferenceList } from "./curation.ts";
import { type CitationFacts, type Facts, namesOf, type PaperFacts } from "./facts.ts";
import { printedWorks } from "./printed-works.ts";

/** What a curation says, with papers by their ids. */
export interface CuratedFacts {
  /** Pins and curated citations: what no other source overrules. */
  readonly sure: Facts;
  /** The works of the reference lists as printed: what any other source may spell out. */
  readonly printed: Facts;
  /** Links that are known to be wrong. */
  readonly vetoes: readonly { readonly citing: PaperId; readonly cited: PaperId }[];
  readonly findings: readonly { readonly paper: PaperId; readonly text: Localised }[];
}

const SOURCE = "curation";

/** What a pin says about its paper. */
export function pinnedPaper(pin: Pin): PaperFacts {
  const names = idsOf(pin.ids);
  const id = preferredId(pin.ids, pin.title);
  return {
    id,
    aliases: names.filter((name) => name !== id),
    title: pin.title,
    label: pin.label ?? null,
    authors: pin.authors,
    year: pin.year ?? (pin.date ? Number(pin.date.slice(0, 4)) : null),
    date: pin.date ?? null,
    venue: pin.venue ?? null,
    ...(pin.counts && {
      citationCount: pin.counts.citations,
      influentialCitationCount: pin.counts.influential ?? null,
      countsAt: pin.counts.at,
    }),
    urls: { paper: pin.urls.paper ?? null, code: pin.urls.code ?? null },
  };
}

/**
 * The facts of a curation. It may name papers without a pin by their ids: the survey's (`entries`, which a
 * reference may mean too) and the previous snapshot's. Throws a CurationError that names every wrong place: a
 * name that belongs to no paper, a paper or pair that is listed twice or cites itself, a pair that is both a
 * citation and a non-citation, a pair that contradicts a reference list.
 */
export function curationFacts(
  curation: Curation,
  entries: readonly PaperFacts[],
  previous: readonly PaperFacts[],
  file: string,
): CuratedFacts {
  const problems: string[] = [];
  const problem = (place: string, message: string) => {
    problems.push(`${file}: ${place}: ${message}`);
  };
  const papers = curation.pins.map(pinnedPaper);
  const byName = namesInUse(curation, papers, [...entries, ...previous], problem);
  const find = (name: string, place: string): PaperFacts | null => {
    const paper = byName.get(name) ?? null;
    if (paper === null) problem(place, `no paper "${name}"`);
    return paper;
  };
  const pairs = { citations: new Map<string, number>(), nonCitations: new Map<string, number>() };
  const readPairs = (member: "citations" | "nonCitations") =>
    curation[member].flatMap((pair, i) => {
      const place = `${member}[${i}]`;
      const [citing, cited] = [find(pair.citing, `${place}.citing`), find(pair.cited, `${place}.cited`)];
      if (!citing || !cited) return [];
      if (citing === cited) problem(place, `"${pair.citing}" cites itself`);
      const key = pairKey(citing.id, cited.id);
      const before = pairs[member].get(key);
      if (before !== undefined) problem(place, `is already in ${member}[${before}]`);
      const cites = member === "nonCitations" ? pairs.citations.get(key) : undefined;
      if (cites !== undefined) {
        problem(place, `"${pair.citing}" → "${pair.cited}" is a citation too: citations[${cites}]`);
      }
      pairs[member].set(key, i);
      return [{ citing: citing.id, cited: cited.id, i }];
    });

  const citations = readPairs("citations").map(({ citing, cited, i }): CitationFacts => {
    const { confidence = "likely", evidence = null } = curation.citations[i] ?? {};
    return { citing, cited, sources: [SOURCE], confidence, evidence };
  });
  const vetoes = readPairs("nonCitations").map(({ citing, cited }) => ({ citing, cited }));
  const findings = curation.findings.flatMap(({ paper, text }, i) => {
    const found = find(paper, `findings[${i}].paper`);
    return found ? [{ paper: found.id, text }] : [];
  });

  const lists: { list: ReferenceList; paper: PaperFacts }[] = [];
  curation.referenceLists.forEach((list, i) => {
    const paper = find(list.paper, `referenceLists[${i}].paper`);
    if (!paper) return;
    const before = lists.findIndex((other) => other.paper === paper);
    if (before >= 0) problem(`referenceLists[${i}].paper`, `"${list.paper}" already has a list`);
    const numbers = new Set<number>();
    list.references.forEach(({ n }, j) => {
      if (numbers.has(n)) problem(`referenceLists[${i}].references[${j}].n`, `${n} is used twice`);
      numbers.add(n);
    });
    lists.push({ list, paper });
  });
  const printed = printedWorks(
    lists.map(({ list, paper }) => ({ ...list, paper: paper.id })),
    // By identity: an entry that a pin stands for is the pin.
    [...new Set([...papers, ...entries.map((entry) => byName.get(entry.id) ?? entry)])],
    SOURCE,
  );

  const listed = new Map(printed.citations.map((link) => [pairKey(link.citing, link.cited), link]));
  for (const [key, i] of pairs.nonCitations) {
    const link = listed.get(key);
    if (link) problem(`nonCitations[${i}]`, `contradicts the reference list, which has it: ${link.evidence}`);
  }
  for (const { list, paper } of lists.filter(({ list }) => list.complete)) {
    for (const [key, i] of pairs.citations) {
      if (key.startsWith(`${paper.id}\n`) && !listed.has(key)) {
        problem(`citations[${i}]`, `is missing from the complete reference list of "${list.paper}"`);
      }
    }
  }
  if (problems.length > 0) throw new CurationError(problems);

  const listOf = new Map(lists.map(({ list, paper }) => [paper, list]));
  const stated = [...new Set([...papers, ...listOf.keys()])].map((paper) => {
    const list = listOf.get(paper);
    return list?.complete
      ? { ...paper, referenceCount: list.references.length, referencesKnown: true }
      : paper;
  });
  const inNeed = new Set(citations.flatMap(({ citing, cited }) => [citing, cited]));
  const named = [...new Set(byName.values())].filter(
    ({ id }) => inNeed.has(id) && !stated.some((paper) => paper.id === id),
  );
  return {
    sure: {
      papers: [...stated, ...named.map(({ id, aliases = [], title }) => ({ id, aliases, title }))],
      citations,
    },
    printed: withEnds(printed, [...byName.values()]),
    vetoes,
    findings,
  };
}

/** The papers by every name the curation may call them; a name of two pins is a problem. */
function namesInUse(
  { pins }: Curation,
  papers: readonly PaperFacts[],
  others: readonly PaperFacts[],
  problem: (place: string, message: string) => void,
): Map<string, PaperFacts> {
  const byName = new Map<string, PaperFacts>();
  papers.forEach((paper, i) => {
    const key = pins[i]?.key;
    for (const name of [...(key === undefined ? [] : [key]), ...namesOf(paper)]) {
      const before = byName.get(name);
      if (before) problem(`pins[${i}]`, `"${name}" is also pins[${papers.indexOf(before)}]`);
      else byName.set(name, paper);
    }
  });
  for (const other of others) {
    const pinned = namesOf(other)
      .map((name) => byName.get(name))
      .find((paper) => paper !== undefined);
    for (const name of namesOf(other)) if (!byName.has(name)) byName.set(name, pinned ?? other);
  }
  return byName;
}

/** The printed facts together with the papers outside the lists that they link. */
function withEnds({ papers, citations }: Facts, known: readonly PaperFacts[]): Facts {
  const own = new Set(papers.map((paper) => paper.id));
  const ends = new Set(
    citations.flatMap(({ citing, cited }) => [citing, cited]).filter((id) => !own.has(id)),
  );
  const outside = [...new Set(known)].filter((paper) => ends.has(paper.id));
  const bare = outside.map(({ id, aliases = [], title }) => ({ id, aliases, title }));
  return { papers: [...bare.sort((a, b) => byCodeUnit(a.id, b.id)), ...papers], citations };
}

function pairKey(citing: PaperId, cited: PaperId): string {
  return `${citing}\n${cited}`;
}
