import { aclId, arxivNumber, ID_KINDS, type IdKind, normalId } from "../../corpus/ids.ts";
import type { PaperRef } from "../survey.ts";
import { type Address, isOn, readAddress } from "./address.ts";
import { anthologyDoi } from "./anthology-doi.ts";
import { doiAtStart } from "./doi-in.ts";
import { HOST_RULES, HOSTS_WITHOUT_DOIS, type HostRule, REDIRECTS } from "./host-rules.ts";

/**
 * The surest name that links and title give a paper (see paperRefs), which is the title itself where
 * the links give none.
 */
export function paperRef(links: readonly string[], title: string): PaperRef {
  return paperRefs(links)[0] ?? { kind: "title", value: title };
}

/**
 * All names that links give a paper, each once, in the order of ID_KINDS: arXiv number, DOI, ACL
 * Anthology, PubMed, PubMed Central, Semantic Scholar; within a kind those of data sets last. [] when
 * they give none. `links` may hold anything; what names no paper is passed over.
 */
export function paperRefs(links: readonly string[]): PaperRef[] {
  const found = links.flatMap(namesIn);
  const sorted = ID_KINDS.flatMap((kind) => {
    const ofKind = found.filter((ref) => ref.kind === kind);
    return [...ofKind.filter((ref) => !isOfData(ref)), ...ofKind.filter(isOfData)];
  });
  return [...new Map(sorted.map((ref) => [`${ref.kind}:${ref.value}`, ref])).values()];
}

/** Whether the DOI is one of Zenodo, figshare, Dryad, Mendeley Data or Dataverse, where few papers are. */
export function isOfData({ kind, value }: PaperRef): boolean {
  return kind === "doi" && /^10\.(?:5281|6084|5061|17632|7910)\//.test(value);
}

/** Pictures and films: what their addresses hold are numbers of figures and files. */
export const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|bmp|ico|tiff?|mp4|webm|mov)$/i;

/** The id in a text that names its kind itself (`arXiv:…`, `doi:…`, `CorpusID:…`) or begins with a DOI; null for any other. */
export function writtenRef(text: string): PaperRef | null {
  const [, prefix = "", rest = ""] = /^(\w+)(?:\s*:\s*|\s+)(\S.*)$/.exec(text) ?? [];
  const kind = PREFIXES[prefix.toLowerCase()];
  if (kind === undefined) return named("doi", text);
  return named(kind, rest);
}

const PREFIXES: Readonly<Record<string, IdKind>> = {
  ...Object.fromEntries(ID_KINDS.map((kind) => [kind, kind])),
  pubmed: "pmid",
  pmc: "pmcid",
};

function namesIn(link: string): PaperRef[] {
  const address = readAddress(link);
  const ref = address ? nameIn(address) : writtenRef(link.slice(0, LONGEST_NAME).trim());
  return ref ? withKin(ref) : [];
}

const LONGEST_NAME = 300;

function nameIn(address: Address): PaperRef | null {
  if (PICTURE.test(address.path)) return null;
  const place = address.path + address.query;
  for (const { hosts, pattern } of REDIRECTS) {
    if (!hosts.some((host) => isOn(host, address))) continue;
    const target = readAddress(pattern.exec(place)?.[1] ?? "");
    if (target) return nameIn({ ...target, fragment: target.fragment + address.fragment });
  }
  for (const rule of HOST_RULES) {
    if (!rule.hosts.some((host) => isOn(host, address))) continue;
    const ref = nameBy(rule, place);
    if (ref) return ref;
  }
  return HOSTS_WITHOUT_DOIS.some((host) => isOn(host, address)) ? null : doiIn(address);
}

function nameBy({ pattern, kind, id = "$1" }: HostRule, place: string): PaperRef | null {
  const groups = pattern.exec(place);
  return (
    groups &&
    named(
      kind,
      id.replace(/\$(\d)/g, (_, n) => groups[Number(n)] ?? ""),
    )
  );
}

/** A DOI after a stroke, an equals sign or a colon of the path, else of the query. */
function doiIn({ path, query, fragment }: Address): PaperRef | null {
  // Of all DOIs only serial item identifiers may end in a number sign.
  const found = DOI.exec(path.endsWith(";2-") ? path + fragment : path) ?? DOI.exec(query);
  return found && named("doi", found[1] ?? "");
}

const DOI = /[/=:](10\.\d{4,9}(?:\.\d+)*\/.+)/s;

/** The id of this kind that the text holds, as arXiv's own number where its DOI names one; null where it holds none. */
function named(kind: IdKind, text: string): PaperRef | null {
  if (kind !== "doi") {
    const value = normalId[kind](text);
    return value === null ? null : { kind, value };
  }
  const doi = doiAtStart(text);
  if (doi === null || UNREGISTERED.test(doi)) return null;
  const number = ARXIV_DOI.test(doi) ? arxivNumber(doi.replace(ARXIV_DOI, "")) : null;
  return number === null ? { kind, value: doi } : { kind: "arxiv", value: number };
}

const ARXIV_DOI = /^10\.48550\/arxiv\./;
/** The ACM numbers what has no DOI as if it had one. */
const UNREGISTERED = /^10\.5555\//;
const ANTHOLOGY_DOI = /^10\.(?:18653|3115)\/v1\//;

/** A paper of the ACL Anthology has two names, and each tells the other. */
function withKin(ref: PaperRef): PaperRef[] {
  if (ref.kind === "acl") {
    const doi = anthologyDoi(ref.value);
    return doi === null ? [ref] : [ref, { kind: "doi", value: doi }];
  }
  const id =
    ref.kind === "doi" && ANTHOLOGY_DOI.test(ref.value) ? aclId(ref.value.replace(ANTHOLOGY_DOI, "")) : null;
  return id === null ? [ref] : [ref, { kind: "acl", value: id }];
}
