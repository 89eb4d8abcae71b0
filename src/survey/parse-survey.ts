import { readBibtex } from "./formats/bibtex.ts";
import { readCsl } from "./formats/csl.ts";
import { readIdentifiers } from "./formats/identifiers.ts";
import { readRis } from "./formats/ris.ts";
import { readSheet } from "./formats/sheet.ts";
import { type FrontMatter, NO_FRONT_MATTER } from "./front-matter.ts";
import { readMarkdown } from "./read-markdown.ts";
import { refusalOf, refusalOfLength } from "./refusal.ts";
import { type SourceKind, sourceKindOf } from "./source-kind.ts";
import type { PaperList, Survey, SurveyProblem } from "./survey.ts";
import { type NotedList, surveyOf } from "./survey-of.ts";

/**
 * The papers of a survey in Markdown, BibTeX, RIS, CSL-JSON, a sheet or a text of identifiers, in the order of
 * the file, with all that could not be read as problems by line. Never throws: a text that is no survey has no
 * entries and says why.
 */
export function parseSurvey(source: string): Survey {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const tooLong = refusalOfLength(text);
  if (tooLong !== null) return surveyOf(NO_FRONT_MATTER, nothing(tooLong));
  const { said, list } = readSource(text);
  return surveyOf(said, { ...list, problems: [...list.problems, ...damagedLines(text)] });
}

function readSource(text: string): { readonly said: FrontMatter; readonly list: NotedList } {
  const kind = sourceKindOf(text);
  if (kind === "markdown") return readMarkdown(text);
  const refusal = refusalOf(kind);
  if (refusal !== null) return { said: NO_FRONT_MATTER, list: nothing(refusal) };
  const list = paperListOf(text, kind);
  const none = { line: 1, message: `no paper found in this ${NAMES[kind] ?? kind} file` };
  return {
    said: NO_FRONT_MATTER,
    list: list.papers.length > 0 ? list : { ...list, problems: [...list.problems, none] },
  };
}

function nothing(message: string): PaperList {
  return { title: null, papers: [], problems: [{ line: 1, message }] };
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

function damagedLines(text: string): SurveyProblem[] {
  if (!text.includes("\ufffd")) return [];
  return text
    .split("\n")
    .flatMap((line, i) =>
      line.includes("\ufffd")
        ? [{ line: i + 1, message: "contains a character lost in conversion (U+FFFD)" }]
        : [],
    );
}
