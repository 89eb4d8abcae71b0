import fc from "fast-check";
import { type Companion, NO_SLOT } from "../../src/columns/companion.ts";

/** Three papers, of which 1 and 2 cite 0 and 2 cites 1, so that 2 → 0 is implied; paper 2 has no date. */
export const sample: Companion = {
  corpus: { bytes: 5_000_000_000, checksum: 0xfedcba98 },
  title: "Übersicht 图 😀",
  groups: [{ label: "Video", papers: 2 }],
  communities: [{ label: "Around A", papers: 3 }],
  papers: {
    x: Float32Array.of(-1.5, 0, 300.25),
    y: Float32Array.of(0, 2, -7),
    radius: Float32Array.of(3.5, 26, 0),
    day: Float32Array.of(18_000, -3, Number.NaN),
    year: Uint16Array.of(2019, 1969, 0),
    slot: Uint8Array.of(0, 0, NO_SLOT),
    community: Int32Array.of(0, 0, -1),
    generation: Int32Array.of(0, 1, -1),
    flags: Uint8Array.of(7, 1, 0),
    labelZoom: Float32Array.of(0, 1.5, Number.POSITIVE_INFINITY),
  },
  citations: {
    start: Uint32Array.of(0, 0, 1, 3),
    cited: Uint32Array.of(0, 0, 1),
    implied: Uint8Array.of(0, 1, 0),
    confidence: Uint8Array.of(0, 1, 2),
  },
  labels: [
    { paper: 1, label: "B" },
    { paper: 0, label: "图" },
  ],
};

/** Companions of up to 30 papers with any values that may be written. */
export const companions: fc.Arbitrary<Companion> = fc
  .record({
    n: fc.nat(30),
    title: fc.string({ unit: "grapheme" }),
    groups: fc.array(fc.record({ label: fc.string(), papers: fc.nat() }), { maxLength: 5 }),
    communities: fc.array(fc.record({ label: fc.string(), papers: fc.nat() }), { maxLength: 5 }),
    bytes: fc.maxSafeNat(),
    checksum: fc.nat(0xffffffff),
  })
  .chain(({ n, title, groups, communities, bytes, checksum }) => {
    const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: n, maxLength: n });
    const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
    const slots = fc.constantFrom(NO_SLOT, ...groups.keys());
    return fc
      .record({
        x: each(finite),
        y: each(finite),
        radius: each(fc.float({ min: 0, noNaN: true, noDefaultInfinity: true })),
        day: each(fc.float({ noDefaultInfinity: true })),
        labelZoom: each(fc.float({ min: 0, noNaN: true })),
        year: each(fc.nat(9999)),
        slot: each(slots),
        community: each(fc.integer({ min: -1, max: communities.length - 1 })),
        generation: each(fc.integer({ min: -1, max: 2 ** 31 - 1 })),
        flags: each(fc.nat(7)),
        rows: each(fc.uniqueArray(fc.nat(Math.max(0, n - 1)))),
        labels: n === 0 ? fc.constant([]) : fc.array(fc.record({ paper: fc.nat(n - 1), label: fc.string() })),
        facts: fc.array(fc.record({ implied: fc.nat(1), confidence: fc.nat(2) }), {
          minLength: 900,
          maxLength: 900,
        }),
      })
      .map((made): Companion => {
        const start = new Uint32Array(n + 1);
        made.rows.forEach((row, i) => {
          start[i + 1] = start[i]! + row.length;
        });
        const facts = made.facts.slice(0, start[n]);
        return {
          corpus: { bytes, checksum },
          title,
          groups,
          communities,
          papers: {
            x: Float32Array.from(made.x),
            y: Float32Array.from(made.y),
            radius: Float32Array.from(made.radius),
            day: Float32Array.from(made.day),
            labelZoom: Float32Array.from(made.labelZoom),
            year: Uint16Array.from(made.year),
            slot: Uint8Array.from(made.slot),
            community: Int32Array.from(made.community),
            generation: Int32Array.from(made.generation),
            flags: Uint8Array.from(made.flags),
          },
          citations: {
            start,
            cited: Uint32Array.from(made.rows.flatMap((row) => [...row].sort((a, b) => a - b))),
            implied: Uint8Array.from(facts, ({ implied }) => implied),
            confidence: Uint8Array.from(facts, ({ confidence }) => confidence),
          },
          labels: made.labels,
        };
      });
  });
