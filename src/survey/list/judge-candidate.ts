import { readAuthors } from "../entry/authors.ts";
import { choosePlace } from "../entry/read-entry.ts";
import type { TitlePlace } from "../entry/title-places.ts";
import type { Convention } from "./convention.ts";
import type { Setting } from "./heading-path.ts";
import type { Step } from "./step.ts";

export type Candidate = Extract<Step, { kind: "candidate" }>;

/** Where a candidate's title is, or why it is not an entry. */
export type Verdict = { readonly place: TitlePlace } | { readonly reason: string };

const NO_TITLE: Verdict = { reason: "nothing in it reads as the title of a paper" };
const NO_PAPER: Verdict = { reason: "no link to a paper, no venue and no year in it" };

/**
 * Whether a candidate is an entry: by its likely title, by what shows that it is a paper (a link to one,
 * a venue, a year), and, where it shows little itself, by the rows beside it.
 */
export function judgeCandidate(
  { sketch, group, from }: Candidate,
  convention: Convention | null,
  { apart, mixed, outside }: Setting,
  quoted: boolean,
): Verdict {
  const { evidence, front, flat } = sketch;
  if (apart) return { reason: "the heading above it is not one of papers" };
  if (flat.struck) return { reason: "it is struck out" };
  const place = choosePlace(sketch, convention?.title ?? null);
  if (!place) return NO_TITLE;
  const { likelihood, kind } = place;
  const dated = front.heads.length > 0 && evidence >= 1.2;
  if (mixed && !dated && (evidence < 1.3 || likelihood < 0.6)) {
    return { reason: "under this heading, only what links to a paper and has its title is one" };
  }
  if (from === "table") {
    if (likelihood < (group.named ? 0.15 : 0.4)) return NO_TITLE;
    const shown =
      evidence >= 1.5 || (evidence >= 0.9 && likelihood >= 0.4) || (group.named && likelihood >= 0.7);
    return shown ? { place } : NO_PAPER;
  }
  const linked = evidence >= 1.5;
  if (from === "item") {
    if (evidence >= 1 ? likelihood >= 0.4 : false) return { place };
    if (linked && likelihood >= 0.15) return { place };
    const common = convention !== null && convention.papers >= 0.6 && group.members.length >= 3;
    const usual = common && likelihood >= 0.7 && (evidence > 0 || convention.papers >= 0.8);
    return usual ? { place } : likelihood < 0.4 ? NO_TITLE : NO_PAPER;
  }

  const usual = convention !== null && (convention.shares.get(kind) ?? 0) >= 0.6;
  if (quoted) return { reason: "it is a paragraph inside a blockquote" };
  if (outside && !(usual && group.members.length >= 10)) {
    return { reason: "it comes before all sections, where a list speaks of itself" };
  }
  const before = flat.text.slice(front.end, place.start);
  const label = /^\s*[^\s,]+(?:\s[^\s,]+){0,2}\s*[,:–-]\s*$/u.test(before) && flat.spans[0]?.strong === true;
  const early =
    ["reference", "quoted", "detail"].includes(kind) ||
    before.length <= 3 ||
    label ||
    readAuthors(before.replace(/["“]\s*$/, ""), true) !== null;
  const after = flat.text.slice(place.end);
  const prose =
    /^[^\n\S]*[\p{Ll}]{2,}\s+\p{Ll}/u.test(after) || /^\s*[,，]?\s*(?:is|are|was|which|that)\s/.test(after);
  if (!early || prose || /^\s*[(（]\s*\p{Ll}/u.test(flat.text)) return { reason: "it reads as running text" };
  if (likelihood < (linked && usual && kind === "strong" ? 0.15 : 0.4)) return NO_TITLE;
  if (kind === "text" && front.heads.length === 0 && !(usual && linked)) {
    return { reason: "it reads as running text: its title is not set apart by a link, bold or quotes" };
  }
  const shown = evidence >= 1 || (usual && likelihood >= 0.7 && flat.links.length > 0);
  return shown ? { place } : NO_PAPER;
}
