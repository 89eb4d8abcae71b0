import { type AuthorName, type Described, type Reference, referencesOf } from "./reference.ts";

/**
 * The papers as BibTeX, separated by empty lines; "" for none. Letters of all scripts are kept (UTF-8); what
 * TeX would take for its own is escaped.
 */
export function bibtexOf(papers: readonly Described[]): string {
  return referencesOf(papers).map(entryOf).join("\n\n");
}

function entryOf({ key, type, title, authors, venue, year, arxiv, doi, url }: Reference): string {
  const place = { article: "journal", inproceedings: "booktitle", misc: "howpublished" }[type];
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", authors.length > 0 ? authors.map(nameText).join(" and ") : null],
    // A second pair of braces keeps a style from lowering the capitals of names.
    ["title", `{${escaped(title)}}`],
    [place, venue === null ? null : escaped(venue)],
    ["year", year],
    ["eprint", arxiv],
    ["archiveprefix", arxiv === null ? null : "arXiv"],
    ["doi", doi === null ? null : verbatim(doi)],
    ["url", url === null ? null : verbatim(url)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return [`@${type}{${key},`, ...lines, "}"].join("\n");
}

/** An author's name as BibTeX parts it by itself; one that holds an "and" or a comma is kept together. */
function nameText(name: AuthorName): string {
  if ("family" in name) return escaped(`${name.given} ${name.family}`);
  return /\band\b|,/i.test(name.literal) ? `{${escaped(name.literal)}}` : escaped(name.literal);
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
  return text.replace(/[\\{}~^]|[$&#_%]/g, (letter) => SPECIAL[letter] ?? `\\${letter}`);
}

/** A text that styles print as it is; what would end the field or a line early is escaped as in a URL. */
function verbatim(text: string): string {
  return text.replace(/[\s{}\\]/g, encodeURIComponent);
}
