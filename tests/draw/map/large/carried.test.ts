import { expect, test } from "vitest";
import { nearWhileCarried, strongWhileCarried } from "../../../../src/draw/map/large/carried.ts";
import { VISIBLE } from "../../../../src/view/map/map.ts";

test("nearWhileCarried draws what is carried last, and of it what is shown and in view, each paper once", () => {
  const x = Float32Array.from({ length: 9 }, (_, i) => 10 * i);
  const carried = { x, y: x, papers: new Set([2, 7, 8, 4]), links: new Uint32Array(0) };
  const marks = new Uint8Array(9).fill(VISIBLE);
  marks[7] = 0;
  const size = { width: 100, height: 100 };
  expect(nearWhileCarried([1, 2, 3], carried, marks, { k: 1, x: 0, y: 0 }, size)).toEqual([1, 3, 2, 8, 4]);
  expect(nearWhileCarried([1, 2, 3], carried, marks, { k: 1, x: 0, y: -50 }, size)).toEqual([1, 3, 8]);
});

test("strongWhileCarried adds the drawn links of the held paper, each once, and thins out what is too much", () => {
  const drawn = Uint8Array.from([1, 1, 0, 1, 1]);
  const strong = Uint32Array.from([1, 2]);
  expect([...strongWhileCarried(strong, drawn, Uint32Array.from([0, 1, 2, 4]))]).toEqual([0, 1, 2, 4]);
  expect([...strongWhileCarried(strong, drawn, new Uint32Array(0))]).toEqual([1, 2]);
  const many = Uint32Array.from({ length: 1_000 }, (_, i) => i);
  const thin = strongWhileCarried(many, drawn, strong);
  expect(thin).toHaveLength(250);
  expect([...thin.subarray(0, 3)]).toEqual([0, 4, 8]);
});
