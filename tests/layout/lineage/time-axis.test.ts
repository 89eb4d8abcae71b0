import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, timeAxis } from "../../../src/layout/lineage/time-axis.ts";

const frame = { x0: 0, x1: 1_000, compressedWidth: 200 };
const day = (year: number, month = 0) => dayOf(year, month);
const field = [day(2021, 1), day(2021, 6), day(2022, 2), day(2022, 11), day(2023, 5)];

describe("timeAxis", () => {
  test("is linear from the break on", () => {
    const { xOf, breakX } = timeAxis({
      surveyDays: field,
      contextDays: [day(2012)],
      rootDay: day(2021, 1),
      ...frame,
    });
    expect(breakX).toBe(200);
    const perDay = (xOf(day(2022)) - xOf(day(2021))) / 365;
    expect(xOf(day(2023)) - xOf(day(2022))).toBeCloseTo(365 * perDay, 6);
    expect(xOf(day(2023, 5))).toBe(1_000);
  });

  test("breaks at the start of the root's year and has no break when nothing is older", () => {
    const input = { surveyDays: field, rootDay: day(2021, 1), ...frame };
    expect(timeAxis({ ...input, contextDays: [day(2015)] }).breakDay).toBe(day(2021));
    expect(timeAxis({ ...input, contextDays: [] }).breakX).toBeNull();
  });

  test("does not let one old outlier squash the field", () => {
    const surveyDays = [day(1936), ...Array.from({ length: 20 }, (_, i) => day(2018, i * 2))];
    const { xOf, breakX } = timeAxis({ surveyDays, contextDays: [], rootDay: null, ...frame });
    expect(breakX).not.toBeNull();
    expect(xOf(day(2018, 38)) - xOf(day(2018))).toBeGreaterThan(700);
  });

  test("keeps the field together when much of it is older than the root", () => {
    const { breakX } = timeAxis({ surveyDays: field, contextDays: [], rootDay: day(2022, 11), ...frame });
    expect(breakX).toBeNull();
  });

  test("never puts an older day right of a younger one, and stays within its frame", () => {
    const anyDay = fc.integer({ min: day(1900), max: day(2030) });
    fc.assert(
      fc.property(fc.array(anyDay), fc.array(anyDay), fc.array(anyDay), (surveyDays, contextDays, asked) => {
        const { xOf } = timeAxis({ surveyDays, contextDays, rootDay: surveyDays[0] ?? null, ...frame });
        const xs = asked.sort((a, b) => a - b).map(xOf);
        xs.forEach((x, i) => {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1_000);
          if (i > 0) expect(x).toBeGreaterThanOrEqual(xs[i - 1] as number);
        });
      }),
    );
  });

  test("puts ticks at the first of January and of months, far enough apart to be read", () => {
    const { ticks, xOf } = timeAxis({
      surveyDays: field,
      contextDays: [day(2009), day(2016)],
      rootDay: field[0] ?? null,
      ...frame,
    });
    expect(ticks.filter((tick) => tick.kind === "year" && !tick.compressed).map((tick) => tick.year)).toEqual(
      [2021, 2022, 2023],
    );
    ticks.forEach((tick, i) => {
      expect(tick.x).toBeCloseTo(xOf(tick.day), 6);
      if (i > 0) expect(tick.x - (ticks[i - 1]?.x ?? 0)).toBeGreaterThanOrEqual(33);
    });
  });

  test("stands without any day", () => {
    const { xOf, ticks } = timeAxis({ surveyDays: [], contextDays: [], rootDay: null, ...frame });
    expect(Number.isFinite(xOf(0))).toBe(true);
    expect(ticks.length).toBeLessThan(3);
  });
});
