import { type Creator, type Entry, parse } from "@retorquere/bibtex-parser";
import { headingText, oneLine } from "../one-line.ts";
import type { DomainPath, ListedPaper, PaperList, SurveyProblem } from "../survey.ts";
import { bibtexChunks } from "./bibtex-chunks.ts";
import { type JabRefGroups, readJabRefGroups } from "./jabref-groups.ts";
import { type ListedRecord, listedPaper, webAddress } from "./listed-record.ts";
import { paperList } from "./paper-list.ts";
import { mostExactDate } from "./read-date.ts";

/** Fields whose TeX is turned into text; all others stay as written, which also takes less time. */
const TEXT_FIELDS = [
  ...["title", "subtitle", "booktitle", "journal", "journaltitle", "maintitle", "eventtitle", "shorttitle"],
  ...["author", "editor", "school", "institution", "publisher", "howpublished", "organization", "series"],
  ...["note", "annote", "annotation", "keywords", "groups", "mendeley-groups", "mendeley-tags"],
  ...["year", "date", "month", "crossref"],
];
const AS_WRITTEN = new RegExp(`^(?!(?:${TEXT_FIELDS.join("|")})$)`);
const VENUES = [
  "journal",
  "journaltitle",
  "booktitle",
  "eventtitle",
  "maintitle",
  "series",
  "school",
  "institution",
];
const GROUPS = ["groups", "mendeley-groups"];

/** Characters of one record; TeX of many more takes the parser longer than all else in a file. */
const LONGEST_RECORD = 100_000;

/** A `<` would be a Spanish mark to TeX, and a tag to those who take tags out of titles. */
const LESS = "\ue000";
const MORE = "\ue001";

interface BibtexRecord {
  readonly line: number;
  readonly entry: Entry;
  readonly heading: string | null;
}

/** The papers of a BibTeX or BibLaTeX file; JabRef's and Mendeley's groups are their categories, else ruled comments, else keywords. */
export function readBibtex(text: string): PaperList {
  const problems: SurveyProblem[] = [];
  const strings = new Map<string, string>();
  const records: BibtexRecord[] = [];
  const comments: string[] = [];
  let heading: string | null = null;
  for (const chunk of bibtexChunks(text)) {
    if (chunk.kind === "heading") heading = chunk.text;
    else if (chunk.kind === "comment") comments.push(chunk.text);
    else {
      const read = readChunk(chunk.text, stringsIn(chunk.text, strings));
      for (const [name, value] of Object.entries(read.strings)) strings.set(name.toUpperCase(), value);
      if (read.message !== null) problems.push({ line: chunk.line, message: read.message });
      records.push(...read.entries.map((entry) => ({ line: chunk.line, entry, heading })));
    }
  }
  const groups = readJabRefGroups(comments);
  const byKey = new Map(records.map((record) => [record.entry.key.toLowerCase(), record.entry]));
  const parents = new Set(records.flatMap(({ entry }) => fieldOf(entry, "crossref").toLowerCase() || []));
  const papers = records.flatMap((record): ListedPaper[] => {
    const { entry, line } = record;
    if (parents.has(entry.key.toLowerCase()) && /^(?:mv)?(?:proceedings|collection|book)$/.test(entry.type))
      return [];
    const parent = byKey.get(fieldOf(entry, "crossref").toLowerCase());
    const paper = listedPaper(recordOf(record, parent === entry ? undefined : parent, groups));
    if (paper === null)
      problems.push({ line, message: `@${entry.type}{${entry.key}}: has no title; give it one, or a DOI` });
    return paper ? [paper] : [];
  });
  const made = records.some(({ entry }) => GROUPS.some((name) => fieldOf(entry, name) !== "")) || groups.used;
  const ruled = records.some((record) => record.heading !== null);
  return paperList(papers, problems, {
    name: "keywords",
    made: made || ruled,
    remedy: "group the papers in JabRef, or give each a field groups = {…}",
  });
}

/** The abbreviations that a record uses, of all that the file has defined so far. */
function stringsIn(text: string, all: ReadonlyMap<string, string>): Record<string, string> {
  const names = [...text.matchAll(/[=#]\s*([A-Za-z][^\s,#})"]*)/g)].map(([, name = ""]) =>
    name.toUpperCase(),
  );
  return Object.fromEntries(names.flatMap((name) => (all.has(name) ? [[name, all.get(name) ?? ""]] : [])));
}

interface ReadChunk {
  readonly entries: readonly Entry[];
  readonly strings: Record<string, string>;
  readonly message: string | null;
}

/** One record; where it is broken, mended as its author will have meant it, which is still said. */
function readChunk(text: string, strings: Record<string, string>): ReadChunk {
  if (text.length > LONGEST_RECORD) {
    const size = `${text.length.toLocaleString("en")} characters, of which ${LONGEST_RECORD.toLocaleString("en")} are read`;
    return { entries: [], strings: {}, message: `the record has ${size}; shorten it, or close its braces` };
  }
  if (!text.includes("="))
    return { entries: [], strings: {}, message: `${keyOf(text)}: has no fields; give it a title` };
  const source = authorsByAnd(text.replace(/\\deg(?![A-Za-z])/g, "\\textdegree{}"))
    .replaceAll("<", LESS)
    .replaceAll(">", MORE);
  const asWritten = parseChunk(source, strings);
  if (asWritten.message === null) return asWritten;
  for (const mend of MENDS) {
    const mended = mend(source);
    if (mended === source) continue;
    const read = parseChunk(mended, strings);
    if (read.message === null && read.entries.length > 0) return { ...read, message: asWritten.message };
  }
  return asWritten;
}

/** What authors forget most: a comma between fields, the last brace; or write too much: `{{key`, a lone dollar sign. */
const MENDS: readonly ((record: string) => string)[] = [
  (record) => record.replace(/(?<!\\)\$/g, "\\$$"),
  (record) => record.replace(/^(\s*@\s*\w+\s*\{)\s*\{/, "$1"),
  (record) =>
    record.replace(/([}"\d])([ \t]{0,40}\n?[ \t]{0,40}[A-Za-z][\w-]*[ \t]*=[ \t]*["{\d])/g, "$1,$2"),
  (record) => record.replace(/^(\s*@\s*\w+\s*\{\s*[^\s,={}]+)(\s+[A-Za-z][\w-]*\s*=)/, "$1,$2"),
  (record) => `${record.trimEnd().replace(/,$/, "")}\n}`,
];

/** Whole names parted by commas, where BibTeX wants "and": "Ada Lovelace, Alan Turing". */
function authorsByAnd(record: string): string {
  return record.replace(
    /(\bauthor\s*=\s*[{"])([^{}"\\]*)(?=[}"])/gi,
    (whole, start: string, names: string) => {
      const parts = names.split(",").map((name) => name.trim());
      const byComma =
        parts.length > 1 && parts.every((name) => /\S\s+\S/.test(name) && !/\sand\s/.test(name));
      return byComma ? start + parts.join(" and ") : whole;
    },
  );
}

function parseChunk(text: string, strings: Record<string, string>): ReadChunk {
  try {
    const library = parse(text, {
      strings,
      english: false,
      sentenceCase: false,
      caseProtection: false,
      unsupported: "ignore",
      applyCrossRef: false,
      verbatimFields: [AS_WRITTEN],
    });
    const error = library.errors.find(({ error }) => !error.startsWith("Unresolved @string"))?.error;
    const message = error === undefined ? null : messageOf(error, text);
    return { entries: library.entries, strings: library.strings, message };
  } catch (error) {
    return { entries: [], strings: {}, message: messageOf(String((error as Error).message), text) };
  }
}

function keyOf(text: string): string {
  return /@\s*\w+\s*[{(]\s*[^,\s]{1,80}/.exec(text)?.[0] ?? "the record";
}

function messageOf(error: string, text: string): string {
  const plain = error
    .replace(/ at line \d.*$/s, "")
    .replaceAll(LESS, "<")
    .replaceAll(MORE, ">")
    .slice(0, 160);
  return `${keyOf(text)}: is broken (${oneLine(plain)}); close its braces and quotes and part its fields by commas`;
}

function recordOf(
  { line, entry, heading }: BibtexRecord,
  parent: Entry | undefined,
  groups: JabRefGroups,
): ListedRecord {
  const field = (...names: string[]) =>
    names.map((name) => fieldOf(entry, name)).find((value) => value !== "") ?? "";
  const verbatim = (...names: string[]) =>
    names.map((name) => unescaped(fieldOf(entry, name))).filter((value) => value !== "");
  const subtitle = field("subtitle");
  const title = field("title", "shorttitle");
  const people = entry.fields.author ?? entry.fields.editor ?? [];
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
  ].map((name) => fieldOf(entry, name));
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
  const venue = VENUES.map((name) => fieldOf(entry, name)).find((value) => value !== "");
  const fromParent = parent ? fieldOf(parent, "booktitle") || fieldOf(parent, "title") : "";
  return {
    line,
    title: subtitle === "" || title.includes(subtitle) ? title : `${title}: ${subtitle}`,
    authors: people.flatMap(nameOf),
    venue: venue ?? (fromParent || field("howpublished").replace(/^.*https?:\S+.*$/s, "")),
    date: mostExactDate([
      field("date"),
      field("year"),
      field("month"),
      ...(parent ? [fieldOf(parent, "date"), fieldOf(parent, "year")] : []),
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
    paths: pathsOf(entry, heading, groups),
  };
}

function pathsOf(entry: Entry, heading: string | null, groups: JabRefGroups): DomainPath[] {
  const named = GROUPS.flatMap((name) => parted(fieldOf(entry, name))).map(groups.pathOf);
  const inTree = groups.pathsOf(entry.key);
  if (named.length + inTree.length > 0) return [...named, ...inTree];
  if (heading !== null) return [{ label: heading, section: null }];
  if (groups.used) return [];
  const keywords = entry.fields.keywords ?? parted(fieldOf(entry, "mendeley-tags"));
  return keywords
    .map((label) => ({ label: headingText(label), section: null }))
    .filter(({ label }) => label !== "");
}

function parted(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => headingText(part.slice(0, 300)))
    .filter((part) => part !== "");
}

function nameOf({ name, firstName, prefix, lastName, suffix }: Creator): string[] {
  const whole = name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(" ");
  const text = shown(whole);
  return /^(?:others|et al\.?)$/i.test(text) ? [] : [text];
}

/** The field as one line of text; a list as its items. */
function fieldOf(entry: Entry, name: string): string {
  const value: unknown = entry.fields[name];
  const text = Array.isArray(value) ? value.filter((item) => typeof item === "string").join(", ") : value;
  return typeof text === "string" ? shown(text) : "";
}

/** What the library gives as HTML, as text. */
function shown(html: string): string {
  const text = html
    .replace(/<[^<>]*>/g, "")
    .replaceAll(LESS, "<")
    .replaceAll(MORE, ">")
    .replace(/\u0131(?=\p{M})/gu, "i");
  return oneLine(text).normalize("NFC");
}

/** An address or number without the backslashes that TeX wants in it. */
function unescaped(text: string): string {
  return text
    .replace(/\\url\s*\{([^{}]*)\}/g, "$1")
    .replace(/\\([_&%#$~{}])/g, "$1")
    .replace(/\{([^{}]*)\}/g, "$1")
    .trim();
}
