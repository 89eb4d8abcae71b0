import { SURVEY_LIMITS } from "./blocks/markdown-limits.ts";
import type { SourceKind } from "./source-kind.ts";

/** A kind of file that holds no text: how its bytes begin, what is among the first of them, and what to do instead. */
interface Binary {
  readonly starts: readonly string[];
  readonly holds?: string;
  readonly message: string;
}

const ZIP = "PK\x03\x04";
const BINARY: readonly Binary[] = [
  {
    starts: ["%PDF"],
    message: "this is a PDF; name the list itself: Markdown, BibTeX, RIS, CSL-JSON or CSV",
  },
  {
    starts: ["\x89PNG", "\xff\xd8\xff", "GIF8", "II*\0", "MM\0*"],
    message: "this is an image; name a list of papers as text",
  },
  { starts: ["RIFF"], holds: "WEBP", message: "this is an image; name a list of papers as text" },
  {
    starts: [ZIP],
    holds: "word/",
    message: "this is a Word file; save it as plain text, or export the references as RIS or BibTeX",
  },
  { starts: [ZIP], holds: "xl/", message: "this is an Excel file; save the sheet as CSV (UTF-8)" },
  {
    starts: [ZIP],
    holds: "opendocument.spreadsheet",
    message: "this is a LibreOffice spreadsheet; save it as CSV (UTF-8)",
  },
  {
    starts: [ZIP],
    holds: "opendocument.text",
    message: "this is a LibreOffice document; save it as plain text",
  },
  { starts: [ZIP], message: "this is a zip archive; unpack it and name the list in it" },
  { starts: ["\x1f\x8b"], message: "this is a gzip file; unpack it first" },
  {
    starts: ["\xd0\xcf\x11\xe0"],
    message: "this is an old Word or Excel file; save it as plain text or CSV (UTF-8)",
  },
  {
    starts: ["{\\rtf"],
    message: "this is RTF; save it as plain text, or export the references as RIS or BibTeX",
  },
  {
    starts: ["SQLite format 3\0"],
    message: "this is a database, such as Zotero's; export the collection as BibTeX, RIS or CSV",
  },
];

/** Bytes that tell what a file is. */
const HEAD = 4_096;

/** Why bytes cannot be a list of papers, with the remedy; null where they may be text of one. */
export function refusalOfBytes(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "the file is empty; list some papers in it";
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const known = BINARY.find(
    ({ starts, holds = "" }) => starts.some((start) => head.startsWith(start)) && head.includes(holds),
  );
  return known?.message ?? null;
}

/** Why a text is too long to be read at all, with the remedy; null where it is not. */
export function refusalOfLength(text: string): string | null {
  const most = SURVEY_LIMITS.characters;
  if (text.length <= most) return null;
  const [size, limit] = [text.length, most].map((count) => count.toLocaleString("en"));
  return `${size} characters, of which at most ${limit} are read; nothing was read; split the file`;
}

/** Why a text of this kind is no list of papers, with the remedy; null where it is one. */
export function refusalOf(kind: SourceKind): string | null {
  switch (kind) {
    case "corpus":
      return "this is a corpus.json, which a refresh writes; open it with: npm start -- FOLDER";
    case "curation":
      return "this is a curation.json, which belongs beside a list; name the list, or their folder";
    case "changes":
      return "this is a changes.json, which a refresh writes; name the list, or its folder";
    case "json":
      return "this JSON contains no list of papers; export the papers as CSL-JSON, BibTeX or RIS";
    case "html-page":
      return "this is a page saved from a browser; save the list as text, or copy its Markdown from where it is kept (on GitHub: Raw)";
    case "xml":
      return "this is XML; export the papers as RIS or BibTeX instead (in EndNote: File, Export)";
    case "restructured-text":
      return "this is reStructuredText; convert it to Markdown first, for example with: pandoc -f rst -t gfm FILE";
    case "latex":
      return "this is LaTeX; name the .bib file it cites";
    case "empty":
      return "the file is empty; list some papers in it";
    default:
      return null;
  }
}
