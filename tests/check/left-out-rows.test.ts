import { expect, test } from "vitest";
import { leftOutRows } from "../../src/check/left-out-rows.ts";

test("leftOutRows makes each row that is left out an error in the corpus's file", () => {
  expect(leftOutRows("c.json", ['citations[1]: "A" cites itself'])).toEqual([
    {
      severity: "error",
      rule: "left-out",
      file: "c.json",
      line: null,
      message: 'left out: citations[1]: "A" cites itself',
      remedy: "correct the row, or remove it",
    },
  ]);
  expect(leftOutRows("c.json", [])).toEqual([]);
});
