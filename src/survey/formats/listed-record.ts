import { arxivNumber, doiName } from "../../corpus/ids.ts";
import { paperRefs } from "../ids/paper-refs.ts";
import { oneLine } from "../one-line.ts";
import type { DomainPath, EntryLinks, ListedPaper, PaperRef } from "../survey.ts";
import { paperAddress } from "./paper-address.ts";

/** What a record of a reference manager or a row of a sheet says, each as text; "" or [] where it says nothing. */
export interface ListedRecord {
  /** The 1-based line on which the record starts. */
  readonly line: number;
  readonly title: string;
  readonly label?: string;
  readonly authors: readonly string[];
  readonly venue: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null;
  readonly organization?: string;
  /** Fields that hold a DOI, an arXiv number, a PubMed or a PubMed Central number, the surest first. */
  readonly dois: readonly string[];
  readonly arxiv: readonly string[];
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly urls: readonly string[];
  readonly links?: Partial<EntryLinks>;
  readonly note: string;
  readonly paths: readonly DomainPath[];
}

const REPOSITORY =
  /^https?:\/\/(?:www\.)?(?:(?:github|gitlab)\.com|bitbucket\.org|codeberg\.org|gitee\.com)\/[^/\s]+\/[^/\s]+/i;
const ARXIV_IN_TEXT =
  /\barxiv(?:\.org\/(?:abs|pdf)\/|[\s:.]+(?:preprint\s+)?(?:arxiv:\s*)?)([a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})/i;
const ARXIV_VENUE = /^(?:arxiv\b.*|corr|computing research repository.*|https?:\/\/\S*arxiv\.org\/\S*)$/i;
const ARXIV_DOI = /^10\.48550\/arxiv\./;
/** Longer than any address or number; what is longer is cut before it is searched. */
const LONGEST_FIELD = 2_000;
/** What programs write into the field for remarks. */
const NO_REMARK =
  /^(?:(?:online;?\s*|last\s*)?accessed\b|arxiv\b|doi\b|pmid\b|pmcid\b|isbn\b|issn\b|https?:\/\/\S+$|zscc|cited by\b|export date\b|accession number\b|funding\b|copyright\b|journal article\b|publisher:|number:|place:|type:|_?eprint\b|version\b|L?\d+\b[\s\d-]*$|L\d{6,})/i;
/** Pages of databases that only their subscribers can open. */
const DATABASE =
  /^https?:\/\/(?:[\w-]+\.)*(?:ovid|ebscohost|embase|scopus|webofscience|webofknowledge|isiknowledge|proquest|lens|openalex|scilit|zotero)\.(?:com|org|net)\//i;

/** A record as a paper of a list; null where it has neither a title nor a name of a paper that could stand for it. */
export function listedPaper(record: ListedRecord): ListedPaper | null {
  const urls = record.urls.flatMap(webAddress);
  const refs = refsOf(record, urls);
  const first = refs[0];
  const title = cleanTitle(record.title) || (first ? nameOf(first) : "");
  if (title === "") return null;

  const arxiv = refs.find((ref) => ref.kind === "arxiv")?.value ?? null;
  const venue = oneLine(record.venue).replace(/^[{"]+|[}"]+$/g, "");
  const named = ARXIV_VENUE.test(venue) || (venue === "" && arxiv !== null) ? "arXiv" : venue;
  const place = named === "" || /^https?:/i.test(named) ? null : named;
  const date = dateOf(record.date, arxiv, place);
  const code = record.links?.code ?? urls.find((url) => REPOSITORY.test(url)) ?? null;
  const pages = urls.filter((url) => !REPOSITORY.test(url));
  const paper =
    record.links?.paper ??
    pages.find((url) => !DATABASE.test(url)) ??
    (first ? paperAddress(first) : null) ??
    pages[0] ??
    null;
  const note = plainText(record.note);
  return {
    line: record.line,
    title,
    label: oneLine(record.label ?? "") || null,
    authors: record.authors.map(oneLine).filter((name) => name !== ""),
    venue: place,
    year: date === null ? null : Number(date.slice(0, 4)),
    date,
    organization: oneLine(record.organization ?? "") || null,
    links: {
      paper,
      code,
      project: record.links?.project ?? null,
      data: record.links?.data ?? null,
      video: record.links?.video ?? null,
    },
    ref: first ?? { kind: "title", value: title },
    refs,
    note: note === "" || NO_REMARK.test(note) ? null : note,
    figure: null,
    paths: record.paths,
  };
}

/** A title as a reader would write it: one line, no quotes or markup around it, no full stop at its end. */
export function cleanTitle(text: string): string {
  const plain = plainText(text)
    .replace(/^(["“„«'‘])(.*)["”“»'’]$/u, (whole, open: string, inner: string) =>
      inner.includes(open) ? whole : inner,
    )
    .trim();
  // "U.S." and "…" keep their last dot.
  return /(?:\.\.|(?<!\p{L})\p{L}\.)$/u.test(plain) ? plain : plain.replace(/\s*[.。]$/u, "");
}

/** The http(s) address in a field, without the words around it; [] where it holds none. */
export function webAddress(text: string): string[] {
  const url = /https?:\/\/[^\s"<>{}]+/i.exec(text)?.[0] ?? "";
  return url === "" || url.length > LONGEST_FIELD ? [] : [url.replace(/[.,;]+$/, "")];
}

/** Text on one line without the tags and entities that databases leave in it. */
export function plainText(text: string): string {
  const bare = text
    .replace(
      /<\/?(?:[a-z]+:)?(?:i|b|u|p|em|strong|sub|sup|scp|inf|span|div|br|h\d|ul|li|math|m[a-z]{1,9}|title|tex|sec|italic|bold)(?:\s[^<>]*)?\/?>/gi,
      (tag) => (/^<(?:p|div|br|li)\b/i.test(tag) ? " " : ""),
    )
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});/gi, (_, name: string) =>
      characterOf(name),
    );
  return oneLine(bare).normalize("NFC");
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function characterOf(name: string): string {
  const named = ENTITIES[name.toLowerCase()];
  if (named !== undefined) return named;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : " ";
}

function refsOf(record: ListedRecord, urls: readonly string[]): PaperRef[] {
  const dois = record.dois.flatMap((field): PaperRef[] => {
    const text = field.slice(0, LONGEST_FIELD);
    const doi = doiName(text.replace(/^.*?(?=10\.\d{4,9}\/)/s, "").replace(/\s.*$/s, ""));
    if (doi === null) return [];
    const number = ARXIV_DOI.test(doi) ? arxivNumber(doi.replace(ARXIV_DOI, "")) : null;
    return [number ? { kind: "arxiv", value: number } : { kind: "doi", value: doi }];
  });
  const numbers = record.arxiv.flatMap((field): PaperRef[] => {
    const text = field.slice(0, LONGEST_FIELD);
    const number = arxivNumber(ARXIV_IN_TEXT.exec(text)?.[1] ?? text.replace(/\s.*$/s, ""));
    return number ? [{ kind: "arxiv", value: number }] : [];
  });
  const pmid = /^\D{0,12}(\d{1,8})$/.exec(record.pmid?.trim().replace(/\/$/, "") ?? "")?.[1];
  const pmcid = /PMC0*([1-9]\d{2,8})/i.exec(record.pmcid ?? "")?.[1];
  const all: PaperRef[] = [
    ...dois,
    ...numbers,
    ...paperRefs(urls),
    ...(pmid ? [{ kind: "pmid", value: pmid } as const] : []),
    ...(pmcid ? [{ kind: "pmcid", value: pmcid } as const] : []),
  ];
  const order = ["arxiv", "doi", "acl", "pmid", "pmcid", "s2", "corpusid"];
  const unique = new Map(all.map((ref) => [`${ref.kind}:${ref.value}`, ref]));
  return [...unique.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The date of the record; the month of the arXiv number where the record says no more than its year, or nothing. */
function dateOf(said: string | null, arxiv: string | null, venue: string | null): string | null {
  const month = arxiv === null ? null : arxivMonth(arxiv);
  if (month === null) return said;
  if (said === null) return month;
  return venue === "arXiv" && said === month.slice(0, 4) ? month : said;
}

/** The month in which an arXiv number was given: 2021-03 for 2103.00020, 1999-01 for hep-th/9901001. */
function arxivMonth(number: string): string | null {
  const [, yy = "", mm = ""] = /(?:^|\/)(\d{2})(\d{2})/.exec(number) ?? [];
  if (yy === "") return null;
  return `${number.includes("/") && Number(yy) > 90 ? "19" : "20"}${yy}-${mm}`;
}

/** A name of a paper as a reader would write it: "arXiv:2103.00020". */
function nameOf({ kind, value }: PaperRef): string {
  const prefix = {
    arxiv: "arXiv:",
    doi: "doi:",
    s2: "S2:",
    corpusid: "CorpusID:",
    acl: "ACL:",
    pmid: "PMID:",
    pmcid: "PMC",
    title: "",
  };
  return `${prefix[kind]}${value}`;
}
