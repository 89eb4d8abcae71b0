import { TITLE_WORDS } from "./title-words.ts";

/** The words in lower case that names have, in many languages. */
export const PARTICLES: readonly string[] =
  "de da do dos das del della di la le van von der den ten ter el al bin ben ibn abu of st y e zu zur dit du af".split(
    " ",
  );
const PARTICLE_SET = new Set(PARTICLES);
/** "Jr.", "III": what follows a name and is none. */
export const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const NAME_WORD = /^(?:(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’´`‐‑-]*\.?|\p{Lu}\.(?:-?\p{Lu}\.)*)$/u;
const HAN_NAME = /^[\p{sc=Han}]{2,4}$/u;
/** What rows say in Chinese behind a link, in as few signs as a name has. */
const HAN_LABEL = /^(?:代码|数据|数据集|论文|主页|项目|视频|链接|源码|博客)$/u;
const GROUP = /^\p{Lu}[\p{L}\p{N}.-]*(?: [\p{L}\p{N}.-]+){0,4} (?:Team|Group|Collaboration|Consortium)$/u;
/** What authors carry behind their names: stars, daggers and numbers of affiliations. */
const MARKS = /\\?[*†‡§¶#^∗⋆✉]+|<\/?sup>|(?<=\p{L})\d(?:,\d)*/gu;
/** Words of titles that are given names or surnames too, such as "Can Wang" and "Bo An". */
const NAMES_TOO = new Set(["a", "an", "can", "in", "no", "on", "to"]);

/** The text without the stars, daggers and numbers that authors carry. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, "").trim();
}

/** Whether one piece of text could be a person's name: a few capitalised words, with initials and particles. */
export function isName(text: string): boolean {
  return isUnmarkedName(withoutMarks(text));
}

/** The same of a text that withoutMarks has given. */
export function isUnmarkedName(name: string): boolean {
  if (name.length <= 4 && HAN_NAME.test(name)) return !HAN_LABEL.test(name);
  if (name.length < 2 || name.length > 45) return false;
  // "Matthew D. Edwards. Ge Liu" is two names.
  if (name.includes(". ") && /\p{L}{4}\.\s/u.test(name)) return false;
  const words = wordsOf(name);
  if (words.length > 7) return false;
  const proper = words.filter((word) => !PARTICLE_SET.has(word.toLowerCase()) && !SUFFIX.test(word));
  if (proper.filter((word) => !/^\p{Lu}\.?$/u.test(word)).length > 4) return false;
  // "Du", "Le": a particle that is all there is.
  if (proper.length === 0) return words.length === 1 && NAME_WORD.test(name);
  return proper.every((word, i) => {
    if (!NAME_WORD.test(word) || /n['’]t$/.test(word)) return false;
    // "Gunnar A.", "Roy A K": letters behind a name are initials, whatever titles say.
    const isInitial = word === "A" && i > 0 && proper.slice(i).every((each) => /^\p{Lu}$/u.test(each));
    return (
      isInitial ||
      !saidInTitles(word, /^\p{Lu}\p{Ll}{0,4}-\p{Lu}\p{Ll}{0,4}$/u.test(word) ? NAMES_TOO : undefined)
    );
  });
}

/** Whether a text may be a name where most of its neighbours are: a name with words of titles, or partly in lower case. */
export function isLikelyName(name: string): boolean {
  if (isUnmarkedName(name) || GROUP.test(name)) return true;
  const words = wordsOf(name);
  if (words.length < 2 || words.length > 5 || name.length > 45) return false;
  if (/\b(?:et|al|arxiv)\b/i.test(name) || !/^\p{Lu}|\s\p{Lu}\p{L}+$/u.test(name)) return false;
  return words.every(
    (word) =>
      /^\p{L}[\p{L}\p{M}.'’´`‐‑-]*$/u.test(word) &&
      (NAMES_TOO.has(word.toLowerCase()) ? /^\p{Lu}/u.test(word) : !saidInTitles(word, NAMES_TOO)),
  );
}

/** The words of a name without a nickname in brackets or quotation marks: "Tse-Hsun (Peter) Chen". */
function wordsOf(name: string): string[] {
  return /["“”(]/.test(name)
    ? name.replace(/\s+(?:\(\p{L}+\)|["“]\p{L}+["”])\s*/u, " ").split(/\s+/)
    : name.split(/\s+/);
}

function saidInTitles(word: string, except?: ReadonlySet<string>): boolean {
  return word
    .toLowerCase()
    .split("-")
    .some((part) => TITLE_WORDS.has(part) && !except?.has(part));
}
