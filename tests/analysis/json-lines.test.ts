import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLines, LazyList } from "../../src/analysis/json-lines.ts";

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

test("jsonLines prints a LazyList like the array it stands for, also inside a member", () => {
  const lazy = new LazyList(() => [1, { two: 2 }]);
  const empty = new LazyList(() => []);
  const text = [...jsonLines({ lazy, inside: { count: 2, lazy, empty } })].join("");
  const array = [1, { two: 2 }];
  expect(JSON.parse(text)).toEqual({ lazy: array, inside: { count: 2, lazy: array, empty: [] } });
  expect(JSON.stringify(lazy)).toBe(JSON.stringify(array));
});
