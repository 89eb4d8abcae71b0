import { describe, expect, test } from "vitest";
import { frameTimes } from "../../../scripts/bench/frame-times.ts";

describe("frameTimes", () => {
  test("measures the intervals, not the times", () => {
    const times = frameTimes([100, 110, 120, 130, 170]);
    expect(times).toMatchObject({ frames: 5, median: 10 });
    expect(times.p95).toBeCloseTo(35.5);
    expect(times.perSecond).toBeCloseTo(4_000 / 70);
  });

  test("refuses a single frame", () => {
    expect(() => frameTimes([1])).toThrow("1 frames have no interval");
  });
});
