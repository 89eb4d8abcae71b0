import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import type { Marks } from "../../reading/marks.ts";
import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import type { MapColumns } from "./columns.ts";
import { NORMAL_LEVEL, STRONG_LEVEL } from "./emphasis.ts";
import { FAINT, FRESH, type RegionLabel, STRONG, VISIBLE } from "./map.ts";
import type { OwnMark } from "./own-marks.ts";
import type { Division } from "./regions.ts";
import type { PassingLinks } from "./visible.ts";

/** By citation: on how many of the three main paths it lies; one that shares a line has the more of both. */
export function spineWeights(citations: ReadonlyMap<number, number>, { twin }: PassingLinks): Uint8Array {
  const weights = new Uint8Array(twin.length);
  for (const [citation, count] of citations) weights[citation] = count;
  for (const citation of citations.keys()) {
    const back = twin[citation]!;
    if (back < 0) continue;
    weights[citation] = weights[back] = Math.max(weights[citation]!, weights[back]!);
  }
  return weights;
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
  const stays = (c: number) => (spine === null ? implied[c] === 0 : spine[c]! > 0);
  const drawn = new Uint8Array(visible.length);
  for (let c = 0; c < drawn.length; c++) {
    if (visible[c] === 1 && (stays(c) || (twin[c]! >= 0 && stays(twin[c]!)))) drawn[c] = 1;
  }
  return drawn;
}

/** What the colouring counts, by paper; -1 for none. */
export function tones(
  { slot, yearStep }: MapColumns,
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

/** The marks of all papers: what is shown, how much it stands out (null: nothing is highlighted), what is new. */
export function marks(visible: Uint8Array, levels: Uint8Array | null, fresh: Uint8Array | null): Uint8Array {
  const bits = visible.map((shown) => (shown === 1 ? VISIBLE : 0));
  for (let paper = 0; paper < bits.length; paper++) {
    const level = levels === null ? NORMAL_LEVEL : levels[paper]!;
    const emphasis = level === STRONG_LEVEL ? STRONG : level === NORMAL_LEVEL ? 0 : FAINT;
    bits[paper]! |= emphasis | (fresh?.[paper] === 1 ? FRESH : 0);
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
export function countsByRegion({ regions, of }: Division, visible: Uint8Array): Uint32Array {
  const counts = new Uint32Array(regions.length);
  of.forEach((region, paper) => {
    if (region >= 0 && visible[paper] === 1) counts[region]!++;
  });
  return counts;
}

/** The regions as the map writes them. */
export function namedRegions(
  { regions }: Division,
  counts: Uint32Array,
  focused: string | null,
  pointed: string | null,
): RegionLabel[] {
  return regions.map(({ id, title, slot }, i) => ({
    id,
    label: title,
    count: counts[i] ?? 0,
    slot,
    focused: id === focused,
    pointed: id === pointed,
  }));
}
