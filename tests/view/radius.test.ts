import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CorpusInput } from "../../src/corpus/schema.ts";
import { buildCatalogue } from "../../src/view/catalogue.ts";
import { radiusScale, UNKNOWN_RADIUS } from "../../src/view/radius.ts";
import { corpusOf } from "../graphs.ts";
import { entryOf } from "./models.ts";

function scaleOf(text: string, facts: Record<string, Partial<CorpusInput["papers"][number]>> = {}) {
  const catalogue = buildCatalogue(corpusOf(text, facts));
  const scale = radiusScale(catalogue);
  return { scale, of: (name: string) => scale.of(entryOf(catalogue, name)) };
}

describe("radiusScale", () => {
  test("grows with the count of citations where one is known, and lets an unknown count be a ring", () => {
    const { scale, of } = scaleOf("A<-B<-C", { A: { citationCount: 40_000 }, B: { citationCount: 100 } });
    expect(scale.measure).toBe("citations");
    expect(of("A").radius).toBeGreaterThan(of("B").radius);
    expect(of("B")).toEqual({ radius: 5.2, known: true });
    expect(of("C")).toEqual({ radius: UNKNOWN_RADIUS, known: false });
  });

  test("makes the area grow with the square root of the count", () => {
    const { scale } = scaleOf("A", { A: { citationCount: 1 } });
    const area = (count: number) => scale.ofCount(count) ** 2;
    expect(area(40_000) / area(10_000)).toBeCloseTo(2, 5);
  });

  test("takes the citations within the map where no survey paper has a count", () => {
    const { scale, of } = scaleOf("A<-B, A<-C, A<-D, A<-E, B<-C, W", {
      W: { role: "context", citationCount: 900 },
    });
    expect(scale.measure).toBe("within");
    expect(of("A")).toEqual({ radius: 9, known: true });
    expect(of("A").radius).toBeGreaterThan(of("B").radius);
    expect(of("B").radius).toBeGreaterThan(of("C").radius);
  });

  test("keeps works around the survey small, by how many papers they touch", () => {
    const { of } = scaleOf("A<-B, A->V, A->W, B->W", {
      A: { citationCount: 1_000_000 },
      V: { role: "context", citationCount: 1_000_000 },
      W: { role: "context" },
    });
    expect(of("W").radius).toBeGreaterThan(of("V").radius);
    expect(of("W").radius).toBeLessThanOrEqual(5.5);
    expect(of("V").known).toBe(true);
  });

  test("never shrinks as counts grow, and stays within what the map can hold", () => {
    const counts = fc.nat(10_000_000);
    for (const facts of [{ A: { citationCount: 1 } }, {}]) {
      const { scale } = scaleOf("A", facts);
      fc.assert(
        fc.property(counts, counts, (a, b) => {
          const [less, more] = [scale.ofCount(Math.min(a, b)), scale.ofCount(Math.max(a, b))];
          expect(less).toBeLessThanOrEqual(more);
          expect(less).toBeGreaterThanOrEqual(3.5);
          expect(more).toBeLessThanOrEqual(26);
        }),
      );
    }
  });
});
