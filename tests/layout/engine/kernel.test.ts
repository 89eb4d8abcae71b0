import fc from "fast-check";
import { expect, test } from "vitest";
import { createKernel } from "../../../src/layout/engine/kernel.ts";
import { emptySprings, springsOf } from "../../../src/layout/engine/springs.ts";
import { engineGraph } from "./random-graph.ts";

const coordinate = fc.integer({ min: -4_000, max: 4_000 }).map((value) => value / 8);
const point = fc.record({ x: coordinate, y: coordinate, charge: fc.integer({ min: 1, max: 50 }) });

test("createKernel repels each body as the formula says, whatever their number, at equal places too", () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 1, maxLength: 9 }),
      fc.array(point, { minLength: 1, maxLength: 30 }),
      (bodies, list) => {
        // The bodies push as well, so that there are entries at the place of a body.
        const entries = [...list, ...bodies];
        const kernel = createKernel(bodies.length, emptySprings(0));
        bodies.forEach(({ x, y }, i) => {
          [kernel.sortedX[i], kernel.sortedY[i], kernel.pushX[i]] = [x, y, 1];
        });
        entries.forEach(({ x, y, charge }, i) => {
          [kernel.listX[i], kernel.listY[i], kernel.listCharge[i]] = [x, y, charge];
        });
        kernel.repel(0, bodies.length, entries.length);
        const most = entries.reduce((sum, { charge }) => sum + charge, 0);
        bodies.forEach((body, i) => {
          const sum = { x: 1, y: 0 };
          for (const { x, y, charge } of entries) {
            const distance = Math.hypot(x - body.x, y - body.y);
            const divisor = distance < 1 ? distance || 1 : distance ** 2;
            sum.x += (charge * (x - body.x)) / divisor;
            sum.y += (charge * (y - body.y)) / divisor;
          }
          expect(Math.abs(sum.x - (kernel.pushX[i] ?? Number.NaN))).toBeLessThan(1e-6 * most * 8);
          expect(Math.abs(sum.y - (kernel.pushY[i] ?? Number.NaN))).toBeLessThan(1e-6 * most * 8);
        });
      },
    ),
  );
});

test("createKernel repels only the bodies of the run it is given", () => {
  const kernel = createKernel(5, emptySprings(0));
  kernel.sortedX.set([0, 10, 20, 30, 40]);
  [kernel.listX[0], kernel.listY[0], kernel.listCharge[0]] = [100, 0, 1];
  kernel.repel(1, 4, 1);
  expect(Array.from(kernel.pushX, (push) => push > 0)).toEqual([false, true, true, true, false]);
});

test("createKernel pulls the ends of springs toward each other, and ends at one place not at all", () => {
  const springs = springsOf(
    engineGraph(4, [
      [1, 0],
      [3, 2],
    ]),
  );
  const kernel = createKernel(4, springs);
  kernel.bodies.set([0, 0, 0, 0, 60, 0, 0, 0, -7, 20, 0, 2, -7, 20, 0, 2]);
  kernel.pull(30, 1);
  expect([...kernel.bodies.subarray(8)]).toEqual([-7, 20, 0, 2, -7, 20, 0, 2]);
  const [, , pulledRight, , , , pulledLeft] = kernel.bodies;
  expect(pulledRight).toBeGreaterThan(0);
  expect(pulledLeft).toBeLessThan(0);
  // Together they take up what the spring is too long by.
  expect((pulledRight ?? 0) - (pulledLeft ?? 0)).toBeCloseTo(30, 4);
});
