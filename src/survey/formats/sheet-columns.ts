/** What a column of a sheet can hold. */
export type ColumnRole = keyof typeof NAMES;

/** The names of columns, without case, accents and punctuation, as programs and people write them; the best first. */
const NAMES = {
  title: [
    ...[
      "title",
      "document title",
      "article title",
      "paper title",
      "item title",
      "primary title",
      "display name",
    ],
    ...[
      "title primary",
      "paper name",
      "title of paper",
      "name of paper",
      "ti",
      "titel",
      "titre",
      "titulo",
      "titolo",
      "название",
    ],
    ...[
      "标题",
      "題目",
      "题目",
      "论文标题",
      "论文题目",
      "论文名称",
      "题名",
      "書名",
      "书名",
      "文献标题",
      "文獻標題",
      "タイトル",
      "題名",
      "제목",
    ],
    ...["paper", "article", "publication", "论文", "論文", "name"],
  ],
  authors: [
    ...[
      "authors primary",
      "author full names",
      "authors full names",
      "authors",
      "author s",
      "author names",
      "author",
      "af",
      "au",
      "autoren",
      "auteurs",
    ],
    ...[
      "autores",
      "autori",
      "авторы",
      "authorships author display name",
      "authorships raw author name",
      "first authors",
    ],
    ...["first author", "作者", "著者", "저자", "作者關鍵字"],
  ],
  venue: [
    ...[
      "source title",
      "publication title",
      "journal title",
      "journal",
      "venue",
      "conference",
      "conference journal",
    ],
    ...[
      "journal conference",
      "booktitle",
      "published in",
      "publication venue",
      "so",
      "primary location source display name",
    ],
    ...[
      "host venue display name",
      "publication name",
      "periodical full",
      "secondary title",
      "source",
      "期刊",
      "会议",
      "會議",
      "出处",
      "来源出版物名称",
    ],
    ...["來源出版物名稱", "发表", "zeitschrift", "revue", "revista", "rivista", "event", "where"],
  ],
  year: [
    ...[
      "year",
      "publication year",
      "published year",
      "year published",
      "pub year",
      "py",
      "yr",
      "jahr",
      "annee",
      "ano",
      "anno",
    ],
    ...["год", "年份", "年", "出版年", "연도"],
  ],
  month: [
    "month",
    "pub month day",
    "published month",
    "publication month",
    "pd",
    "月",
    "月份",
    "monat",
    "mois",
    "mes",
  ],
  date: [
    ...[
      "publication date",
      "date published",
      "date of publication",
      "date",
      "published",
      "pub date",
      "release date",
      "submitted",
      "create date",
    ],
    ...["datum", "fecha", "data", "日期", "发表时间", "时间"],
  ],
  doi: ["doi", "di", "doi link", "doi url", "ids doi"],
  arxiv: ["arxiv", "arxiv id", "arxiv number", "arxiv link", "arxiv url", "eprint"],
  pmid: ["pmid", "pubmed id", "pubmedid", "ids pmid", "pm", "pubmed"],
  pmcid: ["pmcid", "pmc id", "ids pmcid"],
  url: [
    ...[
      "url",
      "paper url",
      "paper link",
      "link to paper",
      "article url",
      "link",
      "links",
      "pdf",
      "pdf link",
      "pdf url",
    ],
    ...[
      "primary location landing page url",
      "source urls",
      "external url",
      "address",
      "web",
      "href",
      "lien",
      "enlace",
    ],
    ...["链接", "論文連結", "论文链接", "連結", "网址"],
  ],
  code: [
    "code",
    "github",
    "code link",
    "code url",
    "repo",
    "repository",
    "github link",
    "implementation",
    "代码",
  ],
  project: ["project", "project page", "website", "homepage", "demo", "项目"],
  data: ["dataset link", "data link", "data url"],
  video: ["video", "video link", "youtube", "talk"],
  section: ["section", "part", "chapter", "main category", "area"],
  category: [
    ...[
      "category",
      "categories",
      "topic",
      "topics",
      "theme",
      "themes",
      "domain",
      "domains",
      "subcategory",
      "sub category",
    ],
    ...[
      "group",
      "groups",
      "collection",
      "collections",
      "task",
      "tasks",
      "heading",
      "kategorie",
      "thema",
      "categorie",
    ],
    ...["categoria", "tema", "类别", "分类", "分類", "主题", "主題", "领域", "方向"],
  ],
  tags: ["manual tags", "tags", "tag", "labels", "keywords", "author keywords", "de", "标签", "关键词"],
  note: [
    "note",
    "notes",
    "remark",
    "remarks",
    "comment",
    "comments",
    "备注",
    "注",
    "additional info",
    "general notes",
  ],
  label: ["short name", "abbreviation", "acronym", "abbr", "简称"],
  organization: ["organization", "organisation", "lab", "company", "机构"],
  /** Where programs put numbers that have no column of their own. */
  extra: ["extra", "number", "archive id", "archive location", "journal ref", "accession number"],
} as const satisfies Record<string, readonly string[]>;

/** Names that many a sheet has that lists no papers; they count only beside a column that papers have. */
const VAGUE: ReadonlySet<string> = new Set(["name", "paper", "article", "publication"]);

/** Which columns hold what, the best first; [] for what no column holds. */
export type Columns = { readonly [role in ColumnRole]: readonly number[] };

/** The columns of a header row; null where it is none of a list of papers. */
export function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map(plainName);
  const all = Object.entries(NAMES).map(([role, known]) => [
    role,
    known.flatMap((name) => names.flatMap((own, i) => (own === name ? [i] : []))),
  ]);
  const columns = Object.fromEntries(all) as Columns;
  const title = columns.title[0];
  const others = (["authors", "venue", "year", "date", "doi", "arxiv", "pmid", "url"] as const).filter(
    (role) => columns[role].length > 0,
  );
  const named = title !== undefined && (!VAGUE.has(names[title] ?? "") || others.length > 0);
  const identified = [columns.doi, columns.arxiv, columns.pmid].some((found) => found.length > 0);
  return named || identified ? columns : null;
}

function plainName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .normalize("NFC");
}
