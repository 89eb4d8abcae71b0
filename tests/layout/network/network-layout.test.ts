import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LayoutPaper, Point } from "../../../src/layout/input.ts";
import { networkLayout } from "../../../src/layout/network/network-layout.ts";
import { layoutQuality } from "../../../src/layout/quality.ts";
import { twoIslands } from "../../graphs.ts";
import { byId, fieldGraph, layoutGraph, layoutPaper, reordered } from "../layout-graph.ts";

const field = fieldGraph(19, 90);
const fieldLayout = networkLayout(field.papers, field.links);

function pointsOf(papers: readonly LayoutPaper[], positions: Float64Array): Map<LayoutPaper["id"], Point> {
  return new Map(
    papers.map((paper, i) => [
      paper.id,
      { x: positions[2 * i] as number, y: positions[2 * i + 1] as number },
    ]),
  );
}

describe("networkLayout", () => {
  test("lays out no paper at all", () => {
    expect(networkLayout([], [])).toMatchObject({ positions: new Float64Array(), labelSides: [] });
  });

  test("puts a single paper in the middle", () => {
    const { positions } = networkLayout([layoutPaper("A")], []);
    expect([...positions].map(Math.abs)).toEqual([0, 0]);
  });

  test("puts the most important survey paper in the middle", () => {
    expect(Math.hypot(fieldLayout.positions[0] as number, fieldLayout.positions[1] as number)).toBeLessThan(
      40,
    );
  });

  test("lets no dot overlap another or a label, and no label another, in a field of 19 papers and 90 works", () => {
    const quality = layoutQuality(field.papers, field.links, fieldLayout.positions, fieldLayout.labelSides);
    expect(quality).toMatchObject({ dotOverlaps: 0, labelDotOverlaps: 0, labelOverlaps: 0 });
  });

  test.each([
    ["a phone", { width: 360, height: 560 }],
    ["a page", { width: 1_050, height: 750 }],
  ])("fills the size of %s and stays near it", (_, size) => {
    const { bounds } = networkLayout(field.papers, field.links, { size });
    expect(bounds.x1 - bounds.x0).toBeGreaterThan(0.5 * size.width);
    expect(bounds.x1 - bounds.x0).toBeLessThan(1.5 * size.width);
    expect(bounds.y1 - bounds.y0).toBeGreaterThan(0.4 * size.height);
    expect(bounds.y1 - bounds.y0).toBeLessThan(1.5 * size.height);
  });

  test("is the same picture whatever the order of papers and links", () => {
    const before = byId(field, fieldLayout.positions);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Array.from(field.papers.keys()), { minLength: field.papers.length }),
        (order) => {
          const other = reordered(field, order);
          const layout = networkLayout(other.papers, other.links);
          expect(byId(other, layout.positions)).toEqual(before);
          order.forEach((old, place) => {
            expect(layout.labelSides[place]).toBe(fieldLayout.labelSides[old]);
          });
        },
      ),
      { numRuns: 5 },
    );
  });

  test("gives survey papers the same places with and without the related works", () => {
    const alone = fieldGraph(19, 0);
    const without = networkLayout(alone.papers, alone.links).positions;
    expect(fieldLayout.positions.slice(0, without.length)).toEqual(without);
  });

  test("leaves its input as it was", () => {
    const copy = structuredClone(field);
    networkLayout(field.papers, field.links);
    expect(field).toEqual(copy);
  });

  test("keeps two islands and a paper without links in sight", () => {
    const { papers, links } = layoutGraph(`${twoIslands}, L`);
    const { positions } = networkLayout(papers, links);
    expect([...positions].every((value) => Number.isFinite(value) && Math.abs(value) < 900)).toBe(true);
    expect(
      layoutQuality(
        papers,
        links,
        positions,
        papers.map(() => "right"),
      ).dotOverlaps,
    ).toBe(0);
  });

  test("keeps a paper without links nearer to its group than to most others", () => {
    const graph = layoutGraph("R<-A, R<-B, R<-C, R<-D, R<-E, R<-F, L", (name) => ({
      group: name === "L" || name === "C" ? "kin" : name,
      importance: name === "R" ? 9 : 1,
    }));
    const at = byId(graph, networkLayout(graph.papers, graph.links).positions);
    const gap = (a: string, b: string) => {
      const [[ax, ay], [bx, by]] = [at.get(a), at.get(b)] as [[number, number], [number, number]];
      return Math.hypot(ax - bx, ay - by);
    };
    const nearer = ["A", "B", "D", "E", "F"].filter((other) => gap("L", other) < gap("L", "C"));
    expect(nearer.length).toBeLessThanOrEqual(1);
  });

  test("draws papers of one group nearer together than papers of different groups", () => {
    const { papers } = field;
    const mean = (same: boolean) => {
      const gaps: number[] = [];
      for (let i = 1; i < 19; i++) {
        for (let j = i + 1; j < 19; j++) {
          if ((papers[i]?.group === papers[j]?.group) !== same) continue;
          const dx = (fieldLayout.positions[2 * i] as number) - (fieldLayout.positions[2 * j] as number);
          const dy =
            (fieldLayout.positions[2 * i + 1] as number) - (fieldLayout.positions[2 * j + 1] as number);
          gaps.push(Math.hypot(dx, dy));
        }
      }
      return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    };
    expect(mean(true)).toBeLessThan(0.75 * mean(false));
  });

  test("keeps every paper it knew where it stood, and finds new ones a free place", () => {
    const [older, newer] = [fieldGraph(17, 80), field];
    const old = networkLayout(older.papers, older.links);
    const previous = pointsOf(older.papers, old.positions);
    const { positions, labelSides } = networkLayout(newer.papers, newer.links, { previous });
    const now = pointsOf(newer.papers, positions);
    for (const [id, point] of previous) expect(now.get(id)).toEqual(point);
    expect(layoutQuality(newer.papers, newer.links, positions, labelSides).dotOverlaps).toBe(0);
  });

  test("lets no dot overlap in a large field", () => {
    const { papers, links } = fieldGraph(150, 60);
    const { positions, labelSides } = networkLayout(papers, links);
    expect(layoutQuality(papers, links, positions, labelSides).dotOverlaps).toBe(0);
  });

  test("places works alone when there is no survey paper", () => {
    const { papers, links } = layoutGraph("A<-B, A<-C, B<-C", () => ({ role: "context", group: null }));
    const { positions } = networkLayout(papers, links);
    expect(
      layoutQuality(
        papers,
        links,
        positions,
        papers.map(() => "right"),
      ).dotOverlaps,
    ).toBe(0);
  });
});
