import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDragger, type Dragger } from "../../../../src/draw/map/large/dragger.ts";
import { type LargePlaces, SETTLED } from "../../../../src/draw/map/large/places.ts";
import { citationRows } from "../../../layout/engine/citation-rows.ts";

const COUNT = 8;
// 0 cites 1 and 2, which cite 3; 4 cites 3; 5, 6 and 7 stand apart.
const links = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [4, 3],
  [5, 6],
] as const;
const rows = citationRows(COUNT, links);
const neighbours = (paper: number) =>
  new Set([paper, ...links.flatMap(([a, b]) => (a === paper ? [b] : b === paper ? [a] : []))]);

function places(of: (paper: number) => number = (paper) => 10 * paper + 0.1): LargePlaces {
  return {
    key: SETTLED,
    x: Float32Array.from({ length: COUNT }, (_, i) => of(i)),
    y: Float32Array.from({ length: COUNT }, (_, i) => -of(i)),
    labelZoom: null,
    furniture: null,
  };
}

/** A dragger over settled places, and how often it has come to rest. */
function dragging(settled = places(), atOnce = false) {
  let rests = 0;
  const dragger = createDragger(
    () => {
      rests++;
    },
    () => atOnce,
  );
  dragger.over(settled);
  return { dragger, settled, rests: () => rests };
}

function untilRest(dragger: Dragger): void {
  for (let frames = 0; dragger.step() !== null; frames++) expect(frames).toBeLessThan(300);
}

const drags = fc.array(
  fc.record({
    paper: fc.nat(COUNT - 1),
    x: fc.double({ min: -500, max: 500, noNaN: true }),
    y: fc.double({ min: -500, max: 500, noNaN: true }),
    frames: fc.integer({ min: 1, max: 5 }),
    waits: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

describe("a dragger", () => {
  test("costs nothing and changes nothing until a paper is held", () => {
    const { dragger, settled } = dragging();
    expect(dragger.step()).toBeNull();
    dragger.drop();
    dragger.restore();
    dragger.finish();
    expect(dragger.over(settled)).toBe(settled);
    expect(dragger.dragged.size).toBe(0);
  });

  test("holds the paper where the pointer is, lets its neighbours follow, and moves nothing else", () => {
    const { dragger, settled } = dragging();
    dragger.hold(rows, 0, 200, 100);
    for (let frame = 0; frame < 50; frame++) {
      const carried = dragger.step();
      expect([carried?.x[0], carried?.y[0]]).toEqual([200, 100]);
      expect(carried?.papers).toEqual(neighbours(0));
      expect([...(carried?.links ?? [])]).toEqual([0, 1]);
      for (const still of [3, 4, 5, 6, 7]) expect(carried?.x[still]).toBe(settled.x[still]);
    }
    const carried = dragger.step();
    for (const follower of [1, 2])
      expect(carried?.x[follower]).toBeGreaterThan((settled.x[follower] ?? 0) + 20);
    expect(settled.x[0]).toBeCloseTo(0.1);
  });

  test("leaves only what was dragged elsewhere, exactly where it was dropped, whatever was dragged", () => {
    fc.assert(
      fc.property(drags, (acts) => {
        const { dragger, settled, rests } = dragging();
        const meant = new Map<number, readonly [number, number]>();
        for (const { paper, x, y, frames, waits } of acts) {
          dragger.hold(rows, paper, x, y);
          for (let frame = 0; frame < frames; frame++) dragger.step();
          dragger.drop();
          meant.set(paper, [Math.fround(x), Math.fround(y)]);
          if (waits) untilRest(dragger);
        }
        untilRest(dragger);
        const standing = dragger.over(settled);
        for (let paper = 0; paper < COUNT; paper++) {
          const [x, y] = meant.get(paper) ?? [settled.x[paper], settled.y[paper]];
          expect([standing.x[paper], standing.y[paper]]).toEqual([x, y]);
        }
        expect(rests()).toBeGreaterThan(0);
        expect(dragger.over(settled)).toBe(standing);
        dragger.restore();
        untilRest(dragger);
        expect(dragger.over(settled)).toBe(settled);
        expect(dragger.dragged.size).toBe(0);
      }),
    );
  });

  test("lets a single paper back and leaves the others where they were put", () => {
    const { dragger, settled } = dragging();
    for (const paper of [0, 5]) {
      dragger.hold(rows, paper, 300, 300);
      dragger.step();
      dragger.drop();
    }
    untilRest(dragger);
    dragger.restore([0, 7]);
    const on = dragger.step();
    expect(on?.x[0]).toBeGreaterThan(100);
    expect(on?.x[0]).toBeLessThan(300);
    untilRest(dragger);
    const standing = dragger.over(settled);
    expect([standing.x[0], standing.x[5]]).toEqual([settled.x[0], 300]);
    expect([...dragger.dragged]).toEqual([5]);
  });

  test("counts a paper that is dragged and brought back to its place as one that was not", () => {
    const { dragger, settled } = dragging();
    dragger.hold(rows, 2, 77, 0);
    dragger.step();
    dragger.hold(rows, 2, settled.x[2] ?? 0, settled.y[2] ?? 0);
    dragger.drop();
    untilRest(dragger);
    expect(dragger.dragged.size).toBe(0);
    expect(dragger.over(settled)).toBe(settled);
  });

  test("comes to rest at once where nothing may move by itself", () => {
    const { dragger, settled, rests } = dragging(places(), true);
    dragger.hold(rows, 0, 200, 100);
    dragger.step();
    dragger.drop();
    expect(rests()).toBe(1);
    expect(dragger.step()).toBeNull();
    expect([...dragger.over(settled).x.subarray(1)]).toEqual([...settled.x.subarray(1)]);
    dragger.restore();
    expect(rests()).toBe(2);
    expect(dragger.over(settled)).toBe(settled);
  });

  test("ends a movement where it leads when the map shows something else", () => {
    const { dragger, settled } = dragging();
    dragger.hold(rows, 0, 200, 100);
    dragger.step();
    dragger.finish();
    expect(dragger.step()).toBeNull();
    expect(dragger.over(settled).x[0]).toBe(200);
    expect(dragger.over(settled).x[1]).toBe(settled.x[1]);
  });

  test("forgets what was dragged when the papers are laid out anew", () => {
    const { dragger } = dragging();
    dragger.hold(rows, 0, 200, 100);
    dragger.drop();
    untilRest(dragger);
    const other = places((paper) => 3 * paper);
    expect(dragger.over(other)).toBe(other);
    expect(dragger.dragged.size).toBe(0);
    expect(dragger.step()).toBeNull();
  });
});
