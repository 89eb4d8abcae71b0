import type { CitationIndex } from "../../src/columns/citation-index.ts";
import { type Companion, NO_SLOT, SURVEY_FLAG } from "../../src/columns/companion.ts";
import { spiral } from "../../src/layout/engine/spiral.ts";

const LABELS = 4_000;

/** A companion of a graph, on a spiral instead of laid out, to measure how long one takes to write and read. */
export function syntheticCompanion(index: CitationIndex, keeps: Uint8Array): Companion {
  const count = index.ids.length;
  const places = spiral(count);
  return {
    corpus: { bytes: 0, checksum: 0 },
    title: "A synthetic map",
    groups: [],
    communities: [],
    papers: {
      x: places.filter((_, i) => i % 2 === 0),
      y: places.filter((_, i) => i % 2 === 1),
      radius: new Float32Array(count).fill(4),
      day: new Float32Array(count).fill(Number.NaN),
      year: new Uint16Array(count),
      slot: new Uint8Array(count).fill(NO_SLOT),
      community: new Int32Array(count).fill(-1),
      generation: new Int32Array(count).fill(-1),
      flags: new Uint8Array(count).fill(SURVEY_FLAG),
      labelZoom: new Float32Array(count),
    },
    citations: {
      start: index.referenceStart,
      cited: index.cited,
      implied: keeps.map((keep) => 1 - keep),
      confidence: new Uint8Array(index.cited.length),
    },
    labels: Array.from({ length: Math.min(count, LABELS) }, (_, paper) => ({
      paper,
      label: `Paper ${paper}`,
    })),
  };
}
