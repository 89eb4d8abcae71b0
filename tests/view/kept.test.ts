import { expect, test, vi } from "vitest";
import { kept } from "../../src/view/kept.ts";

test("kept gives the last answer again for the same values, and makes another for others", () => {
  const make = vi.fn((a: number, b: readonly number[]) => ({ a, b }));
  const f = kept(make);
  const list = [1];
  const first = f(Number.NaN, list);
  expect(f(Number.NaN, list)).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
  expect(f(Number.NaN, [1])).not.toBe(first);
  expect(f(Number.NaN, list)).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(3);
});
