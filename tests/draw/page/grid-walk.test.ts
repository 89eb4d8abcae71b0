import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insideGrid, stepInGrid } from "../../../src/draw/page/grid-walk.ts";

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });
const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];

describe("stepInGrid", () => {
  test.each([
    ["ArrowUp", { row: 0, column: 1 }],
    ["ArrowDown", { row: 2, column: 1 }],
    ["ArrowLeft", { row: 1, column: 0 }],
    ["ArrowRight", { row: 1, column: 2 }],
    ["Home", { row: 1, column: -1 }],
    ["End", { row: 1, column: 2 }],
  ])("%s leads to the neighbour or the end of the row", (key, to) => {
    expect(stepInGrid({ row: 1, column: 1 }, press(key), 3)).toEqual(to);
  });

  test("leads with Ctrl to the first header and the last cell", () => {
    expect(stepInGrid({ row: 1, column: 1 }, press("Home", true), 3)).toEqual({ row: 0, column: -1 });
    expect(stepInGrid({ row: 1, column: 1 }, press("End", true), 3)).toEqual({ row: 2, column: 2 });
  });

  test("stays where the headers meet, and starts the row of headers at the first paper", () => {
    expect(stepInGrid({ row: 0, column: -1 }, press("ArrowUp"), 3)).toEqual({ row: 0, column: -1 });
    expect(stepInGrid({ row: -1, column: 0 }, press("ArrowLeft"), 3)).toEqual({ row: -1, column: 0 });
    expect(stepInGrid({ row: -1, column: 2 }, press("Home"), 3)).toEqual({ row: -1, column: 0 });
  });

  test("leaves every other key to the page", () => {
    for (const key of ["Tab", "Escape", "a", "/", "toString"])
      expect(stepInGrid({ row: 0, column: 0 }, press(key), 3)).toBeNull();
    expect(stepInGrid({ row: 0, column: 0 }, press("ArrowDown", true), 3)).toBeNull();
  });

  test("never leaves the grid", () => {
    const keys = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.boolean()));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), keys, (size, presses) => {
        let at = { row: 0, column: -1 };
        for (const [key, far] of presses) {
          at = stepInGrid(at, press(key, far), size) ?? at;
          expect(insideGrid(at, size)).toEqual(at);
        }
      }),
    );
  });
});
