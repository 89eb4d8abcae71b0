import type { PaperId } from "../../corpus/ids.ts";
import type { Citation } from "../../corpus/schema.ts";
import { type Catalogue, inLanguage } from "../catalogue.ts";
import { CONFIDENCES, type MapColumns } from "../map/columns.ts";
import type { Limits } from "../state/limits.ts";

export interface NamedPaper {
  readonly id: PaperId;
  readonly label: string;
  readonly text: string;
}

/** How old, how complete and from where the data is: the honest line at the foot of the page. */
export interface Coverage {
  readonly dated: string;
  readonly resolved: string;
  /** "" where no paper is the survey's own. */
  readonly references: string;
  readonly citations: string;
  /** The paper everything is held against; "the root" without one. */
  readonly rootLabel: string;
  readonly semanticScholarAsked: boolean;
  readonly oddOnesOut: readonly NamedPaper[];
  /** How many more stand apart than are named. */
  readonly moreOddOnesOut: number;
  readonly unresolvedCount: number;
  /** With the paper that stands for each on the map; null in older files. */
  readonly unresolved: readonly { readonly paper: PaperId | null; readonly text: string }[];
  readonly leftOutCount: number;
  /** What is wrong with each part of the data that is left out, as far as the foot has room for it. */
  readonly leftOut: readonly string[];
}

/** How many citations have each kind of evidence. */
export type EvidenceCounts = Readonly<Record<Citation["confidence"], number>>;

/** The citations among the survey's papers by their evidence. O(m). */
export function innerCounts({ index, survey, links }: MapColumns): EvidenceCounts {
  const counts = { verified: 0, likely: 0, reported: 0 };
  links.confidence.forEach((confidence, c) => {
    const kind = CONFIDENCES[confidence];
    if (kind && survey[index.citing[c]!] === 1 && survey[index.cited[c]!] === 1) counts[kind]++;
  });
  return counts;
}

/** So many parts of the data that are left out are named. */
const MOST_LEFT_OUT = 100;

/**
 * The coverage of a corpus; `oddOnesOut` are the survey papers without a citation path to the root, `leftOut` says what
 * is wrong with each part of the data that could not be used.
 */
export function buildCoverage(
  catalogue: Catalogue,
  oddOnesOut: readonly PaperId[],
  leftOut: readonly string[],
  limits: Limits,
  counts: EvidenceCounts,
): Coverage {
  const { corpus, texts } = catalogue;
  const said = texts.coverage;
  const survey = catalogue.entries.filter((entry) => entry.paper.role === "survey");
  const known = survey.filter((entry) => entry.referencesKnown).length;
  const identified = survey.filter(({ paper }) => paper.identified === null).length;
  // Older files have no paper for what is unresolved.
  const entries = survey.length + corpus.unresolved.filter(({ paper }) => paper === null).length;
  const newest = [...corpus.retrieved].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const inner = counts.verified + counts.likely + counts.reported;
  const kinds = (["verified", "likely", "reported"] as const)
    .map((confidence) => [counts[confidence], confidence] as const)
    .filter(([n]) => n > 0)
    .map(([n, confidence]) => said.kind(n, texts.evidence.confidence[confidence]));

  return {
    dated: newest
      ? said.dated(texts.date(newest.at), [
          ...new Set(corpus.retrieved.map(({ source }) => texts.evidence.source(source))),
        ])
      : said.undated,
    resolved:
      entries === 0 && catalogue.entries.length > 0
        ? said.noList(catalogue.entries.length)
        : said.resolved(identified, entries),
    references: survey.length === 0 ? "" : said.references(known, survey.length),
    citations:
      survey.length === 0 ? said.allCitations(corpus.citations.length) : said.citations(inner, kinds),
    rootLabel: catalogue.root?.label ?? said.root,
    semanticScholarAsked: corpus.retrieved.some(({ source }) => source === "semantic-scholar"),
    moreOddOnesOut: Math.max(0, oddOnesOut.length - limits.footNames),
    oddOnesOut: oddOnesOut.slice(0, limits.footNames).flatMap((id) => {
      const entry = catalogue.byId.get(id);
      if (!entry) return [];
      const finding = corpus.findings.find((found) => found.paper === id);
      const text = finding
        ? inLanguage(finding.text, texts.language, "en", corpus.survey.language)
        : entry.referencesKnown
          ? said.leadsNowhere
          : said.notRead;
      return [{ id, label: entry.label, text }];
    }),
    unresolvedCount: corpus.unresolved.length,
    unresolved: corpus.unresolved.slice(0, limits.items).map(({ line, title, reason, paper }) => ({
      paper: paper !== null && catalogue.byId.has(paper) ? paper : null,
      text: said.entry(line, title, reason),
    })),
    leftOutCount: leftOut.length,
    leftOut: leftOut.slice(0, MOST_LEFT_OUT),
  };
}
