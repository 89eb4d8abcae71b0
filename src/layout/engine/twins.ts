import type { Kernel } from "./kernel.ts";
import type { MortonOrder } from "./morton-order.ts";

/** How far bodies at one place are moved apart, px. */
const NUDGE = 0.02;

/**
 * Moves bodies that are at exactly the place of the one before them in the order a little aside, because no
 * force could separate them; true when it moved some.
 */
export function nudgeTwins(kernel: Kernel, { order }: MortonOrder, random: () => number): boolean {
  const { bodies, sortedX, sortedY } = kernel;
  let moved = false;
  for (let place = 1; place < order.length; place++) {
    if (sortedX[place] !== sortedX[place - 1] || sortedY[place] !== sortedY[place - 1]) continue;
    const body = 4 * order[place]!;
    bodies[body]! += (random() - 0.5) * NUDGE;
    bodies[body + 1]! += (random() - 0.5) * NUDGE;
    moved = true;
  }
  return moved;
}
