import { readAuthors } from "../entry/authors.ts";
import { readEntry } from "../entry/read-entry.ts";
import { choosePlace, type EntrySketch } from "../entry/sketch-entry.ts";
import type { TitlePlace } from "../entry/title-places.ts";
import { namesVenue } from "../entry/venue-date.ts";
import type { Convention } from "./convention.ts";
import type { Setting } from "./heading-path.ts";
import { paperLinks } from "./paper-links.ts";
import type { Step } from "./step.ts";

export type Candidate = Extract<Step, { kind: "candidate" }>;

/** Where a candidate's title is, or why it is not an entry. */
export type Verdict = { readonly place: TitlePlace } | { readonly reason: string };

/** Why a row is not an entry that its author has struck out. */
export const STRUCK_OUT = "it is struck out";
const NO_TITLE: Verdict = { reason: "nothing in it reads as the title of a paper" };
const NO_PAPER: Verdict = { reason: "no link to a paper, no venue and no year in it" };
const IS_SOFTWARE: Verdict = {
  reason: "it calls itself software or a talk, and nothing in it leads to a paper",
};
const SOFTWARE =
  /\b(?:(?:re-?)?implementations?|librar(?:y|ies)|packages?|toolbox|toolkit|tools|plugins?|wrapper|source code|repositor(?:y|ies)|notebooks?|tutorials?|courses?|slides|lectures?|workshops?|from scratch)\b|教程|代码/i;
const EVENT =
  /\b(?:workshop|challenge|competition|seminar|symposium|tutorial|lecture series|summer school)s?$/i;
const NO_VENUE = /blog|post|video|talk|tutorial/i;

/**
 * Whether a candidate is an entry: by its likely title, by what shows that it is a paper (a link to one,
 * a venue, a year), and, where it shows little itself, by the rows beside it.
 */
export function judgeCandidate(
  { sketch, group, from }: Candidate,
  convention: Convention | null,
  { apart, papers, mixed, outside }: Setting,
  quoted: boolean,
): Verdict {
  const { evidence, front, flat } = sketch;
  if (apart) return { reason: "the heading above it is not one of papers" };
  if (flat.struck) return { reason: STRUCK_OUT };
  const place = choosePlace(sketch, convention?.title ?? null);
  if (!place) return NO_TITLE;
  const { likelihood, kind } = place;
  if (isEvent(sketch, place))
    return { reason: "it calls itself a meeting or a contest, and nothing in it leads to a paper" };
  if (mixed && !isPaperAmongOthers(sketch, place)) {
    return { reason: "under this heading, only what links to a paper or is cited as one is one" };
  }
  if (from === "table") {
    if (likelihood < (group.named ? (evidence >= 2 ? 0.05 : 0.15) : 0.4)) return NO_TITLE;
    const shown =
      evidence >= 1.5 || (evidence >= 0.9 && likelihood >= 0.4) || (group.named && likelihood >= 0.7);
    return shown ? { place } : NO_PAPER;
  }
  if (from === "heading") return likelihood >= 0.4 ? { place } : NO_TITLE;
  const linked = evidence >= 1.5;
  if (from === "item") {
    // Where hardly a row is a paper, one that only links to a page is none either.
    const strange = convention !== null && convention.papers < 0.5 && group.members.length >= 5;
    const shown = evidence >= 2 || !strange || isPaperAmongOthers(sketch, place);
    if (shown && evidence >= 1 && likelihood >= 0.4) return { place };
    if (shown && linked && likelihood >= (kind === convention?.title ? 0.05 : 0.15)) return { place };
    const common = convention !== null && convention.papers >= 0.6 && group.members.length >= 3;
    const usual = common && likelihood >= 0.7 && (evidence > 0 || convention.papers >= 0.8);
    if (usual && isSoftware(sketch, place)) return IS_SOFTWARE;
    if (usual) return { place };
    // "References" with a list of titles and nothing else.
    const titles = papers && group.members.length >= 3 && convention?.titles === 1;
    if (titles && likelihood >= 0.7 && ["none", "beside"].includes(paperLinks(sketch, place)))
      return { place };
    return likelihood < 0.4 ? NO_TITLE : NO_PAPER;
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
  const listed = linked && (usual || sketch.details.length > 0);
  if (kind === "text" && front.heads.length === 0 && !listed) {
    return { reason: "it reads as running text: its title is not set apart by a link, bold or quotes" };
  }
  if (evidence >= 1) return { place };
  if (!usual || likelihood < 0.7 || flat.links.length === 0) return NO_PAPER;
  return isSoftware(sketch, place) ? IS_SOFTWARE : { place };
}

/** Whether a candidate is a paper where there may be posts, tools, courses and people too. */
function isPaperAmongOthers(sketch: EntrySketch, place: TitlePlace): boolean {
  switch (paperLinks(sketch, place)) {
    case "paper":
      return true;
    case "titled":
      return place.likelihood >= 0.6;
    case "none":
      return (
        place.likelihood >= 0.6 &&
        (sketch.evidence >= 1.3 || readEntry(sketch, place).paper.authors.length > 0)
      );
    default: {
      if (sketch.evidence < 1) return false;
      const { authors, venue } = readEntry(sketch, place).paper;
      const headed = sketch.front.heads.some((head) => namesVenue(head) && !NO_VENUE.test(head));
      return headed || (authors.length > 0 && venue !== null);
    }
  }
}

/** Whether a candidate is called a workshop, a challenge or the like, names no author and links to other things than a paper. */
function isEvent(sketch: EntrySketch, place: TitlePlace): boolean {
  if (!EVENT.test(place.title) || sketch.evidence >= 2) return false;
  const links = paperLinks(sketch, place);
  return (links === "beside" || links === "elsewhere") && readEntry(sketch, place).paper.authors.length === 0;
}

/** Whether a candidate calls itself software or a talk, is not cited, and links to nothing but code, pages, data or talks. */
function isSoftware(sketch: EntrySketch, place: TitlePlace): boolean {
  if (!SOFTWARE.test(place.title) || paperLinks(sketch, place) !== "beside") return false;
  const { authors, date } = readEntry(sketch, place).paper;
  return authors.length === 0 && date === null;
}
