import { type CitationIndex, numbersTo } from "../../src/columns/citation-index.ts";
import { type Companion, NO_SLOT } from "../../src/columns/companion.ts";
import { spiral } from "../../src/layout/engine/spiral.ts";

const LABELS = 4_000;

/** A companion of a graph, on a spiral instead of laid out, to measure how long one takes to write and read. */
export function syntheticCompanion(index: CitationIndex, keeps: Uint8Array): Companion {
  const count = index.ids.length;
  const places = spiral(count);
  return {
    corpus: { bytes: 0, sha256: "" },
    title: "A synthetic map",
    root: null,
    groups: [],
    communities: [],
    papers: {
      x: places.filter((_, i) => i % 2 === 0),
      y: places.filter((_, i) => i % 2 === 1),
      radius: new Float32Array(count).fill(4),
      day: new Float32Array(count).fill(Number.NaN),
      slot: new Uint8Array(count).fill(NO_SLOT),
      community: new Int32Array(count).fill(-1),
      generation: new Int32Array(count).fill(-1),
      labelZoom: new Float32Array(count),
      labelRank: numbersTo(count),
      survey: new Uint8Array(count).fill(1),
      sizeKnown: new Uint8Array(count),
    },
    labelOf: (paper) => (paper < LABELS ? `Paper ${paper}` : ""),
    citations: {
      citing: index.citing,
      cited: index.cited,
      implied: keeps.map((keep) => 1 - keep),
      confidence: new Uint8Array(index.cited.length),
    },
  };
}
