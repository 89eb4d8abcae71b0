import type { Run } from "../corpus/changes.ts";
import { byCodeUnit } from "../corpus/format-corpus.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Corpus, Paper } from "../corpus/schema.ts";

type Gap = Corpus["gaps"][number];
/** A corpus that does not say when it was made. */
const NO_DAY = "1970-01-01";

const NOTHING = {
  newPapers: [],
  gonePapers: [],
  resolved: [],
  lost: [],
  newCitations: [],
  goneCitations: [],
  counts: [],
  gapsOpened: [],
  gapsClosed: [],
} satisfies Partial<Run>;

type Link = { citing: PaperId; cited: PaperId };

/**
 * What is different in `after`, under its ids; without a previous corpus nothing is listed. A paper or
 * citation counts as gone when it is missing or is marked with the day it was last seen; one that was renamed
 * is the same paper when any of its names is.
 */
export function diffCorpora(before: Corpus | null, after: Corpus): Run {
  const sizes = {
    at: dayOf(after) ?? NO_DAY,
    since: before && dayOf(before),
    papers: after.papers.length,
    citations: after.citations.length,
  };
  if (!before) return { ...NOTHING, ...sizes };
  const nameNow = namesOf(after.papers);
  const renamed = (id: PaperId) => nameNow.get(id) ?? id;
  const [papersBefore, papersAfter] = [papersById(before, renamed), papersById(after, renamed)];
  const [linksBefore, linksAfter] = [linksByKey(before, renamed), linksByKey(after, renamed)];
  const [gapsBefore, gapsAfter] = [gapsByKey(before, renamed), gapsByKey(after, renamed)];
  const unresolvedBefore = new Set(before.unresolved.map(({ title }) => title));
  const unresolvedAfter = new Set(after.unresolved.map(({ title }) => title));
  const titlesAfter = new Map(after.papers.map((paper) => [paper.title, paper.id]));

  return {
    ...sizes,
    newPapers: only(papersAfter, papersBefore).sort(byCodeUnit),
    gonePapers: only(papersBefore, papersAfter).sort(byCodeUnit),
    resolved: [...unresolvedBefore]
      .filter((title) => !unresolvedAfter.has(title))
      .flatMap((title) => titlesAfter.get(title) ?? [])
      .sort(byCodeUnit),
    lost: after.unresolved
      .filter(({ title }) => !unresolvedBefore.has(title))
      .map(({ line, title }) => ({ line, title }))
      .sort((a, b) => byCodeUnit(a.title, b.title)),
    newCitations: valuesOnly(linksAfter, linksBefore).sort(byEnds),
    goneCitations: valuesOnly(linksBefore, linksAfter).sort(byEnds),
    counts: countChanges(papersBefore, papersAfter),
    gapsOpened: valuesOnly(gapsAfter, gapsBefore).sort(byGap),
    gapsClosed: valuesOnly(gapsBefore, gapsAfter).sort(byGap),
  };
}

/** The day of the newest answer or statement in the corpus; null when it has none. */
export function dayOf(corpus: Corpus): string | null {
  return (
    corpus.retrieved
      .map(({ at }) => at)
      .sort(byCodeUnit)
      .at(-1) ?? null
  );
}

function namesOf(papers: readonly Paper[]): Map<PaperId, PaperId> {
  return new Map(papers.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => [name, id] as const)));
}

function papersById(corpus: Corpus, renamed: (id: PaperId) => PaperId): Map<PaperId, Paper> {
  const seen = corpus.papers.filter(({ lastSeen }) => lastSeen === null);
  return new Map(seen.map((paper) => [renamed(paper.id), paper]));
}

function linksByKey(corpus: Corpus, renamed: (id: PaperId) => PaperId): Map<string, Link> {
  const seen = corpus.citations.filter(({ lastSeen }) => lastSeen === null);
  const links = seen.map((link) => ({ citing: renamed(link.citing), cited: renamed(link.cited) }));
  return new Map(links.map((link) => [`${link.citing}\n${link.cited}`, link]));
}

function gapsByKey(
  corpus: Corpus,
  renamed: (id: PaperId) => PaperId,
): Map<string, Pick<Gap, "paper" | "of" | "reason">> {
  const gaps = corpus.gaps.map(({ paper, of, reason }) => ({ paper: renamed(paper), of, reason }));
  return new Map(gaps.map((gap) => [`${gap.paper}\n${gap.of}`, gap]));
}

function countChanges(
  before: ReadonlyMap<PaperId, Paper>,
  after: ReadonlyMap<PaperId, Paper>,
): Run["counts"] {
  return [...after]
    .flatMap(([paper, { citationCount: to }]) => {
      const from = before.get(paper)?.citationCount;
      return from === undefined || from === to ? [] : [{ paper, from, to }];
    })
    .sort((a, b) => byCodeUnit(a.paper, b.paper));
}

function only<K>(these: ReadonlyMap<K, unknown>, those: ReadonlyMap<K, unknown>): K[] {
  return [...these.keys()].filter((key) => !those.has(key));
}

function valuesOnly<K, V>(these: ReadonlyMap<K, V>, those: ReadonlyMap<K, V>): V[] {
  return [...these].filter(([key]) => !those.has(key)).map(([, value]) => value);
}

function byEnds(a: Link, b: Link): number {
  return byCodeUnit(a.citing, b.citing) || byCodeUnit(a.cited, b.cited);
}

function byGap(a: { paper: string; of: string }, b: { paper: string; of: string }): number {
  return byCodeUnit(a.paper, b.paper) || byCodeUnit(a.of, b.of);
}
