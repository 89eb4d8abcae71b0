import {
  arxivNumber,
  ID_KINDS,
  type IdKind,
  idsOf,
  isPaperId,
  type KnownIds,
  normalId,
  type PaperId,
  paperId,
  preferredId,
} from "../corpus/ids.ts";

/** What goes before an id of each kind; a sha goes bare. */
const PREFIXES: Readonly<Record<Exclude<IdKind, "s2">, string>> = {
  arxiv: "ARXIV",
  doi: "DOI",
  acl: "ACL",
  pmid: "PMID",
  pmcid: "PMCID",
  corpusid: "CorpusId",
};

/**
 * How Semantic Scholar wants a paper named, from one of our ids: `ARXIV:2103.00020` (no version),
 * `DOI:10.…`, `ACL:…`, `PMID:…`, `PMCID:…`, `CorpusId:…`, or the bare sha. Null for a title's slug and for
 * names of other origin: those would sink the whole batch.
 */
export function addressOf(id: PaperId): string | null {
  const colon = id.indexOf(":");
  const name = id.slice(colon + 1);
  const kind = ID_KINDS.find((kind) => kind === id.slice(0, colon));
  if (kind === undefined) return null;
  if (kind === "s2") return SHA.test(name) ? name : null;
  const normal = normalId[kind](name);
  return normal && `${PREFIXES[kind]}:${normal}`;
}

/**
 * The id that an address names, the inverse of addressOf, in the form in which an answer names the paper
 * (see namesIn); null for what is not an address of a paper.
 */
export function idOfAddress(address: string): PaperId | null {
  const [, prefix, name = ""] = /^(\w+):(.*)$/s.exec(address) ?? [];
  if (prefix === undefined) return SHA.test(address) ? s2Id(address) : null;
  const kind = ID_KINDS.find(
    (kind) => kind !== "s2" && PREFIXES[kind].toLowerCase() === prefix.toLowerCase(),
  );
  if (kind === undefined) return null;
  const ids =
    kind === "doi"
      ? namesIn({ paperId: null, externalIds: { DOI: name } })
      : { [kind]: normalOf(kind, name) };
  return idsOf(ids)[0] ?? null;
}

/** 40 hexadecimal digits today; a name of theirs is theirs to form. */
const SHA = /^[\w-]{1,100}$/;
const ARXIV_DOI = /^10\.48550\/arxiv\./;

/** The names that an answer may hold; absent and null mean not known. */
interface Answer {
  readonly paperId: string | null;
  readonly externalIds?:
    | {
        readonly [name in "ArXiv" | "DOI" | "ACL" | "PubMed" | "PubMedCentral" | "CorpusId"]?: string | null;
      }
    | null;
}

/**
 * The names in an answer, in normal form. arXiv's own DOI (10.48550/arXiv.…) becomes the arXiv
 * number it contains; what is malformed is left out.
 */
export function namesIn({ paperId: sha, externalIds }: Answer): KnownIds {
  const doi = normalOf("doi", externalIds?.DOI);
  const inDoi = doi !== undefined && ARXIV_DOI.test(doi) ? arxivNumber(doi.replace(ARXIV_DOI, "")) : null;
  return {
    arxiv: normalOf("arxiv", externalIds?.ArXiv) ?? inDoi ?? undefined,
    doi: inDoi === null ? doi : undefined,
    acl: normalOf("acl", externalIds?.ACL),
    pmid: normalOf("pmid", externalIds?.PubMed),
    pmcid: normalOf("pmcid", externalIds?.PubMedCentral),
    s2: SHA.test(sha ?? "") ? sha?.toLowerCase() : undefined,
    corpusid: normalOf("corpusid", externalIds?.CorpusId),
  };
}

function normalOf(kind: IdKind, text: string | null | undefined): string | undefined {
  const normal = normalId[kind](text ?? "");
  return normal !== null && isPaperId(`${kind}:${normal}`) ? normal : undefined;
}

/** Every name of the answered paper as an id of ours, the surest first (see ID_KINDS). */
export function idsIn(answer: Answer): PaperId[] {
  return idsOf(namesIn(answer));
}

/** The id a paper gets that no corpus knew before. */
export function newIdFor(answer: Answer, title: string): PaperId {
  return preferredId(namesIn(answer), title);
}

/** The sha as one of our ids. */
export function s2Id(sha: string): PaperId {
  return paperId(`s2:${sha.toLowerCase()}`);
}
