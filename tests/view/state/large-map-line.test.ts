import { expect, test } from "vitest";
import { isLarge } from "../../../src/view/state/large-map-line.ts";

test("isLarge begins above 1,500 papers or 15,000 citations", () => {
  expect([isLarge(0, 0), isLarge(1_500, 15_000)]).toEqual([false, false]);
  expect([isLarge(1_501, 0), isLarge(1, 15_001)]).toEqual([true, true]);
});
