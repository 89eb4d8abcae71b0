import { createDomainRegister } from "./domain-register.ts";
import { readBibtex } from "./formats/bibtex.ts";
import { readCsl } from "./formats/csl.ts";
import { readIdentifiers } from "./formats/identifiers.ts";
import { readRis } from "./formats/ris.ts";
import { readSheet } from "./formats/sheet.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readList } from "./list-reader.ts";
import { refusalOf } from "./refusal.ts";
import { type SourceKind, sourceKindOf } from "./source-kind.ts";
import type { DomainPath, PaperList, Survey, SurveyEntry, SurveyProblem } from "./survey.ts";
import { readBlocks } from "./survey-blocks.ts";
import { findRefusal, tooLong } from "./survey-limits.ts";

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

/** Where papers without any heading or category are. */
const NO_PATH: DomainPath = { label: "Papers", section: null };

interface ReadEntries {
  readonly title: string | null;
  readonly domains: ReturnType<typeof readList>["domains"];
  readonly entries: SurveyEntry[];
  readonly problems: readonly SurveyProblem[];
}

/**
 * The papers of a survey in Markdown, BibTeX, RIS, CSL-JSON, a sheet or a text of identifiers, in the order of
 * the file, with all that could not be read as problems by line. Never throws: a text that is no survey has no
 * entries and says why.
 */
export function parseSurvey(source: string): Survey {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const tooMuch = tooLong(text);
  if (tooMuch) return surveyOf(NO_FRONT_MATTER, readList([], NO_FRONT_MATTER), [tooMuch]);
  const kind = sourceKindOf(text);
  if (kind === "markdown") return parseMarkdown(text);
  const nothing = refusalOf(kind);
  if (nothing !== null)
    return surveyOf(NO_FRONT_MATTER, readList([], NO_FRONT_MATTER), [{ line: 1, message: nothing }]);
  const list = entriesOf(paperListOf(text, kind));
  const none = { line: 1, message: `no paper found in this ${NAMES[kind] ?? kind} file` };
  return surveyOf(NO_FRONT_MATTER, list, [
    ...damagedLines(text),
    ...(list.entries.length === 0 ? [none] : []),
  ]);
}

function parseMarkdown(text: string): Survey {
  const refusal = findRefusal(text);
  if (refusal) return surveyOf(NO_FRONT_MATTER, readList([], NO_FRONT_MATTER), [refusal]);

  const { frontMatter, blocks } = readBlocks(text);
  const said = frontMatter ? readFrontMatter(frontMatter.yaml, frontMatter.line) : NO_FRONT_MATTER;
  const list = readList(blocks, said);
  const damaged = damagedLines(text);
  const none = {
    line: 1,
    message:
      'no entry found; an entry is a list item such as "- [CVPR 2023] | **Title** | [[paper]](https://…)"',
  };
  return surveyOf(said, list, list.entries.length === 0 ? [...damaged, none] : damaged);
}

const NAMES: Partial<Record<SourceKind, string>> = {
  bibtex: "BibTeX",
  ris: "RIS",
  pubmed: "PubMed",
  "web-of-science": "Web of Science",
  endnote: "EndNote",
  "csl-json": "CSL-JSON",
  sheet: "CSV",
  identifiers: "text",
};

function paperListOf(text: string, kind: SourceKind): PaperList {
  switch (kind) {
    case "bibtex":
      return readBibtex(text);
    case "csl-json":
      return readCsl(text);
    case "sheet":
      return readSheet(text);
    case "ris":
    case "pubmed":
    case "web-of-science":
    case "endnote":
      return readRis(text, kind);
    default:
      return readIdentifiers(text);
  }
}

/** The papers as entries of domains, which get their ids in the order in which papers are found in them. */
function entriesOf({ title, papers, problems }: PaperList): ReadEntries {
  const register = createDomainRegister(NO_FRONT_MATTER);
  const entries = papers.map(({ paths, ...paper }): SurveyEntry => {
    const [domain = "", ...otherDomains] = (paths.length > 0 ? paths : [NO_PATH]).map((path) =>
      register.idOf(path, null),
    );
    return { ...paper, domain, otherDomains };
  });
  return { title, domains: register.finish, entries, problems };
}

function damagedLines(text: string): SurveyProblem[] {
  return text
    .split("\n")
    .flatMap((line, i) =>
      line.includes("\ufffd")
        ? [{ line: i + 1, message: "holds a character that was lost in conversion (U+FFFD)" }]
        : [],
    );
}

function surveyOf(said: FrontMatter, list: ReadEntries, more: SurveyProblem[]): Survey {
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
