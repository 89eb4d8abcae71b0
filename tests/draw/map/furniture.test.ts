import { describe, expect, test } from "vitest";
import { dayNumber } from "../../../src/corpus/date.ts";
import { drawAxis, drawLanes, type Furniture } from "../../../src/draw/map/furniture.ts";
import { timeAxis } from "../../../src/layout/lineage/time-axis.ts";
import { ENGLISH } from "../../../src/text/en/texts.ts";
import { LIGHT } from "../../../src/view/looks/palette.ts";
import { recordingSurface } from "../recording-surface.ts";

const days = ["2021-02-26", "2021-12-23", "2022-08-03", "2023-06-19"].map(dayNumber);
const axis = timeAxis({
  surveyDays: days,
  contextDays: [dayNumber("1998"), dayNumber("2015")],
  rootDay: days[0] ?? 0,
  x0: 20,
  x1: 980,
  compressedWidth: 120,
});
const furniture: Furniture = {
  texts: ENGLISH,
  axis,
  lanes: [
    { label: "Training <b>", slot: 1, y0: 40, y1: 140, titleX: 30, titleY: 50 },
    { label: "Video", slot: 2, y0: 140, y1: 240, titleX: 30, titleY: 150 },
    { label: "Works around the survey", slot: null, y0: 240, y1: 300, titleX: 30, titleY: 250 },
  ],
};
const IN_PLACE = { k: 1, x: 0, y: 0 };

function drawn(draw: typeof drawAxis, camera = IN_PLACE) {
  const { surface, drawing } = recordingSurface();
  draw(surface, furniture, camera, LIGHT);
  return drawing;
}

describe("drawLanes", () => {
  test("writes each lane's name in its group's colour, muted where it has none", () => {
    expect(drawn(drawLanes).texts.map(({ text, style }) => [text, style.color])).toEqual([
      ["Training <b>", LIGHT.domainTexts[1]],
      ["Video", LIGHT.domainTexts[2]],
      ["Works around the survey", LIGHT.muted],
    ]);
  });

  test("shades every other lane over the whole width, wherever one has panned to", () => {
    for (const camera of [IN_PLACE, { k: 2, x: -700, y: -30 }]) {
      expect(drawn(drawLanes, camera).rects).toEqual([
        { x: 0, y: 140 * camera.k + camera.y, width: 1_000, height: 100 * camera.k, fill: LIGHT.band },
      ]);
    }
  });

  test("keeps the names at the left edge while one pans along time", () => {
    const { texts } = drawn(drawLanes, { k: 1, x: -5_000, y: 0 });
    expect(texts.map(({ x }) => x)).toEqual([8, 8, 8]);
  });

  test("draws a line at each tick, and a dashed one where time is compressed", () => {
    const { lines } = drawn(drawLanes);
    const dashed = lines.filter(({ stroke }) => stroke.dash !== undefined);
    expect(dashed.map(({ x1 }) => x1)).toEqual([axis.breakX]);
    const ticks = axis.ticks.filter(({ compressed }) => !compressed).map(({ x }) => x);
    expect(lines.filter(({ stroke }) => stroke.dash === undefined).map(({ x1 }) => x1)).toEqual(ticks);
  });
});

describe("drawAxis", () => {
  test("names the years of the linear part, in order", () => {
    const years = drawn(drawAxis).texts.filter(({ style }) => style.weight === 700);
    expect(years.map(({ text }) => text)).toEqual(expect.arrayContaining(["2022", "2023"]));
    expect(years.map(({ x }) => x)).toEqual(years.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  test("says where time is compressed", () => {
    expect(axis.breakX).not.toBeNull();
    const said = drawn(drawAxis, { k: 1, x: 100, y: 0 }).texts.map(({ text }) => text);
    expect(said.some((text) => /^before (\w+ )?\d{4}, compressed$/.test(text))).toBe(true);
  });

  test("never lets two of its words touch, however far one zooms out", () => {
    for (const k of [0.15, 0.4, 1, 3]) {
      const { texts } = drawn(drawAxis, { k, x: 10, y: 0 });
      const spans = texts.map(({ x, text, style }) => {
        const width = text.length * 6;
        return style.anchor === "end" ? [x - width, x] : [x, x + width];
      });
      spans.sort(([a = 0], [b = 0]) => a - b);
      for (let i = 1; i < spans.length; i++)
        expect(spans[i]?.[0]).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
    }
  });

  test("stays at the top edge wherever one has panned to", () => {
    const ys = (y: number) => drawn(drawAxis, { k: 1, x: 0, y }).texts.map((text) => text.y);
    expect(ys(-500)).toEqual(ys(0));
  });
});
