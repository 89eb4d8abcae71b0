import { byCodeUnit } from "../corpus/format-corpus.ts";
import { ID_KINDS, type PaperId } from "../corpus/ids.ts";
import type { Citation, Paper } from "../corpus/schema.ts";

/** What one source says about a paper; it does not know what it leaves out. */
export type PaperFacts = Pick<Paper, "id" | "title"> &
  Partial<Omit<Paper, "id" | "title" | "role" | "urls">> & { readonly urls?: Partial<Paper["urls"]> };

/** What one source says about a citation; its ends may be any name of the papers. */
export type CitationFacts = Pick<Citation, "citing" | "cited" | "sources" | "confidence"> &
  Partial<Omit<Citation, "citing" | "cited" | "sources" | "confidence">>;

/** What one source, or several merged, knows. Within it no two papers are the same. */
export interface Facts {
  readonly papers: readonly PaperFacts[];
  readonly citations: readonly CitationFacts[];
}

/** Every name of a paper, its id first. */
export function namesOf(paper: Pick<PaperFacts, "id" | "aliases">): PaperId[] {
  return [paper.id, ...(paper.aliases ?? [])];
}

/** The surest of several names of a paper: by its kind (see ID_KINDS), then those of other origin, then a title's slug. */
export function bestName(names: readonly PaperId[]): PaperId {
  const [best] = [...names].sort((a, b) => rankOf(a) - rankOf(b) || byCodeUnit(a, b));
  if (best === undefined) throw new Error("bestName: no name to choose from");
  return best;
}

/** Whether the paper is known by nothing but its title. */
export function isKnownByTitleOnly(paper: Pick<PaperFacts, "id" | "aliases">): boolean {
  return namesOf(paper).every((name) => name.startsWith("title:"));
}

function rankOf(name: string): number {
  const kind = ID_KINDS.findIndex((kind) => name.startsWith(`${kind}:`));
  if (kind >= 0) return kind;
  return name.startsWith("title:") ? ID_KINDS.length + 1 : ID_KINDS.length;
}

/** Two facts about one paper as one: the first wins where both speak, except that the newer counts win. */
export function mergePaper(first: PaperFacts, second: PaperFacts): PaperFacts {
  const names = [...new Set([...namesOf(first), ...namesOf(second)])];
  const id = bestName(names);
  return {
    ...firstKnown(first, second),
    ...newerCounts(first, second),
    id,
    title: first.title,
    aliases: names.filter((name) => name !== id).sort(byCodeUnit),
    // A source that asked says null, one that did not ask leaves it out.
    ...("lastSeen" in first ? { lastSeen: first.lastSeen ?? null } : {}),
    ...(first.urls || second.urls ? { urls: firstKnown(first.urls ?? {}, second.urls ?? {}) } : {}),
  };
}

/** Two facts about one citation as one: all sources, the surer confidence with its evidence, else the first's. */
export function mergeCitation(first: CitationFacts, second: CitationFacts): CitationFacts {
  const surer =
    CONFIDENCES.indexOf(second.confidence) < CONFIDENCES.indexOf(first.confidence) ? second : first;
  const other = surer === first ? second : first;
  const evidence = surer.evidence ?? (surer.confidence === other.confidence ? other.evidence : undefined);
  return {
    ...firstKnown(first, second),
    sources: [...new Set([...first.sources, ...second.sources])].sort(byCodeUnit),
    confidence: surer.confidence,
    evidence: evidence ?? null,
    ...("lastSeen" in first ? { lastSeen: first.lastSeen ?? null } : {}),
  };
}

const CONFIDENCES: readonly Citation["confidence"][] = ["verified", "likely", "reported"];

/** Counts belong together, with the day they were read: never one of this day beside one of that. */
function newerCounts(first: PaperFacts, second: PaperFacts): Partial<PaperFacts> {
  const [a, b] = [countsOf(first), countsOf(second)];
  if (a === null) return b ?? {};
  if (b === null) return a;
  return byCodeUnit(a.countsAt ?? "", b.countsAt ?? "") >= 0 ? a : b;
}

function countsOf(
  facts: PaperFacts,
): Pick<Paper, "citationCount" | "influentialCitationCount" | "countsAt"> | null {
  const { citationCount = null, influentialCitationCount = null, countsAt = null } = facts;
  if (citationCount === null && influentialCitationCount === null) return null;
  return { citationCount, influentialCitationCount, countsAt };
}

function firstKnown<T extends object>(first: T, second: T): T {
  const known = Object.entries(first).filter(([key, value]) => {
    const says = value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
    return says || !(key in second);
  });
  return { ...second, ...Object.fromEntries(known) };
}
