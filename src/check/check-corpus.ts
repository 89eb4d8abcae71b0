import { analyse } from "../analysis/analyse.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Corpus, Paper } from "../corpus/schema.ts";
import type { Resolution } from "../refresh/resolve-entries.ts";
import type { SurveyEntry } from "../survey/survey.ts";
import type { Finding } from "./finding.ts";
import { isPreprintServer, knownVenue, yearInVenue } from "./venues.ts";

/** The year in which a paper appears may follow that of its preprint by so many. */
const YEARS_TO_VENUE = 3;

/**
 * What the corpus knows better than the survey, or does not know: entries without a paper, papers without
 * a path of citations to the root, venues and years that do not agree with the databases'.
 */
export function checkCorpus(resolutions: readonly Resolution[], corpus: Corpus, file: string): Finding[] {
  const byName = new Map(
    corpus.papers.flatMap((paper) => [paper.id, ...paper.aliases].map((id) => [id, paper] as const)),
  );
  const apart = oddPapers(corpus);
  const remarked = new Set(corpus.findings.map(({ paper }) => paper));
  return resolutions.flatMap((resolution): Finding[] => {
    const { entry } = resolution;
    const at = (finding: Omit<Finding, "file" | "line">): Finding => ({ ...finding, file, line: entry.line });
    if (resolution.how === "unresolved") {
      return [
        at({
          severity: "error",
          rule: "unresolved",
          message: `“${entry.title}” is not identified yet: ${reasonOf(resolution.reason, entry, corpus)}`,
          remedy: "link its arXiv page or DOI, or pin it in curation.json",
        }),
      ];
    }
    const paper = byName.get(resolution.paper.id) ?? null;
    if (paper === null) {
      return [
        at({
          severity: "warning",
          rule: "not-in-corpus",
          message: `“${entry.title}” is not in corpus.json`,
          remedy: "run a refresh: the list has changed since the last one",
        }),
      ];
    }
    return [
      ...venueFindings(entry, paper).map(at),
      ...(paper.date === null && paper.year === null ? [at(undated(entry))] : []),
      ...(apart.has(paper.id) ? [at(apartFinding(entry, paper, remarked.has(paper.id)))] : []),
    ];
  });
}

/** The reason of the last refresh, which asked a database, where it has one; else what the entry itself lacks. */
function reasonOf(reason: string, { line, title }: SurveyEntry, { unresolved }: Corpus): string {
  const told =
    unresolved.find((other) => other.title === title) ?? unresolved.find((other) => other.line === line);
  return told?.reason ?? reason;
}

function oddPapers(corpus: Corpus): Set<PaperId> {
  const { index, oddOnesOut } = analyse(corpus);
  return new Set(oddOnesOut.flatMap((paper) => index.ids[paper] ?? []));
}

type Placeless = Omit<Finding, "file" | "line">;

function apartFinding({ title }: SurveyEntry, paper: Paper, remarked: boolean): Placeless {
  const known = paper.referencesKnown === true;
  return {
    severity: remarked || !known ? "note" : "warning",
    rule: "apart-from-root",
    message: known
      ? `the references of “${title}” were read, and no path of citations leads to the root`
      : `no path of citations from “${title}” to the root is known; its references have not been read`,
    remedy: remarked
      ? "nothing, as long as the finding in curation.json holds"
      : known
        ? "check that it belongs in the list; if it does, say why under findings in curation.json"
        : "refresh, or note its references in curation.json",
  };
}

function undated({ title }: SurveyEntry): Placeless {
  return {
    severity: "warning",
    rule: "no-date",
    message: `no source says when “${title}” appeared, so it has no place on the time axis`,
    remedy: "refresh, or pin its date in curation.json",
  };
}

function venueFindings(entry: SurveyEntry, paper: Paper): Placeless[] {
  const { title, venue, year } = entry;
  const published = paper.venue !== null && !isPreprintServer(paper.venue) ? paper.venue : null;
  const publishedYear = published === null ? null : yearInVenue(published);
  if (published !== null && venue !== null && isPreprintServer(venue)) {
    const where = publishedYear === null && paper.year !== null ? `${published} ${paper.year}` : published;
    return [
      {
        severity: "warning",
        rule: "published-since",
        message: `“${title}” is listed as a preprint (${venue}${year === null ? "" : ` ${year}`}) but has since been published: ${where}`,
        remedy: `write [${where}]`,
      },
    ];
  }
  if (published !== null && venue !== null) {
    const [ours, theirs] = [knownVenue(venue), knownVenue(published)];
    if (ours !== null && theirs !== null && ours !== theirs) {
      return [
        {
          severity: "warning",
          rule: "other-venue",
          message: `“${title}” is listed under ${venue}; the corpus has ${published}`,
          remedy: "correct the entry, or pin the venue in curation.json",
        },
      ];
    }
    if (
      ours !== null &&
      ours === theirs &&
      year !== null &&
      publishedYear !== null &&
      publishedYear !== year
    ) {
      return [otherYear(title, year, `the corpus has ${published}`)];
    }
  }
  const first = paper.date === null ? paper.year : Number(paper.date.slice(0, 4));
  if (year === null || first === null) return [];
  if (year < first) return [otherYear(title, year, `it first appeared in ${first}`)];
  return year - first > YEARS_TO_VENUE && publishedYear !== year
    ? [otherYear(title, year, `it first appeared in ${first}`)]
    : [];
}

function otherYear(title: string, year: number, theirs: string): Placeless {
  return {
    severity: "warning",
    rule: "other-year",
    message: `“${title}” is listed under ${year}; ${theirs}`,
    remedy: "correct the entry, or pin the date in curation.json",
  };
}
