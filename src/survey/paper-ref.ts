import { arxivNumber, doiName, s2Sha } from "../corpus/ids.ts";
import type { PaperRef } from "./survey.ts";

const ARXIV_PAGE =
  /^https?:\/\/(?:[\w-]+\.)*(?:arxiv|ar5iv|alphaxiv)\.org\/(?:abs|pdf|html|ps|format|src|e-print)\/(.+)$/i;
const S2_PAGE =
  /^https?:\/\/(?:[\w-]+\.)*semanticscholar\.org\/paper\/(?:[^?#]*\/)?([0-9a-f]{40})(?:[/?#]|$)/i;
const DOI_INSIDE = /[/=](10\.\d{4,9}\/[^?#&\s]+)/;
/** What publishers add to a DOI to name a form of the same article. */
const DOI_FORMS = /(?:\.pdf|\.html?|\/(?:full|pdf|epdf|abstract|summary|meta|fulltext|html))+$/i;
/** arXiv registers its papers as DOIs too; the number is the surer name. */
const ARXIV_DOI = /^10\.48550\/arxiv\./;

/**
 * The surest name that links and title give a paper: an arXiv number before a DOI before a Semantic
 * Scholar id before the title itself. `links` may hold anything; what names no paper is passed over.
 */
export function paperRef(links: readonly string[], title: string): PaperRef {
  return paperRefs(links)[0] ?? { kind: "title", value: title };
}

/** All names that links give a paper, each once, the surest first; [] when they give none. */
export function paperRefs(links: readonly string[]): PaperRef[] {
  const found = links.flatMap(nameIn);
  const kinds = ["arxiv", "doi", "s2"] as const;
  return kinds.flatMap((kind) => [
    ...new Map(found.flatMap((ref) => (ref.kind === kind ? [[ref.value, ref]] : []))).values(),
  ]);
}

/** Longer than any address of a paper; the patterns below take time by the square of the length. */
const LONGEST_LINK = 2_000;

function nameIn(link: string): PaperRef[] {
  if (link.length > LONGEST_LINK) return [];
  const url = decoded(link);
  const page = ARXIV_PAGE.exec(url)?.[1]
    ?.replace(/[?#].*$/s, "")
    .replace(/\/+$/, "");
  const arxiv = page ? arxivNumber(page) : null;
  if (arxiv) return [{ kind: "arxiv", value: arxiv }];

  const doi = doiName((DOI_INSIDE.exec(url)?.[1] ?? "").replace(DOI_FORMS, ""));
  if (doi) {
    const number = ARXIV_DOI.test(doi) ? arxivNumber(doi.replace(ARXIV_DOI, "")) : null;
    return [number ? { kind: "arxiv", value: number } : { kind: "doi", value: doi }];
  }
  const sha = s2Sha(S2_PAGE.exec(url)?.[1] ?? "");
  return sha ? [{ kind: "s2", value: sha }] : [];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
