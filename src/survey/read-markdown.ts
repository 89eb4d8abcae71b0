import { markdownBlocks } from "./blocks/markdown-blocks.ts";
import { findRefusal } from "./blocks/markdown-limits.ts";
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from "./front-matter.ts";
import type { ListedRow } from "./list/listed-row.ts";
import { readList } from "./list/read-list.ts";
import type { SurveyProblem } from "./survey.ts";
import type { NotedList } from "./survey-of.ts";

const FRONT_MATTER = /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?=\n|$)/;

/**
 * The papers of a list in Markdown, in the order of the file, and what its front matter says. Where the text cannot be
 * read to its end, what is before that place is kept, and a problem says why.
 */
export function readMarkdown(text: string): {
  readonly said: FrontMatter;
  readonly list: NotedList;
  readonly rows: readonly ListedRow[];
} {
  const refusal = findRefusal(text);
  const readable = refusal === null ? text : firstLines(text, refusal.line - 1);
  const front = FRONT_MATTER.exec(readable);
  // The lines stay, so that those below keep their numbers.
  const body = front ? front[0].replace(/[^\n]/g, "") + readable.slice(front[0].length) : readable;
  const { title, entries, rows, problems } = readList(markdownBlocks(body));
  const none = { line: 1, message: "no paper found in this list" };
  return {
    said: front ? readFrontMatter(front[1] ?? "", 2) : NO_FRONT_MATTER,
    list: {
      title,
      papers: entries,
      leftOut: rows.flatMap(({ line, leftOut }) => (leftOut === null ? [] : [{ line, why: leftOut }])),
      problems: [
        ...problems,
        ...passedOver(rows, problems),
        ...(refusal ? [refusal] : entries.length === 0 ? [none] : []),
      ],
    },
    rows,
  };
}

const MOST_LINES = 8;

/** One problem for all rows that link to papers and are not read as entries, beyond those that have one of their own. */
function passedOver(rows: readonly ListedRow[], problems: readonly SurveyProblem[]): SurveyProblem[] {
  const said = new Set(problems.map(({ line }) => line));
  const lines = rows.flatMap(({ line, papers, reason, apart, leftOut }) =>
    papers && reason !== null && !apart && leftOut === null && !said.has(line) ? [line] : [],
  );
  const [line] = lines;
  if (line === undefined) return [];
  if (lines.length === 1)
    return [{ line, message: `links to a paper but is not read as an entry; --explain ${line} says why` }];
  const more = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : "";
  const places = `lines ${lines.slice(0, MOST_LINES).join(", ")}${more}`;
  const message = `${lines.length} places link to papers but are not read as entries: ${places}; --explain LINE says why`;
  return [{ line, message }];
}

function firstLines(text: string, count: number): string {
  return text.split("\n").slice(0, count).join("\n");
}
