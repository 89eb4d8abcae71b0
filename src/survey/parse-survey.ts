import type { Group, Localised } from "../corpus/schema.ts";

/** How an entry names its paper: the surest of what its links and title say. */
export interface PaperRef {
  readonly kind: "arxiv" | "doi" | "s2" | "title";
  readonly value: string;
}

/** A heading under which entries stand. `label` and `section` are as written, `labels` and `sections` by language. */
export interface SurveyDomain {
  readonly id: string;
  readonly label: string;
  readonly section: string | null;
  readonly labels: Localised;
  readonly sections: Localised | null;
  readonly group: string | null;
  readonly note: string | null;
}

export interface SurveyEntry {
  /** The 1-based line on which the entry starts. */
  readonly line: number;
  readonly title: string;
  /** The id of the domain it stands under. */
  readonly domain: string;
  readonly venue: string | null;
  readonly year: number | null;
  readonly organization: string | null;
  readonly links: { readonly paper: string | null; readonly code: string | null };
  readonly ref: PaperRef;
  readonly note: string | null;
  readonly figure: string | null;
}

export interface SurveyProblem {
  readonly line: number;
  readonly message: string;
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
  readonly problems: readonly SurveyProblem[];
}
