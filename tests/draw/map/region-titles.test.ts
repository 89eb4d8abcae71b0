import { describe, expect, test } from "vitest";
import type { RegionMark, RegionMarks } from "../../../src/draw/map/marks.ts";
import { drawRegionTitles, placeRegionTitles } from "../../../src/draw/map/region-titles.ts";
import type { Box } from "../../../src/layout/boxes.ts";
import type { Region } from "../../../src/layout/regions.ts";
import { LIGHT } from "../../../src/view/looks/palette.ts";
import { recordingSurface } from "../recording-surface.ts";

function region(group: string, papers: number, x = 150, y = 100): Region {
  return { group, rings: [], anchor: { x, y }, papers: Array.from({ length: papers }, (_, i) => i) };
}

function mark(id: string, emphasis: RegionMark["emphasis"] = "normal"): RegionMark {
  return { id, label: id.toUpperCase(), labelWidth: 40, slot: 1, emphasis };
}

const marksOf = (...marks: RegionMark[]): RegionMarks => ({ key: "domains", marks, of: [] });
const map = { width: 320, height: 240 };
const still = { k: 1, x: 0, y: 0 };
const small = region("small", 1);

describe("drawRegionTitles", () => {
  test("keeps a name at the edge within the map", () => {
    const { surface, drawing } = recordingSurface(320);
    const edge = { ...small, anchor: { x: 315, y: 40 } };
    const titles = placeRegionTitles([edge], marksOf(mark("small")), still, map);
    expect(titles.map(({ box }) => box)).toEqual([{ x0: 276, x1: 316, y0: 32, y1: 48 }]);
    drawRegionTitles(surface, titles, LIGHT);
    expect(drawing.texts.map(({ x, text }) => [x, text])).toEqual([[296, "SMALL"]]);
  });
});

describe("placeRegionTitles", () => {
  const named = (regions: Region[], marks: RegionMark[], dots: Box[] = []) =>
    placeRegionTitles(regions, marksOf(...marks), still, map, dots).map(({ mark: { id } }) => id);
  const crowd = [3, 1, 2, 4, 1, 1, 1, 1, 1, 1].map((papers, i) => region(`r${i}`, papers, 30, 12));

  test("lets a name give way to another, so that no two touch", () => {
    const two = crowd.slice(0, 2);
    const titles = placeRegionTitles(two, marksOf(mark("r0"), mark("r1")), still, map);
    expect(titles.map(({ mark: { id } }) => id)).toEqual(["r0", "r1"]);
    const [one, other] = titles.map(({ box }) => box);
    expect((other?.y0 ?? 0) >= (one?.y1 ?? 0) || (other?.x1 ?? 0) < (one?.x0 ?? 0)).toBe(true);
  });

  test("leaves names out where room is short, those of fewer papers first", () => {
    const marks = crowd.map(({ group }) => mark(group));
    const room = { width: 60, height: 40 };
    const titles = placeRegionTitles(crowd, marksOf(...marks), still, room);
    expect(titles.map(({ mark: { id } }) => id)).toEqual(["r0", "r3"]);
  });

  test("keeps clear of dots, but always names the region that stands out", () => {
    const dots = [{ x0: 0, y0: 0, x1: 320, y1: 240 }];
    expect(named([small], [mark("small")], dots)).toEqual([]);
    expect(named([small], [mark("small", "strong")], dots)).toEqual(["small"]);
  });
});
