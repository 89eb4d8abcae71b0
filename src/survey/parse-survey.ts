import type { Group, Localised } from "../corpus/schema.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readList } from "./list-reader.ts";
import { readBlocks } from "./survey-blocks.ts";
import { findRefusal } from "./survey-limits.ts";

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
  /** What the list says behind the heading. */
  readonly note: string | null;
  /** What the list says under the section's heading. */
  readonly sectionNote?: string | null;
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

const NO_FRONT_MATTER: FrontMatter = {
  title: null,
  author: null,
  date: null,
  language: null,
  root: null,
  groups: [],
  domains: [],
  sections: new Map(),
  problems: [],
};

/**
 * The papers of a survey written in Markdown, in the order of the file, with all that could not be
 * read as problems by line. Never throws: a text that is no survey has no entries and says why.
 */
export function parseSurvey(markdown: string): Survey {
  const text = markdown.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const refusal = findRefusal(text);
  if (refusal) return surveyOf(NO_FRONT_MATTER, readList([], NO_FRONT_MATTER), [refusal]);

  const { frontMatter, blocks } = readBlocks(text);
  const said = frontMatter ? readFrontMatter(frontMatter.yaml, frontMatter.line) : NO_FRONT_MATTER;
  const list = readList(blocks, said);
  const damaged = text
    .split("\n")
    .flatMap((line, i) =>
      line.includes("\ufffd")
        ? [{ line: i + 1, message: "holds a character that was lost in conversion (U+FFFD)" }]
        : [],
    );
  const none = {
    line: 1,
    message:
      'no entry found; an entry is a list item such as "- [CVPR 2023] | **Title** | [[paper]](https://…)"',
  };
  return surveyOf(said, list, list.entries.length === 0 ? [...damaged, none] : damaged);
}

function surveyOf(said: FrontMatter, list: ReturnType<typeof readList>, more: SurveyProblem[]): Survey {
  const headings = list.domains("en").domains.map((domain) => domain.label);
  const language = said.language ?? languageOf([said.title ?? list.title, ...headings].join(" "));
  const { domains, problems } = list.domains(language);
  return {
    title: said.title ?? list.title,
    author: said.author,
    date: said.date,
    language,
    root: said.root,
    groups: said.groups,
    domains,
    entries: list.entries,
    problems: [...said.problems, ...problems, ...list.problems, ...more].sort((a, b) => a.line - b.line),
  };
}

/** The language a text seems to be in by its script: `ja`, `ko`, `zh`, else `en`. */
function languageOf(text: string): string {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return "ja";
  if (/\p{sc=Hangul}/u.test(text)) return "ko";
  return /\p{sc=Han}/u.test(text) ? "zh" : "en";
}
