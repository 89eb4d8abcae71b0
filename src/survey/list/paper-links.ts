import { flatten } from "../entry/flat-text.ts";
import { linkRole } from "../entry/link-role.ts";
import type { EntrySketch } from "../entry/sketch-entry.ts";
import type { TitlePlace } from "../entry/title-places.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";

/**
 * Where the links of a candidate lead: `paper` where one is called so or said to be missing, `titled` where only
 * the title leads to one, `beside` where all lead to code, pages, data or talks, `elsewhere` where some
 * lead to what is not known, `none` without any.
 */
export type PaperLinks = "paper" | "titled" | "beside" | "elsewhere" | "none";

const CALLED_PAPER =
  /paper|pdf|arxiv|preprint|thesis|report|publication|manuscript|openreview|biorxiv|medrxiv|doi|论文|原文/i;
const NO_LINK_YET =
  /^\W*(?:paper|pdf|arxiv|论文)\s*(?:[(（][^()（）]*[)）])?\s*[:：]\s*(?:none|n\/a|tbd|todo|coming soon|无|-|$)/imu;
const BESIDE = new Set(["code", "project", "data", "video"]);

/** Where the links of the candidate lead, with its title at `place`. */
export function paperLinks({ source, flat, details }: EntrySketch, place: TitlePlace): PaperLinks {
  const flats = [flat, ...details, ...source.cells.map(({ lines }) => flatten(lines))];
  const links = flats.flatMap((each) => each.links).filter(({ url }) => url !== "");
  const called = links.some(
    ({ role, label, url }) => CALLED_PAPER.test(label) || (role === "paper" && leadsToPaper(url)),
  );
  if (called || flats.some(({ text }) => NO_LINK_YET.test(text))) return "paper";
  if (place.url !== null && leadsToPaper(place.url)) return "titled";
  const roles = links.map(({ role }) => role);
  if (place.url !== null) roles.push(linkRole("", place.url));
  if (roles.length === 0) return "none";
  return roles.every((role) => BESIDE.has(role)) ? "beside" : "elsewhere";
}
