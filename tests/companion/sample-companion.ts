import fc from "fast-check";
import { type Companion, NO_SLOT } from "../../src/columns/companion.ts";

const LABELS = ["图", "B", ""];

/** Three papers, of which 1 and 2 cite 0 and 2 cites 1, so that 2 → 0 is implied; paper 2 has no date. */
export const sample: Companion = {
  corpus: { bytes: 5_000_000_000, sha256: "fedcba98".repeat(8) },
  title: "Übersicht 图 😀",
  root: { id: "doi:10.1/图", paper: 0 },
  groups: [{ label: "Video", papers: 2 }],
  communities: [{ label: "Around A", papers: 3 }],
  papers: {
    x: Float32Array.of(-1.5, 0, 300.25),
    y: Float32Array.of(0, 2, -7),
    radius: Float32Array.of(3.5, 26, 0),
    day: Float32Array.of(18_000, -3, Number.NaN),
    labelZoom: Float32Array.of(0, 1.5, Number.POSITIVE_INFINITY),
    labelRank: Uint32Array.of(1, 0, 2),
    community: Int32Array.of(0, 0, -1),
    generation: Int32Array.of(0, 1, -1),
    slot: Uint8Array.of(0, 0, NO_SLOT),
    survey: Uint8Array.of(1, 1, 0),
    sizeKnown: Uint8Array.of(1, 0, 0),
  },
  labelOf: (paper) => LABELS[paper] ?? "",
  citations: {
    citing: Uint32Array.of(1, 2, 2),
    cited: Uint32Array.of(0, 0, 1),
    implied: Uint8Array.of(0, 1, 0),
    confidence: Uint8Array.of(0, 1, 2),
  },
};

/** A companion as plain values, so that two can be compared. */
export function plain({ labelOf, ...companion }: Companion) {
  return { ...companion, labels: Array.from(companion.papers.x, (_, paper) => labelOf(paper)) };
}

/** Companions of up to 30 papers with any values that may be written. */
export const companions: fc.Arbitrary<Companion> = fc
  .record({
    n: fc.nat(30),
    title: fc.string({ unit: "grapheme" }),
    rootId: fc.string({ unit: "grapheme" }),
    groups: fc.array(fc.record({ label: fc.string(), papers: fc.nat() }), { maxLength: 5 }),
    communities: fc.array(fc.record({ label: fc.string(), papers: fc.nat() }), { maxLength: 5 }),
    bytes: fc.maxSafeNat(),
    sha256: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 }),
  })
  .chain(({ n, title, rootId, groups, communities, bytes, sha256 }) => {
    const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: n, maxLength: n });
    const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
    const slots = fc.constantFrom(NO_SLOT, ...groups.keys());
    const numbers = Array.from({ length: n }, (_, i) => i);
    return fc
      .record({
        x: each(finite),
        y: each(finite),
        radius: each(fc.float({ min: 0, noNaN: true, noDefaultInfinity: true })),
        day: each(fc.float({ noDefaultInfinity: true })),
        labelZoom: each(fc.float({ min: 0, noNaN: true })),
        labelRank: fc.shuffledSubarray(numbers, { minLength: n, maxLength: n }),
        community: each(fc.integer({ min: -1, max: communities.length - 1 })),
        generation: each(fc.integer({ min: -1, max: 2 ** 31 - 1 })),
        slot: each(slots),
        survey: each(fc.nat(1)),
        sizeKnown: each(fc.nat(1)),
        root: n === 0 ? fc.constant(null) : fc.option(fc.nat(n - 1)),
        rows: each(fc.uniqueArray(fc.nat(Math.max(0, n - 1)))),
        labels: each(fc.oneof(fc.constant(""), fc.string({ unit: "grapheme" }))),
        facts: fc.array(fc.record({ implied: fc.nat(1), confidence: fc.nat(2) }), {
          minLength: 900,
          maxLength: 900,
        }),
      })
      .map((made): Companion => {
        const cited = made.rows.flatMap((row) => [...row].sort((a, b) => a - b));
        const facts = made.facts.slice(0, cited.length);
        return {
          corpus: { bytes, sha256 },
          title,
          root: made.root === null ? null : { id: rootId, paper: made.root },
          groups,
          communities,
          papers: {
            x: Float32Array.from(made.x),
            y: Float32Array.from(made.y),
            radius: Float32Array.from(made.radius),
            day: Float32Array.from(made.day),
            labelZoom: Float32Array.from(made.labelZoom),
            labelRank: Uint32Array.from(made.labelRank),
            community: Int32Array.from(made.community),
            generation: Int32Array.from(made.generation),
            slot: Uint8Array.from(made.slot),
            survey: Uint8Array.from(made.survey),
            sizeKnown: Uint8Array.from(made.sizeKnown),
          },
          labelOf: (paper) => made.labels[paper] ?? "",
          citations: {
            citing: Uint32Array.from(made.rows.flatMap((row, paper) => row.map(() => paper))),
            cited: Uint32Array.from(cited),
            implied: Uint8Array.from(facts, ({ implied }) => implied),
            confidence: Uint8Array.from(facts, ({ confidence }) => confidence),
          },
        };
      });
  });
