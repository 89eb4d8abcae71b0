import {
  arxivNumber,
  doiName,
  idsOf,
  isPaperId,
  type KnownIds,
  type PaperId,
  paperId,
  preferredId,
} from "../corpus/ids.ts";

/**
 * How Semantic Scholar wants a paper named, from one of our ids: `ARXIV:2103.00020` (no version),
 * `DOI:10.…`, `ACL:…`, or the bare sha. Null for a title's slug and for names of other origin: those
 * would sink the whole batch.
 */
export function addressOf(id: PaperId): string | null {
  const colon = id.indexOf(":");
  const [scheme, name] = [id.slice(0, colon), id.slice(colon + 1)];
  if (scheme === "arxiv") {
    const number = arxivNumber(name);
    return number && `ARXIV:${number}`;
  }
  if (scheme === "doi") {
    const doi = doiName(name);
    return doi && `DOI:${doi}`;
  }
  if (scheme === "acl") return /^[\w.-]+$/.test(name) ? `ACL:${name}` : null;
  return scheme === "s2" && SHA.test(name) ? name : null;
}

/** The id that an address names, the inverse of addressOf; null for kinds of address that no answer repeats. */
export function idOfAddress(address: string): PaperId | null {
  const [, scheme = "", name = address] = /^(arxiv|doi):(.*)$/is.exec(address) ?? [];
  const doi = /^arxiv$/i.test(scheme) ? null : doiName(name);
  const [id] = idsIn({
    paperId: scheme === "" ? name : null,
    externalIds: { ArXiv: /^arxiv$/i.test(scheme) ? name : null, DOI: doi },
  });
  return id ?? null;
}

/** 40 hexadecimal digits today; a name of theirs is theirs to form. */
const SHA = /^[\w-]{1,100}$/;
const ARXIV_DOI = /^10\.48550\/arxiv\./;

/**
 * The names in an answer, in normal form. arXiv's own DOI (10.48550/arXiv.…) becomes the arXiv
 * number it contains; what is malformed is left out.
 */
export function namesIn(answer: {
  readonly paperId: string | null;
  readonly externalIds?: { readonly ArXiv: string | null; readonly DOI: string | null } | null;
}): KnownIds {
  const said = doiName(answer.externalIds?.DOI ?? "");
  const doi = isPaperId(`doi:${said}`) ? said : null;
  const inDoi = doi !== null && ARXIV_DOI.test(doi) ? arxivNumber(doi.replace(ARXIV_DOI, "")) : null;
  return {
    arxiv: arxivNumber(answer.externalIds?.ArXiv ?? "") ?? inDoi ?? undefined,
    doi: (inDoi === null ? doi : null) ?? undefined,
    s2: SHA.test(answer.paperId ?? "") ? answer.paperId?.toLowerCase() : undefined,
  };
}

/** Every name of the answered paper as an id of ours, arXiv first, then DOI, then sha. */
export function idsIn(answer: Parameters<typeof namesIn>[0]): PaperId[] {
  return idsOf(namesIn(answer));
}

/** The id a paper gets that no corpus knew before. */
export function newIdFor(answer: Parameters<typeof namesIn>[0], title: string): PaperId {
  return preferredId(namesIn(answer), title);
}

/** The sha as one of our ids. */
export function s2Id(sha: string): PaperId {
  return paperId(`s2:${sha.toLowerCase()}`);
}
