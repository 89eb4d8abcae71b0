import { expect, test } from "vitest";
import { elasticSheet, type Sheet } from "../../../src/layout/engine/sheet.ts";
import { springsOf } from "../../../src/layout/engine/springs.ts";
import { engineGraph } from "./random-graph.ts";

// 0 ← 1 ← 2, and 3 ← 4 apart.
const springs = springsOf(
  engineGraph(5, [
    [1, 0],
    [2, 1],
    [4, 3],
  ]),
);
const settled = Float32Array.from([0, 0, 40, 0, 80, 10, -50, 90, -90, 90]);

function rest(sheet: Sheet): void {
  for (let ticks = 0; sheet.tick(); ticks++) expect(ticks).toBeLessThan(200);
}

test("elasticSheet is at rest until a paper is held", () => {
  const sheet = elasticSheet(springs, settled);
  expect(sheet.tick()).toBe(false);
  expect(sheet.positions).toEqual(settled);
});

test("elasticSheet lets linked papers follow and leaves all others exactly where they are", () => {
  const sheet = elasticSheet(springs, settled);
  sheet.pin(0, 0, 100);
  for (let tick = 0; tick < 60; tick++) expect(sheet.tick()).toBe(true);
  const [, y0, , y1 = 0, , y2 = 0] = sheet.positions;
  expect(y0).toBe(100);
  expect(y1).toBeGreaterThan(50);
  expect(y1).toBeLessThan(90);
  // Nothing else holds it, so it goes along.
  expect(y2 - 10).toBeCloseTo(y1, 3);
  expect(sheet.positions.subarray(6)).toEqual(settled.subarray(6));
});

test("elasticSheet keeps a paper where it was dropped while the others go home", () => {
  const sheet = elasticSheet(springs, settled);
  sheet.pin(1, 45, 70);
  for (let tick = 0; tick < 30; tick++) sheet.tick();
  sheet.release(1);
  rest(sheet);
  expect([...sheet.positions]).toEqual([0, 0, 45, 70, ...settled.subarray(4)]);
  expect(sheet.tick()).toBe(false);
});

test("elasticSheet copies the settled places, and names a paper that is not there", () => {
  const sheet = elasticSheet(springs, settled);
  sheet.pin(0, 9, 9);
  sheet.tick();
  expect(settled[0]).toBe(0);
  sheet.release(4);
  expect(() => sheet.pin(5, 0, 0)).toThrow("no paper 5 to pin; there are 5");
});
