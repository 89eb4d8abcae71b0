import { type EngineGraph, linkCounts } from "./engine-graph.ts";

/** Links as springs between bodies a and b, in columns. */
export interface Springs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** The share of a spring's excess length that its end a, and b, makes good in a tick at heat 1. */
  readonly pullA: Float32Array;
  readonly pullB: Float32Array;
}

/** Parts of the links that are worked off side by side. */
const PARTS = 4;

/**
 * The links as d3's forceLink has them by default: a link is as strong as one part of its less linked end's
 * links, and its ends share the movement so that the more linked one moves less. Links of a paper with itself
 * are left out. The others are taken in turn from each quarter of the graph's, so that a spring seldom waits
 * for the one before it to let go of the same paper; that halves the time of a tick's pulls.
 */
export function springsOf(graph: EngineGraph): Springs {
  const counts = linkCounts(graph);
  const { citing, cited } = graph;
  const kept = new Uint32Array(citing.length);
  let length = 0;
  for (let e = 0; e < citing.length; e++) if (citing[e] !== cited[e]) kept[length++] = e;
  const springs = emptySprings(length);
  const rows = Math.ceil(length / PARTS);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (let at = row; at < length; at += rows) {
      const a = citing[kept[at]!]!;
      const b = cited[kept[at]!]!;
      const linksA = counts[a]!;
      const linksB = counts[b]!;
      const strength = 1 / Math.min(linksA, linksB);
      springs.a[next] = a;
      springs.b[next] = b;
      springs.pullA[next] = (strength * linksB) / (linksA + linksB);
      springs.pullB[next++] = (strength * linksA) / (linksA + linksB);
    }
  }
  return springs;
}

/** Columns for so many springs, all 0. */
export function emptySprings(length: number): Springs {
  return {
    a: new Uint32Array(length),
    b: new Uint32Array(length),
    pullA: new Float32Array(length),
    pullB: new Float32Array(length),
  };
}
