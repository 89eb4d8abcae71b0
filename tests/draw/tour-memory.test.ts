import { expect, test } from "vitest";
import { tourMemory } from "../../src/draw/guide/tour-memory.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage;
}

test("tourMemory offers the tour on the first visit, until it is settled, and never again", () => {
  const localStorage = storage();
  const firstVisit = { localStorage, sessionStorage: storage() };
  expect(tourMemory(firstVisit).offered).toBe(true);
  const reloaded = tourMemory(firstVisit);
  expect(reloaded.offered).toBe(true);
  reloaded.settle();
  expect(reloaded.offered).toBe(false);
  expect(tourMemory(firstVisit).offered).toBe(false);
  expect(tourMemory({ localStorage, sessionStorage: storage() }).offered).toBe(false);
});

test("tourMemory offers no second time what the first visit left unanswered", () => {
  const localStorage = storage();
  tourMemory({ localStorage, sessionStorage: storage() });
  expect(tourMemory({ localStorage, sessionStorage: storage() }).offered).toBe(false);
});

test("tourMemory offers where nothing is kept, and settles without a storage", () => {
  const window = {
    get localStorage(): Storage {
      throw new DOMException("insecure", "SecurityError");
    },
    get sessionStorage(): Storage {
      throw new DOMException("insecure", "SecurityError");
    },
  };
  const memory = tourMemory(window);
  expect(memory.offered).toBe(true);
  memory.settle();
  expect(memory.offered).toBe(false);
});
