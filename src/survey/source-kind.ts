import { isIdentifier } from "./formats/identifiers.ts";
import { type TaggedKind, taggedKindOf } from "./formats/ris.ts";
import { headerIn } from "./formats/sheet-rows.ts";

/** What a text is; the last nine are no lists of papers. */
export type SourceKind =
  | "markdown"
  | "bibtex"
  | TaggedKind
  | "csl-json"
  | "sheet"
  | "identifiers"
  | "corpus"
  | "curation"
  | "changes"
  | "json"
  | "html-page"
  | "xml"
  | "restructured-text"
  | "latex"
  | "empty";

const FENCE = /^\s{0,3}(```+|~~~+)/;
const BIBTEX_RECORD =
  /^\s*(?:\}\s*)?@\s*(?!string\b|comment\b|preamble\b)\w+\s*[{(]\s*(?:[^\s,{}=]*\s*(?:,|$)|\{|[^\s,{}=]+\s+\w+\s*=|\w+\s*=)/i;
const BIBTEX_LINE = /^\s*(?:[a-z][\w-]*\s*=\s*["{\w]|[})],?\s*$|%|@)/i;
const MARKDOWN_LINE =
  /^\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|\||>|<(?:details|summary|h\d|div|p|img|a|table)\b)|\]\(https?:/i;
/** Characters of a line that decide on its kind. */
const LONGEST_LINE = 1_000;
/** Lines that decide whether a text names one paper a line. */
const SAMPLE = 2_000;

/** What the text is, by what it holds and not by what its file is called; Markdown where it is nothing else. */
export function sourceKindOf(text: string): SourceKind {
  const start = text.slice(0, 2_000).trimStart();
  if (text.trim() === "") return "empty";
  if (/^<(?:!doctype\s+html|html)\b/i.test(start)) return "html-page";
  if (/^<\?xml\b|^<!doctype\b/i.test(start)) return /<html\b/i.test(start) ? "html-page" : "xml";
  if (/^(?:%.*\n|\s)*\\(?:documentclass|begin\{|bibitem)/.test(start)) return "latex";
  if (/^[[{]/.test(start)) {
    const kind = jsonKind(text, start);
    if (kind !== null) return kind;
  }
  const lines = outsideFences(text).map((line) => line.slice(0, LONGEST_LINE));
  const tagged = taggedKindOf(lines);
  if (tagged) return tagged;
  if (isBibtex(lines)) return "bibtex";
  if (isSheet(text)) return "sheet";
  if (isRestructuredText(lines)) return "restructured-text";
  return isListOfIdentifiers(lines) ? "identifiers" : "markdown";
}

function jsonKind(text: string, start: string): SourceKind | null {
  const value = parsed(text);
  if (value === undefined) {
    // A list that is broken somewhere is still one; "[VENUE] Title" begins with a bracket too.
    if (!/^(?:\[\s*\{|\{\s*")/.test(start)) return null;
    return /"(?:title|DOI)"\s*:/.test(text) ? "csl-json" : "json";
  }
  if (typeof value !== "object" || value === null) return null;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const has = (...names: string[]) =>
    typeof first === "object" && first !== null && names.every((name) => name in first);
  if (!Array.isArray(value)) {
    if (has("papers", "version")) return "corpus";
    if (has("runs", "version")) return "changes";
    if (has("version") && CURATION_KEYS.some((name) => has(name))) return "curation";
    if (has("items") || has("references") || has("message")) return "csl-json";
  }
  if (has("title") || has("DOI") || has("container-title")) return "csl-json";
  return "json";
}

/** What a curation holds beside its version. */
const CURATION_KEYS = ["pins", "findings", "citations", "nonCitations", "referenceLists"];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function outsideFences(text: string): string[] {
  let fence: string | null = null;
  return text.split("\n").filter((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) return fence === null;
    if (fence === null) fence = mark.slice(0, 3);
    else if (mark.startsWith(fence)) fence = null;
    return false;
  });
}

/** A record, and more lines of records than of a Markdown list that shows how to cite it. */
function isBibtex(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== "" && !/^\s*%/.test(line)) ?? "";
  if (/^\s*@\s*\w+\s*[{(]/.test(first)) return true;
  if (!lines.some((line) => BIBTEX_RECORD.test(line))) return false;
  const count = (form: RegExp) => lines.filter((line) => form.test(line)).length;
  return count(BIBTEX_LINE) > count(MARKDOWN_LINE);
}

/** A row near the top that names the columns of a list of papers, and no Markdown above it. */
function isSheet(text: string): boolean {
  if (/^(?:[-*+]\s|#{1,6}\s|\||>)/.test(text.slice(0, LONGEST_LINE).trimStart())) return false;
  const cells = headerIn(text)?.cells ?? [];
  return cells.length > 1 || /^(?:title|doi)$/i.test(cells[0]?.trim() ?? "");
}

/** Three links of that kind or more, and more than Markdown has. */
function isRestructuredText(lines: readonly string[]): boolean {
  const count = (form: RegExp) => lines.filter((line) => form.test(line)).length;
  const links = count(/`[^`<]*<https?:[^>`]+>`_/);
  return links >= 3 && links > count(/\]\(\s*<?https?:/);
}

function isListOfIdentifiers(lines: readonly string[]): boolean {
  const said = lines.slice(0, SAMPLE).filter((line) => line.trim() !== "" && !/^\s*(?:#|%|\/\/)/.test(line));
  const named = said.filter(
    (line) => !/^\s*(?:[-*+•]|\d{1,5}[.)])\s/.test(line) && isIdentifier(line),
  ).length;
  return named > 0 && named >= said.length * 0.6;
}
