import type { Group, Localised } from "../corpus/schema.ts";

/**
 * One name of a paper. An arXiv number, a DOI in lower case, a Semantic Scholar sha or corpus number, an
 * ACL Anthology, PubMed or PubMed Central number; where nothing else is known, its title.
 */
export interface PaperRef {
  readonly kind: "arxiv" | "doi" | "s2" | "corpusid" | "acl" | "pmid" | "pmcid" | "title";
  readonly value: string;
}

/** Where in the list something is: the heading right above it and the section around that. */
export interface DomainPath {
  readonly label: string;
  readonly section: string | null;
}

/** A heading under which entries are listed. `label` and `section` are as written, `labels` and `sections` by language. */
export interface SurveyDomain {
  readonly id: string;
  readonly label: string;
  readonly section: string | null;
  readonly labels: Localised;
  readonly sections: Localised | null;
  readonly group: string | null;
  /** What the list says behind the heading. */
  readonly note: string | null;
  /** What the list says under the section's heading. */
  readonly sectionNote?: string | null;
}

/** Where an entry's links lead, by what they show; null where it has none. All are http(s). */
export interface EntryLinks {
  readonly paper: string | null;
  readonly code: string | null;
  readonly project: string | null;
  readonly data: string | null;
  readonly video: string | null;
}

/** A paper as any kind of list gives it, with the headings or categories it is under. */
export interface ListedPaper {
  /** The 1-based line on which the entry starts. */
  readonly line: number;
  readonly title: string;
  /** The short name the list itself gives the paper, such as MaxViT; null where it gives none. */
  readonly label: string | null;
  /** As the list gives them; [] where it names none. */
  readonly authors: readonly string[];
  readonly venue: string | null;
  readonly year: number | null;
  /** As exact as the list says: YYYY, YYYY-MM or YYYY-MM-DD; null where it says no year. */
  readonly date: string | null;
  readonly organization: string | null;
  readonly links: EntryLinks;
  /** The surest of `refs`; the title where there is none. */
  readonly ref: PaperRef;
  /** All names that its links and text give, the surest first, without the title. */
  readonly refs: readonly PaperRef[];
  readonly note: string | null;
  readonly figure: string | null;
  /** [] under no heading at all. */
  readonly paths: readonly DomainPath[];
}

export interface SurveyEntry extends Omit<ListedPaper, "paths"> {
  /** The id of the domain it is under. */
  readonly domain: string;
  /** The ids of the further domains it is under; [] for most. */
  readonly otherDomains: readonly string[];
}

export interface SurveyProblem {
  readonly line: number;
  readonly message: string;
}

/** A row that the list's author has taken out of the list without deleting it. */
export interface LeftOut {
  readonly line: number;
  readonly why: "struck out" | "commented out";
}

/** What one kind of file holds, in the order of the file, before headings have ids. */
export interface PaperList {
  readonly title: string | null;
  readonly papers: readonly ListedPaper[];
  readonly problems: readonly SurveyProblem[];
}

export interface Survey {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly language: string;
  /** What the front matter says the lineage starts from, in the form of a paper id; null when it says nothing. */
  readonly root: string | null;
  readonly groups: readonly Group[];
  readonly domains: readonly SurveyDomain[];
  readonly entries: readonly SurveyEntry[];
  /** Rows with papers that are struck out or in comments; [] for all but Markdown. */
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly SurveyProblem[];
}
