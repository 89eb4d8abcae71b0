import { type Creator, type Entry, parse } from "@retorquere/bibtex-parser";
import { oneLine } from "../one-line.ts";

/** A record of a BibTeX file with its TeX as text. */
export interface BibtexRecord {
  readonly type: string;
  readonly key: string;
  /** Each field on one line, by its name in lower case; addresses and numbers as they are written. */
  readonly fields: ReadonlyMap<string, string>;
  /** The authors, else the editors, as they write themselves. */
  readonly people: readonly string[];
  readonly keywords: readonly string[];
}

/** What a part of a file gives: its record, the abbreviations it defines, and what is wrong with it. */
export interface ReadRecord {
  readonly records: readonly BibtexRecord[];
  readonly strings: Readonly<Record<string, string>>;
  readonly message: string | null;
}

/** Fields whose TeX is turned into text; all others stay as written, which also takes less time. */
const TEXT_FIELDS = [
  ...["title", "subtitle", "booktitle", "journal", "journaltitle", "maintitle", "eventtitle", "shorttitle"],
  ...["author", "editor", "school", "institution", "publisher", "howpublished", "organization", "series"],
  ...["note", "annote", "annotation", "keywords", "groups", "mendeley-groups", "mendeley-tags"],
  ...["year", "date", "month", "crossref"],
];
const AS_WRITTEN = new RegExp(`^(?!(?:${TEXT_FIELDS.join("|")})$)`);

/** Characters of one record; TeX of many more takes the parser longer than all else in a file. */
const LONGEST_RECORD = 100_000;

/** A `<` would be a Spanish mark to TeX, and a tag to those who take tags out of titles. */
const LESS = "\ue000";
const MORE = "\ue001";

/** One record; where it is broken, mended as its author will have meant it, which is still said. */
export function readBibtexRecord(text: string, strings: Readonly<Record<string, string>>): ReadRecord {
  if (text.length > LONGEST_RECORD) {
    const size = `${text.length.toLocaleString("en")} characters, of which ${LONGEST_RECORD.toLocaleString("en")} are read`;
    return { records: [], strings: {}, message: `the record has ${size}; shorten it, or close its braces` };
  }
  if (!text.includes("="))
    return { records: [], strings: {}, message: `${keyOf(text)}: has no fields; give it a title` };
  const source = authorsByAnd(
    withoutAbstract(text).replace(
      /\\(deg|LaTeX|TeX)(?![A-Za-z])/g,
      (_, name: string) => MACROS[name] ?? name,
    ),
  )
    .replaceAll("<", LESS)
    .replaceAll(">", MORE);
  const asWritten = parsed(source, strings);
  if (asWritten.message === null) return asWritten;
  for (const mend of MENDS) {
    const mended = mend(source);
    if (mended === source) continue;
    const read = parsed(mended, strings);
    if (read.message === null && read.records.length > 0) return { ...read, message: asWritten.message };
  }
  return asWritten;
}

/** The record without its abstract, which nobody reads here and whose parsing takes most of the time. */
function withoutAbstract(record: string): string {
  const start = /,\s{0,99}abstract\s{0,99}=\s{0,99}(?=\{)/i.exec(record);
  if (start === null) return record;
  let depth = 0;
  for (let at = start.index + start[0].length; at < record.length; at++) {
    const char = record[at];
    if (char === "\\") at++;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return record.slice(0, start.index) + record.slice(at + 1);
  }
  return record;
}

/** Commands that the parser drops or draws letter by letter. */
const MACROS: Readonly<Record<string, string>> = { deg: "\\textdegree{}", LaTeX: "LaTeX", TeX: "TeX" };

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

function parsed(text: string, strings: Readonly<Record<string, string>>): ReadRecord {
  try {
    const library = parse(text, {
      strings: { ...strings },
      english: false,
      sentenceCase: false,
      caseProtection: false,
      unsupported: "ignore",
      applyCrossRef: false,
      verbatimFields: [AS_WRITTEN],
    });
    const error = library.errors.find(({ error }) => !error.startsWith("Unresolved @string"))?.error;
    const message = error === undefined ? null : messageOf(error, text);
    return { records: library.entries.map(recordOf), strings: library.strings, message };
  } catch (error) {
    return { records: [], strings: {}, message: messageOf(String((error as Error).message), text) };
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
  return `${keyOf(text)}: is broken (${oneLine(plain)}); close its braces and quotes and separate its fields with commas`;
}

function recordOf({ type, key, fields }: Entry): BibtexRecord {
  const texts = Object.entries(fields).flatMap(([name, value]) => {
    const text: unknown = Array.isArray(value)
      ? value.filter((item) => typeof item === "string").join(", ")
      : value;
    return typeof text === "string" ? [[name.toLowerCase(), shown(text)] as const] : [];
  });
  return {
    type: type.toLowerCase(),
    key,
    fields: new Map(texts),
    people: (fields.author ?? fields.editor ?? []).flatMap(nameOf),
    keywords: (fields.keywords ?? []).map(shown),
  };
}

function nameOf({ name, firstName, prefix, lastName, suffix }: Creator): string[] {
  const whole = name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(" ");
  const text = shown(whole);
  return /^(?:others|et al\.?)$/i.test(text) ? [] : [text];
}

/** What the library gives as HTML, as text. */
function shown(html: string): string {
  const text = html
    .replace(/<[^<>]*>/g, "")
    .replaceAll(LESS, "<")
    .replaceAll(MORE, ">")
    .replace(/\u0131(?=\p{M})/gu, "i")
    // Letters of formulas are plain letters in a title.
    .replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize("NFKC"));
  return oneLine(text).normalize("NFC");
}
