import type { CommonLists, Nearest } from "../../analysis/communities/common-lists.ts";
import { type NearPapers, nearPapers } from "../../analysis/communities/near-papers.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { LargeTexts } from "../../text/large-texts.ts";
import type { Catalogue, Entry } from "../catalogue.ts";
import { LARGE_LIMITS } from "../state/limits.ts";
import type { MapColumns } from "./columns.ts";
import type { Subgraph } from "./emphasis.ts";
import { inCommonText, type SimilarityLayer } from "./link-layers.ts";
import type { SimilarLines } from "./map.ts";

/** A work behind a count, as a button that goes there. */
export interface CommonWork {
  readonly id: PaperId;
  readonly label: string;
  readonly title: string;
  readonly year: string;
  readonly slot: number | null;
}

/** A paper that has works in common with the selected one. */
export interface SimilarRow extends CommonWork {
  /** How much: `12 shared references, cosine 0.41`. */
  readonly measure: string;
  /** The works behind the count, most cited first, and how many more there are, in words. Made when asked for. */
  works(): { readonly works: readonly CommonWork[]; readonly more: string | null };
}

/** The papers that have most in common with the selected one by one measure, nearest first. */
export interface SimilarList {
  readonly layer: SimilarityLayer;
  readonly heading: string;
  readonly rows: readonly SimilarRow[];
  /** By what they are chosen, and what cannot be known; null where there is nothing to say. */
  readonly caveat: string | null;
}

/** What the details say of a paper's similarity, a list for each measure. */
export interface SimilarModel {
  readonly id: PaperId;
  readonly lists: readonly SimilarList[];
}

/** So many papers are listed, and lines are drawn to them: as many as a small map keeps for each of its own. */
export const NEAREST = 20;

const MEASURES: readonly SimilarityLayer[] = ["coupling", "co-citation"];
const KINDS = { coupling: "coupling", "co-citation": "coCitation" } as const satisfies Record<
  SimilarityLayer,
  CommonLists["kind"]
>;

/** What has most in common with a paper: found for one paper at a time, never for all pairs. */
export interface NearestFinder {
  /** Null where the paper's list is not known. */
  nearest(layer: SimilarityLayer, paper: number): Nearest | null;
  works(layer: SimilarityLayer, a: number, b: number): number[];
  /** How many papers' reference lists are not known. */
  readonly unknown: number;
}

/** The finder of a catalogue, over all its papers: on a large map most are related works. */
export function nearestFinder(
  { entries }: Pick<Catalogue, "entries">,
  { index }: Pick<MapColumns, "index">,
): NearestFinder {
  const near: NearPapers = nearPapers(index, (paper) => entries[paper]?.referencesKnown === true, NEAREST);
  return {
    nearest: (layer, paper) => near.nearest(KINDS[layer], paper),
    works: (layer, a, b) => near.works(KINDS[layer], a, b),
    unknown: entries.reduce((sum, { referencesKnown }) => sum + (referencesKnown ? 0 : 1), 0),
  };
}

/** The lines of a layer from a paper to its nearest, but for those that share less than the reader asks for. */
export function similarLines(
  similarity: NearestFinder,
  layer: SimilarityLayer,
  paper: number,
  threshold: number,
): SimilarLines {
  const nearest = similarity.nearest(layer, paper)?.nearest ?? [];
  const most = mostShared(nearest);
  const drawn = nearest.filter(({ shared }) => shared >= Math.min(threshold, most));
  return {
    from: new Uint32Array(drawn.length).fill(paper),
    to: Uint32Array.from(drawn, (near) => near.paper),
    strength: Float32Array.from(drawn, ({ shared }) => shared / most),
    shown: new Uint8Array(drawn.length).fill(1),
  };
}

/** A line of a layer by its place, with what both its ends have in common; null for one that is not there. */
export function pointedLine(
  catalogue: Catalogue,
  similarity: NearestFinder,
  layer: SimilarityLayer,
  { from, to }: SimilarLines,
  at: number,
): (Subgraph & { readonly text: string }) | null {
  const [paper, other] = [from[at], to[at]];
  if (paper === undefined || other === undefined) return null;
  const text = inCommonText(catalogue, layer, [paper, other], similarity.works(layer, paper, other));
  return { papers: new Set([paper, other]), citations: new Set(), text };
}

/** What is said of a paper's similarity, by both measures. */
export function buildSimilar(
  catalogue: Catalogue,
  similarity: NearestFinder,
  { similar: said }: LargeTexts,
  entry: Entry,
): SimilarModel {
  const worksBehind = (other: number, layer: SimilarityLayer) => {
    const all = similarity.works(layer, entry.index, other);
    const cited = (work: number) => catalogue.entries[work]?.citedByCount ?? 0;
    all.sort((a, b) => cited(b) - cited(a) || a - b);
    const rest = all.length - LARGE_LIMITS.items;
    return {
      works: all.slice(0, LARGE_LIMITS.items).flatMap((work) => workOf(catalogue, work) ?? []),
      more: rest > 0 ? said.moreWorks(rest) : null,
    };
  };
  const lists = MEASURES.map((layer): SimilarList => {
    const found = similarity.nearest(layer, entry.index);
    if (found === null) return { layer, heading: said.unknown, rows: [], caveat: said.ownListUnknown };
    return {
      layer,
      heading: said.heading[layer](found.sharing),
      rows: found.nearest.flatMap(({ paper, shared, cosine }): SimilarRow[] => {
        const work = workOf(catalogue, paper);
        if (work === null) return [];
        const measure = said.measure[layer](shared, cosine);
        return [{ ...work, measure, works: () => worksBehind(paper, layer) }];
      }),
      caveat: said.caveat[layer](found.sharing > NEAREST ? NEAREST : null, similarity.unknown) || null,
    };
  });
  return { id: entry.paper.id, lists };
}

/** The most works that a paper shares with one of these; 0 without any. */
export function mostShared(nearest: Nearest["nearest"]): number {
  return nearest.reduce((most, { shared }) => Math.max(most, shared), 0);
}

function workOf({ entries, groupById }: Catalogue, paper: number): CommonWork | null {
  const entry = entries[paper];
  if (!entry) return null;
  return {
    id: entry.paper.id,
    label: entry.label,
    title: entry.paper.title,
    year: entry.year === null ? "" : String(entry.year),
    slot: entry.group === null ? null : (groupById.get(entry.group)?.slot ?? null),
  };
}
