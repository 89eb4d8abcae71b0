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

test("jsonLines cuts lists that know their length after the limit, and says so in a last member", () => {
  let made = 0;
  const items = function* () {
    for (; made < 1_000_000; made++) yield "ten chars";
  };
  const long = new LazyList(items, 1_000_000);
  const whole = new LazyList(() => ["ten chars", 2], 2);
  const endless = new LazyList(() => Array.from({ length: 50 }, () => "ten chars"));
  const text = [...jsonLines({ whole, inside: { long }, endless }, 100)].join("");
  expect(JSON.parse(text)).toEqual({
    whole: ["ten chars", 2],
    inside: { long: new Array(10).fill("ten chars") },
    endless: new Array(50).fill("ten chars"),
    truncated: { "inside.long": { listed: 10, of: 1_000_000 } },
  });
  expect(made).toBeLessThan(20);
});

test("jsonLines says nothing of lists that fit", () => {
  const text = [...jsonLines({ fits: new LazyList(() => [1, 2, 3], 3) }, 3)].join("");
  expect(JSON.parse(text)).toEqual({ fits: [1, 2, 3] });
});
