import { textWithoutLinks } from "../entry/entry-facts.ts";
import type { EntrySketch } from "../entry/sketch-entry.ts";
import type { TitlePlaceKind } from "../entry/title-places.ts";
import type { Group } from "./step.ts";

/** How a list writes its entries, as far as its own rows agree. */
export interface Convention {
  /** Where its titles are; null where too few rows say. */
  readonly title: TitlePlaceKind | null;
  /** The part of its rows that are papers by their own evidence, 0 to 1. */
  readonly papers: number;
  /** The part of its rows that could be nothing but a title, 0 to 1. */
  readonly titles: number;
  /** The same as `papers` by where the row's likeliest title is. */
  readonly shares: ReadonlyMap<TitlePlaceKind, number>;
}

/** A row that shows no more than a venue word is no evidence for its whole list. */
const PLAIN_EVIDENCE = 1;

/**
 * What the rows of each group have in common, found from all of them: the place where their titles are
 * likeliest summed over the rows, with the rest of the file as a weak guide for short lists.
 */
export function conventionsOf(groups: readonly Group[]): Map<Group, Convention> {
  const all = supportOf(groups.flatMap(({ members }) => members));
  const rows = groups.reduce((sum, { members }) => sum + members.length, 0);
  const conventions = new Map<Group, Convention>();
  for (const group of groups) {
    const own = supportOf(group.members);
    for (const [kind, support] of all)
      own.set(kind, (own.get(kind) ?? 0) + (2 * support) / Math.max(1, rows));
    const [best] = [...own].sort((a, b) => b[1] - a[1]);
    const papers = group.members.filter(({ evidence }) => evidence >= PLAIN_EVIDENCE).length;
    conventions.set(group, {
      title: group.members.length === 0 ? null : (best?.[0] ?? null),
      papers: group.members.length === 0 ? 0 : papers / group.members.length,
      titles: group.members.filter(isPlainTitle).length / Math.max(1, group.members.length),
      shares: sharesOf(group.members),
    });
  }
  return conventions;
}

/** Whether a row begins as a title does and is no sentence. */
function isPlainTitle({ flat, places }: EntrySketch): boolean {
  const text = textWithoutLinks(flat.text);
  return (
    /^["“]?[\p{Lu}\p{Lo}\d]/u.test(text) &&
    !/[.!:]$/.test(text) &&
    places.some(({ likelihood }) => likelihood >= 0.7)
  );
}

/** The part of the rows with a likely title in one place that are papers by their own evidence. */
function sharesOf(rows: readonly EntrySketch[]): Map<TitlePlaceKind, number> {
  const counts = new Map<TitlePlaceKind, { all: number; papers: number }>();
  for (const { places, evidence, front } of rows) {
    const early = places.filter(({ start, likelihood }) => start - front.end <= 3 && likelihood >= 0.7);
    for (const kind of new Set(early.map((place) => place.kind))) {
      const count = counts.get(kind) ?? { all: 0, papers: 0 };
      count.all += 1;
      if (evidence >= PLAIN_EVIDENCE) count.papers += 1;
      counts.set(kind, count);
    }
  }
  return new Map([...counts].flatMap(([kind, { all, papers }]) => (all < 3 ? [] : [[kind, papers / all]])));
}

/** How likely titles are in each place, summed over the rows. */
function supportOf(rows: readonly EntrySketch[]): Map<TitlePlaceKind, number> {
  const support = new Map<TitlePlaceKind, number>();
  for (const { places, evidence } of rows) {
    const best = new Map<TitlePlaceKind, number>();
    for (const { kind, likelihood } of places) best.set(kind, Math.max(best.get(kind) ?? 0, likelihood));
    for (const [kind, likelihood] of best) {
      support.set(kind, (support.get(kind) ?? 0) + likelihood * (evidence >= PLAIN_EVIDENCE ? 1 : 0.2));
    }
  }
  return support;
}
