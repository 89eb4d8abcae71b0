import { expect, test, vi } from "vitest";
import { derive, statePart, steadyObject } from "../../src/view/derive.ts";
import { stateWith } from "./models.ts";

test("derive makes a value again only when one of its inputs is another", () => {
  const make = vi.fn((a: number, b: object) => ({ a, b }));
  const of = derive((given: { a: number; b: object; c: number }) => [given.a, given.b], make);
  const b = {};
  const first = of({ a: 1, b, c: 1 });
  expect(of({ a: 1, b, c: 2 })).toBe(first);
  expect(of({ a: 2, b, c: 2 })).toEqual({ a: 2, b });
  expect(of({ a: 2, b: {}, c: 2 })).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(3);
});

test("derive takes NaN for the same as NaN, and keeps null as a value", () => {
  const make = vi.fn((_: number) => null);
  const of = derive((given: number) => [given], make);
  expect([of(Number.NaN), of(Number.NaN)]).toEqual([null, null]);
  expect(make).toHaveBeenCalledTimes(1);
});

test("statePart is the same object while its members stay", () => {
  const part = statePart("view", "years");
  const first = part(stateWith({ pointedLink: 1 }));
  expect(part(stateWith({ pointedLink: 2 }))).toBe(first);
  expect(part(stateWith({ view: "table" }))).toMatchObject({ view: "table" });
});

test("steadyObject gives the last object while all members are the same", () => {
  const steady = steadyObject<{ a: number; b?: number }>();
  const first = steady({ a: 1 });
  expect(steady({ a: 1 })).toBe(first);
  expect(steady({ a: 2 })).toEqual({ a: 2 });
  expect(steady({ a: 2, b: 1 })).toEqual({ a: 2, b: 1 });
  expect(steady({ a: 2 })).toEqual({ a: 2 });
});
