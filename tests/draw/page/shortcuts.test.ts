import { describe, expect, test } from "vitest";
import { shortcutsOf } from "../../../src/draw/page/shortcuts.ts";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

describe("shortcutsOf", () => {
  test("is on at first, and remembers that the reader switched it off and on again", () => {
    const window = { localStorage: storage() };
    const first = shortcutsOf(window);
    expect(first.on).toBe(true);
    first.set(false);
    expect([first.on, shortcutsOf(window).on]).toEqual([false, false]);
    first.set(true);
    expect(shortcutsOf(window).on).toBe(true);
  });

  test("holds for the visit where the browser keeps nothing", () => {
    const window = {
      get localStorage(): Storage {
        throw new Error("forbidden");
      },
    };
    const kept = shortcutsOf(window);
    kept.set(false);
    expect(kept.on).toBe(false);
  });
});
