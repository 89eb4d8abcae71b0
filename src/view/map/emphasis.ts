import type { Analysis } from "../../analysis/analyse.ts";
import { ancestorsOf, descendantsOf } from "../../analysis/lineage/reachable.ts";
import type { CitationIndex } from "../../columns/citation-index.ts";
import type { MapColumns } from "./columns.ts";
import type { PassingLinks } from "./visible.ts";

/** Papers and citations by number. */
export interface Subgraph {
  readonly papers: ReadonlySet<number>;
  readonly citations: ReadonlySet<number>;
}

/** How much a paper stands out. */
export const FAINT_LEVEL = 0;
export const NORMAL_LEVEL = 1;
export const STRONG_LEVEL = 2;

/** What stands out on a map. */
export interface Emphasis {
  /** By paper: a level; null where nothing recedes. */
  readonly levels: Uint8Array | null;
  /** Numbers of the citations that stand out, ascending. */
  readonly strong: Uint32Array;
}

/**
 * What attention is on. The paths asked for come before a traced paper's lineage, that before the neighbours of a pointed
 * or selected paper, those before a link under the pointer, that before the hits of a search, those before a region.
 */
export type Attention =
  | { readonly on: "path"; readonly path: Subgraph }
  | { readonly on: "lineage"; readonly paper: number }
  | { readonly on: "paper"; readonly paper: number }
  | { readonly on: "similar"; readonly paper: number; readonly others: Uint32Array }
  | { readonly on: "link"; readonly link: Subgraph }
  | { readonly on: "hits"; readonly papers: readonly number[] }
  | { readonly on: "region"; readonly region: number; readonly of: Int32Array };

const NONE = new Uint32Array(0);

/** What stands out when attention is on something; all of it, however much it is. O(n + m) at most. */
export function emphasisOf(
  columns: Pick<MapColumns, "index" | "survey">,
  analysis: Pick<Analysis, "index" | "root">,
  attention: Attention | null,
): Emphasis {
  const count = columns.survey.length;
  switch (attention?.on) {
    case undefined:
      return { levels: null, strong: NONE };
    case "path":
      return { levels: levelsOf(count, attention.path.papers), strong: numbersOf(attention.path) };
    case "lineage":
      return lineage(analysis, attention.paper);
    case "paper":
      return neighbourhood(columns, attention.paper);
    case "similar":
      return { levels: levelsOf(count, [attention.paper, ...attention.others]), strong: NONE };
    case "link":
      return { levels: null, strong: numbersOf(attention.link) };
    case "hits":
      return { levels: levelsOf(count, attention.papers), strong: NONE };
    case "region":
      return region(columns, attention.region, attention.of);
  }
}

function levelsOf(count: number, papers: Iterable<number>): Uint8Array {
  const levels = new Uint8Array(count);
  for (const paper of papers) levels[paper] = STRONG_LEVEL;
  return levels;
}

function numbersOf({ citations }: Subgraph): Uint32Array {
  return Uint32Array.from(citations).sort();
}

/** The papers before and after a paper in its lineage, each with the paper itself; by paper 1 for one of them. */
export interface LineageAround {
  readonly up: Uint8Array;
  readonly down: Uint8Array;
}

/**
 * The paper with its ancestors on a path of citations from the root (all ancestors where there is no root or no such
 * path), and the paper with its descendants. O(n + m).
 */
export function lineageAround(
  { index, root }: Pick<Analysis, "index" | "root">,
  paper: number,
): LineageAround {
  const down = columnOf(index, [paper, ...descendantsOf(index, paper)]);
  if (root === paper) return { up: columnOf(index, [paper]), down };
  const fromRoot = root === null ? null : columnOf(index, [root, ...descendantsOf(index, root)]);
  const narrow = fromRoot?.[paper] === 1 ? fromRoot : null;
  const ancestors = ancestorsOf(index, paper).filter((one) => narrow === null || narrow[one] === 1);
  return { up: columnOf(index, [paper, ...ancestors]), down };
}

/** Whether a citation is one of a lineage around a paper. */
export function isAround({ up, down }: LineageAround, citing: number, cited: number): boolean {
  return (up[citing]! & up[cited]!) === 1 || (down[citing]! & down[cited]!) === 1;
}

function columnOf({ ids }: CitationIndex, papers: Iterable<number>): Uint8Array {
  const column = new Uint8Array(ids.length);
  for (const paper of papers) column[paper] = 1;
  return column;
}

function lineage(analysis: Pick<Analysis, "index" | "root">, paper: number): Emphasis {
  const { citing, cited } = analysis.index;
  const around = lineageAround(analysis, paper);
  return {
    levels: around.up.map((before, other) => (before === 1 || around.down[other] === 1 ? STRONG_LEVEL : 0)),
    strong: linksWhere(citing.length, (c) => isAround(around, citing[c]!, cited[c]!)),
  };
}

function neighbourhood({ index, survey }: Pick<MapColumns, "index" | "survey">, paper: number): Emphasis {
  const levels = new Uint8Array(survey.length);
  levels[paper] = STRONG_LEVEL;
  const [first, last] = [index.referenceStart[paper]!, index.referenceStart[paper + 1]!];
  const citers = index.citerCitation.subarray(index.citerStart[paper], index.citerStart[paper + 1]);
  const strong = new Uint32Array(last - first + citers.length);
  for (let c = first; c < last; c++) {
    strong[c - first] = c;
    levels[index.cited[c]!] = STRONG_LEVEL;
  }
  strong.set(citers, last - first);
  for (const c of citers) levels[index.citing[c]!] = STRONG_LEVEL;
  return { levels, strong: strong.sort() };
}

/** A region with its inner links; where links lead out of it to stays as it is. */
function region(
  { index, survey }: Pick<MapColumns, "index" | "survey">,
  own: number,
  of: Int32Array,
): Emphasis {
  const { citing, cited } = index;
  const levels = new Uint8Array(survey.length);
  const strong = linksWhere(citing.length, (c) => {
    const [from, to] = [citing[c]!, cited[c]!];
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
 * Those of the links that are shown; of more than `most` those that no longer path implies, and of more than that
 * those between the most important papers. Ascending.
 */
export function loudest(
  { index, rank }: MapColumns,
  links: Uint32Array,
  passing: PassingLinks,
  shown: Uint8Array,
  implied: Uint8Array,
  most: number,
): Uint32Array {
  const unique = asDrawn(links, passing, shown);
  if (unique.length <= most) return unique;
  const carrying = unique.filter((c) => implied[c] === 0);
  const from = carrying.length >= most / 2 ? carrying : unique;
  if (from.length <= most) return from;
  const keyOf = (c: number) => Math.max(rank[index.citing[c]!]!, rank[index.cited[c]!]!);
  const last = keyOfNth(from, keyOf, most, rank.length);
  return from.filter((c) => keyOf(c) <= last).slice(0, most);
}

/** The key that the nth of these links has in the order of their keys, which are below `keys`. O(n + keys). */
function keyOfNth(links: Uint32Array, keyOf: (link: number) => number, nth: number, keys: number): number {
  const counts = new Uint32Array(keys);
  for (const link of links) counts[keyOf(link)]!++;
  let [key, met] = [-1, 0];
  while (met < nth && key + 1 < keys) met += counts[++key]!;
  return key;
}

/** The shown lines of these citations, ascending: two that share a line have one. */
export function asDrawn(links: Uint32Array, { twin }: PassingLinks, shown: Uint8Array): Uint32Array {
  const lines = new Uint32Array(links.length);
  let [size, ascending] = [0, true];
  for (const c of links) {
    const line = shown[c] === 1 ? c : twin[c]!;
    if (line < 0 || shown[line] !== 1) continue;
    // Nearly all are in order already.
    if (size > 0 && line <= lines[size - 1]!) ascending = false;
    lines[size++] = line;
  }
  const found = lines.slice(0, size);
  return ascending ? found : found.sort().filter((line, i, all) => i === 0 || line !== all[i - 1]);
}
