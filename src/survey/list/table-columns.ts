import type { Block, Line } from "../blocks/blocks.ts";
import type { ColumnRole } from "../entry/entry-source.ts";
import { flatten } from "../entry/flat-text.ts";
import { titleLikelihood, withoutEmoji } from "../entry/title-text.ts";
import { isVenueDate } from "../entry/venue-date.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";

type Table = Extract<Block, { kind: "table" }>;

/** What a table's columns hold, and which of them has the titles; null where none has. */
export interface TableColumns {
  readonly roles: readonly ColumnRole[];
  readonly headers: readonly string[];
  readonly title: number;
  /** Whether the header row itself calls the column one of titles or papers. */
  readonly named: boolean;
}

const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ["authors", /^(?:first )?authors?(?: list)?$|^作者$|^autor(?:es|en)?$|^auteurs?$|^著者$|^저자$/i],
  [
    "title",
    /\btitles?\b|^paper name$|^标题$|^题目$|^论文(?:标题|题目|名称?)$|^t[íi]tulo$|^titel$|^titre$|^タイトル$|^제목$/i,
  ],
  [
    "date",
    /^(?:publication |publish(?:ed)? |release |submission )?(?:date|year|years|month|time)(?:\s*\/?.*)?$|^(?:发表)?(?:年份?|日期|时间|月份?)$|^a[ñn]o$|^jahr$|^ann[ée]e$|^fecha$|^datum$|^年$|^연도$/i,
  ],
  [
    "venue",
    /^(?:venue|venues|conference|conf\.?|journal|pub\.?|appeared|publication venue|published(?: in| at)?|publisher|source|where|publication|conferencia|revista|konferenz|zeitschrift|revue)\b.*$|^(?:会议|期刊|发表|出处|来源)/i,
  ],
  [
    "label",
    /^(?:model|method|name|abbr(?:eviation)?\.?|acronym|short(?: name)?|approach|algorithm|framework|system|模型|方法|名称|简称)s?(?: name)?$/i,
  ],
  ["code", /\b(?:code|github|repo(?:sitory)?|implementation|open[- ]?source)\b|代码/i],
  ["data", /^(?:data|datasets?|benchmarks?|corpus|corpora)(?: name| link| url)?$|^数据集?$/i],
  ["video", /^(?:video|talk|presentation)s?$|^视频$/i],
  ["project", /^(?:project|website|web|page|homepage|demo|site|主页|项目)(?: page| link)?s?$/i],
  [
    "paper",
    /^(?:papers?|paper link|arxiv|pdf|link|links|url|urls|doi|preprint|article|publications?|references?|论文|链接|article link|paper url)(?:\b.*)?$/i,
  ],
];

/** The roles of a table's columns, by the words of its header and by what is in them. */
export function readColumns(table: Table): TableColumns | null {
  const width = Math.max(
    table.header?.length ?? 0,
    ...table.rows.slice(0, 200).map(({ cells }) => cells.length),
  );
  if (width === 0 || table.rows.length === 0) return null;
  const headers = Array.from({ length: width }, (_, i) => headerText(table.header?.[i] ?? []));
  const roles = headers.map(
    (header): ColumnRole => NAMES.find(([, words]) => words.test(header))?.[0] ?? "other",
  );
  const rows = table.rows.slice(0, 60);
  headers.forEach((_, column) => {
    if (roles[column] === "other" && holdsVenues(rows.map(({ cells }) => cells[column] ?? [])))
      roles[column] = "venue";
  });
  const worth = headers.map((_, column) => {
    const cells = rows.map(({ cells }) => cells[column] ?? []).filter((cell) => cell.length > 0);
    if (cells.length === 0) return 0;
    const worths = cells.map((cell) => worthOf(cell));
    return worths.reduce((a, b) => a + b, 0) / Math.max(cells.length, rows.length * 0.5);
  });
  const bonus = (role: ColumnRole) =>
    role === "title" ? 1 : role === "paper" ? 0.45 : role === "label" || role === "other" ? 0 : -0.25;
  /** Whether most cells are words that lead to papers: titles, or the names of what the papers are about. */
  const linked = (column: number) =>
    rows.filter(({ cells }) =>
      flatten(cells[column] ?? []).spans.some(({ url }) => url !== null && leadsToPaper(url)),
    ).length *
      2 >
    rows.length;
  // "Model | Release | Link": where no column has titles, the names of what the papers are about serve.
  const leading = roles.some(
    (role, i) =>
      role === "paper" && rows.filter(({ cells }) => leads(cells[i] ?? [])).length * 2 > rows.length,
  );
  const ranked = worth.map((value, column) => {
    const role = roles[column] ?? "other";
    if (value <= 0) return { column, value: -1 };
    // Beside a column of names, what has no links is said about the papers.
    if (leading && role === "other" && roles.includes("label") && !linked(column))
      return { column, value: Math.min(value, 0.5) };
    return {
      column,
      value:
        leading && role === "label" ? Math.max(0.6, value) : value + bonus(role) + (linked(column) ? 0.5 : 0),
    };
  });
  const [best] = ranked.sort((a, b) => b.value - a.value || a.column - b.column);
  if (!best || best.value < 0.3) return null;
  const role = roles[best.column];
  const ofData = roles.some(
    (each, i) =>
      each === "data" && rows.filter(({ cells }) => leads(cells[i] ?? [])).length * 2 > rows.length,
  );
  if (role === "data" || role === "authors" || (ofData && role !== "title" && role !== "paper")) return null;
  const decided = roles.map(
    (each, i): ColumnRole => (i === best.column ? "title" : each === "title" ? "paper" : each),
  );
  return {
    roles: decided,
    headers,
    title: best.column,
    named: role === "title" || role === "paper" || role === "label",
  };
}

/** Whether a column that is not named so says where and when papers appeared. */
function holdsVenues(cells: readonly (readonly Line[])[]): boolean {
  const texts = cells.map((cell) => flatten(cell).text.trim()).filter((text) => /[\p{L}\p{N}]/u.test(text));
  const venues = texts.filter((text) => text.length <= 60 && isVenueDate(text));
  return venues.length >= 2 && venues.length * 5 >= texts.length * 4;
}

/** Whether a cell has a link to a paper. */
function leads(cell: readonly Line[]): boolean {
  return cell.some((line) => line.runs.some(({ url }) => url !== null && leadsToPaper(url)));
}

function headerText(lines: readonly Line[]): string {
  return withoutEmoji(lines.map((line) => line.runs.map((run) => run.text).join("")).join(" "))
    .replace(/[*_`:：]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** How much a cell looks as if it held a title: its likelihood, more where it leads to a paper. */
function worthOf(cell: readonly Line[]): number {
  const flat = flatten(cell);
  const linked = flat.spans.filter(({ url }) => url !== null);
  const text = (linked.length > 0 ? linked : flat.spans)
    .map(({ start, end }) => flat.text.slice(start, end))
    .join(" ");
  const likelihood = titleLikelihood(text);
  return linked.some(({ url }) => url !== null && leadsToPaper(url)) ? likelihood + 0.3 : likelihood;
}
