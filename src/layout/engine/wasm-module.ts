import { LIST_LENGTH } from "./kernel.ts";
import {
  F32,
  f32,
  f32x4,
  get,
  I32,
  i32,
  loopWhile,
  moduleOf,
  set,
  V128,
  type WasmFunction,
  when,
} from "./wasm-assembler.ts";

const [y, charge] = [4 * LIST_LENGTH, 8 * LIST_LENGTH];

/** repel(x, xEnd, y, pushX, pushY, list, listEnd): byte addresses; the list's length is a multiple of four. */
function repel(): WasmFunction {
  const [atX, endX, atY, atPushX, atPushY, list, listEnd, entry] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [ownX, ownY, dx, dy, square, push, sumX, sumY] = [8, 9, 10, 11, 12, 13, 14, 15];
  const zero = f32x4.const(0, 0, 0, 0);
  const one = f32x4.const(1, 1, 1, 1);
  const tiny = f32x4.const(1e-30, 1e-30, 1e-30, 1e-30);
  const product = (p: number, q: number) => f32x4.multiply(get(p), get(q));
  const step = (local: number, bytes: number) => set(local, i32.add(get(local), i32.const(bytes)));
  const lanes = (sum: number) => {
    const lane = (i: number) => f32x4.lane(get(sum), i);
    return f32.add(f32.add(lane(0), lane(1)), f32.add(lane(2), lane(3)));
  };
  const overList = loopWhile(
    [
      set(dx, f32x4.subtract(f32x4.load(get(entry)), get(ownX))),
      set(dy, f32x4.subtract(f32x4.load(get(entry), y), get(ownY))),
      set(square, f32x4.add(product(dx, dx), product(dy, dy))),
      // Seldom: the square root costs as much as the division.
      when(
        f32x4.anyTrue(f32x4.below(get(square), one)),
        set(square, f32x4.max(f32x4.max(get(square), f32x4.sqrt(get(square))), tiny)),
      ),
      set(push, f32x4.divide(f32x4.load(get(entry), charge), get(square))),
      set(sumX, f32x4.add(get(sumX), product(dx, push))),
      set(sumY, f32x4.add(get(sumY), product(dy, push))),
      step(entry, 16),
    ],
    i32.below(get(entry), get(listEnd)),
  );
  const overBodies = loopWhile(
    [
      set(ownX, f32x4.loadToAll(get(atX))),
      set(ownY, f32x4.loadToAll(get(atY))),
      set(sumX, zero),
      set(sumY, zero),
      set(entry, get(list)),
      overList,
      f32.store(get(atPushX), f32.add(f32.load(get(atPushX)), lanes(sumX))),
      f32.store(get(atPushY), f32.add(f32.load(get(atPushY)), lanes(sumY))),
      ...[atX, atY, atPushX, atPushY].map((local) => step(local, 4)),
    ],
    i32.below(get(atX), get(endX)),
  );
  return {
    name: "repel",
    parameters: [I32, I32, I32, I32, I32, I32, I32],
    locals: [I32, V128, V128, V128, V128, V128, V128, V128, V128],
    body: overBodies,
  };
}

/** pull(bodies, a, aEnd, b, pullA, pullB, length, heat): byte addresses, then px and heat; at least one spring. */
function pull(): WasmFunction {
  const [bodies, atA, endA, atB, atPullA, atPullB, length, heat] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [p, q, bodyA, bodyB, difference, distance, excess] = [8, 9, 10, 11, 12, 13, 14];
  const step = (local: number) => set(local, i32.add(get(local), i32.const(4)));
  const body = (index: number) => i32.add(get(bodies), i32.shiftLeft(i32.load(get(index)), i32.const(4)));
  const lane = (i: number) => f32x4.lane(get(difference), i);
  const along = (share: number) =>
    f32x4.multiply(
      f32x4.secondPair(get(difference)),
      f32x4.toAll(f32.multiply(get(excess), f32.load(get(share)))),
    );
  const overSprings = loopWhile(
    [
      set(p, body(atA)),
      set(q, body(atB)),
      set(bodyA, f32x4.load(get(p))),
      set(bodyB, f32x4.load(get(q))),
      set(difference, f32x4.subtract(get(bodyB), get(bodyA))),
      // Where the ends will stand: each lane pair is then dx + dvx, dy + dvy.
      set(difference, f32x4.add(get(difference), f32x4.swapPairs(get(difference)))),
      set(
        distance,
        f32.max(
          f32.sqrt(f32.add(f32.multiply(lane(0), lane(0)), f32.multiply(lane(1), lane(1)))),
          f32.const(1e-30),
        ),
      ),
      set(
        excess,
        f32.multiply(f32.divide(f32.subtract(get(distance), get(length)), get(distance)), get(heat)),
      ),
      f32x4.store(get(p), f32x4.add(get(bodyA), along(atPullA))),
      f32x4.store(get(q), f32x4.subtract(get(bodyB), along(atPullB))),
      ...[atA, atB, atPullA, atPullB].map(step),
    ],
    i32.below(get(atA), get(endA)),
  );
  return {
    name: "pull",
    parameters: [I32, I32, I32, I32, I32, I32, F32, F32],
    locals: [I32, I32, V128, V128, V128, F32, F32],
    body: overSprings,
  };
}

/** The kernel's two loops as a WebAssembly module with 128-bit SIMD; it needs neither a build nor a file of its own. */
export function wasmModule(): Uint8Array<ArrayBuffer> {
  return moduleOf([repel(), pull()]);
}
