import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { neighbourhoodOf } from "../../../src/layout/engine/neighbourhood.ts";
import { elasticSheet } from "../../../src/layout/engine/sheet.ts";
import { springsOf } from "../../../src/layout/engine/springs.ts";
import { citationRows } from "./citation-rows.ts";
import { engineGraph } from "./random-graph.ts";

type Links = readonly (readonly [number, number])[];

/** How far each paper follows when the first is held 100 px to the right until nothing moves any more. */
function follows(count: number, links: Links, paper = 0): Map<number, number> {
  const { papers, springs } = neighbourhoodOf(citationRows(count, links), paper);
  const sheet = elasticSheet(springs, new Float32Array(2 * papers.length + 2));
  sheet.pin(0, 100, 0);
  for (let tick = 0; tick < 200; tick++) sheet.tick();
  expect(sheet.positions.subarray(2 * papers.length)).toEqual(new Float32Array(2));
  return new Map(Array.from(papers, (member, body) => [member, sheet.positions[2 * body] ?? 0]));
}

const graphs = fc.integer({ min: 2, max: 14 }).chain((count) => {
  const link = fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([a, b]) => a !== b);
  return fc.record({
    count: fc.constant(count),
    links: fc.uniqueArray(link, { maxLength: 3 * count, selector: String }),
    paper: fc.nat(count - 1),
  });
});

describe("neighbourhoodOf", () => {
  test("holds the paper, all it is linked with, each once, and its links", () => {
    fc.assert(
      fc.property(graphs, ({ count, links, paper }) => {
        const rows = citationRows(count, links);
        const found = neighbourhoodOf(rows, paper);
        const own = links.filter((link) => link.includes(paper));
        const others = new Set(own.map(([a, b]) => (a === paper ? b : a)));
        expect(found.papers[0]).toBe(paper);
        expect([...found.papers.subarray(1)].sort((a, b) => a - b)).toEqual(
          [...others].sort((a, b) => a - b),
        );
        expect([...found.links].map((c) => `${rows.citing[c]} ${rows.cited[c]}`).sort()).toEqual(
          own.map((link) => link.join(" ")).sort(),
        );
      }),
    );
  });

  test("moves nobody farther than the paper itself, and everybody to its side", () => {
    fc.assert(
      fc.property(graphs, ({ count, links, paper }) => {
        for (const way of follows(count, links, paper).values()) {
          expect(way).toBeGreaterThan(0);
          expect(way).toBeLessThanOrEqual(100 + 1e-3);
        }
      }),
    );
  });

  test("pulls as the springs of the whole graph do, with half of what leads out of it", () => {
    fc.assert(
      fc.property(graphs, ({ count, links, paper }) => {
        const { papers, springs } = neighbourhoodOf(citationRows(count, links), paper);
        const whole = springsOf(engineGraph(count, links));
        const members = new Set(papers);
        const inner = new Map<string, readonly [number, number]>();
        const out = new Map<number, number>();
        whole.a.forEach((a, i) => {
          const [b, pullA, pullB] = [whole.b[i] ?? 0, whole.pullA[i] ?? 0, whole.pullB[i] ?? 0];
          if (members.has(a) && members.has(b)) inner.set(`${a} ${b}`, [pullA, pullB]);
          else if (members.has(a)) out.set(a, (out.get(a) ?? 0) + pullA / 2);
          else if (members.has(b)) out.set(b, (out.get(b) ?? 0) + pullB / 2);
        });
        springs.a.forEach((body, i) => {
          const [a, b] = [papers[body] ?? -1, springs.b[i] ?? 0];
          const key = `${a} ${papers[b]}`;
          const [pullA, pullB] = b < papers.length ? (inner.get(key) ?? []) : [out.get(a) ?? 0, 0];
          expect(springs.pullA[i]).toBeCloseTo(pullA ?? Number.NaN, 5);
          expect(springs.pullB[i]).toBeCloseTo(pullB ?? Number.NaN, 5);
          inner.delete(key);
        });
        expect(inner.size).toBe(0);
      }),
    );
  });

  test("lets papers follow the less the more else holds them", () => {
    const leaf = follows(4, [[1, 0]]).get(1) ?? 0;
    const held = follows(4, [
      [1, 0],
      [1, 2],
      [3, 1],
    ]).get(1);
    expect(leaf).toBeGreaterThan(80);
    expect(held).toBeLessThan(leaf - 20);
  });

  test("lets what hundreds of links hold stay, and of a thousand neighbours those with the fewest links move", () => {
    const crowd = Array.from({ length: 500 }, (_, i) => [i + 2, 1] as const);
    expect([...follows(502, [[0, 1], ...crowd]).keys()]).toEqual([0]);
    const fan = Array.from({ length: 1_000 }, (_, i) => [i + 1, 0] as const);
    const tied = Array.from({ length: 700 }, (_, i) => [i + 1, 1_001 + (i % 10)] as const);
    const movers = [...follows(1_011, [...fan, ...tied]).keys()];
    expect(movers).toHaveLength(301);
    expect(movers.every((paper) => paper === 0 || paper > 700)).toBe(true);
  });

  test("names a paper that is not there", () => {
    expect(() => neighbourhoodOf(citationRows(3, []), 3)).toThrow("no paper 3; there are 3");
  });
});
