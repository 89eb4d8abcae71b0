import type { Paper } from "../corpus/schema.ts";
import { surname } from "./label.ts";

type Described = Pick<Paper, "id" | "aliases" | "title" | "authors" | "year" | "date" | "venue" | "urls">;

const CONFERENCE = /\b(?:conference|proceedings|proc\.|symposium|workshop|meeting)/i;
const JOURNAL = /\b(?:journal|transactions|letters|review|reviews|magazine|annals)\b/i;
const ARXIV = /\barxiv\b/i;

/**
 * The papers as BibTeX, parted by empty lines; "" for none. Of a paper only what is known becomes a field,
 * and its type follows from the venue's name: `misc` where that says neither journal nor conference. Keys are
 * surname, year and first long word of the title, each once.
 */
export function bibtexOf(papers: readonly Described[]): string {
  const used = new Map<string, number>();
  return papers
    .map((paper) => {
      const base = keyOf(paper);
      const before = used.get(base) ?? 0;
      used.set(base, before + 1);
      return entryOf(paper, before === 0 ? base : `${base}-${before + 1}`);
    })
    .join("\n\n");
}

function entryOf(paper: Described, key: string): string {
  const { venue, urls } = paper;
  const arxiv = idIn(paper, "arxiv:");
  const doi = idIn(paper, "doi:");
  const type = typeOf(venue);
  const year = yearOf(paper);
  const place = { article: "journal", inproceedings: "booktitle", misc: "howpublished" }[type];
  const url = urls.paper ?? urls.arxiv ?? urls.doi ?? urls.semanticScholar;
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", paper.authors.length > 0 ? paper.authors.map(authorName).join(" and ") : null],
    // A second pair of braces keeps a style from lowering the capitals of names.
    ["title", `{${escaped(paper.title)}}`],
    [place, venue === null || ARXIV.test(venue) ? null : escaped(venue)],
    ["year", year],
    ["eprint", arxiv],
    ["archiveprefix", arxiv === null ? null : "arXiv"],
    ["doi", doi === null ? null : verbatim(doi)],
    ["url", url === null ? null : verbatim(url)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return [`@${type}{${key},`, ...lines, "}"].join("\n");
}

function typeOf(venue: string | null): "article" | "inproceedings" | "misc" {
  if (venue === null || ARXIV.test(venue)) return "misc";
  if (CONFERENCE.test(venue)) return "inproceedings";
  return JOURNAL.test(venue) ? "article" : "misc";
}

function yearOf({ year, date }: Described): string | null {
  return year === null ? (date?.slice(0, 4) ?? null) : String(year);
}

function idIn({ id, aliases }: Described, prefix: string): string | null {
  return [id, ...aliases].find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** An author's name; one that holds an "and" or a comma of its own is kept together. */
function authorName(author: string): string {
  const name = escaped(author);
  return /\band\b|,/i.test(author) ? `{${name}}` : name;
}

function keyOf(paper: Described): string {
  const [author] = paper.authors;
  const word = words(paper.title).find((found) => found.length > 3) ?? words(paper.title)[0];
  const parts = [author === undefined ? null : words(surname(author)).join(""), yearOf(paper), word];
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join("") || "untitled";
}

/** The ASCII words of a text, in lower case, without accents. */
function words(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  // BibTeX counts braces even behind a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\{}~^]|[$&#_%]/g, (letter) => SPECIAL[letter] ?? `\\${letter}`);
}

/** A text that styles print as it is; what would end the field or a line early is escaped as in a URL. */
function verbatim(text: string): string {
  return text.replace(/[\s{}\\]/g, encodeURIComponent);
}
