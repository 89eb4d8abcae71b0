import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readList } from "./list-reader.ts";
import type { Survey, SurveyProblem } from "./survey.ts";
import { readBlocks } from "./survey-blocks.ts";
import { findRefusal } from "./survey-limits.ts";

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
