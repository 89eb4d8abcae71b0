import { headingText, oneLine } from "../one-line.ts";
import type { DomainPath, ListedPaper, PaperList, SurveyProblem } from "../survey.ts";
import { type ListedRecord, listedPaper, webAddress } from "./listed-record.ts";
import { paperList } from "./paper-list.ts";
import { authorNames } from "./person-name.ts";
import { mostExactDate } from "./read-date.ts";
import { type ColumnRole, type Columns, columnsOf } from "./sheet-columns.ts";
import { type SheetRow, sheetRows } from "./sheet-rows.ts";

/** What programs write for an empty cell. */
const EMPTY = /^(?:na|n\/a|null|none|nan|-+|–|—|\?)$/i;

/** The papers of a sheet with a header row, parted by commas, semicolons or tabs; a category column gives the domains, else tags. */
export function readSheet(text: string): PaperList {
  const { rows, problems: broken } = sheetRows(text);
  const problems: SurveyProblem[] = [...broken];
  const head = rows.findIndex(({ cells }) => columnsOf(cells) !== null);
  const columns = columnsOf(rows[head]?.cells ?? []);
  if (columns === null) {
    const message = "no column is called Title or DOI; name the columns in the first row";
    return { title: null, papers: [], problems: [{ line: rows[0]?.line ?? 1, message }] };
  }
  const body = rows.slice(head + 1);
  const papers = body.flatMap((row): ListedPaper[] => {
    const paper = listedPaper(recordOf(row, columns));
    if (paper === null)
      problems.push({ line: row.line, message: "the row has neither a title nor a DOI and is left out" });
    return paper ? [paper] : [];
  });
  const width = rows[head]?.cells.length ?? 0;
  const wide = body.filter(({ cells }) => cells.length > width);
  if (wide[0]) {
    const count = wide.length === 1 ? "the row has" : `this and ${wide.length - 1} more rows have`;
    const message = `${count} more cells than the ${width} columns; put quotes around cells that contain the separator`;
    problems.push({ line: wide[0].line, message });
  }
  const made = columns.category.length + columns.section.length > 0;
  return paperList(papers, problems, {
    name: made ? "categories" : "tags",
    made: made && hasCategories(papers),
    remedy: "put a few categories into a column Category",
  });
}

/** A column that says something else of each paper, such as its goal, is none of categories. */
function hasCategories(papers: readonly ListedPaper[]): boolean {
  const labels = papers.flatMap((paper) => paper.paths.map(({ label }) => label));
  const distinct = new Set(labels).size;
  return distinct <= 12 || distinct <= labels.length * 0.6;
}

function recordOf({ line, cells }: SheetRow, columns: Columns): ListedRecord {
  const all = (role: ColumnRole) =>
    columns[role].map((i) => (cells[i] ?? "").trim()).filter((cell) => cell !== "" && !EMPTY.test(cell));
  const first = (role: ColumnRole) => all(role)[0] ?? "";
  const title = first("title");
  const linked = /^\[([^\]]+)\]\((\S+)\)$/.exec(title);
  const link = (role: ColumnRole) => webAddress(first(role))[0] ?? null;
  const extra = all("extra");
  return {
    line,
    title: linked?.[1] ?? title,
    label: first("label"),
    authors: authorNames(first("authors")),
    venue: first("venue"),
    date: mostExactDate([first("year"), ...all("date"), ...all("month"), yearIn(first("venue"))]),
    organization: first("organization"),
    dois: [...all("doi"), ...extra.filter((cell) => /doi|^10\./i.test(cell))],
    arxiv: [
      ...all("arxiv"),
      ...extra.filter((cell) => /arxiv/i.test(cell)),
      ...all("note").filter((cell) => /arxiv:/i.test(cell)),
    ],
    pmid: first("pmid"),
    pmcid: first("pmcid"),
    urls: [
      ...(linked?.[2] ? [linked[2]] : []),
      ...all("url").flatMap((cell) => cell.split(/[\s;|]+(?=https?:)/)),
      ...all("doi"),
      ...all("arxiv"),
    ],
    links: { code: link("code"), project: link("project"), data: link("data"), video: link("video") },
    note: first("note"),
    paths: pathsOf(all("section")[0] ?? null, all("category"), all("tags")),
  };
}

function pathsOf(
  section: string | null,
  categories: readonly string[],
  tags: readonly string[],
): DomainPath[] {
  const around = section === null ? null : headingText(section) || null;
  const [own] = categories;
  if (own !== undefined) return parted(own, /\s*[;|\n]\s*/).map((label) => pathOf(label, around));
  if (around !== null) return [{ label: around, section: null }];
  const [words = ""] = tags;
  return parted(words, /[;|\n]/.test(words) ? /[;|\n]/ : /,/).map((label) => ({ label, section: null }));
}

function parted(text: string, by: RegExp): string[] {
  return text
    .replace(/^\[(.*)\]$/s, "$1")
    .split(by)
    .map((part) => headingText(part.replace(/^\s*['"]|['"]\s*$/g, "")))
    .filter((part) => part !== "");
}

/** "Vision > Detection" is a category in a section. */
function pathOf(text: string, around: string | null): DomainPath {
  const parts = text
    .split(/\s+[>›»]\s+|\s*::\s*/)
    .map(oneLine)
    .filter((part) => part !== "");
  return { label: parts.at(-1) ?? text, section: parts.at(-2) ?? around };
}

/** The year that a venue names, as "CHI'23", "CHI23" and "arXiv(v1) 2024" do. */
function yearIn(venue: string): string {
  const short = /^\p{L}{3,12}\s?['’]?(\d{2})$/u.exec(venue)?.[1];
  return short === undefined ? (/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(venue)?.[0] ?? "") : `20${short}`;
}
