import { markdownBlocks } from "./blocks/markdown-blocks.ts";
import { findRefusal } from "./blocks/markdown-limits.ts";
import { createDomainRegister } from "./domain-register.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type ReadList, readList } from "./list/read-list.ts";
import type { Survey, SurveyEntry, SurveyProblem } from "./survey.ts";

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

const FRONT_MATTER = /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?=\n|$)/;

/**
 * The papers of a survey written in Markdown, in the order of the file, with all that could not be
 * read as problems by line. Never throws: a text that is no survey has no entries and says why.
 */
export function parseSurvey(markdown: string): Survey {
  const text = markdown.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const refusal = findRefusal(text);
  const whole = refusal
    ? text
        .split("\n")
        .slice(0, refusal.line - 1)
        .join("\n")
    : text;
  const front = FRONT_MATTER.exec(whole);
  const body = front ? front[0].replace(/[^\n]/g, "") + whole.slice(front[0].length) : whole;
  const said = front ? readFrontMatter(front[1] ?? "", 2) : NO_FRONT_MATTER;
  const list = readList(markdownBlocks(body));
  const damaged = text
    .split("\n")
    .flatMap((line, i) =>
      line.includes("\ufffd")
        ? [{ line: i + 1, message: "holds a character that was lost in conversion (U+FFFD)" }]
        : [],
    );
  const none = { line: 1, message: "no paper found in this list" };
  const more = [
    ...damaged,
    ...(refusal ? [refusal] : []),
    ...(list.entries.length === 0 && !refusal ? [none] : []),
  ];
  return surveyOf(said, list, more);
}

function surveyOf(said: FrontMatter, list: ReadList, more: readonly SurveyProblem[]): Survey {
  const register = createDomainRegister(said);
  const entries = list.entries.map(({ paths, headingNotes, sectionNote, ...paper }): SurveyEntry => {
    const [domain = "", ...otherDomains] = paths.map((path) => register.idOf(path, sectionNote));
    for (const note of headingNotes) register.remark(domain, note);
    return { ...paper, domain, otherDomains };
  });
  const headings = register.finish("en").domains.map((domain) => domain.label);
  const language = said.language ?? languageOf([said.title ?? list.title, ...headings].join(" "));
  const { domains, problems } = register.finish(language);
  return {
    title: said.title ?? list.title,
    author: said.author,
    date: said.date,
    language,
    root: said.root,
    groups: said.groups,
    domains,
    entries,
    problems: [...said.problems, ...problems, ...list.problems, ...more].sort((a, b) => a.line - b.line),
  };
}

/** The language a text seems to be in by its script: `ja`, `ko`, `zh`, else `en`. */
function languageOf(text: string): string {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return "ja";
  if (/\p{sc=Hangul}/u.test(text)) return "ko";
  return /\p{sc=Han}/u.test(text) ? "zh" : "en";
}
