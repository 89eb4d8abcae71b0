import { titleSlug } from "../../corpus/ids.ts";
import type { DomainPath, ListedPaper, PaperList, SurveyProblem } from "../survey.ts";

/** What the categories of records are called where they come from, and whether the author made them for this list. */
export interface Categories {
  /** Such as "keywords"; used in what is said of them. */
  readonly name: string;
  /** Groups and category columns are; keywords of databases are not. */
  readonly made: boolean;
  /** What to do so that the papers have categories. */
  readonly remedy: string;
}

/** The fewest papers of which keywords can be categories though each is used once. */
const SHORT_LIST = 10;

/**
 * The papers of one file with their problems by line: those that are listed twice are said, and keywords
 * that are too many to be headings of a map are left out and said.
 */
export function paperList(
  papers: readonly ListedPaper[],
  problems: readonly SurveyProblem[],
  categories: Categories,
): PaperList {
  const excess = categories.made ? null : excessOf(papers, categories);
  return {
    title: null,
    papers: excess === null ? papers.map(withoutRepeats) : papers.map((paper) => ({ ...paper, paths: [] })),
    problems: [...problems, ...(excess === null ? [] : [excess]), ...listedTwice(papers)].sort(
      (a, b) => a.line - b.line,
    ),
  };
}

function withoutRepeats(paper: ListedPaper): ListedPaper {
  if (paper.paths.length < 2) return paper;
  return { ...paper, paths: [...new Map(paper.paths.map((path) => [keyOf(path), path])).values()] };
}

/**
 * Why keywords are no categories: a vocabulary that was made for a list is small and used again and again.
 * Null where it is, or where no paper has any.
 */
function excessOf(papers: readonly ListedPaper[], { name, remedy }: Categories): SurveyProblem | null {
  const sets = papers.map((paper) => new Set(paper.paths.map(keyOf))).filter((set) => set.size > 0);
  const uses = sets.reduce((sum, set) => sum + set.size, 0);
  const distinct = new Set(sets.flatMap((set) => [...set])).size;
  const oneEach = sets.length <= SHORT_LIST && sets.every((set) => set.size === 1);
  if (uses === 0 || oneEach || (distinct * 2 <= sets.length && distinct * 2 <= uses)) return null;
  const count = (value: number) => value.toLocaleString("en");
  return {
    line: 1,
    message: `${count(distinct)} ${name} on ${count(sets.length)} papers are too many to be domains and are ignored; ${remedy}`,
  };
}

function listedTwice(papers: readonly ListedPaper[]): SurveyProblem[] {
  const known = new Map<string, ListedPaper>();
  return papers.flatMap((paper) => {
    const names = [
      ...paper.refs.map(({ kind, value }) => ({ name: `${kind}:${value}`, what: "id" })),
      { name: `title:${titleSlug(paper.title)}`, what: "title" },
    ];
    const twin = names.find(({ name }) => known.has(name));
    const first = twin && known.get(twin.name);
    for (const { name } of names) if (!known.has(name)) known.set(name, paper);
    if (!twin || !first) return [];
    const what = twin.what === "title" ? "title" : twin.name;
    return [
      {
        line: paper.line,
        message: `"${paper.title}" is also listed on line ${first.line} (same ${what}); they are one paper`,
      },
    ];
  });
}

function keyOf({ label, section }: DomainPath): string {
  return JSON.stringify([section, label.toLowerCase()]);
}
