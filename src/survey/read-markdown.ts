import { markdownBlocks } from "./blocks/markdown-blocks.ts";
import { findRefusal } from "./blocks/markdown-limits.ts";
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from "./front-matter.ts";
import { readList } from "./list/read-list.ts";
import type { NotedList } from "./survey-of.ts";

const FRONT_MATTER = /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?=\n|$)/;

/**
 * The papers of a list in Markdown, in the order of the file, and what its front matter says. Where the text cannot be
 * read to its end, what is before that place is kept, and a problem says why.
 */
export function readMarkdown(text: string): { readonly said: FrontMatter; readonly list: NotedList } {
  const refusal = findRefusal(text);
  const readable = refusal === null ? text : firstLines(text, refusal.line - 1);
  const front = FRONT_MATTER.exec(readable);
  // The lines stay, so that those below keep their numbers.
  const body = front ? front[0].replace(/[^\n]/g, "") + readable.slice(front[0].length) : readable;
  const { title, entries, problems } = readList(markdownBlocks(body));
  const none = { line: 1, message: "no paper found in this list" };
  return {
    said: front ? readFrontMatter(front[1] ?? "", 2) : NO_FRONT_MATTER,
    list: {
      title,
      papers: entries,
      problems: [...problems, ...(refusal ? [refusal] : entries.length === 0 ? [none] : [])],
    },
  };
}

function firstLines(text: string, count: number): string {
  return text.split("\n").slice(0, count).join("\n");
}
