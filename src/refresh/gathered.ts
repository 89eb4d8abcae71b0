import type { PaperId } from "../corpus/ids.ts";
import type { Corpus } from "../corpus/schema.ts";
import type {
  ContextPaperAnswer,
  LinkedPaperAnswer,
  ListedWork,
  SurveyPaperAnswer,
} from "../semantic-scholar/answers.ts";
import type { CollectedLinks } from "./collected-links.ts";
import type { TitledWork } from "./judge-match.ts";
import type { CitingList } from "./read-citing-works.ts";
import type { ReferenceList } from "./read-references.ts";

export interface GatherOptions {
  /** Fetch citations only, in nested lists: no sentences, intents or influence, far fewer requests. */
  readonly linksOnly: boolean;
  /** The most citing works to read of one paper, newest first; 0 reads none. */
  readonly citers: number;
  /** How many survey papers a work must cite, or be cited by, to be shown around them; 0 shows none. */
  readonly context: number;
  /** The most related works that are looked at more closely. */
  readonly contextCap: number;
}

/** A paper of the survey, the names by which the source may know it, the surest first, and what it is. */
export interface AskedPaper extends TitledWork {
  readonly id: PaperId;
  readonly addresses: readonly string[];
}

export type Gap = Corpus["gaps"][number];

/** A paper of the survey as the source knows it. */
export interface GatheredPaper {
  readonly asked: AskedPaper;
  readonly answer: Omit<SurveyPaperAnswer, "citations"> | Omit<LinkedPaperAnswer, "citations" | "references">;
  readonly sha: string;
  /** The day of the answer, YYYY-MM-DD. */
  readonly day: string;
  readonly references: ReferenceList;
  readonly citing: CitingList;
}

/** A work around the survey as the source knows it. */
export interface GatheredWork {
  readonly work: ListedWork & { readonly paperId: string };
  /** What was read of the work itself; null when only lists name it. */
  readonly answer: ContextPaperAnswer | null;
  readonly day: string;
  readonly referencesRead: boolean;
}

/** Everything that one refresh learned, in the source's own words, still under its shas. */
export interface Gathered {
  readonly papers: readonly GatheredPaper[];
  readonly context: readonly GatheredWork[];
  readonly links: CollectedLinks;
  /** The shas of survey papers that were not read this time: lists of others may name them. */
  readonly absent: ReadonlySet<string>;
  /** Asked, and the source does not know them. */
  readonly unknown: readonly AskedPaper[];
  /** Asked, and there was no answer. */
  readonly unanswered: readonly AskedPaper[];
  readonly gaps: readonly Gap[];
  /** What to report to the user: a cap that left something out. */
  readonly notices: readonly string[];
}
