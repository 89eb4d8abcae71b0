/** Bits of a coordinate in a Morton code: 4,096 steps to a side, so that two passes of 12 bits sort the codes. */
export const MORTON_BITS = 12;
const RADIX = 1 << MORTON_BITS;

/** Points in the order of a Z-shaped curve, which keeps near points near; arrays are reused from tick to tick. */
export interface MortonOrder {
  /** The points' codes, ascending. */
  keys: Uint32Array;
  /** Which point stands at each place of the order. */
  order: Uint32Array;
  /** Side of the square around all points. */
  side: number;
}

interface Scratch {
  readonly keys: [Uint32Array, Uint32Array];
  readonly orders: [Uint32Array, Uint32Array];
  readonly starts: Uint32Array;
}

/**
 * A function that sorts bodies (x, y, vx, vy each) by the Morton codes of their places; equal codes keep the
 * order of the bodies. Codes and order are views that the next call overwrites.
 */
export function mortonSorter(count: number): (bodies: Float32Array) => MortonOrder {
  const scratch: Scratch = {
    keys: [new Uint32Array(count), new Uint32Array(count)],
    orders: [new Uint32Array(count), new Uint32Array(count)],
    starts: new Uint32Array(RADIX + 1),
  };
  const result: MortonOrder = { keys: scratch.keys[0], order: scratch.orders[0], side: 0 };
  return (bodies) => {
    result.side = encode(bodies, count, scratch.keys[0]);
    for (let i = 0; i < count; i++) scratch.orders[0][i] = i;
    for (const pass of [0, 1] as const) {
      sortByDigit(scratch, pass, pass === 0 ? 0 : MORTON_BITS);
    }
    return result;
  };
}

/** Writes each body's code and returns the side of the square they lie in. */
function encode(bodies: Float32Array, count: number, keys: Uint32Array): number {
  let x0 = Infinity;
  let x1 = -Infinity;
  let y0 = Infinity;
  let y1 = -Infinity;
  for (let i = 0; i < 4 * count; i += 4) {
    const x = bodies[i]!;
    const y = bodies[i + 1]!;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  // A little more than the extent, so that the outermost points fall into the last step and not behind it.
  const side = Math.max(x1 - x0, y1 - y0, 1e-3) * 1.0001;
  const steps = RADIX / side;
  for (let i = 0; i < count; i++) {
    const column = ((bodies[4 * i]! - x0) * steps) | 0;
    const row = ((bodies[4 * i + 1]! - y0) * steps) | 0;
    keys[i] = spread(column) | (spread(row) << 1);
  }
  return side;
}

/** The bits of a number below 65,536 with a zero between each. */
function spread(value: number): number {
  let bits = (value | (value << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** One pass of a radix sort from the arrays of index `from` to the others. */
function sortByDigit({ keys, orders, starts }: Scratch, from: 0 | 1, shift: number): void {
  const [key, order] = [keys[from], orders[from]];
  const to = from === 0 ? 1 : 0;
  const [sortedKey, sortedOrder] = [keys[to], orders[to]];
  const count = key.length;
  starts.fill(0);
  for (let i = 0; i < count; i++) starts[((key[i]! >>> shift) & (RADIX - 1)) + 1]!++;
  for (let digit = 0; digit < RADIX; digit++) starts[digit + 1]! += starts[digit]!;
  for (let i = 0; i < count; i++) {
    const place = starts[(key[i]! >>> shift) & (RADIX - 1)]!++;
    sortedKey[place] = key[i]!;
    sortedOrder[place] = order[i]!;
  }
}
