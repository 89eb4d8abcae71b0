import type { Analysis } from "../../analysis/analyse.ts";
import type { CitationIndex } from "../../columns/citation-index.ts";
import type { Subgraph } from "./emphasis.ts";
import type { LargeColumns } from "./large-columns.ts";
import type { SimilarLines } from "./large-map.ts";
import type { PassingLinks } from "./large-visible.ts";

/** How loud a paper is. */
export const FAINT_LEVEL = 0;
export const NORMAL_LEVEL = 1;
export const STRONG_LEVEL = 2;

/** What stands out on a large map. */
export interface LargeEmphasis {
  /** By paper: a level; null where nothing recedes. */
  readonly levels: Uint8Array | null;
  /** Numbers of the citations that stand out. */
  readonly strong: Uint32Array;
}

/** What attention is on, of which the first that is there counts, as in emphasisOf. */
export type Attention =
  | { readonly on: "path"; readonly path: Subgraph }
  | { readonly on: "lineage"; readonly paper: number }
  | { readonly on: "paper"; readonly paper: number }
  | { readonly on: "similar"; readonly lines: SimilarLines }
  | { readonly on: "link"; readonly link: Subgraph }
  | { readonly on: "hits"; readonly papers: readonly number[] }
  | { readonly on: "region"; readonly region: number; readonly of: Int32Array };

const NONE = new Uint32Array(0);

/** What stands out when attention is on something; all of it, however much it is. O(n + m) at most. */
export function largeEmphasis(
  columns: LargeColumns,
  analysis: Pick<Analysis, "index" | "root">,
  attention: Attention | null,
): LargeEmphasis {
  switch (attention?.on) {
    case undefined:
      return { levels: null, strong: NONE };
    case "path":
      return { levels: levelsOf(columns, attention.path.papers), strong: numbersOf(attention.path) };
    case "lineage":
      return lineage(columns, analysis, attention.paper);
    case "paper":
      return neighbourhood(columns, attention.paper);
    case "similar": {
      const { paper, others } = attention.lines;
      return { levels: levelsOf(columns, [paper, ...others]), strong: NONE };
    }
    case "link":
      return { levels: null, strong: numbersOf(attention.link) };
    case "hits":
      return { levels: levelsOf(columns, attention.papers), strong: NONE };
    case "region":
      return region(columns, attention.region, attention.of);
  }
}

function levelsOf({ survey }: LargeColumns, papers: Iterable<number>): Uint8Array {
  const levels = new Uint8Array(survey.length);
  for (const paper of papers) levels[paper] = STRONG_LEVEL;
  return levels;
}

function numbersOf({ citations }: Subgraph): Uint32Array {
  return Uint32Array.from(citations).sort();
}

function lineage(
  columns: LargeColumns,
  analysis: Pick<Analysis, "index" | "root">,
  paper: number,
): LargeEmphasis {
  const { index, root } = analysis;
  const side = new Uint8Array(columns.survey.length);
  const ancestors = reached(index, paper, "references");
  const descendants = reached(index, paper, "citers");
  // As in lineageAround: of a paper that descends from the root the ways from there count.
  const fromRoot = root === null ? null : reached(index, root, "citers");
  const narrow = fromRoot?.[paper] === 1 ? fromRoot : null;
  for (let other = 0; other < side.length; other++) {
    const up =
      ancestors[other] === 1 &&
      (narrow === null || narrow[other] === 1) &&
      (paper !== root || other === paper);
    side[other] = (up ? 1 : 0) | (descendants[other] === 1 ? 2 : 0);
  }
  const { citing, cited } = index;
  return {
    levels: side.map((bits) => (bits === 0 ? FAINT_LEVEL : STRONG_LEVEL)),
    strong: linksWhere(
      citing.length,
      (c) => ((side[citing[c] ?? 0] ?? 0) & (side[cited[c] ?? 0] ?? 0)) !== 0,
    ),
  };
}

/** By paper: 1 for the paper and all that citations lead to from it. O(n + m). */
function reached(index: CitationIndex, from: number, along: "references" | "citers"): Uint8Array {
  const { referenceStart, citerStart, cited, citing, citerCitation } = index;
  const start = along === "references" ? referenceStart : citerStart;
  const met = new Uint8Array(start.length - 1);
  const stack = new Uint32Array(start.length - 1);
  let size = 0;
  met[from] = 1;
  stack[size++] = from;
  while (size > 0) {
    const paper = stack[--size] ?? 0;
    const end = start[paper + 1] ?? 0;
    for (let i = start[paper] ?? 0; i < end; i++) {
      const other = along === "references" ? (cited[i] ?? 0) : (citing[citerCitation[i] ?? 0] ?? 0);
      if (met[other] === 1) continue;
      met[other] = 1;
      stack[size++] = other;
    }
  }
  return met;
}

function neighbourhood({ index, survey }: LargeColumns, paper: number): LargeEmphasis {
  const levels = new Uint8Array(survey.length);
  levels[paper] = STRONG_LEVEL;
  const [first, last] = [index.referenceStart[paper] ?? 0, index.referenceStart[paper + 1] ?? 0];
  const citers = index.citerCitation.subarray(index.citerStart[paper], index.citerStart[paper + 1]);
  const strong = new Uint32Array(last - first + citers.length);
  for (let c = first; c < last; c++) {
    strong[c - first] = c;
    levels[index.cited[c] ?? 0] = STRONG_LEVEL;
  }
  strong.set(citers, last - first);
  for (const c of citers) levels[index.citing[c] ?? 0] = STRONG_LEVEL;
  return { levels, strong: strong.sort() };
}

/** A region with its inner links; where links lead out of it to stays as it is. */
function region({ index, survey }: LargeColumns, own: number, of: Int32Array): LargeEmphasis {
  const { citing, cited } = index;
  const levels = new Uint8Array(survey.length);
  const strong = linksWhere(citing.length, (c) => {
    const [from, to] = [citing[c] ?? 0, cited[c] ?? 0];
    if (of[from] === own && of[to] === own) return true;
    if (of[from] === own) levels[to] = NORMAL_LEVEL;
    else if (of[to] === own) levels[from] = NORMAL_LEVEL;
    return false;
  });
  of.forEach((other, paper) => {
    if (other === own) levels[paper] = STRONG_LEVEL;
  });
  return { levels, strong };
}

function linksWhere(count: number, holds: (citation: number) => boolean): Uint32Array {
  const found = new Uint32Array(count);
  let size = 0;
  for (let c = 0; c < count; c++) if (holds(c)) found[size++] = c;
  return found.slice(0, size);
}

/**
 * Those of the links that are visible; of more than `most` those that no longer path implies, and of more than
 * that those between the most important papers. Ascending.
 */
export function loudest(
  { index, rank }: LargeColumns,
  links: Uint32Array,
  passing: PassingLinks,
  visible: Uint8Array,
  implied: Uint8Array,
  most: number,
): Uint32Array {
  const unique = asDrawn(links, passing, visible);
  if (unique.length <= most) return unique;
  const carrying = unique.filter((c) => implied[c] === 0);
  const from = carrying.length >= most / 2 ? carrying : unique;
  if (from.length <= most) return from;
  const keyOf = (c: number) => Math.max(rank[index.citing[c] ?? 0] ?? 0, rank[index.cited[c] ?? 0] ?? 0);
  const last = keyOfNth(from, keyOf, most, rank.length);
  return from.filter((c) => keyOf(c) <= last).slice(0, most);
}

/** The key that the nth of these links has when they stand by their keys, which are below `keys`. O(n + keys). */
function keyOfNth(links: Uint32Array, keyOf: (link: number) => number, nth: number, keys: number): number {
  const counts = new Uint32Array(keys);
  for (const link of links) counts[keyOf(link)] = (counts[keyOf(link)] ?? 0) + 1;
  let [key, met] = [-1, 0];
  while (met < nth && key + 1 < keys) met += counts[++key] ?? 0;
  return key;
}

/** The visible links that stand for these citations, ascending: two that share a line have one. */
export function asDrawn(links: Uint32Array, { twin }: PassingLinks, visible: Uint8Array): Uint32Array {
  const lines = new Uint32Array(links.length);
  let [size, ascending] = [0, true];
  for (const c of links) {
    const line = visible[c] === 1 ? c : (twin[c] ?? -1);
    if (line < 0 || visible[line] !== 1) continue;
    // Nearly all stand in order already.
    if (size > 0 && line <= (lines[size - 1] ?? 0)) ascending = false;
    lines[size++] = line;
  }
  const shown = lines.slice(0, size);
  return ascending ? shown : shown.sort().filter((line, i, all) => i === 0 || line !== all[i - 1]);
}
