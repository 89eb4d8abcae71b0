declare const idOfAPaper: unique symbol;

/**
 * The stable name of a paper in a corpus: `arxiv:2103.00020`, else `doi:10.…` in lower case, else
 * `s2:` and a sha, else `title:` and a slug. A graph from elsewhere may bring names of its own; any
 * text of 1 to 400 printable characters without white space at its ends is one.
 */
export type PaperId = string & { readonly [idOfAPaper]: true };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const PAPER_ID = /^(?!\s)[^\u0000-\u001f\u007f]{1,400}(?<!\s)$/u;

/** Whether the text may name a paper. */
export function isPaperId(text: unknown): text is PaperId {
  return typeof text === "string" && PAPER_ID.test(text);
}

/** What is known of a paper's names elsewhere; each in its normal form or absent. */
export interface KnownIds {
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
  readonly s2?: string | undefined;
}

/** The text as a paper id; throws with the text when it is none. */
export function paperId(text: string): PaperId {
  if (!isPaperId(text)) throw new Error(`not a paper id: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
}

// Four digits after the dot until December 2014, five since.
const NEW_ARXIV = /^(?:(?:0\d|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5})$/;
const OLD_ARXIV = /^[a-z-]+(?:\.[a-z]{2})?\/\d{2}(0[1-9]|1[0-2])\d{3}$/i;

/**
 * The arXiv number in `text` ("arXiv:2103.00020v2", "hep-th/9901001"), without prefix, version,
 * `.pdf` and closing dots; null when it holds none.
 */
export function arxivNumber(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^arxiv:/i, "")
    .replace(/\.+$/, "")
    .replace(/\.pdf$/i, "")
    .replace(/v\d+$/i, "");
  if (NEW_ARXIV.test(bare)) return bare;
  return OLD_ARXIV.test(bare) ? bare.toLowerCase() : null;
}

/** The DOI in `text` ("https://doi.org/10.1000/AbC", "doi:10.1000/abc"), lower case; null when it holds none. */
export function doiName(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, "")
    .replace(/^doi:\s*/i, "")
    .replace(/[.,;)\]}]+$/, "")
    .toLowerCase();
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? bare : null;
}

/** The Semantic Scholar paper id (40 hexadecimal digits) in `text`, lower case; null when it is none. */
export function s2Sha(text: string): string | null {
  const bare = text.trim().replace(/^s2:/i, "").toLowerCase();
  return /^[0-9a-f]{40}$/.test(bare) ? bare : null;
}

/**
 * The title as the last resort of a name: lower case letters and digits of any script joined by
 * hyphens, at most 120 characters; "untitled" when nothing is left.
 */
export function titleSlug(title: string): string {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return [...slug].slice(0, 120).join("").replace(/-+$/, "") || "untitled";
}

/** The id of a paper with these names: arXiv before DOI before Semantic Scholar before the title's slug. */
export function preferredId(known: KnownIds, title: string): PaperId {
  if (known.arxiv) return paperId(`arxiv:${known.arxiv}`);
  if (known.doi) return paperId(`doi:${known.doi}`);
  if (known.s2) return paperId(`s2:${known.s2}`);
  return paperId(`title:${titleSlug(title)}`);
}

/** Every name of a paper in the id form, sorted; what is not the paper's id becomes an alias. */
export function idsOf(known: KnownIds): PaperId[] {
  return [
    known.arxiv && `arxiv:${known.arxiv}`,
    known.doi && `doi:${known.doi}`,
    known.s2 && `s2:${known.s2}`,
  ].flatMap((text) => (text ? [paperId(text)] : []));
}
