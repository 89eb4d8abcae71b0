import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { type Kernel, plainKernel } from "../../../src/layout/engine/kernel.ts";
import { emptySprings, springsOf } from "../../../src/layout/engine/springs.ts";
import { fastestKernel, wasmKernel } from "../../../src/layout/engine/wasm-kernel.ts";
import { wasmModule } from "../../../src/layout/engine/wasm-module.ts";
import { engineGraph } from "./random-graph.ts";

afterEach(() => vi.unstubAllGlobals());

test("wasmModule is a valid module of less than a kilobyte", () => {
  expect(WebAssembly.validate(wasmModule())).toBe(true);
  expect(wasmModule().length).toBeLessThan(1_024);
});

test("fastestKernel is WebAssembly here, and plain JavaScript where a policy refuses it", () => {
  expect(fastestKernel(2, emptySprings(0)).name).toBe("wasm");
  class Refused {
    constructor() {
      throw new Error("refused by the Content-Security-Policy");
    }
  }
  vi.stubGlobal("WebAssembly", { Module: Refused });
  expect(fastestKernel(2, emptySprings(0)).name).toBe("plain");
});

const coordinate = fc.integer({ min: -4_000, max: 4_000 }).map((value) => value / 8);
const point = fc.record({ x: coordinate, y: coordinate, charge: fc.integer({ min: 1, max: 50 }) });

test("wasmKernel.repel adds what plainKernel.repel adds, for lists of any length, at equal places too", () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 1, maxLength: 9 }),
      fc.array(point, { minLength: 1, maxLength: 30 }),
      (bodies, list) => {
        // The bodies push as well, so that there are entries at the place of a body.
        const entries = [...list, ...bodies];
        const [wasm, plain] = [
          wasmKernel(bodies.length, emptySprings(0)),
          plainKernel(bodies.length, emptySprings(0)),
        ];
        const pushes = [wasm as Kernel, plain].map((kernel) => {
          bodies.forEach(({ x, y }, i) => {
            [kernel.sortedX[i], kernel.sortedY[i], kernel.pushX[i]] = [x, y, 1];
          });
          entries.forEach(({ x, y, charge }, i) => {
            [kernel.listX[i], kernel.listY[i], kernel.listCharge[i]] = [x, y, charge];
          });
          kernel.repel(0, bodies.length, entries.length);
          return [...kernel.pushX, ...kernel.pushY];
        });
        const most = entries.reduce((sum, { charge }) => sum + charge, 0);
        const difference = pushes[0]?.map((push, k) => Math.abs(push - (pushes[1]?.[k] ?? Number.NaN))) ?? [];
        expect(Math.max(...difference)).toBeLessThan(1e-6 * most * 8);
      },
    ),
  );
});

test("wasmKernel.pull moves springs' ends as plainKernel.pull does, and ends at one place not at all", () => {
  const springs = springsOf(
    engineGraph(4, [
      [1, 0],
      [2, 0],
      [2, 1],
      [3, 2],
    ]),
  );
  const pulled = [wasmKernel(4, springs) as Kernel, plainKernel(4, springs)].map((kernel) => {
    kernel.bodies.set([0, 0, 1, 0, 60, 5, 0, 0, -7, 20, 0, 2, -7, 20, 0, 2]);
    kernel.pull(30, 0.7);
    return [...kernel.bodies];
  });
  expect(pulled[0]?.every(Number.isFinite)).toBe(true);
  for (const [k, value] of pulled[0]?.entries() ?? []) {
    expect(value).toBeCloseTo(pulled[1]?.[k] ?? Number.NaN, 4);
  }
});
