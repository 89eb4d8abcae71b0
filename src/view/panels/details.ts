import type { PaperId } from "../../corpus/ids.ts";
import type { Citation } from "../../corpus/schema.ts";
import type { Texts } from "../../text/texts.ts";
import { type Catalogue, type Entry, inLanguage } from "../catalogue.ts";
import { evidenceText } from "../map/evidence.ts";
import type { LineageFacts } from "../map/spine.ts";
import { type Limits, NO_LIMITS } from "../state/limits.ts";
import type { DescentModel, PathFinder } from "./descent.ts";

/** One line of a paper's lists of cited and citing papers, with what is known of the link. */
export interface NeighbourRow {
  readonly id: PaperId;
  readonly label: string;
  readonly title: string;
  readonly year: string;
  readonly role: "survey" | "context";
  readonly slot: number | null;
  readonly confidence: Citation["confidence"];
  /** The evidence in words: `verified: reference [46]`. */
  readonly evidence: string;
  /** The longer path that says the same: `implied by CLIP > SLIP > FLIP`; null for a link that carries the lineage. */
  readonly implied: string | null;
  readonly contexts: readonly string[];
}

export interface NeighbourList {
  readonly heading: string;
  readonly survey: readonly NeighbourRow[];
  readonly context: readonly NeighbourRow[];
  /** What the list does not say, in words; null when it is whole. */
  readonly caveat: string | null;
  /** How many are not listed, in words; null when all are. */
  readonly more: string | null;
}

export interface Heading {
  readonly domain: string;
  readonly section: string | null;
  readonly group: string;
  readonly slot: number;
  readonly note: string | null;
}

/** Everything the details panel shows of a paper, as finished text. */
export interface DetailsModel {
  readonly id: PaperId;
  readonly kind: string;
  readonly title: string;
  readonly label: string;
  readonly authors: string;
  readonly published: string;
  readonly organization: string | null;
  readonly headings: readonly Heading[];
  readonly counts: readonly string[];
  readonly links: readonly { readonly name: string; readonly href: string }[];
  /** Why it is not identified yet; null when it is. */
  readonly unidentified: string | null;
  readonly finding: string | null;
  readonly abstract: string | null;
  readonly tldr: string | null;
  readonly cites: NeighbourList;
  readonly citedBy: NeighbourList;
  readonly traced: boolean;
  readonly canTrace: boolean;
  /** How it descends from the root; null for the root itself, without a root and for works around the survey. */
  readonly descent: DescentModel | null;
}

/** The details of a paper of the catalogue; `find` finds the ways back to the root. */
export function buildDetails(
  catalogue: Catalogue,
  lineage: LineageFacts,
  find: PathFinder,
  entry: Entry,
  traced: boolean,
  limits: Limits = NO_LIMITS,
): DetailsModel {
  const { paper } = entry;
  const { root, texts } = catalogue;
  const said = texts.details;
  const descends = root !== null && root !== entry && paper.role === "survey";
  return {
    id: paper.id,
    kind: paper.role === "survey" ? said.inSurvey : said.around,
    title: paper.title,
    label: entry.label,
    authors: paper.authors.length > 0 ? said.authors(paper.authors) : said.authorsUnknown,
    published: publishedLine(texts, entry),
    organization: entry.placements.find((placement) => placement.organization)?.organization ?? null,
    headings: headingsOf(catalogue, entry),
    counts: countLines(texts, entry),
    links: linksOf(said, entry),
    unidentified: unidentifiedText(catalogue, entry),
    finding: findingOf(catalogue, paper.id),
    abstract: paper.abstract,
    tldr: paper.tldr,
    cites: {
      heading: said.cites(entry.citesCount),
      ...rows(catalogue, lineage, entry.cites, (citation) => citation.cited, limits),
      caveat: citesCaveat(said, entry),
    },
    citedBy: {
      heading: said.citedBy(entry.citedByCount),
      ...rows(catalogue, lineage, entry.citedBy, (citation) => citation.citing, limits),
      caveat: null,
    },
    traced,
    descent: descends ? find(root.index, entry.index) : null,
    canTrace: entry.citesCount + entry.citedByCount > 0,
  };
}

function unidentifiedText({ corpus, texts }: Catalogue, { paper }: Entry): string | null {
  if (paper.identified === null) return null;
  const said = texts.details;
  const told = corpus.unresolved.find((entry) => entry.paper === paper.id);
  return said.unidentified(told?.reason ?? said.unidentifiedBecause);
}

function publishedLine({ details: said, date }: Texts, { paper, placements, year }: Entry): string {
  const asListed = placements.find((placement) => placement.venue)?.venue;
  const venue = asListed ?? paper.venue;
  const parts = [
    venue && paper.year !== null && !/\b\d{4}\b/.test(venue) ? `${venue} ${paper.year}` : venue,
    paper.date && paper.date.length > 4 ? said.firstPublished(date(paper.date)) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return year === null ? said.dateUnknown : String(year);
  return parts.join(" · ");
}

function headingsOf(catalogue: Catalogue, entry: Entry): Heading[] {
  const { survey } = catalogue.corpus;
  const languages = [catalogue.texts.language, "en", survey.language];
  return entry.placements.flatMap((placement) => {
    const domain = survey.domains.find(({ id }) => id === placement.domain);
    if (!domain) return [];
    const group = catalogue.groupById.get(domain.group ?? domain.id);
    return [
      {
        domain: inLanguage(domain.label, ...languages),
        section: domain.section && inLanguage(domain.section, ...languages),
        group: group?.label ?? "",
        slot: group?.slot ?? 0,
        note: placement.note,
      },
    ];
  });
}

function countLines({ details: said, date }: Texts, { paper }: Entry): string[] {
  if (paper.citationCount === null) {
    return paper.role === "survey" ? [said.countUnknown] : [];
  }
  const when = paper.countsAt ? date(paper.countsAt) : null;
  return [said.citations(paper.citationCount, paper.influentialCitationCount, when)];
}

/** Where a paper can be read, each place once: the first is the best. */
export function linksOf({ link }: Texts["details"], { paper }: Entry): { name: string; href: string }[] {
  const { urls } = paper;
  const named = [
    { name: link.paper, href: urls.paper },
    { name: link.code, href: urls.code },
    { name: link.project, href: urls.project },
    { name: link.data, href: urls.data },
    { name: link.video, href: urls.video },
    { name: "arXiv", href: urls.arxiv ?? fromId(paper.id, "arxiv:", "https://arxiv.org/abs/") },
    { name: "DOI", href: urls.doi ?? fromId(paper.id, "doi:", "https://doi.org/") },
    { name: "Semantic Scholar", href: urls.semanticScholar },
  ];
  const seen = new Set<string>();
  return named.flatMap(({ name, href }) => {
    if (href === null || seen.has(href)) return [];
    seen.add(href);
    return [{ name, href }];
  });
}

function fromId(id: PaperId, prefix: string, base: string): string | null {
  return id.startsWith(prefix) ? base + id.slice(prefix.length) : null;
}

/** What reading the paper showed that no link shows; null when nothing was found. */
export function findingOf(catalogue: Catalogue, id: PaperId): string | null {
  const { corpus } = catalogue;
  const found = corpus.findings.find((finding) => finding.paper === id);
  return found ? inLanguage(found.text, catalogue.texts.language, "en", corpus.survey.language) : null;
}

function rows(
  catalogue: Catalogue,
  lineage: LineageFacts,
  citations: readonly Citation[],
  otherEnd: (citation: Citation) => PaperId,
  { items }: Limits,
) {
  const all = mostImportant(catalogue, citations, otherEnd, items).flatMap(
    (citation): (NeighbourRow & { day: number })[] => {
      const other = catalogue.byId.get(otherEnd(citation));
      if (!other) return [];
      return [
        {
          id: other.paper.id,
          label: other.label,
          title: other.paper.title,
          year: other.year === null ? "" : String(other.year),
          role: other.paper.role,
          slot: other.group === null ? null : (catalogue.groupById.get(other.group)?.slot ?? null),
          confidence: citation.confidence,
          evidence: evidenceText(citation, catalogue.texts),
          implied: impliedText(catalogue, lineage.impliedBy(catalogue.numberOf(citation))),
          contexts: citation.contexts,
          day: other.day ?? 0,
        },
      ];
    },
  );
  all.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  return {
    survey: all.filter((row) => row.role === "survey"),
    context: all.filter((row) => row.role === "context"),
    more: citations.length > items ? catalogue.texts.details.more(citations.length - items) : null,
  };
}

/** Of more citations than are listed those of the survey's papers, then of those most cited on the map. */
function mostImportant(
  { byId }: Catalogue,
  citations: readonly Citation[],
  otherEnd: (citation: Citation) => PaperId,
  most: number,
): readonly Citation[] {
  if (citations.length <= most) return citations;
  const weighed = citations.map((citation) => {
    const other = byId.get(otherEnd(citation));
    return { citation, weight: (other?.paper.role === "survey" ? 1e7 : 0) + (other?.citedByCount ?? 0) };
  });
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ citation }) => citation);
}

/** A path that implies a citation, in words; null for none. */
export function impliedText(catalogue: Catalogue, path: readonly number[] | null): string | null {
  if (path === null) return null;
  return catalogue.texts.paper.implied(path.map((paper) => catalogue.entries[paper]?.label ?? "?"));
}

function citesCaveat(said: Texts["details"], entry: Entry): string | null {
  if (entry.referencesKnown) return null;
  if (entry.paper.role === "context") return said.notLookedAt;
  return said.listUnknown;
}
