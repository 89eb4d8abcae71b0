import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stoppable } from "../../scripts/refresh/stoppable.ts";

/** A process that notes what is sent to it instead of ending. */
function pretendedProcess() {
  const sent: string[] = [];
  const emitter = new EventEmitter();
  const self = Object.assign(emitter, {
    pid: 7,
    kill: (pid: number, signal?: string | number) => sent.push(`${pid} ${signal}`) > 0,
  }) as unknown as Pick<NodeJS.Process, "on" | "off" | "kill" | "pid">;
  return { self, sent, signal: (name: string) => emitter.emit(name, name), emitter };
}

const never = () => new Promise<never>(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("stoppable", () => {
  test("resolves to what the task resolves to, and leaves the signals as they were", async () => {
    const { self, emitter } = pretendedProcess();
    expect(await stoppable(async () => 7, never, self)).toBe(7);
    expect(emitter.eventNames()).toEqual([]);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"])("aborts the task's signal on %s", async (name) => {
    const { self, signal } = pretendedProcess();
    const running = stoppable(
      (stop) =>
        new Promise((_, reject) => stop.addEventListener("abort", () => reject(new Error("stopped")))),
      never,
      self,
    );
    signal(name);
    await expect(running).rejects.toThrow("stopped");
  });

  test("ends a process within a second whose task hears nothing, by the signal itself", () => {
    const { self, sent, signal, emitter } = pretendedProcess();
    const leave = vi.fn();
    void stoppable(never, leave, self);
    signal("SIGTERM");
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual(["7 SIGTERM"]);
    expect(leave).toHaveBeenCalledOnce();
    expect(emitter.eventNames()).toEqual([]);
  });

  test("ends a process that something still holds when the task has stopped", async () => {
    const { self, sent, signal } = pretendedProcess();
    const running = stoppable(
      (stop) => new Promise((resolve) => stop.addEventListener("abort", resolve)),
      () => {},
      self,
    );
    signal("SIGINT");
    await running;
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual(["7 SIGINT"]);
  });

  test("ends a process at once on a second signal", () => {
    const { self, sent, signal } = pretendedProcess();
    void stoppable(never, () => {}, self);
    signal("SIGINT");
    signal("SIGINT");
    expect(sent).toEqual(["7 SIGINT"]);
  });
});
