import { headingText } from "../one-line.ts";
import type { DomainPath, ListedPaper, PaperList, SurveyProblem } from "../survey.ts";
import { bibtexChunks } from "./bibtex-chunks.ts";
import { type BibtexRecord, readBibtexRecord } from "./bibtex-record.ts";
import { type JabRefGroups, readJabRefGroups } from "./jabref-groups.ts";
import { type ListedRecord, listedPaper, webAddress } from "./listed-record.ts";
import { paperList } from "./paper-list.ts";
import { mostExactDate } from "./read-date.ts";

const VENUES = [
  ...["journal", "journaltitle", "booktitle", "eventtitle", "maintitle", "series", "school", "institution"],
];
const GROUPS = ["groups", "mendeley-groups"];
/** Records that hold the papers of others. */
const VOLUME = /^(?:mv)?(?:proceedings|collection|book)$/;

/** A record and where it is. */
interface Listed {
  readonly line: number;
  readonly record: BibtexRecord;
  /** The ruled comment above it. */
  readonly heading: string | null;
}

/**
 * The papers of a BibTeX or BibLaTeX file. Their categories are JabRef's or Mendeley's groups; where there are
 * none the ruled comments above records, else the keywords.
 */
export function readBibtex(text: string): PaperList {
  const problems: SurveyProblem[] = [];
  const strings = new Map<string, string>();
  const all: Listed[] = [];
  const comments: string[] = [];
  let heading: string | null = null;
  for (const chunk of bibtexChunks(text)) {
    if (chunk.kind === "heading") heading = chunk.text;
    else if (chunk.kind === "comment") comments.push(chunk.text);
    else {
      const read = readBibtexRecord(chunk.text, stringsIn(chunk.text, strings));
      for (const [name, value] of Object.entries(read.strings)) strings.set(name.toUpperCase(), value);
      if (read.message !== null) problems.push({ line: chunk.line, message: read.message });
      for (const record of read.records) all.push({ line: chunk.line, record, heading });
    }
  }
  const groups = readJabRefGroups(comments);
  const grouped = groups.used || all.some(({ record }) => GROUPS.some((name) => record.fields.has(name)));
  const ruled = all.some((listed) => listed.heading !== null);
  const pathsOf = grouped ? groupsOf(groups) : ruled ? headingOf : keywordsOf;

  const byKey = new Map(all.map(({ record }) => [record.key.toLowerCase(), record]));
  const referredTo = ({ fields }: BibtexRecord) => fields.get("crossref")?.toLowerCase() ?? null;
  const parents = new Set(all.map(({ record }) => referredTo(record)));
  const papers = all.flatMap((listed): ListedPaper[] => {
    const { record, line } = listed;
    if (parents.has(record.key.toLowerCase()) && VOLUME.test(record.type)) return [];
    const parent = byKey.get(referredTo(record) ?? "");
    const inherited = parent === undefined || parent === record ? NO_FIELDS : parent.fields;
    const paper = listedPaper(recordOf(listed, inherited, pathsOf(listed)));
    if (paper === null)
      problems.push({ line, message: `@${record.type}{${record.key}}: has no title; give it one, or a DOI` });
    return paper ? [paper] : [];
  });
  return paperList(papers, problems, {
    name: "keywords",
    made: grouped || ruled,
    remedy: "group the papers in JabRef, or give each a field groups = {…}",
  });
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();

/** The abbreviations that a record uses, of all that the file has defined so far. */
function stringsIn(text: string, all: ReadonlyMap<string, string>): Record<string, string> {
  const names = [...text.matchAll(/[=#]\s*([A-Za-z][^\s,#})"]*)/g)].map(([, name = ""]) =>
    name.toUpperCase(),
  );
  return Object.fromEntries(names.flatMap((name) => (all.has(name) ? [[name, all.get(name) ?? ""]] : [])));
}

function recordOf(
  { line, record }: Listed,
  inherited: ReadonlyMap<string, string>,
  paths: readonly DomainPath[],
): ListedRecord {
  const { fields } = record;
  const textOf = (name: string) => fields.get(name) ?? "";
  const field = (...names: string[]) => names.map((name) => textOf(name)).find((value) => value !== "") ?? "";
  const verbatim = (...names: string[]) =>
    names.map((name) => unescaped(textOf(name))).filter((value) => value !== "");
  const subtitle = field("subtitle");
  const title = field("title", "shorttitle");
  const eprint = verbatim("eprint", "arxivid", "arxiv");
  const kind = field("archiveprefix", "eprinttype", "eprintclass").toLowerCase();
  const inText = [
    ...VENUES,
    "note",
    "howpublished",
    "volume",
    "number",
    "pages",
    "publisher",
    "url",
    "annote",
  ].map((name) => textOf(name));
  const urls = verbatim(
    "url",
    "ee",
    "link",
    "howpublished",
    "pdf",
    "html",
    "bdsk-url-1",
    "biburl",
    ...VENUES,
  ).filter((value) => !/^https?:\/\/dblp\.org/i.test(value));
  const [code, project, video, data] = (
    [["code", "github", "repository"], ["project", "website", "homepage"], ["video"], ["dataset"]] as const
  ).map((names) => verbatim(...names).flatMap(webAddress)[0] ?? null);
  const venue = VENUES.map((name) => textOf(name)).find((value) => value !== "");
  const fromParent = inherited.get("booktitle") ?? inherited.get("title") ?? "";
  return {
    line,
    title: subtitle === "" || title.includes(subtitle) ? title : `${title}: ${subtitle}`,
    authors: record.people,
    venue: venue ?? (fromParent || field("howpublished").replace(/^.*https?:\S+.*$/s, "")),
    date: mostExactDate([
      field("date"),
      field("year"),
      field("month"),
      inherited.get("date"),
      inherited.get("year"),
    ]),
    dois: [
      ...verbatim("doi"),
      ...verbatim("volume", "pages", "note", "howpublished").filter((value) => /\bdoi\b|^10\./i.test(value)),
    ],
    arxiv: [
      ...(kind === "" || kind.startsWith("arxiv") || /^[\w-]+\.\w+$/.test(kind) ? eprint : []),
      ...inText.filter((value) => /arxiv/i.test(value)),
      ...verbatim("volume").flatMap((value) => (value.startsWith("abs/") ? [value.slice(4)] : [])),
    ],
    pmid: verbatim("pmid")[0] ?? (kind === "pubmed" ? (eprint[0] ?? "") : ""),
    pmcid: verbatim("pmcid")[0] ?? "",
    urls,
    links: { code: code ?? null, project: project ?? null, video: video ?? null, data: data ?? null },
    note: field("note", "annote", "annotation"),
    paths,
  };
}

function groupsOf(groups: JabRefGroups): (listed: Listed) => DomainPath[] {
  return ({ record }) => [
    ...GROUPS.flatMap((name) => parted(record.fields.get(name) ?? "")).map(groups.pathOf),
    ...groups.pathsOf(record.key),
  ];
}

function headingOf({ heading }: Listed): DomainPath[] {
  return heading === null ? [] : [{ label: heading, section: null }];
}

function keywordsOf({ record: { keywords, fields } }: Listed): DomainPath[] {
  const words = keywords.length > 0 ? keywords : [fields.get("mendeley-tags") ?? ""];
  return words.flatMap(parted).map((label) => ({ label, section: null }));
}

function parted(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => headingText(part.slice(0, 300)))
    .filter((part) => part !== "");
}

/** An address or number without the backslashes that TeX wants in it. */
function unescaped(text: string): string {
  return text
    .replace(/\\url\s*\{([^{}]*)\}/g, "$1")
    .replace(/\\([_&%#$~{}])/g, "$1")
    .replace(/\{([^{}]*)\}/g, "$1")
    .trim();
}
