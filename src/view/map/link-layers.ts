import type { Analysis } from "../../analysis/analyse.ts";
import { coCitationOf } from "../../analysis/communities/co-citation.ts";
import { couplingOf } from "../../analysis/communities/coupling.ts";
import {
  type Similarity,
  type SimilarPair,
  sharedWorks,
  similarPairs,
} from "../../analysis/communities/similarity.ts";
import { lazy } from "../../analysis/lineage/lazy.ts";
import { withCitations } from "../../columns/citation-index.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import type { LinkLayer, State } from "../state/state.ts";
import type { SimilarLines } from "./map.ts";

/** The layers whose links are no citations. */
export type SimilarityLayer = Exclude<LinkLayer, "citations">;

/** Pairs of survey papers that have works in common, and the works behind each. */
export interface SimilarityLinks {
  readonly layer: SimilarityLayer;
  readonly pairs: readonly Pick<SimilarPair, "a" | "b" | "shared">[];
  /** The most that a pair has in common; 0 without pairs. */
  readonly most: number;
  /** Survey papers of which it cannot be said, since their reference list is not known. */
  readonly unknown: number;
  /** The works that a pair has in common, as catalogue indices. */
  works(pair: number): number[];
  /** Said in place of the pairs while they are being counted, or when that failed; null where they are there. */
  readonly status: string | null;
}

/** The similarity links of a corpus; a layer is computed when first asked for. */
export type SimilarityFinder = (layer: SimilarityLayer) => SimilarityLinks;

/** How many links a paper of a large survey keeps: its strongest. */
export const STRONGEST = 20;

/** What the survey papers have on their lists for a layer: all that its pairs follow from. */
export interface LayerLists {
  readonly layer: SimilarityLayer;
  /** Its `total` is how often a pair is counted. */
  readonly similarity: Similarity;
  /** As in SimilarityLinks. */
  readonly unknown: number;
}

/**
 * The lists of a layer. Works around the survey count as what is shared and have no links of their own: their
 * lists are not read. Time O(n + m).
 */
export function layerLists(
  { entries }: Catalogue,
  { index }: Pick<Analysis, "index">,
  layer: SimilarityLayer,
): LayerLists {
  const isSurvey = (paper: number) => entries[paper]?.paper.role === "survey";
  const knows = (paper: number) => entries[paper]?.referencesKnown === true;
  // Only what a survey paper cites, or what cites it, can be shared by two of them.
  const ends = layer === "coupling" ? index.citing : index.cited;
  const own = withCitations(index, (citation) => isSurvey(ends[citation] ?? -1));
  return {
    layer,
    similarity: layer === "coupling" ? couplingOf(own, knows) : coCitationOf(own),
    unknown:
      layer === "coupling" ? entries.filter(({ index }) => isSurvey(index) && !knows(index)).length : 0,
  };
}

/** The links of a layer: its pairs, or in place of them a text; none without either. */
export function similarityLinks(
  { layer, similarity, unknown }: LayerLists,
  pairs: SimilarityLinks["pairs"],
  status: string | null = null,
): SimilarityLinks {
  return {
    layer,
    pairs,
    most: pairs.reduce((most, { shared }) => Math.max(most, shared), 0),
    unknown,
    works: (pair) => {
      const { a, b } = pairs[pair] ?? { a: 0, b: 0 };
      return sharedWorks(similarity, a, b);
    },
    status,
  };
}

/** Finds the similarity links between survey papers, each with its 20 most similar. */
export function similarityFinder(catalogue: Catalogue, analysis: Pick<Analysis, "index">): SimilarityFinder {
  const build = (layer: SimilarityLayer) => {
    const lists = layerLists(catalogue, analysis, layer);
    return similarityLinks(lists, similarPairs(lists.similarity, STRONGEST));
  };
  const layers = { coupling: lazy(() => build("coupling")), "co-citation": lazy(() => build("co-citation")) };
  return (layer) => layers[layer]();
}

/** The layer of similarity links that a state shows; null where it shows citations, as every other view does. */
export function shownLayer({ view, layer }: Pick<State, "view" | "layer">): SimilarityLayer | null {
  return view !== "network" || layer === "citations" ? null : layer;
}

/** The lines of a layer's pairs, shown from a number of shared works on. */
export function pairLines({ pairs, most }: SimilarityLinks, least: number): SimilarLines {
  return {
    from: Uint32Array.from(pairs, ({ a }) => a),
    to: Uint32Array.from(pairs, ({ b }) => b),
    strength: Float32Array.from(pairs, ({ shared }) => shared / Math.max(1, most)),
    shown: Uint8Array.from(pairs, ({ shared }) => (shared >= least ? 1 : 0)),
  };
}

/** The papers that the shown lines lead to from one. */
export function linedUp({ from, to, shown }: SimilarLines, paper: number): Uint32Array {
  const others: number[] = [];
  shown.forEach((is, line) => {
    if (is === 1 && from[line] === paper) others.push(to[line]!);
    else if (is === 1 && to[line] === paper) others.push(from[line]!);
  });
  return Uint32Array.from(others);
}

/** The least number of shared works that a link needs: the reader's choice, or the most there is. */
export function thresholdOf({ most }: SimilarityLinks, threshold: number): number {
  return Math.max(1, Math.min(threshold, most));
}

/** How many shared works are named; the others are counted. */
const NAMED = 4;

/** What two papers have in common, with the works' names: `A and B both cite 5 works: C, D, E, F and 1 more`. */
export function similarityText(catalogue: Catalogue, links: SimilarityLinks, pair: number): string {
  const { a, b } = links.pairs[pair] ?? { a: -1, b: -1 };
  return inCommonText(catalogue, links.layer, [a, b], links.works(pair));
}

/** The same of two papers and the works that they have in common, all by their places in the catalogue. */
export function inCommonText(
  { entries, texts }: Catalogue,
  layer: SimilarityLayer,
  [a, b]: readonly [number, number],
  shared: readonly number[],
): string {
  const works = shared.flatMap((work) => entries[work] ?? []);
  const survey = (entry: (typeof works)[number]) => Number(entry.paper.role === "survey");
  // The reader knows the survey's own papers best.
  works.sort((one, other) => survey(other) - survey(one) || other.citedBy.length - one.citedBy.length);
  const names = works.slice(0, NAMED).map(({ label }) => label);
  const rest = works.length - names.length;
  const { bothCite, citedTogether, more } = texts.controls;
  const tell = layer === "coupling" ? bothCite : citedTogether;
  const named = [...names, ...(rest > 0 ? [more(rest)] : [])];
  return tell(entries[a]?.label ?? "?", entries[b]?.label ?? "?", works.length, named);
}

/** What a layer shows at a threshold, and what it cannot know. */
export function layerText(links: SimilarityLinks, threshold: number, said: Texts["controls"]): string {
  if (links.status !== null) return links.status;
  const shown = links.pairs.filter(({ shared }) => shared >= threshold).length;
  const what = said.shared[links.layer];
  const count =
    links.pairs.length === 0
      ? said.noPair(what)
      : threshold === 1
        ? said.pairs(shown, what)
        : said.pairsFrom(shown, threshold, what);
  if (links.unknown > 0) return said.remarks([count, said.unknownLists(links.unknown)]);
  return said.remarks(links.layer === "co-citation" ? [count, said.thisMapAlone] : [count]);
}
