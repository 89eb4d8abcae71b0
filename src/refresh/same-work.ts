import { hasSubtitle, type TitleForms, titleForms } from "./work-title.ts";

/** A work as a reference list prints it; null where nothing is printed. */
export interface PrintedWork {
  readonly title: string;
  /** The first author's surname or full name. */
  readonly author: string | null;
  readonly year: number | null;
}

/** How two works are the same, the surest first. */
export type Sameness = "title" | "reworded" | "subtitle";

/** A conference or journal follows a preprint of the same title within this many years. */
const YEARS_SAME_TITLE = 3;
/** Where the titles differ, the years must not. */
const YEARS_OTHER_TITLE = 1;
/** Fewer words in another order may well be another work. */
const MIN_WORDS_REWORDED = 4;
/** A title this short is not enough when the author or the year is not printed. */
const MIN_WORDS_WITHOUT_AUTHOR = 4;

/**
 * How `a` and `b` are the same work, or null when they are not. `title`: equal but for case, accents,
 * punctuation, hyphens and spaces, British or American; up to three years apart. `reworded`: the same
 * words in another order or number; one year. `subtitle`: one prints no subtitle; one year. In all of
 * them the first authors agree; two titles that are merely close are never the same ("… integration",
 * "… multi-scale … integration").
 */
export function sameWork(a: PrintedWork, b: PrintedWork): Sameness | null {
  return samenessOf(a, titleForms(a.title), b, titleForms(b.title));
}

function samenessOf(a: PrintedWork, fa: TitleForms, b: PrintedWork, fb: TitleForms): Sameness | null {
  if (fa.key === "" || fb.key === "") return null;
  if (fa.key === fb.key) {
    const agree = agreeOnAuthor(a.author, b.author) ?? fa.words >= MIN_WORDS_WITHOUT_AUTHOR;
    return agree && yearsApart(a, b) <= YEARS_SAME_TITLE ? "title" : null;
  }
  if (agreeOnAuthor(a.author, b.author) !== true || yearsApart(a, b) > YEARS_OTHER_TITLE) return null;
  if (fa.stems === fb.stems && fa.words >= MIN_WORDS_REWORDED) return "reworded";
  const oneLacksIt = hasSubtitle(fa) !== hasSubtitle(fb);
  return oneLacksIt && fa.head === fb.head ? "subtitle" : null;
}

function yearsApart(a: PrintedWork, b: PrintedWork): number {
  return a.year === null || b.year === null ? 0 : Math.abs(a.year - b.year);
}

/** Whether both name the same first author; null when one names none. */
export function agreeOnAuthor(a: string | null, b: string | null): boolean | null {
  const [namesA, namesB] = [nameParts(a), nameParts(b)];
  const [lastA, lastB] = [namesA.at(-1), namesB.at(-1)];
  if (lastA === undefined || lastB === undefined) return null;
  // "Fei-Fei" and "Fei-Fei Li", "Sariyildiz" and "Bulent Sariyildiz".
  if (namesA.length === 1) return namesB.includes(lastA);
  if (namesB.length === 1) return namesA.includes(lastB);
  return lastA === lastB;
}

function nameParts(author: string | null): string[] {
  const [surname = "", first] = (author ?? "").split(",");
  return `${first ?? ""} ${surname}`
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[\s.]+/)
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, ""))
    .filter((part) => part !== "");
}

/** The works of a list, made ready to be searched by title. */
export class WorkIndex<T extends PrintedWork> {
  private readonly byForm = new Map<string, { work: T; forms: TitleForms }[]>();

  constructor(works: Iterable<T> = []) {
    for (const work of works) this.add(work);
  }

  add(work: T): void {
    const forms = titleForms(work.title);
    for (const form of new Set([forms.head, forms.key, forms.stems])) {
      if (form === "") continue;
      const entries = this.byForm.get(form);
      if (entries) entries.push({ work, forms });
      else this.byForm.set(form, [{ work, forms }]);
    }
  }

  /** Every work that is the same as `wanted`, with how; the work itself among them when it was added. */
  matches(wanted: PrintedWork): Map<T, Sameness> {
    const forms = titleForms(wanted.title);
    const found = new Map<T, Sameness>();
    for (const form of new Set([forms.head, forms.key, forms.stems])) {
      for (const entry of this.byForm.get(form) ?? []) {
        if (found.has(entry.work)) continue;
        const how = samenessOf(wanted, forms, entry.work, entry.forms);
        if (how) found.set(entry.work, how);
      }
    }
    return found;
  }

  /** The one work that is surest the same as `wanted`; null when none is, or when two are equally sure. */
  find(wanted: PrintedWork): T | null {
    const found = [...this.matches(wanted)];
    for (const sameness of ["title", "reworded", "subtitle"] as const) {
      const [first, second] = found.filter(([, how]) => how === sameness);
      if (first) return second ? null : first[0];
    }
    return null;
  }
}

/**
 * The printed works in groups, one for each work; groups and members are in the order of the input. A title
 * without its subtitle joins a group only when no other could be meant.
 */
export function groupWorks<T extends PrintedWork>(printed: readonly T[]): T[][] {
  const index = new WorkIndex(printed);
  const parent = new Map<T, T>();
  const top = (work: T): T => {
    let at = work;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  const join = (a: T, b: T) => {
    const [topA, topB] = [top(a), top(b)];
    if (topA !== topB) parent.set(topB, topA);
  };
  const bare: { work: T; full: T[] }[] = [];
  for (const work of printed) {
    const full: T[] = [];
    for (const [other, how] of index.matches(work)) {
      if (how !== "subtitle") join(work, other);
      else if (!hasSubtitle(titleForms(work.title))) full.push(other);
    }
    if (full.length > 0) bare.push({ work, full });
  }
  const meant = bare.map(({ work, full }) => ({ work, tops: new Set(full.map(top)) }));
  for (const { work, tops } of meant) {
    const [only] = tops;
    if (only !== undefined && tops.size === 1) join(only, work);
  }
  const groups = new Map<T, T[]>();
  for (const work of printed) {
    const group = groups.get(top(work));
    if (group) group.push(work);
    else groups.set(top(work), [work]);
  }
  return [...groups.values()];
}
