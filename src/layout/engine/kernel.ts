import type { Springs } from "./springs.ts";

/** Entries of an interaction list; a longer one is worked off in parts. */
export const LIST_LENGTH = 4_096;

/** The two loops in which nearly all time of a tick is spent, and the arrays they work on. */
export interface Kernel {
  /** x, y, vx, vy of each body. */
  readonly bodies: Float32Array;
  /** Places of the bodies in Morton order, and what pushes them there: sums of charge by distance. */
  readonly sortedX: Float32Array;
  readonly sortedY: Float32Array;
  readonly pushX: Float32Array;
  readonly pushY: Float32Array;
  /** What pushes a run of bodies: places and charges. */
  readonly listX: Float32Array;
  readonly listY: Float32Array;
  readonly listCharge: Float32Array;
  /**
   * Adds what the first `length` entries of the list do to the bodies at places `first` up to `end`:
   * charge / distance along the difference; below a distance of 1 as d3 softens it. An entry at the
   * place of a body itself does nothing.
   */
  repel(first: number, end: number, length: number): void;
  /** Pulls the springs' ends, one spring after another, to this length of a spring, px; heat from 0 to 1. */
  pull(length: number, heat: number): void;
}

/** The kernel of so many bodies at 0,0 and their springs. */
export function createKernel(count: number, springs: Springs): Kernel {
  const bodies = new Float32Array(4 * count);
  const [sortedX, sortedY, pushX, pushY] = [0, 1, 2, 3].map(() => new Float32Array(count)) as Four;
  const [listX, listY, listCharge] = [0, 1, 2].map(() => new Float32Array(LIST_LENGTH)) as Three;
  const arrays = { bodies, sortedX, sortedY, pushX, pushY, listX, listY, listCharge };
  return {
    ...arrays,
    repel: (first, end, length) => repelBodies(arrays, first, end, length),
    pull: (length, heat) => pullEnds(bodies, springs, length, heat),
  };
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];
type Three = [Float32Array, Float32Array, Float32Array];

/**
 * Two bodies at a time, so that their pushes share one division: charge / (a b) times b, and times a. The
 * division is what the loop waits for; this way it takes 0.7 of the time. The last of an odd number is its own
 * partner, and counted once.
 */
function repelBodies(
  arrays: Omit<Kernel, "repel" | "pull">,
  first: number,
  end: number,
  length: number,
): void {
  const { sortedX, sortedY, pushX, pushY, listX, listY, listCharge } = arrays;
  for (let i = first; i < end; i += 2) {
    const other = i + 1 < end ? i + 1 : i;
    const x = sortedX[i]!;
    const y = sortedY[i]!;
    const otherX = sortedX[other]!;
    const otherY = sortedY[other]!;
    let sumX = 0;
    let sumY = 0;
    let otherSumX = 0;
    let otherSumY = 0;
    for (let j = 0; j < length; j++) {
      const dx = listX[j]! - x;
      const dy = listY[j]! - y;
      const otherDx = listX[j]! - otherX;
      const otherDy = listY[j]! - otherY;
      let square = dx * dx + dy * dy;
      let otherSquare = otherDx * otherDx + otherDy * otherDy;
      if (square < 1) square = square === 0 ? 1 : Math.sqrt(square);
      if (otherSquare < 1) otherSquare = otherSquare === 0 ? 1 : Math.sqrt(otherSquare);
      const both = listCharge[j]! / (square * otherSquare);
      const push = both * otherSquare;
      const otherPush = both * square;
      sumX += dx * push;
      sumY += dy * push;
      otherSumX += otherDx * otherPush;
      otherSumY += otherDy * otherPush;
    }
    pushX[i]! += sumX;
    pushY[i]! += sumY;
    if (other === i) continue;
    pushX[other]! += otherSumX;
    pushY[other]! += otherSumY;
  }
}

function pullEnds(bodies: Float32Array, springs: Springs, length: number, heat: number): void {
  const { a, b, pullA, pullB } = springs;
  for (let e = 0; e < a.length; e++) {
    const p = 4 * a[e]!;
    const q = 4 * b[e]!;
    const dx = bodies[q]! + bodies[q + 2]! - bodies[p]! - bodies[p + 2]!;
    const dy = bodies[q + 1]! + bodies[q + 3]! - bodies[p + 1]! - bodies[p + 3]!;
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance === 0) continue;
    const excess = ((distance - length) / distance) * heat;
    const towardB = excess * pullA[e]!;
    const towardA = excess * pullB[e]!;
    bodies[p + 2]! += dx * towardB;
    bodies[p + 3]! += dy * towardB;
    bodies[q + 2]! -= dx * towardA;
    bodies[q + 3]! -= dy * towardA;
  }
}
