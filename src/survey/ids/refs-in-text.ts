import { arxivNumber, ID_KINDS, withoutSentenceEnd } from "../../corpus/ids.ts";
import type { PaperRef } from "../survey.ts";
import { LONGEST_ADDRESS } from "./address.ts";
import { paperRefs } from "./paper-refs.ts";

/** A name of a paper in running text, with the place of what a reader would cut out: label, brackets and all. */
export interface RefInText extends PaperRef {
  /** In UTF-16 units. */
  readonly index: number;
  readonly length: number;
  /** The address as written, where the name is one; else null. */
  readonly url: string | null;
}

/** One sign of an address or a DOI; angle brackets only as serial item identifiers have them. */
const SIGN = String.raw`(?:[^\s<>"“”\x60|，。；、）】」》]|<[\w:.,+-]{3,60}>(?=\d))`;
const ADDRESS = String.raw`(?:https?:\/\/|(?<![\w./@-])(?:[\w-]{1,30}\.){0,3}(?:arxiv|doi|aclanthology|biorxiv|medrxiv)\.org\/)${SIGN}{3,${LONGEST_ADDRESS}}`;
const NUMBER = String.raw`\d{4}\.\d{4,5}(?!\d)(?:v\d{1,2}\b)?`;
const OLD_NUMBER = String.raw`(?:[a-z]{2,8}-[a-z]{2,7}|cs|math|nlin|physics|stat)(?:\.[a-z]{2})?\/\d{7}(?!\d)(?:v\d{1,2}\b)?`;
const ARXIV = String.raw`\bar(?:x|χ)iv(?:\s*(?:preprint|e-?prints?))?[\s:,]{0,3}(?:arxiv[\s:]{1,2})?(?:abs\/)?(?<arxiv>${NUMBER}|${OLD_NUMBER})(?:\s?\[[a-z-]+(?:\.[a-z-]+)?\])?`;
const CORR = String.raw`\bcorr,?\s*(?:abs\/)(?<corr>${NUMBER})`;
const OLD_ARXIV = String.raw`(?<![\w./-])(?<old>${OLD_NUMBER})(?:\s?\[[a-z-]+(?:\.[a-z-]+)?\])?`;
const DOI = String.raw`(?:\bdoi[\s:]{1,3}|(?<![\w./-]))(?<doi>10\.\d{4,9}(?:\.\d{1,9}){0,5}\/${SIGN}{1,300})`;
const PMID = String.raw`\b(?:pmid|pubmed(?:\s?id)?)[\s:]{1,3}(?<pmid>\d{4,9})\b`;
const PMCID = String.raw`(?:\bpmcid[\s:]{1,3})?\bpmc(?<pmcid>\d{4,9})(?:\.\d{1,2})?\b`;
const CORPUS = String.raw`\bcorpus\s?id:?\s?(?<corpusid>\d{4,12})\b`;
const NAME = new RegExp(
  [`(?<url>${ADDRESS})`, ARXIV, CORR, DOI, OLD_ARXIV, PMID, PMCID, CORPUS].join("|"),
  "giu",
);

/** What every name has; most texts have neither. */
const MAY_NAME = /\d{4}|https?:/i;

/**
 * The names of papers that running text holds, in the order of the text: addresses that give an id, and
 * ids as people cite them: `arXiv:2112.12750`, `arXiv preprint arXiv:1207.0580`, `hep-th/9901001`,
 * `doi:10.…`, bare `10.1234/…`, `PMID: 123…`, `PMC123…`, `CorpusID:123…`. Several names that one place
 * gives have the same offsets.
 */
export function refsInText(text: string): RefInText[] {
  if (!MAY_NAME.test(text)) return [];
  return [...text.matchAll(NAME)].flatMap((match) => {
    const { url, ...written } = match.groups ?? {};
    const [whole] = match;
    if (url !== undefined)
      return placed(paperRefs([withoutSentenceEnd(url)]), match.index, withoutSentenceEnd(url), true);
    const { arxiv = written.corr ?? written.old, doi } = written;
    if (doi !== undefined) {
      const before = whole.length - doi.length;
      return placed(paperRefs([`doi:${doi}`]), match.index, whole.slice(0, before) + withoutSentenceEnd(doi));
    }
    const number = arxiv === undefined ? null : arxivNumber(arxiv);
    if (number !== null) return placed([{ kind: "arxiv", value: number }], match.index, whole);
    const kind = ID_KINDS.find((kind) => written[kind] !== undefined);
    return kind === undefined || arxiv !== undefined
      ? []
      : placed(paperRefs([`${kind}:${written[kind]}`]), match.index, whole);
  });
}

function placed(refs: readonly PaperRef[], index: number, written: string, isUrl = false): RefInText[] {
  return refs.map((ref) => ({ ...ref, index, length: written.length, url: isUrl ? written : null }));
}
