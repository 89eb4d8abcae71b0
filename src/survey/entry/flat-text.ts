import type { Line, Run } from "../blocks/blocks.ts";
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
const NAMED = /\barxiv\s*[:：]\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\s*\[[\w.-]+\])?|\bdoi\s*[:：]\s*(10\.\d{4,9}\/[^\s<>"|]+)/gi;

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
    const found = [...run.text.matchAll(ADDRESS), ...run.text.matchAll(NAMED)].sort((a, b) => a.index - b.index);
    for (const match of found) {
      if (match.index < from) continue;
      const url = addressOf(match);
      say(run.text.slice(from, match.index), run);
      // "Paper: https://…" labels the address by the word in front of it.
      mark(/(\p{L}[\p{L} ]{0,24})\s*[:：]\s*$/u.exec(text.slice(-40))?.[1] ?? "", url.address);
      from = match.index + url.length;
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

/** The address that a match stands for, and how much of the text it takes. */
function addressOf(match: RegExpMatchArray): { address: string; length: number } {
  const [whole, arxiv, doi] = match;
  if (arxiv !== undefined) return { address: `https://arxiv.org/abs/${arxiv}`, length: whole.length };
  let bare = whole.replace(/[.,;:!?'*_`，。；]+$/u, "");
  while (/[)\]]$/.test(bare) && (bare.match(/[)\]]/g)?.length ?? 0) > (bare.match(/[([]/g)?.length ?? 0)) {
    bare = bare.slice(0, -1).replace(/[.,;:]+$/, "");
  }
  if (doi !== undefined) return { address: `https://doi.org/${bare.replace(/^doi\s*[:：]\s*/i, "")}`, length: bare.length };
  return { address: /^https?:/i.test(bare) ? bare : `https://${bare}`, length: bare.length };
}
