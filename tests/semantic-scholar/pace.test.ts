import { describe, expect, test } from "vitest";
import { createPace } from "../../src/semantic-scholar/pace.ts";
import { fakeClock } from "../fake-clock.ts";

describe("createPace", () => {
  test("lets the first through at once and the others an interval apart, in the order they came", async () => {
    const clock = fakeClock();
    const pace = createPace(1000, clock);
    const times: [string, number][] = [];
    await Promise.all(
      ["a", "b", "c"].map(async (name) => {
        await pace.turn();
        times.push([name, clock.now()]);
      }),
    );
    expect(times).toEqual([
      ["a", 0],
      ["b", 1000],
      ["c", 2000],
    ]);
  });

  test("counts the interval from the last start, not from the last asking", async () => {
    const clock = fakeClock();
    const pace = createPace(1000, clock);
    await pace.turn();
    await clock.sleep(700);
    await pace.turn();
    expect(clock.now()).toBe(1000);
    await clock.sleep(5000);
    await pace.turn();
    expect(clock.now()).toBe(6000);
  });

  test("holds everybody, those already waiting too, and never shortens a longer hold", async () => {
    const clock = fakeClock();
    const pace = createPace(10, clock);
    await pace.turn();
    const waiting = Promise.all([pace.turn(), pace.turn()]);
    pace.hold(500);
    pace.hold(20);
    await waiting;
    expect(clock.now()).toBe(510);
  });

  test("begins a whole interval anew after a rest", async () => {
    const clock = fakeClock();
    const pace = createPace(1000, clock);
    await pace.turn();
    await clock.sleep(400);
    pace.rest();
    await pace.turn();
    expect(clock.now()).toBe(1400);
  });

  test("waits again when a timer fires early", async () => {
    let now = 0;
    const pace = createPace(100, {
      now: () => now,
      sleep: async (ms) => {
        now += ms / 2;
      },
    });
    await pace.turn();
    await pace.turn();
    expect(now).toBeGreaterThanOrEqual(99);
  });

  test("goes on serving others after a caller was aborted", async () => {
    const clock = fakeClock();
    const pace = createPace(100, clock);
    await pace.turn();
    await expect(pace.turn(AbortSignal.abort())).rejects.toThrow();
    await pace.turn();
    expect(clock.now()).toBe(100);
  });
});
