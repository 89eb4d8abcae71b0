import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";

/** Graphs at the ends of what a literature can be: all in a line, all in a ring, all citing one, each citing each. */
export type Extreme = (typeof EXTREMES)[number];

export const EXTREMES = ["line", "ring", "star", "complete"] as const;

/** The corpus of such a graph; the first paper is the root. */
export function extremeCorpus(shape: Extreme, count: number): Corpus {
  const papers = Array.from({ length: count }, (_, i) => ({ id: nameOf(i), title: `Paper ${i}` }));
  return parseCorpus({
    version: 1,
    survey: { root: nameOf(0) },
    papers: papers.map((paper) => ({ ...paper, referencesKnown: true })),
    citations: Array.from(arcsOf(shape, count), ([citing, cited]) => ({
      citing: nameOf(citing),
      cited: nameOf(cited),
    })),
  });
}

function* arcsOf(shape: Extreme, count: number): Generator<readonly [number, number]> {
  for (let i = 1; i < count; i++) {
    if (shape === "star") yield [i, 0];
    else if (shape !== "complete") yield [i, i - 1];
    else for (let j = 0; j < i; j++) yield* [[i, j] as const, [j, i] as const];
  }
  if (shape === "ring") yield [0, count - 1];
}

function nameOf(i: number): string {
  return `extreme:${String(i).padStart(6, "0")}`;
}
