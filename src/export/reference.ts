import type { Paper } from "../corpus/schema.ts";
import { surname } from "../view/looks/label.ts";
import { oneLine } from "../view/looks/xml-text.ts";

/** What a reference needs to know of a paper. */
export type Described = Pick<
  Paper,
  "id" | "aliases" | "title" | "authors" | "year" | "date" | "venue" | "urls"
>;

/** An author's name: in two parts, or as a whole where it is an organisation's or cannot be divided. */
export type AuthorName = { readonly family: string; readonly given: string } | { readonly literal: string };

/** A paper as a bibliography lists it; what is not known is null. */
export interface Reference {
  /** Surname, year and first long word of the title: each once in a list. */
  readonly key: string;
  /** The type by the venue's name: `misc` where it is neither journal nor conference. */
  readonly type: "article" | "inproceedings" | "misc";
  readonly title: string;
  readonly authors: readonly AuthorName[];
  /** Where it was published; a preprint server does not count. */
  readonly venue: string | null;
  readonly year: string | null;
  /** To the precision that is known; null where it is of another year than `year`. */
  readonly date: string | null;
  readonly arxiv: string | null;
  readonly doi: string | null;
  readonly url: string | null;
}

const CONFERENCE = /\b(?:conference|proceedings|proc\.|symposium|workshop|meeting)/i;
const JOURNAL = /\b(?:journal|transactions|letters|review|reviews|magazine|annals)\b/i;
const ARXIV = /\barxiv\b/i;

/** The papers as references, in their order. No field is invented: what no source has stays null. */
export function referencesOf(papers: readonly Described[]): Reference[] {
  const used = new Map<string, number>();
  return papers.map((paper) => {
    const base = keyOf(paper);
    const before = used.get(base) ?? 0;
    used.set(base, before + 1);
    return referenceOf(paper, before === 0 ? base : `${base}-${before + 1}`);
  });
}

function referenceOf(paper: Described, key: string): Reference {
  const { date, urls } = paper;
  const venue = paper.venue === null || ARXIV.test(paper.venue) ? null : oneLine(paper.venue);
  const year = yearOf(paper);
  return {
    key,
    type: typeOf(venue),
    title: oneLine(paper.title),
    authors: paper.authors.map(authorName),
    venue,
    year,
    date: date?.startsWith(year ?? "") ? date : null,
    arxiv: idIn(paper, "arxiv:"),
    doi: idIn(paper, "doi:"),
    url: urls.paper ?? urls.arxiv ?? urls.doi ?? urls.semanticScholar,
  };
}

function typeOf(venue: string | null): Reference["type"] {
  if (venue === null) return "misc";
  if (CONFERENCE.test(venue)) return "inproceedings";
  return JOURNAL.test(venue) ? "article" : "misc";
}

/** The year a venue names ("CVPR 2023") is that of the publication, whatever the preprint's is. */
function yearOf({ year, date, venue }: Described): string | null {
  const named = /\b((?:19|20)\d{2})$/.exec(venue?.trim() ?? "")?.[1];
  if (named !== undefined) return named;
  return year === null ? (date?.slice(0, 4) ?? null) : String(year);
}

function idIn({ id, aliases }: Described, prefix: string): string | null {
  return [id, ...aliases].find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/**
 * The name in its parts by BibTeX's own rule: the family name begins with the first word in lower case,
 * else it is the last word. A name of one word, with a comma or with an "and" stays whole.
 */
function authorName(author: string): AuthorName {
  const name = oneLine(author);
  const words = name.split(" ");
  if (words.length < 2 || /\band\b|,/i.test(name)) return { literal: name };
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}/u.test(word));
  const at = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(at).join(" "), given: words.slice(0, at).join(" ") };
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
