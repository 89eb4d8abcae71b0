import { expect, test } from "vitest";
import { ENGLISH } from "../../../src/text/en/texts.ts";
import { NO_LIMITS, namesText } from "../../../src/view/state/limits.ts";

const names = ["A", "B", "C", "D"];

test("namesText names all up to the limit", () => {
  expect(namesText(ENGLISH, names, NO_LIMITS)).toBe("A, B, C and D");
  expect(namesText(ENGLISH, names, { ...NO_LIMITS, names: 4 })).toBe("A, B, C and D");
  expect(namesText(ENGLISH, [], { ...NO_LIMITS, names: 0 })).toBe("");
});

test("namesText counts those above the limit", () => {
  expect(namesText(ENGLISH, names, { ...NO_LIMITS, names: 2 })).toBe("A, B and 2 others");
  expect(namesText(ENGLISH, names, { ...NO_LIMITS, names: 3 })).toBe("A, B, C and 1 other");
});
