import { describe, expect, test } from "vitest";
import type { RegionMark, RegionMarks } from "../../../src/draw/map/marks.ts";
import { drawRegions, regionAt } from "../../../src/draw/map/regions.ts";
import type { Region } from "../../../src/layout/regions.ts";
import { LIGHT } from "../../../src/view/looks/palette.ts";
import { recordingSurface } from "../recording-surface.ts";

function square(group: string, from: number, to: number, papers: number[]): Region {
  const ring = [
    { x: from, y: from },
    { x: to, y: from },
    { x: to, y: to },
    { x: from, y: to },
  ];
  return { group, rings: [ring], anchor: { x: (from + to) / 2, y: from }, papers };
}

function mark(id: string, emphasis: RegionMark["emphasis"] = "normal"): RegionMark {
  return { id, label: id.toUpperCase(), labelWidth: 40, slot: 1, emphasis };
}

const marksOf = (...marks: RegionMark[]): RegionMarks => ({ key: "domains", marks, of: [] });
const still = { k: 1, x: 0, y: 0 };
const large = square("large", 0, 300, [0, 1, 2]);
const small = square("small", 100, 200, [3]);

describe("regionAt", () => {
  test("gives the region around a place, the smaller one where two lie over each other", () => {
    expect(regionAt([large, small], 50, 50)).toBe("large");
    expect(regionAt([large, small], 150, 150)).toBe("small");
    expect(regionAt([large, small], 400, 150)).toBeNull();
  });

  test("leaves out a hole", () => {
    const hole = square("", 120, 180, []).rings;
    expect(regionAt([{ ...small, rings: [...small.rings, ...hole] }], 150, 150)).toBeNull();
  });
});

describe("drawRegions", () => {
  test("draws what stands out over the others, in its colour, through the camera", () => {
    const { surface, drawing } = recordingSurface();
    drawRegions(
      surface,
      [small, large],
      marksOf(mark("small", "strong"), mark("large", "faint")),
      { k: 2, x: 10, y: 0 },
      LIGHT,
    );
    expect(drawing.outlines.map(({ corners }) => corners?.[0])).toEqual([
      [10, 0],
      [210, 200],
    ]);
    expect(drawing.polygons.map(({ fill }) => fill)).toEqual([LIGHT.domains[1], LIGHT.domains[1]]);
    const [faint = 1, strong = 0] = drawing.polygons.map(({ alpha }) => alpha);
    expect(faint).toBeLessThan(strong);
  });

  test("draws no region that has no mark", () => {
    const { surface, drawing } = recordingSurface();
    drawRegions(surface, [small], marksOf(), still, LIGHT);
    expect(drawing.verbs).toEqual([]);
  });
});
