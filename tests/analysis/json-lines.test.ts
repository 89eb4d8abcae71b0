import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLines } from "../../src/analysis/json-lines.ts";

test("jsonLines is the JSON of the object with a line for each item", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue())), (members) => {
      expect(JSON.parse([...jsonLines(members)].join(""))).toEqual(JSON.parse(JSON.stringify(members)));
    }),
  );
  const many = { list: Array.from({ length: 2_500 }, (_, i) => i), none: [] };
  const text = [...jsonLines(many)].join("");
  expect(JSON.parse(text)).toEqual(many);
  expect(text.split("\n")).toHaveLength(2_500 + 6);
});
