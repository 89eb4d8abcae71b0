import { describe, expect, test } from "vitest";
import { withinTime } from "../../src/semantic-scholar/within-time.ts";

const never = () => new Promise<never>(() => {});

describe("withinTime", () => {
  test("resolves to what the task resolves to, and throws what it throws", async () => {
    expect(await withinTime(60_000, undefined, async () => 7)).toBe(7);
    await expect(
      withinTime(60_000, undefined, async () => {
        throw new RangeError("seven");
      }),
    ).rejects.toThrow("seven");
  });

  test("ends a task that hears no signal when the time is up", async () => {
    let signal: AbortSignal | undefined;
    const waiting = withinTime(10, undefined, (given) => {
      signal = given;
      return never();
    });
    await expect(waiting).rejects.toMatchObject({ name: "TimeUp", message: "not finished within 0.01 s" });
    expect(signal?.aborted).toBe(true);
  });

  test("ends a task that hears no signal when it is stopped, with the reason", async () => {
    const stop = new AbortController();
    const waiting = withinTime(60_000, stop.signal, never);
    stop.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });

  test("starts nothing once it is stopped", async () => {
    let started = false;
    const waiting = withinTime(60_000, AbortSignal.abort(new Error("enough")), async () => {
      started = true;
    });
    await expect(waiting).rejects.toThrow("enough");
    expect(started).toBe(false);
  });
});
