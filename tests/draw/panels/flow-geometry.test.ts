import { describe, expect, test } from "vitest";
import { flowGeometry, HEAD, LANE } from "../../../src/draw/panels/flow-geometry.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { inDomains, sectionsOf } from "../../view/domains.ts";
import { clipSources } from "../../view/models.ts";

const flow = sectionsOf(clipSources()).flow;
const numbersIn = (path: string) => (path.match(/-?\d+\.\d/g) ?? []).map(Number);

describe("flowGeometry", () => {
  test.each([
    [900, false],
    [362, true],
    [292, true],
  ])("keeps papers and bands inside a picture of %i px", (width, narrow) => {
    const { nodes, bands, height, lanes } = flowGeometry(flow, width, narrow);
    expect(height).toBe(HEAD + flow.lanes.length * (narrow ? LANE.narrow : LANE.wide));
    expect(lanes).toHaveLength(flow.lanes.length);
    for (const { x, y, radius } of nodes) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(width);
      expect(y + radius).toBeLessThanOrEqual(height);
    }
    for (const { path } of bands) {
      const numbers = numbersIn(path);
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers.every((value) => value >= 0)).toBe(true);
      expect(numbers.filter((_, i) => i % 2 === 0).every((x) => x <= width)).toBe(true);
    }
  });

  test("draws older years further left and more papers larger", () => {
    const { columns, nodes } = flowGeometry(flow, 900, false);
    const xs = columns.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    const sorted = [...nodes].sort((a, b) => a.count - b.count);
    expect(sorted[0]?.radius).toBeLessThan(sorted.at(-1)?.radius ?? 0);
  });

  test("begins a band broad at the domain that fed and ends it narrow at the one that was fed", () => {
    const { flow: two } = sectionsOf(
      buildSources(inDomains("A<-B", { A: "x", B: "y" }, { A: { year: 2020 }, B: { year: 2021 } })),
    );
    const { bands, nodes } = flowGeometry(two, 600, false);
    const numbers = numbersIn(bands[0]?.path ?? "");
    const points = Array.from({ length: numbers.length / 2 }, (_, i) => [
      numbers[i * 2] ?? 0,
      numbers[i * 2 + 1] ?? 0,
    ]);
    const across = (i: number) => {
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [points[i] ?? [], points.at(-1 - i) ?? []];
      return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, broad: Math.hypot(x1 - x2, y1 - y2) };
    };
    const [start, end] = [across(0), across(points.length / 2 - 1)];
    for (const [place, node] of [
      [start, nodes[0]],
      [end, nodes[1]],
    ] as const) {
      expect(place.x).toBeCloseTo(node?.x ?? 0, 0);
      expect(place.y).toBeCloseTo(node?.y ?? 0, 0);
    }
    expect(start.broad).toBeGreaterThan(end.broad * 3);
  });

  test("puts a single year in the middle", () => {
    const { flow: one } = sectionsOf(buildSources(inDomains("A", { A: "x" }, { A: { year: 2020 } })));
    expect(flowGeometry(one, 600, false).columns).toEqual([{ x: 300, label: "2020" }]);
  });
});
