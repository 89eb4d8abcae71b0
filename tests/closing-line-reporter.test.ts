import { describe, expect, test } from "vitest";
import { closingLine } from "./closing-line-reporter.ts";

describe("closingLine", () => {
  test.each([
    [{ passed: 12, failed: 0, skipped: 0 }, "12 passed, 0 failed"],
    [{ passed: 0, failed: 1, skipped: 2 }, "0 passed, 1 failed, 2 skipped"],
  ])("of %j is %j", (counts, line) => {
    expect(closingLine(counts)).toBe(line);
  });
});
