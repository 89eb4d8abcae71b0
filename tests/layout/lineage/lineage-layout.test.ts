import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dotBox, labelBox, sharedArea } from "../../../src/layout/boxes.ts";
import type { LayoutPaper } from "../../../src/layout/input.ts";
import { titleBox } from "../../../src/layout/lineage/lanes.ts";
import { type LineageLayout, lineageLayout } from "../../../src/layout/lineage/lineage-layout.ts";
import { layoutQuality } from "../../../src/layout/quality.ts";
import { byId, fieldGraph, layoutGraph, layoutPaper, reordered } from "../layout-graph.ts";

const GROUPS = ["g0", "g1", "g2", "g3", "g4", "g5"].map((id) => ({ id, titleWidth: 90 }));
const field = fieldGraph(19, 90);
const root = field.papers[0]?.id ?? null;
const SIZES = [
  ["a wide page", { width: 1_100, height: 800 }],
  ["half a page", { width: 700, height: 900 }],
  ["a phone", { width: 340, height: 700 }],
] as const;

function lineageOf(size: { width: number; height: number }, graph = field): LineageLayout {
  return lineageLayout(graph.papers, graph.links, { ...size, groups: GROUPS, root });
}

const x = (layout: LineageLayout, i: number) => layout.positions[2 * i] as number;
const y = (layout: LineageLayout, i: number) => layout.positions[2 * i + 1] as number;
const isSurvey = (paper: LayoutPaper | undefined) => paper?.role === "survey";

describe.each(SIZES)("lineageLayout on %s", (_, size) => {
  const layout = lineageOf(size);

  test("lets no dot overlap another", () => {
    const { dotOverlaps } = layoutQuality(field.papers, field.links, layout.positions, layout.labelSides);
    expect(dotOverlaps).toBe(0);
  });

  test("keeps labels clear of dots and of each other", () => {
    const quality = layoutQuality(field.papers, field.links, layout.positions, layout.labelSides);
    expect(quality.labelDotOverlaps + quality.labelOverlaps).toBeLessThanOrEqual(size.width < 400 ? 2 : 0);
  });

  test("keeps titles of lanes clear of dots", () => {
    for (const lane of layout.lanes) {
      field.papers.forEach((paper, i) => {
        const dot = dotBox({ x: x(layout, i), y: y(layout, i) }, paper.radius);
        expect(sharedArea(titleBox(lane), dot), `${lane.group} and ${paper.id}`).toBe(0);
      });
    }
  });

  test("keeps dots and labels inside its bounds", () => {
    const { x0, y0, x1, y1 } = layout.bounds;
    field.papers.forEach((paper, i) => {
      const at = { x: x(layout, i), y: y(layout, i) };
      const label = labelBox(paper, at, layout.labelSides[i] ?? "right");
      for (const box of label ? [dotBox(at, paper.radius), label] : [dotBox(at, paper.radius)]) {
        expect(box.x0, paper.id).toBeGreaterThanOrEqual(x0 - 1e-6);
        expect(box.x1, paper.id).toBeLessThanOrEqual(x1 + 1e-6);
        expect(box.y0, paper.id).toBeGreaterThanOrEqual(y0 - 1e-6);
        expect(box.y1, paper.id).toBeLessThanOrEqual(y1 + 1e-6);
      }
    });
  });

  test("puts the older of two dated papers to the left", () => {
    const dated = field.papers.flatMap((paper, i) => (isSurvey(paper) ? [i] : []));
    dated.sort((a, b) => (field.papers[a]?.day ?? 0) - (field.papers[b]?.day ?? 0));
    dated.slice(1).forEach((i, place) => {
      expect(x(layout, i)).toBeGreaterThanOrEqual(x(layout, dated[place] as number));
    });
  });

  test("puts a work of known year left of the papers that cite it", () => {
    for (const { citing, cited } of field.links) {
      if (isSurvey(field.papers[cited])) continue;
      expect(x(layout, cited)).toBeLessThan(x(layout, citing));
    }
  });

  test("gives each group one lane, and each paper a place in the lane of its group", () => {
    const groups = layout.lanes.filter((lane) => lane.kind === "survey").map((lane) => lane.group);
    expect(new Set(groups).size).toBe(groups.length);
    field.papers.forEach((paper, i) => {
      const lane = layout.lanes.find(
        ({ kind, group }) => kind === paper.role && (kind === "context" || group === paper.group),
      );
      expect(y(layout, i) - paper.radius, paper.id).toBeGreaterThanOrEqual(lane?.y0 ?? Infinity);
      expect(y(layout, i) + paper.radius, paper.id).toBeLessThanOrEqual(lane?.y1 ?? -Infinity);
    });
  });

  test("stacks the lanes without gap or overlap", () => {
    layout.lanes.slice(1).forEach((lane, i) => {
      expect(lane.y0).toBeCloseTo(layout.lanes[i]?.y1 ?? Number.NaN, 6);
    });
  });

  test("runs each route from the rim of the citing to the rim of the cited paper", () => {
    field.links.forEach(({ citing, cited }, link) => {
      const route = layout.routes[link] ?? [];
      expect((route.length - 2) % 6).toBe(0);
      const ends = [
        [citing, route[0], route[1]],
        [cited, route.at(-2), route.at(-1)],
      ] as const;
      for (const [paper, endX = Number.NaN, endY = Number.NaN] of ends) {
        const gap = Math.hypot(endX - x(layout, paper), endY - y(layout, paper));
        expect(gap).toBeCloseTo(field.papers[paper]?.radius ?? 0, 3);
      }
    });
  });
});

describe("lineageLayout", () => {
  test("is the same picture whatever the order of papers and links", () => {
    const before = byId(field, lineageOf(SIZES[0][1]).positions);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Array.from(field.papers.keys()), { minLength: field.papers.length }),
        (order) => {
          const other = reordered(field, order);
          expect(byId(other, lineageOf(SIZES[0][1], other).positions)).toEqual(before);
        },
      ),
      { numRuns: 4 },
    );
  });

  test("lays out no paper at all as an empty plane of the size asked for", () => {
    const layout = lineageLayout([], [], { width: 400, height: 300, groups: GROUPS });
    expect(layout.positions).toHaveLength(0);
    expect(layout.lanes).toEqual([]);
    expect(layout.bounds).toEqual({ x0: 0, y0: 0, x1: 400, y1: 300 });
  });

  test("has no band and no break without works around the survey", () => {
    const alone = fieldGraph(19, 0);
    const layout = lineageOf(SIZES[0][1], alone);
    expect(layout.lanes.every((lane) => lane.kind === "survey")).toBe(true);
    expect(layout.axis.breakX).toBeNull();
  });

  test("gives papers without a group a lane, and groups that are not listed one each", () => {
    const { papers, links } = layoutGraph("A<-B, A<-C", (name) => ({ group: name === "C" ? null : name }));
    const { lanes } = lineageLayout(papers, links, { width: 500, height: 400, groups: [] });
    expect(lanes.map((lane) => lane.group).sort()).toEqual(["A", "B", null]);
  });

  test("lets no dots overlap when nothing is dated", () => {
    const { papers, links } = layoutGraph("A<-B<-C, A<-D", () => ({ day: null, datePrecision: null }));
    const layout = lineageLayout(papers, links, { width: 500, height: 400, groups: GROUPS });
    expect(layoutQuality(papers, links, layout.positions, layout.labelSides).dotOverlaps).toBe(0);
  });

  test("grows beyond the height when many papers share a lane and a day", () => {
    const papers = Array.from({ length: 60 }, (_, i) => layoutPaper(`p${i}`));
    const layout = lineageLayout(papers, [], { width: 500, height: 300, groups: GROUPS });
    expect(layoutQuality(papers, [], layout.positions, layout.labelSides).dotOverlaps).toBe(0);
    expect(layout.bounds.y1).toBeGreaterThan(300);
  });

  test("draws a link to a younger paper as well", () => {
    const { papers, links } = layoutGraph("A<-B", (_, i) => ({ day: i === 0 ? 19_400 : 19_000 }));
    const { routes } = lineageLayout(papers, links, { width: 500, height: 300, groups: GROUPS });
    expect(routes[0]?.every(Number.isFinite)).toBe(true);
    expect(routes[0]?.length).toBeGreaterThan(2);
  });
});
