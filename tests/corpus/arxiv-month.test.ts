import fc from "fast-check";
import { expect, test } from "vitest";
import { arxivMonth } from "../../src/corpus/arxiv-month.ts";
import { isDate } from "../../src/corpus/date.ts";
import { arxivNumber } from "../../src/corpus/ids.ts";

test.each([
  ["2103.00020", "2021-03"],
  ["0704.0001", "2007-04"],
  ["1412.6980", "2014-12"],
  ["1905.11946", "2019-05"],
  ["hep-th/9901001", "1999-01"],
  ["math/0309136", "2003-09"],
  ["cs/9108001", "1991-08"],
])("arxivMonth of %s is %s", (number, month) => {
  expect(arxivMonth(number)).toBe(month);
});

test.each(["", "2113.00020", "10.1000/2103", "arXiv:2103.00020", "2043-2051", "math/03091"])(
  "arxivMonth knows none for %j",
  (text) => {
    expect(arxivMonth(text)).toBeNull();
  },
);

test("every arXiv number has a month of the calendar", () => {
  const digits = fc.integer({ min: 0, max: 9_999 }).map((n) => String(n).padStart(4, "0"));
  fc.assert(
    fc.property(digits, fc.stringMatching(/^\d{4,5}$/), (month, rest) => {
      for (const text of [`${month}.${rest}`, `hep-th/${month}${rest.slice(0, 3)}`]) {
        const number = arxivNumber(text);
        if (number !== null) expect(isDate(arxivMonth(number) ?? "none")).toBe(true);
      }
    }),
  );
});
