import { describe, expect, test } from "vitest";
import { age, wholeNumber } from "../../scripts/refresh/option-values.ts";

describe("age", () => {
  test.each([
    ["0", 0],
    ["90", 90_000],
    ["90s", 90_000],
    ["90m", 5_400_000],
    ["12h", 43_200_000],
    ["7d", 604_800_000],
  ])("reads %s as %i milliseconds", (text, ms) => {
    expect(age(text)).toBe(ms);
  });

  test.each(["", "soon", "-1d", "1.5h", "1w", "9999999999"])("refuses %j", (text) => {
    expect(() => age(text)).toThrow(/90m, 12h or 7d/);
  });
});

describe("wholeNumber", () => {
  test.each(["0", "17"])("reads %s", (text) => {
    expect(wholeNumber(text)).toBe(Number(text));
  });

  test.each(["", "-1", "1.5", "1e3", "many", "99999999999"])("refuses %j", (text) => {
    expect(() => wholeNumber(text)).toThrow(/whole number/);
  });
});
