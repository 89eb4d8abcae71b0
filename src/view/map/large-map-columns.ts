import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import type { Marks } from "../../reading/marks.ts";
import type { State } from "../state/state.ts";
import type { Sources } from "../view-model.ts";
import type { LargeColumns } from "./large-columns.ts";
import { NORMAL_LEVEL, STRONG_LEVEL } from "./large-emphasis.ts";
import { FAINT, FRESH, type LargeRegion, STRONG, VISIBLE } from "./large-map.ts";
import type { LargeDivision } from "./large-regions.ts";
import type { PassingLinks } from "./large-visible.ts";
import type { OwnMark } from "./own-marks.ts";

/** By citation: 1 for one of the spine, given by numbers. */
export function columnOfSpine({ index }: LargeColumns, citations: Iterable<number>): Uint8Array {
  const spine = new Uint8Array(index.citing.length);
  for (const citation of citations) spine[citation] = 1;
  return spine;
}

/** The numbers of the entries that are not 0, ascending. */
export function numbersWhere(column: Uint8Array): number[] {
  const numbers: number[] = [];
  column.forEach((value, i) => {
    if (value !== 0) numbers.push(i);
  });
  return numbers;
}

/** By citation: 1 where it is shown and the choice of links does not let it recede. */
export function drawnLinks(
  { twin }: PassingLinks,
  visible: Uint8Array,
  implied: Uint8Array,
  links: State["links"],
  spine: Uint8Array | null,
): Uint8Array {
  if (links === "all") return visible;
  const stays = (c: number) => (spine === null ? implied[c] === 0 : spine[c] === 1);
  const drawn = new Uint8Array(visible.length);
  for (let c = 0; c < drawn.length; c++) {
    if (visible[c] === 1 && (stays(c) || ((twin[c] ?? -1) >= 0 && stays(twin[c] ?? 0)))) drawn[c] = 1;
  }
  return drawn;
}

/** What the colouring counts, by paper; -1 for none. */
export function tones(
  { slot, yearStep }: LargeColumns,
  clusters: ClusterFacts | null,
  generations: Int32Array,
  colouring: State["colouring"],
): Int16Array {
  switch (colouring) {
    case "domain":
      return slot;
    case "year":
      return yearStep;
    case "generation":
      return Int16Array.from(generations, (generation) => Math.max(-1, generation));
    case "community":
      return clusters === null ? new Int16Array(slot.length).fill(-1) : Int16Array.from(clusters.communityOf);
  }
}

/** By paper: 1 for one that came with the last refresh. */
export function freshPapers(
  { byId, entries }: Sources["catalogue"],
  newcomers: Sources["newcomers"],
): Uint8Array {
  const fresh = new Uint8Array(entries.length);
  for (const id of newcomers.papers) fresh[byId.get(id)?.index ?? -1] = 1;
  return fresh;
}

/** The marks of all papers: what is shown, how loud it is (null: nothing is highlighted), what is new. */
export function marks(visible: Uint8Array, levels: Uint8Array | null, fresh: Uint8Array | null): Uint8Array {
  const bits = visible.map((shown) => (shown === 1 ? VISIBLE : 0));
  for (let paper = 0; paper < bits.length; paper++) {
    const level = levels === null ? NORMAL_LEVEL : (levels[paper] ?? 0);
    const emphasis = level === STRONG_LEVEL ? STRONG : level === NORMAL_LEVEL ? 0 : FAINT;
    bits[paper] = (bits[paper] ?? 0) | emphasis | (fresh?.[paper] === 1 ? FRESH : 0);
  }
  return bits;
}

/** What the reader starred or has read, by paper. */
export function ownMarks({ byId }: Sources["catalogue"], marks: Marks): Map<number, OwnMark> {
  const own = new Map<number, OwnMark>();
  for (const [id, { starred, read }] of marks) {
    const paper = byId.get(id)?.index;
    if (paper !== undefined && (starred || read)) own.set(paper, { starred, read });
  }
  return own;
}

/** By region: how many of its papers are shown. */
export function countsByRegion({ regions, of }: LargeDivision, visible: Uint8Array): Uint32Array {
  const counts = new Uint32Array(regions.length);
  of.forEach((region, paper) => {
    if (region >= 0 && visible[paper] === 1) counts[region] = (counts[region] ?? 0) + 1;
  });
  return counts;
}

/** The regions as the map writes them. */
export function namedRegions(
  { regions }: LargeDivision,
  counts: Uint32Array,
  focused: string | null,
  pointed: string | null,
): LargeRegion[] {
  return regions.map(({ id, title, slot }, i) => ({
    id,
    label: title,
    count: counts[i] ?? 0,
    slot,
    focused: id === focused,
    pointed: id === pointed,
  }));
}
