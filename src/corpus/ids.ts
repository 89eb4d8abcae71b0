declare const idOfAPaper: unique symbol;

/**
 * The stable name of a paper in a corpus: `arxiv:2103.00020`, else `doi:10.…` in lower case, else the first
 * of `acl:`, `pmid:`, `pmcid:`, `s2:` and `corpusid:` that is known, else `title:` and a slug. A graph from
 * another source may have names of its own; any text of 1 to 400 printable characters without white space at
 * its ends is one.
 */
export type PaperId = string & { readonly [idOfAPaper]: true };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const PAPER_ID = /^(?!\s)[^\u0000-\u001f\u007f]{1,400}(?<!\s)$/u;

/** Whether the text may name a paper. */
export function isPaperId(text: unknown): text is PaperId {
  return typeof text === "string" && PAPER_ID.test(text);
}

/**
 * The kinds of ids that others give to papers, the surest first: an arXiv number and a DOI are the
 * authors' and the publisher's own, Semantic Scholar may merge its two into others.
 */
export const ID_KINDS = ["arxiv", "doi", "acl", "pmid", "pmcid", "s2", "corpusid"] as const;

export type IdKind = (typeof ID_KINDS)[number];

/** What is known of a paper's names elsewhere; each in its normal form or absent. */
export type KnownIds = { readonly [kind in IdKind]?: string | undefined };

/** The text as a paper id; throws with the text when it is none. */
export function paperId(text: string): PaperId {
  if (!isPaperId(text)) throw new Error(`not a paper id: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
}

// Since April 2007; four digits after the dot until December 2014, five since.
const NEW_ARXIV =
  /^(?:07(?:0[4-9]|1[0-2])\.\d{4}|(?:0[89]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5})$/;
/** August 1991 to March 2007: the archive, which may name a subject class that is no part of the number. */
const OLD_ARXIV =
  /^(acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con)(?:\.[a-z]{2}|\.[a-z]+-[a-z]+)?\/((?:9\d|0[0-7])(?:0[1-9]|1[0-2])\d{3})$/i;

/**
 * The arXiv number in `text` ("arXiv:2103.00020v2", "math.GT/0309136"), without prefix, subject class,
 * version, `.pdf` and closing dots; null when it holds none.
 */
export function arxivNumber(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^arxiv:\s*/i, "")
    .replace(/\.+$/, "")
    .replace(/\.pdf$/i, "")
    .replace(/v\d+$/i, "");
  if (NEW_ARXIV.test(bare)) return bare;
  const [, archive, number] = OLD_ARXIV.exec(bare) ?? [];
  return archive && number ? `${archive.toLowerCase()}/${number}` : null;
}

/**
 * The DOI in `text` ("https://doi.org/10.1000/AbC", "doi:10.1000/abc"), lower case; null when it holds
 * none. A closing bracket at its end stays where its opening one is inside.
 */
export function doiName(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^https?:\/\/(?:(?:dx|www)\.)?doi\.org\//i, "")
    .replace(/^doi:\s*/i, "");
  const doi = withoutSentenceEnd(bare).toLowerCase();
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi) ? doi : null;
}

const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", ">": "<" };
const SENTENCE_END = /[.,;:!'"*´’”»…。，；：、！）】」》]/u;

/** The text without the punctuation of the sentence around it: stops, quotes, and brackets that it does not open. */
export function withoutSentenceEnd(text: string): string {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? "";
    const opening = OPENING[last];
    const excess = opening !== undefined && (counts.get(last) ?? 0) > (counts.get(opening) ?? 0);
    if (!excess && !SENTENCE_END.test(last)) break;
    counts.set(last, (counts.get(last) ?? 0) - 1);
  }
  return text.slice(0, end);
}

/**
 * The ACL Anthology id in `text` ("n19-1423", "2022.acl-long.585"), without version; null when it is not one.
 */
export function aclId(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^acl:\s*/i, "")
    .replace(/v\d+$/i, "");
  if (/^[a-z]\d{2}-\d{4}$/i.test(bare)) return bare.toUpperCase();
  return /^(?:19|20)\d{2}\.[a-z\d]+-[a-z\d]+\.\d+$/i.test(bare) ? bare.toLowerCase() : null;
}

/** The PubMed number in `text` ("PMID: 33319865"), as digits; null when it is not one. */
export function pubMedNumber(text: string): string | null {
  return /^(?:pmid:?\s*)?0*([1-9]\d{0,8})$/i.exec(text.trim())?.[1] ?? null;
}

/** The PubMed Central number in `text` ("PMC6347556"), as digits; null when it is not one. */
export function pubMedCentralNumber(text: string): string | null {
  return /^(?:pmcid:?\s*)?(?:pmc)?0*([1-9]\d{0,8})(?:\.\d+)?$/i.exec(text.trim())?.[1] ?? null;
}

/**
 * The number under which Semantic Scholar's corpus holds a paper ("CorpusID:231591445"), as digits; null when
 * it is not one.
 */
export function corpusNumber(text: string): string | null {
  return /^(?:corpus\s?id:?\s*)?0*([1-9]\d{0,11})$/i.exec(text.trim())?.[1] ?? null;
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

/** The normal form of an id of each kind; null for a text that holds none. */
export const normalId: { readonly [kind in IdKind]: (text: string) => string | null } = {
  arxiv: arxivNumber,
  doi: doiName,
  acl: aclId,
  pmid: pubMedNumber,
  pmcid: pubMedCentralNumber,
  s2: s2Sha,
  corpusid: corpusNumber,
};

/** The id of a paper with these names: the surest of them (see ID_KINDS), else the title's slug. */
export function preferredId(known: KnownIds, title: string): PaperId {
  return idsOf(known)[0] ?? paperId(`title:${titleSlug(title)}`);
}

/** Every name of a paper in the id form, the surest first; what is not the paper's id becomes an alias. */
export function idsOf(known: KnownIds): PaperId[] {
  return ID_KINDS.flatMap((kind) => (known[kind] ? [paperId(`${kind}:${known[kind]}`)] : []));
}
