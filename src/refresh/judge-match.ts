import type { PaperId } from "../corpus/ids.ts";
import type { KnownWork } from "../semantic-scholar/assign-items.ts";
import { sameWork } from "./same-work.ts";
import { titleForms } from "./work-title.ts";

/** What is known of a work whose match is judged; null where it is not. */
export interface TitledWork {
  readonly title: string;
  /** The first author, by surname or full name. */
  readonly author: string | null;
  readonly year: number | null;
}

/** A title without its nickname ("SLIP: …") says enough by itself from so many words on. */
const MIN_WORDS_WITHOUT_NICKNAME = 4;

/**
 * Why `offered` is not the work `wanted`; null when it is. The titles have to agree but for case,
 * punctuation, hyphens, accents and spelling, or one may lack the subtitle or the nickname in front of
 * it; neither year nor first author may contradict. Where one lacks the subtitle, the first author has
 * to agree, so that a nickname never stands for another work of the same nickname.
 */
export function judgeMatch(wanted: TitledWork, offered: TitledWork): string | null {
  const how = sameWork(wanted, offered);
  if (how === "title" || how === "subtitle") return null;
  if (sharesAllButNickname(wanted, offered)) return null;
  const [a, b] = [titleForms(wanted.title), titleForms(offered.title)];
  if (a.key !== b.key && a.head !== b.head) return "its title is different";
  if (a.key !== b.key) return "its subtitle differs, and no first author confirms that it is the same work";
  if (wanted.year !== null && offered.year !== null && Math.abs(wanted.year - offered.year) > 3) {
    return `it is from ${offered.year}, not ${wanted.year}`;
  }
  if (wanted.author !== null && offered.author !== null)
    return `its first author is ${offered.author}, not ${wanted.author}`;
  return "its title is too short to be sure without a first author";
}

/**
 * The forms of a title by which a match can be looked up: two works of which judgeMatch says null share one of them.
 * None for a title without letters and digits.
 */
export function matchForms(work: TitledWork): ReadonlySet<string> {
  const { key, head } = titleForms(work.title);
  const bare = withoutNickname(work);
  const forms = [key, head, bare === null ? "" : titleForms(bare.title).key];
  return new Set(forms.filter((form) => form !== ""));
}

/** What distinguishes answers about the work with these `ids` from answers about others. */
export function knownWork(work: TitledWork, ids: readonly PaperId[]): KnownWork {
  return {
    ids,
    isTitled: ({ title, author, year }) => judgeMatch(work, { title: title ?? "", author, year }) === null,
  };
}

/** "DenseCLIP: Extract Free Dense Labels from CLIP" and the same without "DenseCLIP:". */
function sharesAllButNickname(a: TitledWork, b: TitledWork): boolean {
  const [bareA, bareB] = [withoutNickname(a), withoutNickname(b)];
  // Two different nicknames before one title are two works, as far as anybody can tell.
  if ((bareA === null) === (bareB === null)) return false;
  const [one, other] = [bareA ?? a, bareB ?? b];
  return titleForms(one.title).words >= MIN_WORDS_WITHOUT_NICKNAME && sameWork(one, other) === "title";
}

/** The work under what follows its nickname: one word, then a colon; null when it has none. */
export function withoutNickname(work: TitledWork): TitledWork | null {
  const rest = /^\s*\S+\s*[:：]\s*(\S.*)$/s.exec(work.title)?.[1];
  return rest === undefined ? null : { ...work, title: rest };
}

const CVF = /^https?:\/\/openaccess\.thecvf\.com\/.*\/papers\/([\p{L}'-]+)_[^/]*_paper\.pdf/u;
const PMLR = /^https?:\/\/proceedings\.mlr\.press\/v\d+\/([a-z-]+?)\d\d[a-z]?(?:\/|\.html)/;

/** The first author's surname where a venue writes it into its links: CVF's and PMLR's proceedings; else null. */
export function authorInLink(link: string | null): string | null {
  return CVF.exec(link ?? "")?.[1] ?? PMLR.exec(link ?? "")?.[1] ?? null;
}
