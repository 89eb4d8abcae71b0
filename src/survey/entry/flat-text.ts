import type { Line, Run } from "../blocks/blocks.ts";
import { refsInText } from "../ids/refs-in-text.ts";
import type { PaperRef } from "../survey.ts";
import { isLinkLabel, type LinkRole, linkRole } from "./link-role.ts";

/** The place of a link whose words are no part of what is said ("[paper](…)"), or of a bare address. */
export const LINK_MARK = "\ue000";

/** A stretch of the flat text with the way it is written. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  readonly url: string | null;
}

/** A link that says what it leads to, with the offset of its mark. */
export interface LabelledLink {
  readonly at: number;
  readonly label: string;
  readonly url: string;
  readonly role: LinkRole;
}

/** Lines as one text, in which labelled links and bare addresses are marks, with all that is not text beside it. */
export interface FlatText {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly links: readonly LabelledLink[];
  /** Images that are no links, by address. */
  readonly images: readonly string[];
  /** Whether all that is written is struck out. */
  readonly struck: boolean;
}

const ADDRESS = /https?:\/\/[^\s<>"“”|\ue000]+|\b(?:arxiv\.org\/(?:abs|pdf)\/|doi\.org\/10\.)[^\s<>"|]+/gi;
const NAMES_PAPER = /arxiv|doi|10\.\d{4}|pmid|pubmed|pmc|corpus|\/\d{7}/i;
/** Where a name of a paper that is written out leads. */
const PAGES: Readonly<Record<PaperRef["kind"], string | null>> = {
  arxiv: "https://arxiv.org/abs/",
  doi: "https://doi.org/",
  acl: "https://aclanthology.org/",
  pmid: "https://pubmed.ncbi.nlm.nih.gov/",
  pmcid: "https://www.ncbi.nlm.nih.gov/pmc/articles/",
  s2: "https://www.semanticscholar.org/paper/",
  corpusid: "https://api.semanticscholar.org/CorpusID:",
  title: null,
};

const ARCHIVE = /^arxiv(?:\s+(?:preprint|e-?prints?))?(?=[\s:,])/i;

/** Joins lines; where `cells` is set a link is labelled by the column it is in, not by its words alone. */
export function flatten(lines: readonly Line[]): FlatText {
  let text = "";
  const spans: Span[] = [];
  const links: LabelledLink[] = [];
  const images: string[] = [];
  let words = 0;
  let struckWords = 0;

  const mark = (label: string, url: string) => {
    links.push({ at: text.length, label: label.trim(), url, role: linkRole(label, url) });
    text += LINK_MARK;
  };
  const say = (said: string, run: Run) => {
    if (said === "") return;
    const { strong, emphasis, code, url } = run;
    spans.push({ start: text.length, end: text.length + said.length, strong, emphasis, code, url });
    text += said;
  };
  const sayText = (run: Run) => {
    let from = 0;
    for (const { index, length, url } of addressesIn(run.text)) {
      if (index < from) continue;
      say(run.text.slice(from, index), run);
      // "…, arXiv preprint arXiv:1409.1556, 2014": the archive is the venue too.
      const archive = ARCHIVE.exec(run.text.slice(index, index + 24))?.[0];
      if (archive !== undefined && /(?:[.,;!?"”]|\bIn)\s*$/i.test(text.slice(-8))) say(archive, run);
      // "Paper: https://…" labels the address by the word in front of it.
      mark(/(\p{L}[\p{L} ]{0,24})\s*[:：]\s*$/u.exec(text.slice(-40))?.[1] ?? "", url);
      from = index + length;
    }
    say(run.text.slice(from), run);
  };

  lines.forEach((line, i) => {
    if (i > 0) text += "\n";
    line.runs.forEach((run, j) => {
      if (/[\p{L}\p{N}]/u.test(run.text)) {
        words++;
        if (run.struck) struckWords++;
      }
      if (run.url === null) {
        if (run.image !== null) images.push(run.image);
        else if (run.code) say(run.text, run);
        else sayText(run);
        return;
      }
      const open = /[[【(]\s*$/.test(line.runs[j - 1]?.text ?? "") && line.runs[j - 1]?.url === null;
      const close = /^\s*[\]】)]/.test(line.runs[j + 1]?.text ?? "");
      const square = open && close && /[[【]\s*$/.test(line.runs[j - 1]?.text ?? "");
      if (run.image !== null || isLinkLabel(run.text, square)) mark(run.text, run.url);
      else say(run.text, run);
    });
  });
  return { text, spans, links, images, struck: words > 0 && struckWords === words };
}

/** Bare addresses and written names of papers in a text, with where they lead, in the order of the text. */
function addressesIn(text: string): { index: number; length: number; url: string }[] {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => {
    let bare = match[0].replace(/[.,;:!?'*_`，。；]+$/u, "");
    while (/[)\]]$/.test(bare) && (bare.match(/[)\]]/g)?.length ?? 0) > (bare.match(/[([]/g)?.length ?? 0)) {
      bare = bare.slice(0, -1).replace(/[.,;:]+$/, "");
    }
    return {
      index: match.index,
      length: bare.length,
      url: /^https?:/i.test(bare) ? bare : `https://${bare}`,
    };
  });
  if (!NAMES_PAPER.test(text)) return addresses;
  const names = refsInText(text).flatMap(({ kind, value, index, length, url }) => {
    const page = PAGES[kind];
    return url !== null || page === null ? [] : [{ index, length, url: page + value }];
  });
  return [...addresses, ...names].sort((a, b) => a.index - b.index);
}
