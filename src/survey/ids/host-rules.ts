import type { IdKind } from "../../corpus/ids.ts";

/** How the addresses of some hosts hold the id of a paper. */
export interface HostRule {
  /** With everything below them. */
  readonly hosts: readonly string[];
  /** Found in the decoded path and query; its groups are what `id` is made of. */
  readonly pattern: RegExp;
  readonly kind: IdKind;
  /** The id with `$1` in the place of the first group; that group itself by default. */
  readonly id?: string;
}

/** A number of either form as one part of a path, before a version, an ending or nothing. */
const ARXIV = /[/:=](\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2,}(?:-[a-z]+)?)?\/\d{7})(?!\d|\.\d)/i;
const BIORXIV = String.raw`((?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8})(?!\d)`;
const ANTHOLOGY = /\/([a-z]\d{2}-\d{4}|(?:19|20)\d{2}\.[a-z\d]+-[a-z\d]+\.\d+)(?=v\d+(?:\W|$)|[^\w-]|$)/i;

/** One rule a row, tried from the top; the first that gives a possible id is taken. */
export const HOST_RULES: readonly HostRule[] = [
  // arXiv, its mirrors, and readers of its papers.
  {
    hosts: [
      ...["arxiv.org", "xxx.lanl.gov", "arxiv.lanl.gov", "xxx.itp.ac.cn", "ar5iv.org", "alphaxiv.org"],
      ...["arxiv-vanity.com", "arxiv-sanity.com", "arxiv-sanity-lite.com", "arxivxplorer.com", "scirate.com"],
      ...["papers.cool", "emergentmind.com", "talk2arxiv.org", "hjfy.top", "researchtrend.ai", "bytez.com"],
      ...["catalyzex.com", "inspirehep.net", "arxiv.dosf.top"],
    ],
    pattern: ARXIV,
    kind: "arxiv",
  },
  { hosts: ["huggingface.co", "hf.co"], pattern: /^\/papers\/(\d{4}\.\d{5})/, kind: "arxiv" },
  { hosts: ["semanticscholar.org"], pattern: /\/arxiv[/:]([^/?]+)/i, kind: "arxiv" },
  {
    hosts: ["dblp.org", "dblp.uni-trier.de"],
    pattern: /\/abs-(\d{4})-(\d{4,5})(?!\d)/,
    kind: "arxiv",
    id: "$1.$2",
  },
  {
    hosts: ["adsabs.harvard.edu"],
    pattern: /\/\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z]/i,
    kind: "arxiv",
    id: "$1.$2",
  },

  // Publishers and servers whose DOIs follow from their own numbers.
  {
    hosts: ["biorxiv.org", "medrxiv.org"],
    pattern: new RegExp(String.raw`/early/\d{4}/\d{2}/\d{2}/${BIORXIV}`),
    kind: "doi",
    id: "10.1101/$1",
  },
  {
    hosts: ["biorxiv.org", "medrxiv.org"],
    pattern: new RegExp(`^/cgi/(?:content/)?(?:short|abstract|reprint|full)/${BIORXIV}`),
    kind: "doi",
    id: "10.1101/$1",
  },
  {
    hosts: ["researchsquare.com"],
    pattern: /^\/(?:article|files)\/(rs-\d+\/v\d+)/,
    kind: "doi",
    id: "10.21203/rs.3.$1",
  },
  {
    hosts: ["researchsquare.com"],
    pattern: /^\/article\/(rs-\d+)(?:\/latest.*|\/?)$/,
    kind: "doi",
    id: "10.21203/rs.3.$1/v1",
  },
  {
    hosts: ["preprints.org"],
    pattern: /^\/manuscript\/(\d{6}\.\d{4})\/(v\d+)/,
    kind: "doi",
    id: "10.20944/preprints$1.$2",
  },
  { hosts: ["osf.io"], pattern: /^\/preprints\/psyarxiv\/(\w{5,})/, kind: "doi", id: "10.31234/osf.io/$1" },
  { hosts: ["psyarxiv.com"], pattern: /^\/(\w{5})(?:\/|$)/, kind: "doi", id: "10.31234/osf.io/$1" },
  { hosts: ["edarxiv.org"], pattern: /^\/(\w{5})(?:\/|$)/, kind: "doi", id: "10.35542/osf.io/$1" },
  { hosts: ["osf.io"], pattern: /^\/preprints\/edarxiv\/(\w{5,})/, kind: "doi", id: "10.35542/osf.io/$1" },
  { hosts: ["osf.io"], pattern: /^\/preprints\/socarxiv\/(\w{5,})/, kind: "doi", id: "10.31235/osf.io/$1" },
  { hosts: ["osf.io"], pattern: /^\/preprints\/osf\/(\w{5,})/, kind: "doi", id: "10.31219/osf.io/$1" },
  { hosts: ["osf.io"], pattern: /^\/preprints\/(\w{5})(?:\/|$)/, kind: "doi", id: "10.31219/osf.io/$1" },
  {
    hosts: ["nature.com"],
    pattern: /^\/articles\/([a-z]{0,16}[\d.][\w.-]*?)(?:_reference)?(?:\.(?:pdf|ris|epdf))?(?:[/?#]|$)/i,
    kind: "doi",
    id: "10.1038/$1",
  },
  {
    hosts: ["nature.com"],
    pattern: /\/journal\/v[\w-]+\/n[\w-]+\/(?:full|abs|pdf)\/([a-z]{0,16}[\d.][\w.-]*?)\.(?:html|pdf)/i,
    kind: "doi",
    id: "10.1038/$1",
  },
  {
    hosts: ["elifesciences.org"],
    pattern: /^\/(?:articles|reviewed-preprints)\/(\d{5,6})(?!\d)/,
    kind: "doi",
    id: "10.7554/elife.$1",
  },
  { hosts: ["peerj.com"], pattern: /^\/articles\/(\d+)(?:\/|\.pdf|$)/, kind: "doi", id: "10.7717/peerj.$1" },
  {
    hosts: ["peerj.com"],
    pattern: /^\/articles\/([a-z]+)-(\d+)(?:\/|\.pdf|$)/,
    kind: "doi",
    id: "10.7717/peerj-$1.$2",
  },
  {
    hosts: ["peerj.com"],
    pattern: /^\/preprints\/(\d+)(?:v\d+)?(?:\/|\.pdf|$)/,
    kind: "doi",
    id: "10.7287/peerj.preprints.$1",
  },
  {
    hosts: ["ssrn.com"],
    pattern: /(?:abstract_?id=|\/abstract[=/])(\d+)/i,
    kind: "doi",
    id: "10.2139/ssrn.$1",
  },
  {
    hosts: ["ijcai.org"],
    pattern: /^\/proceedings\/(201[7-9]|20[2-9]\d)\/0*([1-9]\d*)(?:\.pdf|\/|$)/i,
    kind: "doi",
    id: "10.24963/ijcai.$1/$2",
  },
  { hosts: ["zenodo.org"], pattern: /^\/records?\/(\d+)/, kind: "doi", id: "10.5281/zenodo.$1" },
  { hosts: ["dl.acm.org"], pattern: /^\/citation\.cfm\?.*\bdoid=(\d+\.\d+)/, kind: "doi", id: "10.1145/$1" },
  // What follows the DOI on these is their own number and the title.
  {
    hosts: [
      "oup.com",
      "mit.edu",
      "aip.org",
      "asme.org",
      "aacrjournals.org",
      "ashpublications.org",
      "geoscienceworld.org",
    ],
    pattern: /\/doi\/(10\.\d{4,9}\/[^?]+?)\/\d{4,}(?:[/?]|$)/,
    kind: "doi",
  },

  // Catalogues with numbers of their own.
  {
    hosts: ["aclanthology.org", "aclweb.org", "aclanthology.info", "aclanthology.coli.uni-saarland.de"],
    pattern: ANTHOLOGY,
    kind: "acl",
  },
  { hosts: ["pubmed.ncbi.nlm.nih.gov"], pattern: /^\/(\d+)(?:[/?]|$)/, kind: "pmid" },
  { hosts: ["ncbi.nlm.nih.gov"], pattern: /^\/(?:m\/)?pubmed\/(?:\?term=)?(\d+)(?:[/?&]|$)/, kind: "pmid" },
  { hosts: ["europepmc.org"], pattern: /\/med\/(\d+)/i, kind: "pmid" },
  {
    hosts: ["ncbi.nlm.nih.gov", "europepmc.org"],
    pattern: /[/=](PMC\d+)/i,
    kind: "pmcid",
  },
  { hosts: ["europepmc.org"], pattern: /\/pmc\/(\d+)/i, kind: "pmcid" },
  { hosts: ["semanticscholar.org"], pattern: /\/corpusid:(\d+)/i, kind: "corpusid" },
  {
    hosts: ["semanticscholar.org"],
    pattern: /^\/(?:paper|reader|graph\/v1\/paper|v1\/paper)\/(?:[^?]*\/)?([\da-f]{40})(?:[/?]|$)/i,
    kind: "s2",
  },
  { hosts: ["api.semanticscholar.org"], pattern: /^\/([\da-f]{40})$/i, kind: "s2" },
  { hosts: ["connectedpapers.com"], pattern: /^\/main\/([\da-f]{40})(?:\/|$)/i, kind: "s2" },
];

/** Hosts of code, pictures, talk and data, and of numbers that look like a DOI: none is read there by its form alone. */
export const HOSTS_WITHOUT_DOIS: readonly string[] = [
  ...["github.com", "githubusercontent.com", "github.io", "gitlab.com", "gitee.com", "bitbucket.org"],
  ...["shields.io", "fury.io", "huggingface.co", "modelscope.cn", "kaggle.com", "google.com", "youtube.com"],
  ...["youtu.be", "twitter.com", "x.com", "wikipedia.org", "medium.com", "delivery.acm.org"],
  ...["citeseerx.ist.psu.edu", "citeseer.ist.psu.edu"],
];

/** Addresses that only lead on: the group is the address they lead to. */
export const REDIRECTS: readonly { readonly hosts: readonly string[]; readonly pattern: RegExp }[] = [
  { hosts: ["google.com"], pattern: /^\/(?:url|scholar_url)\?(?:.*&)?(?:q|url)=(https?:\/\/[^&]+)/ },
  { hosts: ["zhihu.com"], pattern: /[?&]target=(https?:\/\/[^&]+)/ },
  { hosts: ["web.archive.org", "archive.org"], pattern: /^\/web\/\d+\w*\/(https?:\/\/?.+)/ },
  { hosts: ["r.jina.ai", "12ft.io"], pattern: /^\/(https?:\/\/?.+)/ },
];
