import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, isDate, precisionOf, yearOf } from "../../src/corpus/date.ts";

test("isDate knows the calendar to the year, month or day", () => {
  for (const date of ["2021", "2021-02", "2021-02-26", "2024-02-29", "1000-01-01"])
    expect(isDate(date)).toBe(true);
  for (const text of [
    "2021-02-29",
    "2021-13",
    "2021-00",
    "2021-2-3",
    "21",
    "2021-02-26T00:00:00Z",
    " 2021",
    "",
  ]) {
    expect(isDate(text), text).toBe(false);
  }
});

test("isDate takes every day of the calendar", () => {
  const days = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(fc.property(days, (day) => isDate(day.toISOString().slice(0, 10))));
});

test("precisionOf says how much of the date is known", () => {
  expect(["2021", "2021-11", "2021-11-18"].map(precisionOf)).toEqual(["year", "month", "day"]);
});

test("dayNumber puts a year and a month in the middle of themselves", () => {
  expect(dayNumber("1970-01-02")).toBe(1);
  for (const [whole, first, last] of [
    ["2021", "2021-01-01", "2021-12-31"],
    ["2021-11", "2021-11-01", "2021-11-30"],
  ] as const) {
    expect(dayNumber(whole)).toBeGreaterThan(dayNumber(first));
    expect(dayNumber(whole)).toBeLessThan(dayNumber(last));
  }
});

test("yearOf takes the year of the date before the one that stands beside it", () => {
  expect(yearOf({ date: "2021-03-04", year: 2020 })).toBe(2021);
  expect(yearOf({ date: null, year: 2020 })).toBe(2020);
  expect(yearOf({ date: null, year: null })).toBeNaN();
});
